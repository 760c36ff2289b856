"""The stories of all documents put so far, as a stream that can be kept and gone on with."""

from collections.abc import Mapping, Sequence
from typing import Self

from dateline.link.copies import Match, direct_copies
from dateline.link.keeping import Reader, Writer
from dateline.link.space import Merged
from dateline.link.stories import StoryStream
from dateline.link.times import reading_order
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import Copy, Story


class Linked:
    """Documents in their reading order, each in a story."""

    def __init__(self, stream: StoryStream | None = None) -> None:
        self._stream = stream or StoryStream()
        self._order: list[str] = []
        self._members: dict[str, list[str]] = {}
        self._matches: list[Match] = []

    def add(self, document: Document, made: Annotations | None = None) -> None:
        """Put the next document, by its reading order, into a story."""
        placement = self._stream.add(document, made)
        self._merge(placement.merged)
        self._members.setdefault(placement.story, []).append(document.id)
        self._matches += placement.matches
        self._order.append(document.id)

    def finish(self) -> tuple[Story, ...]:
        """Settle the small stories that still wait, and return all in the order of their first documents."""
        self._merge(self._stream.finish())
        place = {id: number for number, id in enumerate(self._order)}
        copies = {copy.document: copy for copy in direct_copies(self._order, self._matches)}
        ordered = {id: sorted(members, key=place.__getitem__) for id, members in self._members.items()}
        firsts = sorted(ordered, key=lambda id: place[ordered[id][0]])
        return tuple(_story(id, ordered[id], copies) for id in firsts)

    def dump(self) -> bytes:
        """Return all that is known, to be read by `load`."""
        writer = Writer()
        self._stream.dump(writer)
        writer.texts(self._order)
        writer.texts(self._members)
        for members in self._members.values():
            writer.texts(members)
        writer.number(len(self._matches))
        for match in self._matches:
            match.dump(writer)
        return writer.to_bytes()

    @classmethod
    def load(cls, kept: bytes) -> Self:
        """Return what `dump` wrote: documents that are put now go where they would have gone then."""
        reader = Reader(kept)
        linked = cls(StoryStream.load(reader))
        linked._order = reader.texts()
        linked._members = {story: reader.texts() for story in reader.texts()}
        linked._matches = [Match.load(reader) for _ in range(reader.number())]
        return linked

    def _merge(self, merged: Merged) -> None:
        for gone, kept in merged:
            self._members[kept] = self._members.get(kept, []) + self._members.pop(gone, [])


def link_stories(documents: Sequence[Document], annotations: Mapping[str, Annotations]) -> tuple[Story, ...]:
    """Return the stories that `documents` tell, each document in one; their order does not matter."""
    linked = Linked()
    for document in sorted(documents, key=reading_order):
        linked.add(document, annotations.get(document.id))
    return linked.finish()


def _story(id: str, documents: Sequence[str], copies: Mapping[str, Copy]) -> Story:
    inside = (copies[each] for each in documents if each in copies and copies[each].original in documents)
    return Story(id, tuple(documents), tuple(inside))
