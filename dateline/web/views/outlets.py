"""Outlets as badges: who printed it, and to whom they belong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.assess.grades import LETTERS
from dateline.model.documents import Document
from dateline.outlets import OutletIndex
from dateline.web.room import Visit

NOBODY_GRADED: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Badge:
    """An outlet with its affiliation; `reports` is how many documents of it are meant.

    `grade` is the Admiralty letter that somebody gave it, `None` where nobody did.
    """

    id: str
    name: str
    kind: str | None
    country: str | None
    affiliation: str | None
    reports: int = 1
    grade: str | None = None


def badge(outlet: str | None, index: OutletIndex, reports: int = 1) -> Badge:
    """Return the badge of an outlet by its id, of an unknown one by the id alone."""
    known = index.get(outlet) if outlet else None
    if known is None:
        return Badge(outlet or "", outlet or "", None, None, None, reports)
    affiliation = known.affiliation or known.owner
    return Badge(known.id, known.name, known.kind.value, known.country, affiliation, reports)


def badges(
    documents: Iterable[Document], index: OutletIndex, letters: Mapping[str, str] = NOBODY_GRADED
) -> tuple[Badge, ...]:
    """Return the outlets of some documents, in the order in which they first printed."""
    counts: dict[str | None, int] = {}
    for document in documents:
        counts[document.outlet] = counts.get(document.outlet, 0) + 1
    return tuple(
        replace(badge(outlet, index, reports), grade=letters.get(outlet or ""))
        for outlet, reports in counts.items()
    )


def letters_of(visit: Visit) -> dict[str, str]:
    """Return the letter of each outlet that somebody graded."""
    grades = visit.ledger.book.grades(as_of=visit.as_of)
    return {outlet: grade.value for outlet, grade in grades.items() if grade.value in LETTERS}
