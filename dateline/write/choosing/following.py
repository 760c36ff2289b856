"""What the desk follows: which sentences of a text name it, and what that is worth.

A beat of one name is a subject: its news stands where a text first names it, and the rest of the text is of
others. Of a beat of many words each promises little; and what is told from a country need not name it.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import sqrt

from dateline.languages import language_table
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.write.choosing.sections import fits_a_section, keyword_hits
from dateline.write.compare.folding import folded_words
from dateline.write.settings import EditionSettings

# A sentence that names what the desk follows goes before others, by the root of how many words that has.
# Where it has few, what does not name it is hardest to place, and what names it first comes first.
ON_BEAT, FIRST_NAMED = 8.0, 4.0  # chosen, as those below, on SemEval-2015's trial side
MOST_BETWEEN = 1  # words within a name
NAMED, MOST_NAMED = 2.0, 3  # what each such sentence adds to the weight of its story


def is_on_beat(dossier: StoryDossier, settings: EditionSettings) -> bool:
    """Say whether a story names what the desk follows, or fits one of its sections."""
    if not settings.beat:
        return True
    texts = (text for one in dossier.documents for text in (one.title or "", one.text))
    if any(keyword_hits(text, settings.beat) for text in texts) or fits_a_section(dossier, settings):
        return True
    notes = {notes.document: notes for notes in dossier.annotations}
    return any(
        _mentions_of(one, notes[one.id], settings.beat) for one in dossier.documents if one.id in notes
    )


def naming_sentences(document: Document, notes: Annotations | None, beat: Sequence[str]) -> Mapping[int, int]:
    """Return where the sentences that name what the desk follows begin, each with its rank from 1.

    One who is followed is named by a surname too, where the document says whose it is.
    """
    if notes is None or not beat:
        return {}
    words, called = tuple(beat), _mentions_of(document, notes, beat)
    starts = (
        sentence.start
        for sentence in notes.sentences
        if keyword_hits(sentence.of(document.text), words)
        or any(sentence.start <= start < sentence.end for start in called)
    )
    return {start: rank for rank, start in enumerate(starts, 1)}


def _mentions_of(document: Document, notes: Annotations, beat: Sequence[str]) -> list[int]:
    """Return where those who are followed are mentioned, under whatever name."""
    names = [folded_words(keyword) for keyword in beat]
    known = {one.id for one in notes.entities if _is_any(one.name, names)}
    known |= {m.entity for m in notes.mentions if m.entity and _is_any(document.text[m.start : m.end], names)}
    return [mention.start for mention in notes.mentions if mention.entity in known]


def _is_any(name: str, names: Sequence[Sequence[str]]) -> bool:
    words = folded_words(name)
    return any(_holds(words, one) for one in names if one)


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    """Say whether a name stands in `words`, one further word between two of its own: a middle name."""
    for first, word in enumerate(words):
        at, left = first, list(name)
        if word != left.pop(0):
            continue
        while left and left[0] in words[at + 1 : at + 2 + MOST_BETWEEN]:
            at = words.index(left.pop(0), at + 1)
        if not left:
            return True
    return False


def following_score(start: int, named: Mapping[int, int], beat: Sequence[str]) -> float:
    """Score a sentence that begins at `start` by whether, and how early, it names what the desk follows."""
    if not beat:
        return 0.0
    rank, often = named.get(start), len(beat)
    score = ON_BEAT * (rank is not None) / sqrt(often)
    if _is_of_places(tuple(beat)):
        return score
    return score + ((FIRST_NAMED / rank if rank is not None else 0.0) - ON_BEAT) / often


class Following:
    """What a desk follows, with where each document names it; a document is read once."""

    def __init__(self, beat: Sequence[str]) -> None:
        self.beat = beat
        self._known: dict[str, Mapping[int, int]] = {}

    def naming(self, document: Document, notes: Annotations | None) -> Mapping[int, int]:
        """Return where the sentences that name it begin, each with its rank from 1."""
        if document.id not in self._known:
            self._known[document.id] = naming_sentences(document, notes, self.beat)
        return self._known[document.id]

    def weight(self, dossier: StoryDossier) -> float:
        """Return what a story weighs by how often one of its documents names it."""
        if _is_of_places(tuple(self.beat)):
            return 0.0
        notes = {notes.document: notes for notes in dossier.annotations}
        often = (len(self.naming(one, notes.get(one.id))) for one in dossier.documents)
        return NAMED * min(MOST_NAMED, max(often, default=0)) / max(1, len(self.beat))


@cache
def _is_of_places(beat: tuple[str, ...]) -> bool:
    """Say whether a beat names a country or a city: where things happen, and not whom they are about."""
    names = language_table("en", "names")
    places = {folded_words(place) for place in (*names["countries"], *names["cities"])}
    return any(folded_words(keyword) in places for keyword in beat)
