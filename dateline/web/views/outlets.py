"""Outlets as badges: who printed it, and to whom they belong."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.documents import Document
from dateline.outlets import OutletIndex


@dataclass(frozen=True, slots=True)
class Badge:
    """An outlet with its affiliation; `reports` is how many documents of it are meant."""

    id: str
    name: str
    kind: str | None
    country: str | None
    affiliation: str | None
    reports: int = 1


def badge(outlet: str | None, index: OutletIndex, reports: int = 1) -> Badge:
    """Return the badge of an outlet by its id, of an unknown one by the id alone."""
    known = index.get(outlet) if outlet else None
    if known is None:
        return Badge(outlet or "", outlet or "", None, None, None, reports)
    affiliation = known.affiliation or known.owner
    return Badge(known.id, known.name, known.kind.value, known.country, affiliation, reports)


def badges(documents: Iterable[Document], index: OutletIndex) -> tuple[Badge, ...]:
    """Return the outlets of some documents, in the order in which they first printed."""
    counts: dict[str | None, int] = {}
    for document in documents:
        counts[document.outlet] = counts.get(document.outlet, 0) + 1
    return tuple(badge(outlet, index, reports) for outlet, reports in counts.items())
