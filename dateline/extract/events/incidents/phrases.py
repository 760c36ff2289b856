"""The noun phrases of a text as candidates for the parts of an attack, with what stands around each.

A phrase is described by short marks, strings that name one fact each: its words, the verb that it is
subject or object of, the preposition in front of it, the events of its sentence. `weights` weighs them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.extract.events.parsing.chunks import HYPHENS, Chunk, Scene, possessive_cut, verb_group
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.parties import Draft
from dateline.extract.events.parsing.passives import is_passive
from dateline.extract.events.parsing.reading import Reading
from dateline.extract.events.parsing.relations import related
from dateline.extract.events.parsing.words import EventWords
from dateline.model.annotations import Mention, MentionType

LEFT_OUT = frozenset("DQOXBP")
COMPLEMENT = "of"  # "members of the armed forces"
FAR_SENTENCE = 6  # sentences beyond are told apart no more
CLOSES = frozenset({",", ".", "P", ""})  # what follows an apposition
FIRE = "fire"  # what is opened or set, and no weapon within a verb
LONGEST_WHOLE = 3  # words of a phrase that is a mark as a whole


@dataclass(slots=True)
class Phrase:
    """A noun phrase without its article: tokens `first` to `last`, its marks, and the entity it names.

    `counted` is the first token with its figure ("two men"), `until` ends what completes it ("members of the
    guard"). `likely` says how likely it has each of `PART_ROLES`, once that is read.
    """

    first: int
    last: int
    counted: int
    until: int
    sentence: int
    entity: str
    is_common: bool
    marks: set[str] = field(default_factory=set)
    likely: Sequence[float] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence as it was read: its chunks and the events told in it."""

    number: int
    scene: Scene
    drafts: Sequence[Draft]


def phrases_of(sentence: Sentence, reading: Reading) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, named ones once more by their name alone."""
    scene, words, mentions = sentence.scene, reading.words, reading.mentions
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind == "V":
            yield from _weapons_within(sentence, at, words)
        if chunk.kind != "n":
            continue
        around = {*_around(scene, at, words), *_events_around(sentence, chunk)}
        person = _person_named(scene, at, mentions)
        for first, last, index in _cores(scene, chunk, reading):
            inner = _inner(scene, first, last, index, mentions)
            marks = {*around, *inner, *_beyond(scene, first, last), *related(scene, first, last)}
            entity = person or _entity(scene, first, last, index, mentions)
            is_common = index == NO_MENTION
            until = _complement_end(scene, at, last, words) if is_common else last
            counted = _with_figure(scene, chunk, first, words) if is_common else first
            yield Phrase(first, last, counted, until, sentence.number, entity, is_common, marks)


def is_held(word: str, words: EventWords) -> bool:
    """Say whether a word within a verb is a weapon: no "opened fire on"."""
    return word in words.heads["weapons"] and word != FIRE


def _weapons_within(sentence: Sentence, at: int, words: EventWords) -> Iterator[Phrase]:
    """Yield the weapons that a verb of several words holds: "fired mortar shells at"."""
    scene, chunk = sentence.scene, sentence.scene.chunks[at]
    tokens, first = scene.tokens.words, chunk.first + 1
    held = (end for end in range(chunk.last, first, -1) if is_held(tokens[end - 1], words))
    last = next(held, 0)
    if last:
        verb, told = tokens[chunk.first], [draft for draft in sentence.drafts if draft.chunk == at]
        marks = {f"object={verb}", f"before={verb}", f"after={tokens[last] if last < scene.last else '$'}"}
        marks.update(_inner(scene, first, last, NO_MENTION, ()), _beyond(scene, first, last))
        marks.update(_events_around(sentence, chunk), related(scene, first, last))
        marks |= {f"instrument={draft.sense.type}" for draft in told}
        yield Phrase(first, last, first, last, sentence.number, tokens[last - 1], True, marks)


def _complement_end(scene: Scene, at: int, last: int, words: EventWords) -> int:
    """Return where a phrase ends with what completes it: "headquarters of the party"."""
    if last < scene.chunks[at].last or scene.kinds[at + 1 : at + 3] != "Pn":
        return last
    end = scene.chunks[at + 2].last
    is_article = words.classes.get(scene.tokens.words[end - 1]) in LEFT_OUT
    is_completed = list(scene.words(scene.chunks[at + 1])) == [COMPLEMENT] and not is_article
    return end if is_completed else last


def _with_figure(scene: Scene, chunk: Chunk, first: int, words: EventWords) -> int:
    """Return where a phrase begins with the figure right in front of it."""
    while first > chunk.first and _is_figure(scene.tokens.words[first - 1], words):
        first -= 1
    return first


def _is_figure(word: str, words: EventWords) -> bool:
    return word.isdecimal() or word in words.numbers


def _person_named(scene: Scene, at: int, mentions: Sequence[Mention]) -> str | None:
    """Return the person whom a chunk describes: "the priest Ignacio X", "Ignacio X, a priest,"."""
    own = _person_at_end(scene, scene.chunks[at], mentions)
    if own or scene.mentions_in(scene.chunks[at].first, scene.chunks[at].last):
        return own
    if scene.kinds[at - 2 : at] == "n," and scene.kinds[at + 1 : at + 2] in CLOSES:
        return _person_at_end(scene, scene.chunks[at - 2], mentions)
    if scene.kinds[at + 1 : at + 3] == ",n" and scene.kinds[at + 3 : at + 4] in CLOSES:
        return _person_at_end(scene, scene.chunks[at + 2], mentions)
    return None


def _person_at_end(scene: Scene, chunk: Chunk, mentions: Sequence[Mention]) -> str | None:
    index = scene.mention_at[chunk.last - 1]
    if index == NO_MENTION or mentions[index].type is not MentionType.PERSON:
        return None
    return mentions[index].entity


def _beyond(scene: Scene, first: int, last: int) -> Iterator[str]:
    """Yield the words farther off on both sides, and a short phrase as a whole."""
    tokens = scene.tokens.words
    for reach in (2, 3):
        if first - reach >= scene.first:
            yield f"before{reach}={tokens[first - reach]}"
        if last + reach <= scene.last:
            yield f"after{reach}={tokens[last + reach - 1]}"
    if last - first <= LONGEST_WHOLE:
        yield f"whole={' '.join(tokens[first:last])}"


def _cores(scene: Scene, chunk: Chunk, reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of a chunk that may name a participant: each name, and a phrase with a common head."""
    cut, mentions = possessive_cut(scene, chunk.first, chunk.last), reading.mentions
    owners = () if cut is None else scene.mentions_in(chunk.first, cut)
    for index in (*owners, *scene.mentions_in(chunk.first if cut is None else cut, chunk.last)):
        at = next(at for at in range(chunk.first, chunk.last) if scene.mention_at[at] == index)
        end = at
        while end < chunk.last and scene.mention_at[end] == index:
            end += 1
        if end == chunk.last or mentions[index].type is not MentionType.NORP:
            yield at, end, index  # "three Chadian soldiers": no Chadian
    first = _start(scene, chunk if cut is None else Chunk("n", cut + 2, chunk.last), reading)
    last = chunk.last
    while last > first and scene.mention_at[last - 1] != NO_MENTION:
        last -= 1  # "the priest Ignacio X": the priest
    if first < last and scene.tokens.words[last - 1][0].isalnum():
        yield first, last, NO_MENTION


def _start(scene: Scene, chunk: Chunk, reading: Reading) -> int:
    """Return where a phrase begins behind figures, articles, adverbs and times: "at least two armed men"."""
    words, known = scene.tokens.words, reading.words
    free = (at for at in range(chunk.last - 2, chunk.first - 1, -1) if scene.mention_at[at] == NO_MENTION)
    figures = (at for at in free if _is_figure(words[at], known) and words[at - 1] not in HYPHENS)
    first = next(figures, chunk.first)
    while first < chunk.last - 1 and scene.mention_at[first] == NO_MENTION and not _is_joined(scene, first):
        word = words[first]
        plain = known.classes.get(word) not in LEFT_OUT and word not in known.numbers
        if plain and word[0].isalnum() and not word[0].isdigit() and reading.time_at[first] == NO_MENTION:
            break
        first += 1
    return first


def _is_joined(scene: Scene, token: int) -> bool:
    """Say whether a token is one with the next: "right-wing", "6th"."""
    tokens = scene.tokens
    is_ordinal = tokens.words[token].isdecimal() and tokens.ends[token] == tokens.starts[token + 1]
    return tokens.words[token + 1] in HYPHENS or (is_ordinal and tokens.words[token + 1].isalpha())


def _entity(scene: Scene, first: int, last: int, index: int, mentions: Sequence[Mention]) -> str:
    """Return what is one in a text: an entity by its id, a common noun by its last word."""
    if index != NO_MENTION and mentions[index].entity:
        return str(mentions[index].entity)
    return scene.tokens.words[last - 1]


def _inner(scene: Scene, first: int, last: int, index: int, mentions: Sequence[Mention]) -> Iterator[str]:
    """Yield what the words of a phrase are."""
    words = scene.tokens.words[first:last]
    if index == NO_MENTION:
        yield f"head={words[-1]}"
        yield f"end={words[-1][-3:]}"
        yield from (f"word={word}" for word in words[:-1])
        named = [mentions[one].type for one in scene.mentions_in(first, last)]
        yield from (f"holds={one}" for one in named)
        return
    kind = mentions[index].type
    yield f"named={kind}"
    if kind is not MentionType.PERSON:
        yield f"name={' '.join(words)}"
        yield from (f"nameword={word}" for word in words)
    if mentions[index].role:
        yield from (f"role={word}" for word in str(mentions[index].role).lower().split())


def _around(scene: Scene, at: int, words: EventWords) -> Iterator[str]:
    """Yield what governs a chunk: preposition and what stands before it, verb, neighbours."""
    chunk, kinds = scene.chunks[at], scene.kinds
    tokens = scene.tokens.words
    yield f"before={tokens[chunk.first - 1] if chunk.first > scene.first else '^'}"
    yield f"after={tokens[chunk.last] if chunk.last < scene.last else '$'}"
    first = tokens[chunk.first]
    if words.classes.get(first) in ("D", "Q") or first[0].isdigit():
        yield "figure" if first[0].isdigit() else f"article={first}"
    if scene.mentions_in(chunk.first, chunk.last):
        yield "beside a name"
    if at and kinds[at - 1] == "P":
        preposition = " ".join(scene.words(scene.chunks[at - 1]))
        yield f"prep={preposition}"
        if at > 1 and kinds[at - 2] in "nV":
            yield f"prep={preposition}<{tokens[scene.chunks[at - 2].last - 1]}"
    elif at and kinds[at - 1] == "V":
        yield f"object={tokens[scene.chunks[at - 1].first]}"
    elif at > 1 and kinds[at - 2 : at] == "VB":
        yield f"object={tokens[scene.chunks[at - 2].first]}"
    if verb := _verb_behind(scene, at):
        voice = "passive" if is_passive(scene, verb, transitive=True) else "active"
        yield f"subject={voice} {tokens[scene.chunks[verb].first]}"
    if kinds[at + 1 : at + 3] == "Pn":
        behind = scene.chunks[at + 2]
        yield f"then={' '.join(scene.words(scene.chunks[at + 1]))} {tokens[behind.last - 1]}"


def _verb_behind(scene: Scene, at: int) -> int | None:
    """Return the verb of which a chunk is the nearest free noun phrase in front."""
    if at and scene.kinds[at - 1] == "P":
        return None
    verb = scene.kinds.find("V", at)
    if verb < 0 or "n" in scene.kinds[at + 1 : verb] or verb_group(scene, verb) - at > 3:
        return None
    return verb


def _events_around(sentence: Sentence, chunk: Chunk) -> Iterator[str]:
    """Yield the events of the sentence and what part the chunk has in each."""
    for draft in sentence.drafts:
        told = f"{draft.sense.type}/{draft.sense.mode}"
        yield f"beside={told}"
        for part, parties in (
            ("actor", draft.actors), ("target", draft.targets), ("instrument", draft.instruments),
        ):  # fmt: skip
            if any(party.first < chunk.last and chunk.first < party.last for party in parties):
                yield f"{part}={told}"
                yield f"{part}={draft.sense.type}"
    yield f"sentence={min(sentence.number, FAR_SENTENCE)}"
