"""Independent origins: documents that copy, credit or belong to one another count as one."""

from collections.abc import Mapping, Sequence

from dateline.model.documents import Document
from dateline.model.ledger import Assessment, Story
from dateline.model.outlets import Outlet
from dateline.outlets import OutletIndex
from dateline.text.fold import fold

Bond = tuple[str, str]


def assess_story(
    story: Story, documents: Sequence[Document], *, outlets: OutletIndex | None = None
) -> Assessment:
    """Group the documents of a story by independent origin and say why.

    Documents are bound by what one copies from another, by the agency that both credit, by an outlet
    that one credits and the other is printed by, and by a common outlet or owner.
    """
    index = outlets or OutletIndex(())
    by_id = {document.id: document for document in documents}
    origins = _groups(story.documents, _bonds(story, by_id, index))
    return Assessment(story.id, origins, _reason(story, by_id, origins, index))


def _bonds(story: Story, by_id: Mapping[str, Document], index: OutletIndex) -> list[Bond]:
    keys: dict[str, str] = {}
    bonds = [(copy.document, copy.original) for copy in story.copies]
    for id in story.documents:
        for key in _keys(by_id[id], index):
            bonds.append((keys.setdefault(key, id), id))
    return bonds


def _keys(document: Document, index: OutletIndex) -> list[str]:
    """Return what a document has in common with others of its origin.

    Who credits another is of that other's origin, whoever prints it: its own outlet says nothing then.
    """
    if document.source is not None:
        return [_source_key(document.source, index)]
    if document.outlet is None:
        return []
    outlet = index.get(document.outlet)
    owner = [f"owner {fold(outlet.owner)}"] if outlet and outlet.owner else []
    return [f"outlet {document.outlet}", *owner]


def _source_key(source: str, index: OutletIndex) -> str:
    outlet = _credited(source, index)
    return f"outlet {outlet.id}" if outlet else f"source {fold(source)}"


def _credited(source: str, index: OutletIndex) -> Outlet | None:
    return index.get(source) or index.find(source)


def _groups(ids: Sequence[str], bonds: Sequence[Bond]) -> tuple[tuple[str, ...], ...]:
    """Return the connected groups, each in the order of `ids`."""
    head = {id: id for id in ids}

    def find_head(id: str) -> str:
        while head[id] != id:
            id = head[id]
        return id

    for one, other in bonds:
        first, second = sorted((find_head(one), find_head(other)), key=ids.index)
        head[second] = first
    groups: dict[str, list[str]] = {}
    for id in ids:
        groups.setdefault(find_head(id), []).append(id)
    return tuple(tuple(group) for group in groups.values())


def _reason(
    story: Story, by_id: Mapping[str, Document], origins: Sequence[Sequence[str]], index: OutletIndex
) -> str:
    """Count outlets and origins and name them: "5 outlets, 1 origin: Reuters (4 reprints)"."""
    printed_by = {by_id[id].outlet or by_id[id].url for id in story.documents}
    named = [_describe([by_id[id] for id in origin], index) for origin in origins]
    return f"{_count(len(printed_by), 'outlet')}, {_count(len(origins), 'origin')}: {', '.join(named)}"


def _describe(documents: Sequence[Document], index: OutletIndex) -> str:
    """Name the origin of a group, and how many other outlets passed it on."""
    sources = [document.source for document in documents if document.source]
    outlet = _credited(sources[0], index) if sources else None
    origin = outlet.name if outlet else sources[0] if sources else _outlet_name(documents[0], index)
    printed_by = {_outlet_name(document, index) for document in documents}
    reprints = len(printed_by - {origin})
    return f"{origin} ({_count(reprints, 'reprint')})" if reprints else origin


def _outlet_name(document: Document, index: OutletIndex) -> str:
    if document.outlet is None:
        return document.url
    outlet = index.get(document.outlet)
    return outlet.name if outlet else document.outlet


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
