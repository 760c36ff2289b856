"""What speaks for and against an event that was read: short marks of its words, its parties, its sentence.

`soundness` weighs them. A mark is a string that names one fact.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.extract.events.parsing.branches import Branches
from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.classes import NO_MENTION, QUOTES
from dateline.extract.events.parsing.clause import object_of
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.parties import Draft, Party
from dateline.extract.events.parsing.people import head_of, is_of, is_people
from dateline.extract.events.parsing.reading import Reading, happening_of, is_said, trigger_of
from dateline.extract.events.parsing.relations import related
from dateline.inference.reading import HAPPENING_KINDS, RawHappening

STEM = 5  # letters of a word that stand for its forms
STEPS = (0.1, 0.3, 0.5, 0.7, 0.85, 0.95)
"""A probability is told by the steps that it reaches."""
LIKELY = 0.5  # a word that is likelier than not a happening
MANY_WORDS = 3  # that tell one event
DISTANCES = (2, 4, 8, 16)  # tokens
LONG_SENTENCES = (12, 20, 35)  # tokens
KINDS_OF_HEADS = ("people", "armed", "crowd", "protesters", "weapons", "voiceless", "concrete", "abstract")


def marks_of(reading: Reading, scene: Scene, draft: Draft, facts: Sequence[str]) -> frozenset[str]:
    """Return the marks of an event; `facts` are those found elsewhere (stage, depth, form)."""
    kind, mode = str(draft.sense.type), f"{draft.sense.type}/{draft.sense.mode}"
    stem = " ".join(word[:STEM] for word in reading.tokens.words[draft.first : draft.last])
    sides = [*_side(reading, scene, draft, "actor"), *_side(reading, scene, draft, "target")]
    own = [f"type={kind}", f"sense={mode}", f"stem={stem}", f"frame={draft.sense.frame}", *_form(draft)]
    own += [*facts, *_object(reading, scene, draft, kind)]
    around = [*_around(scene, draft, stem), *_sentence(reading, scene, draft)]
    reader = [*_read(happening_of(reading, draft), draft), *_beside(reading, scene, draft)]
    joined = [f"{kind} {each}" for each in (*sides, *facts)] + [f"{stem} {each}" for each in _plain(sides)]
    return frozenset((*own, *sides, *around, *reader, *joined))


def _plain(sides: Sequence[str]) -> Iterator[str]:
    return (each for each in sides if each.startswith(("actor=", "target=")))


def _form(draft: Draft) -> Iterator[str]:
    yield "noun" if draft.is_noun else "passive" if draft.passive else "active"
    if draft.carried is not None:
        yield "carried"
    if draft.owned:
        yield "owned"
    yield from (f"form={form.name}" for form in Form if form & draft.form)


def _object(reading: Reading, scene: Scene, draft: Draft, kind: str) -> Iterator[str]:
    """Yield in how many words an event is told, and whether its verb tells it only with such an object."""
    words = scene.tokens.words
    yield f"words={min(draft.last - draft.first, MANY_WORDS)}"
    if draft.is_noun:
        return
    verb = " ".join(words[draft.first : draft.last])
    for at in draft.subject if draft.passive else object_of(scene, draft.chunk):
        last = scene.chunks[at].last
        yield f"object={words[last - 1]}"
        if any((verb, " ".join(words[last - n : last])) in reading.words.objects for n in (1, 2)):
            yield "told with its object"
            yield f"{kind} told with its object"


def _read(happening: RawHappening | None, draft: Draft) -> Iterator[str]:
    """Yield what the reader thinks of the trigger."""
    if happening is None:
        yield "no happening"
        return
    kinds = dict(zip(HAPPENING_KINDS, happening.kinds, strict=True))
    own, no_kind = kinds[draft.sense.type], kinds[None]
    yield from _steps("happening", happening.score)
    yield from _steps("own kind", own)
    yield from _steps("no kind", no_kind)
    yield from _steps("denied", happening.denied)
    yield f"kind={happening.kind}"
    yield f"kind={happening.kind} for {draft.sense.type}"
    yield f"level={happening.certainty}"


def _beside(reading: Reading, scene: Scene, draft: Draft) -> Iterator[str]:
    """Yield for what the reader takes the other happenings of the sentence."""
    start, end = reading.tokens.starts[scene.first], reading.tokens.ends[scene.last - 1]
    own, found = happening_of(reading, draft), reading.happenings or ()
    first = bisect_left(found, start, key=lambda each: each.span.start)
    last = bisect_left(found, end, key=lambda each: each.span.start)
    sure = {each.kind for each in found[first:last] if each is not own and each.score > LIKELY}
    yield from (f"beside {kind}" for kind in sure)
    if last - first < 2:
        yield "beside none"


def _steps(name: str, likely: float) -> Iterator[str]:
    return (f"{name}>{step}" for step in STEPS if likely > step)


def _side(reading: Reading, scene: Scene, draft: Draft, side: str) -> Iterator[str]:
    """Yield what those are who act or suffer, and how they hang on the trigger."""
    parties = draft.actors if side == "actor" else draft.targets
    if not parties:
        yield f"{side}=none"
    if len(parties) > 1:
        yield f"{side} several"
    for party in parties:
        yield from (f"{side}={each}" for each in _kinds(reading, party))
        yield from (f"{side}{each}" for each in _tie(scene, draft, party))


def _kinds(reading: Reading, party: Party) -> Iterator[str]:
    if party.pronoun:
        yield "pronoun"
        yield f"pronoun {party.pronoun}"
        return
    last = reading.mention_at[party.last - 1]
    if last != NO_MENTION:
        yield str(reading.mentions[last].type)
    else:
        yield "common"
        yield f"head {head_of(reading, party)}"
        yield from (str(reading.mentions[each].type) + " inside" for each in party.mentions)
    yield from (f"of {name}" for name in KINDS_OF_HEADS if is_of(reading, party, name))
    if is_people(reading, party):
        yield "people"


def _tie(scene: Scene, draft: Draft, party: Party) -> Iterator[str]:
    before = party.first < draft.first
    far = draft.first - party.last if before else party.first - draft.last
    step = sum(far >= reach for reach in DISTANCES)
    yield f" {'before' if before else 'behind'} {step}"
    between = scene.kinds_between(min(party.last, draft.last), max(party.first, draft.first))
    yield f" over {between}" if len(between) <= 4 else " over much"
    yield f" after {scene.tokens.words[party.first - 1]}" if party.first > scene.first else " opens"
    yield from _relation(scene.branches, draft, party)


def _relation(branches: Branches | None, draft: Draft, party: Party) -> Iterator[str]:
    """Yield by what relation the head of a party hangs on the trigger, or on what the trigger hangs on."""
    if branches is None:
        return
    inside = {branches.word_of(at) for at in range(party.first, party.last)} - {None}
    trigger = {branches.word_of(at) for at in range(draft.first, draft.last)} - {None}
    words = branches.parse.words
    for place in inside:
        word = words[place] if place is not None else None
        if word is not None and word.head not in inside:
            above = words[word.head].head
            near = "own" if word.head in trigger else "above" if above in trigger else "other"
            yield f" {near} {word.relation}"


def _around(scene: Scene, draft: Draft, stem: str) -> Iterator[str]:
    """Yield what stands beside the trigger and what it hangs on, for every stem and for its own."""
    words = scene.tokens.words
    before = f"before={words[draft.first - 1]}" if draft.first > scene.first else "opens"
    after = f"after={words[draft.last]}" if draft.last < scene.last else "ends"
    hung = list(related(scene, draft.first, draft.last))
    yield from (before, after, f"{stem} {before}", f"{stem} {after}")
    yield from (f"hangs {each}" for each in hung)
    yield from (f"{stem} {each}" for each in hung if each.startswith("rel=") and " " not in each)


def _sentence(reading: Reading, scene: Scene, draft: Draft) -> Iterator[str]:
    """Yield what the sentence is: how long, who is named, quoted or said, and whether it is all there is."""
    if scene.first == 0 and scene.last == len(reading.tokens):
        yield "alone"
    length = scene.last - scene.first
    yield f"long {sum(length > each for each in LONG_SENTENCES)}"
    named = {reading.mentions[each].type for each in scene.mentions_in(scene.first, scene.last)}
    yield from (f"names {each}" for each in named)
    if not named:
        yield "names nobody"
    if not QUOTES.isdisjoint(scene.tokens.words[scene.first : scene.last]):
        yield "quotes"
    if is_said(reading, trigger_of(reading, draft)):
        yield "said"
    if draft.places:
        yield "placed"
