"""Items of a section that tell of the same people, drawn together into one sentence of the overview.

Each piece is the gist of the opening of one item, before the label of its own citation, and is checked
against that alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model.annotations import Mention, MentionType
from dateline.model.editions import Citation, Sentence
from dateline.model.spans import Span
from dateline.text.casing import small_words
from dateline.write.checking.check import check_sentence
from dateline.write.choosing.sections import ONE_SUBJECT, share, telling_words
from dateline.write.compare.folding import folded_words
from dateline.write.planning.roundup import Told, house_quote
from dateline.write.prose.cite import with_label
from dateline.write.prose.frames import names_in
from dateline.write.prose.gist import gist_of
from dateline.write.settings import house_words

MOST = 3  # items in one sentence
OWNER, WORDS = "(?:the|its|his|her|their)", r"[\w’-]+(?: [\w’-]+)?(?: [A-Z][\w’-]+)*"  # around an office
LINKING = (MentionType.PERSON, MentionType.ORG, MentionType.FAC)
LONGEST = 640  # code points of what is joined, before it is shortened
COMMON, FEWEST = 0.3, 2  # share and number of a section's items: what more of them have joins nothing


@dataclass(slots=True)
class Thread:
    """Openings of items that belong together: whom they name, the long words and the length of each."""

    names: set[str]
    words: list[frozenset[str]]
    openings: list[Sentence]

    def takes(self, opening: Sentence, names: frozenset[str], words: frozenset[str]) -> bool:
        """Say whether there is room for another that tells of the same people, or of the same thing."""
        room = len(self.openings) < MOST and sum(map(_length, (*self.openings, opening))) <= LONGEST
        alike = any(share(mine, words) >= ONE_SUBJECT for mine in self.words)
        return room and (alike or not names.isdisjoint(self.names))


def threads_of(openings: Sequence[Sentence], told: Told) -> list[list[Sentence]]:
    """Group the openings of items by whom they tell of, each group by day; the order of the first stays."""
    named = _without_common([_who(opening, told) for opening in openings])
    worded = _without_common([telling_words(opening.citations[0].quote) for opening in openings])
    threads: list[Thread] = []
    for opening, names, words in zip(openings, named, worded, strict=True):
        home = next((thread for thread in threads if thread.takes(opening, names, words)), None)
        if home is None:
            threads.append(home := Thread(set(), [], []))
        home.names.update(names)
        home.words.append(words)
        home.openings.append(opening)
    return [sorted(thread.openings, key=lambda one: one.citations[0].published or "") for thread in threads]


def _without_common(told: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Leave out what so many of a section's openings have that it tells none of them apart."""
    spread = Counter(word for words in told for word in words)
    common = {word for word, often in spread.items() if often > max(FEWEST, COMMON * len(told))}
    return [words - common for words in told]


def _length(opening: Sentence) -> int:
    return len(opening.text)


def told_together(thread: Sequence[Sentence], told: Told) -> Sentence:
    """Return one sentence of the gists of several; of one its own gist."""
    pieces = [(_piece(sentence, told), sentence.citations[0]) for sentence in thread]
    if len(pieces) == 1:
        ((text, citation),) = pieces
        return replace(thread[0], text=with_label(f"{text}.", citation.label)) if text else thread[0]
    frames, parts, said = house_words(told.settings.language).frames, list[str](), ""
    people = sorted({name for sentence in thread for name in _full_names(sentence, told)})
    for text, citation in pieces:
        known = [name for name in people if name in said]
        parts.append(f"{_goes_on(text, known, citation, told) if said else text} {citation.label}")
        said += f" {text}"
    joint = frames["and_clause"] if len(parts) == 2 else frames["next_clause"]
    cited = tuple(citation for _, citation in pieces)
    return replace(thread[0], text=f"{joint.join(parts)}.", citations=cited)


def can_be_joined(sentence: Sentence) -> bool:
    """Say whether a sentence ends on the label of its one citation, so that it is a clause without it."""
    return len(sentence.citations) == 1 and sentence.text.endswith(f" {sentence.citations[0].label}.")


def _piece(sentence: Sentence, told: Told) -> str:
    """Return the gist of a sentence without its label and full stop, the whole where that does not hold."""
    citation = sentence.citations[0]
    if not can_be_joined(sentence):
        return ""
    body = sentence.text.removesuffix(f" {citation.label}.")
    gist = gist_of(f"{body}.", told.parse, told.settings.language)
    return gist if _holds(gist, citation, told) else body


def _goes_on(text: str, known: Sequence[str], citation: Citation, told: Told) -> str:
    """Return a piece as it goes on behind another: a small first letter, those `known` by their surnames."""
    first = text.partition(" ")[0]
    lowered = text[:1].lower() + text[1:] if first.lower() in small_words() else text
    changed = lowered
    for name in known:
        changed = re.sub(_in_full(name), name.split()[-1], changed)
    return changed if _holds(changed, citation, told) else lowered


def _in_full(name: str) -> str:
    """Return a pattern for a name alone, or with the office before it ("the envoy of Iran, Rana Haddad,")."""
    office, escaped = rf"\b{OWNER} {WORDS}(?: (?:of|for) (?:{OWNER} )?{WORDS})*, ", re.escape(name)
    return rf"{office}{escaped},(?= )|(?<!\w){escaped}(?![\w,])"


def _holds(text: str, citation: Citation, told: Told) -> bool:
    return not check_sentence(text, [citation.quote, house_quote(citation, told)])


def _who(sentence: Sentence, told: Told) -> frozenset[str]:
    """Return whom a sentence names: people by surname, bodies and buildings by their whole name."""
    house = (folded_words(name)[-1] for name in names_in(sentence.text, told.settings.names))
    named = (_key(mention, text) for mention, text in _mentions(sentence, told) if mention.type in LINKING)
    return frozenset(filter(None, (*house, *named)))


def _full_names(sentence: Sentence, told: Told) -> Iterator[str]:
    """Yield the names of people as a sentence prints them in full."""
    yield from names_in(sentence.text, told.settings.names)
    for mention, text in _mentions(sentence, told):
        name = " ".join(text[mention.start : mention.end].split())
        if mention.type is MentionType.PERSON and " " in name:
            yield name


def _mentions(sentence: Sentence, told: Told) -> Iterator[tuple[Mention, str]]:
    """Yield what the cited words of a sentence name, each with the text that it stands in."""
    citation = sentence.citations[0]
    text, notes = told.documents[citation.document].text, told.notes.get(citation.document)
    spans = [Span(*span) for span in citation.spans]
    for mention in notes.mentions if notes is not None else ():
        if any(span.covers(Span(mention.start, mention.end)) for span in spans):
            yield mention, text


def _key(mention: Mention, text: str) -> str:
    words = folded_words(text[mention.start : mention.end])
    return " ".join(words[-1:] if mention.type is MentionType.PERSON else words)
