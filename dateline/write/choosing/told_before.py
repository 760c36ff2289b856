"""What standing editions have told already: "did we already say this?"."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.model.editions import Citation, Edition, EditionStatus, Sentence
from dateline.write.prose.passages import sentences_of

Passage = tuple[str, tuple[tuple[int, int], ...]]


def told_in(editions: Iterable[Edition]) -> Mapping[Passage, int]:
    """Map each passage that stands printed to the number of the last edition that cites it.

    What was withdrawn or corrected is not told: it may be said again, and rightly.
    """
    told: dict[Passage, int] = {}
    for edition in editions:
        if edition.status is EditionStatus.WITHDRAWN:
            continue
        corrected = {path for notice in edition.notices for path in notice.paths}
        for path, sentence in sentences_of(edition):
            if path.startswith("sections") and path not in corrected:
                told.update((_passage(citation), edition.number) for citation in sentence.citations)
    return told


def edition_that_told(sentences: Sequence[Sentence], told: Mapping[Passage, int]) -> int | None:
    """Return the number of an edition that told the last of `sentences`, None where one is new."""
    passages = [_passage(citation) for sentence in sentences for citation in sentence.citations]
    if not passages or any(passage not in told for passage in passages):
        return None
    return max(told[passage] for passage in passages)


def edition_before(documents: Iterable[str], told: Mapping[Passage, int]) -> int | None:
    """Return the number of the last standing edition that cites one of `documents`, by their ids."""
    mine = set(documents)
    return max((number for (document, _), number in told.items() if document in mine), default=None)


def _passage(citation: Citation) -> Passage:
    return citation.document, citation.spans
