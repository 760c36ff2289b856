"""What the desk follows: which sentences of a text name it, and what that is worth.

A beat of one name is a subject: its news stands where a text first names it, and the rest of the text is of
others. Of a beat of many words each promises little.
"""

from collections.abc import Mapping, Sequence

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.write.sections import keyword_hits

# A sentence that names what the desk follows goes before others, by the root of how many words that has.
# Where it has few, what does not name it is hardest to place, and what names it first comes first.
ON_BEAT, FIRST_NAMED = 8.0, 4.0  # chosen, as those below, on SemEval-2015's trial side
NAMED, MOST_NAMED = 2.0, 3  # what each such sentence adds to the weight of its story


def naming_sentences(document: Document, notes: Annotations | None, beat: Sequence[str]) -> Mapping[int, int]:
    """Return where the sentences that name what the desk follows begin, each with its rank from 1."""
    words = tuple(beat)
    starts = (
        sentence.start
        for sentence in (notes.sentences if notes is not None and words else ())
        if keyword_hits(sentence.of(document.text), words)
    )
    return {start: rank for rank, start in enumerate(starts, 1)}


def following_score(start: int, named: Mapping[int, int], beat: Sequence[str]) -> float:
    """Score a sentence that begins at `start` by whether, and how early, it names what the desk follows."""
    if not beat:
        return 0.0
    rank, often = named.get(start), len(beat)
    first = FIRST_NAMED / rank if rank is not None else 0.0
    return ON_BEAT * (rank is not None) / often**0.5 + (first - ON_BEAT) / often


def following_weight(dossier: StoryDossier, beat: Sequence[str]) -> float:
    """Return what a story weighs by how often one of its documents names what the desk follows."""
    notes = {notes.document: notes for notes in dossier.annotations}
    often = (len(naming_sentences(one, notes.get(one.id), beat)) for one in dossier.documents)
    return NAMED * min(MOST_NAMED, max(often, default=0)) / max(1, len(beat))
