"""Independent origins: documents that copy, credit, cite or belong to one another count as one."""

from collections.abc import Mapping, Sequence

from dateline.assess.ties import Role, Tie, outlet_name, tie_documents
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import Assessment, Story
from dateline.outlets import OutletIndex
from dateline.text.counting import count


def assess_story(
    story: Story,
    documents: Sequence[Document],
    *,
    outlets: OutletIndex | None = None,
    annotations: Mapping[str, Annotations] | None = None,
) -> Assessment:
    """Group the documents of a story by independent origin and say why.

    Documents are of one origin by what one copies from another, by the agency that both credit, by an outlet
    that one credits or mostly cites and the other is printed by, by a common outlet or owner, and by one
    unnamed source that is all that both have. Citations and unnamed sources are known from `annotations`.
    """
    index = outlets or OutletIndex(())
    by_id = {document.id: document for document in documents}
    ties = tie_documents(story, by_id, annotations or {}, index)
    origins = _groups(ties)
    printed_by = {id: outlet_name(by_id[id], index) for id in story.documents}
    return Assessment(story.id, origins, _reason(origins, ties, printed_by))


def _groups(ties: Mapping[str, Tie]) -> tuple[tuple[str, ...], ...]:
    """Return the groups that are connected by keys, each in the order of the documents."""
    order = {id: place for place, id in enumerate(ties)}
    head = {id: id for id in ties}

    def find_head(id: str) -> str:
        while head[id] != id:
            id = head[id]
        return id

    holders: dict[str, str] = {}
    for id, tie in ties.items():
        for key in (f"document {id}", *tie.keys):
            first, second = sorted(
                (find_head(holders.setdefault(key, id)), find_head(id)), key=order.__getitem__
            )
            head[second] = first
    groups: dict[str, list[str]] = {}
    for id in ties:
        groups.setdefault(find_head(id), []).append(id)
    return tuple(tuple(group) for group in groups.values())


def _reason(origins: Sequence[Sequence[str]], ties: Mapping[str, Tie], printed_by: Mapping[str, str]) -> str:
    """Count outlets and origins and name them: "5 outlets, 1 origin: Reuters (4 reprints)"."""
    named = [_describe([ties[id] for id in origin], printed_by) for origin in origins]
    outlets = len(set(printed_by.values()))
    return f"{count(outlets, 'outlet')}, {count(len(origins), 'origin')}: {', '.join(named)}"


def _describe(ties: Sequence[Tie], printed_by: Mapping[str, str]) -> str:
    """Name the origin of a group and how others come to be of it; an outlet is counted once."""
    own = [tie.origin for tie in ties if tie.role is Role.OWN and tie.origin]
    origin = [*own, *(tie.origin for tie in ties if tie.origin)][0]
    reprinting = _printers(ties, Role.REPRINT, printed_by) - {origin}
    citing = _printers(ties, Role.CITING, printed_by) - {origin} - reprinting
    others = _printers(ties, Role.OWN, printed_by) - {origin} - reprinting - citing
    notes = []
    if reprinting:
        notes.append(count(len(reprinting), "reprint"))
    if citing:
        notes.append(f"cited by {len(citing)}")
    if others:
        notes.append(f"with {' and '.join(sorted(others))}, {_in_common(ties)}")
    return f"{origin} ({'; '.join(notes)})" if notes else origin


def _in_common(ties: Sequence[Tie]) -> str:
    unnamed = [tie.unnamed for tie in ties if tie.role is Role.OWN and tie.unnamed]
    if len(unnamed) > 1:
        return f"one unnamed source: {unnamed[0]}"
    return "same owner"


def _printers(ties: Sequence[Tie], role: Role, printed_by: Mapping[str, str]) -> set[str]:
    return {printed_by[tie.document] for tie in ties if tie.role is role}
