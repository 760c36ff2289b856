"""Versions of one attribute of an event: who gives which since when, and how they stand to one another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model.documents import Document
from dateline.model.events import DISPUTED, RELATIONS, Attribute, AttributeVersion, Change, Giver, Relation

Moment = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A value as one document gives it. Values with one `key` are one version, shown as the first value.

    `original` is the document that this one copies.
    """

    document: Document
    key: tuple[object, ...]
    value: str
    claim: str | None = None
    original: str | None = None

    @property
    def outlet(self) -> str:
        """Who gives it."""
        return self.document.outlet or self.document.url

    @property
    def when(self) -> Moment:
        """When it was given, as a key to sort by: of an edited article the edit, else the printing."""
        return said_at(self.document), self.document.captured_at.isoformat(), self.document.id


Relate = Callable[[Said, Said], Relation]


def said_at(document: Document) -> str:
    """Return when a document was printed, as it says, else the day it was captured."""
    return document.published.value if document.published else document.captured_at.date().isoformat()


def to_attribute(name: str, of: str | None, said: Sequence[Said], relate: Relate) -> Attribute:
    """Return all that was said of one attribute; `relate` takes the earlier and the later of two.

    What a copy says as its original does is not its own and left out.
    """
    given = {(each.document.id, each.key) for each in said}
    own = [each for each in said if each.original is None or (each.original, each.key) not in given]
    ordered = sorted(own, key=lambda each: each.when)
    changes = tuple(_changes(ordered, relate))
    return Attribute(name, of, tuple(_versions(ordered)), _farthest(ordered, changes, relate), changes)


def _versions(said: Sequence[Said]) -> Iterator[AttributeVersion]:
    by_key: dict[tuple[object, ...], list[Said]] = {}
    for each in said:
        by_key.setdefault(each.key, []).append(each)
    for alike in by_key.values():
        first: dict[str, Said] = {}
        for each in alike:
            first.setdefault(each.outlet, each)
        givers = (
            Giver(each.outlet, each.document.id, _since(each, said), _until(each, said), each.claim)
            for each in first.values()
        )
        yield AttributeVersion(alike[0].value, tuple(givers))


def _since(said: Said, others: Sequence[Said]) -> str:
    """Return when it was given: for a later version of an article, when that version was captured."""
    is_edited = any(
        other.document.url == said.document.url and other.document.captured_at < said.document.captured_at
        for other in others
    )
    return said.document.captured_at.isoformat() if is_edited else said_at(said.document)


def _until(said: Said, others: Sequence[Said]) -> str | None:
    """Return when its outlet gave another version and not this one any more."""
    mine = [other for other in others if other.outlet == said.outlet]
    if not mine or mine[-1].key == said.key:
        return None
    last = max(place for place, other in enumerate(mine) if other.key == said.key)
    return _since(mine[last + 1], others)


def _farthest(said: Sequence[Said], changes: Sequence[Change], relate: Relate) -> Relation:
    """Return how far apart the outlets stand at last; where they agree, how far any has moved."""
    last = {each.outlet: each for each in said}
    apart = [relate(earlier, later) for earlier, later in combinations(last.values(), 2)]
    moved = [change.relation for change in changes]
    return max([*apart, *moved], key=RELATIONS.index, default=Relation.SAME)


def _changes(said: Sequence[Said], relate: Relate) -> Iterator[Change]:
    last: dict[str, Said] = {}
    for each in said:
        before = last.get(each.outlet)
        if before is not None and before.key != each.key:
            since, relation = _since(each, said), _of_one_outlet(before, each, relate(before, each))
            yield Change(each.outlet, each.document.id, since, relation, before.value, each.value)
        last[each.outlet] = each


def _of_one_outlet(earlier: Said, later: Said, relation: Relation) -> Relation:
    """Return how an outlet's later version stands to its own: it does not dispute itself, but may deny."""
    if relation not in DISPUTED or relation is Relation.DENIAL:
        return relation
    return Relation.CORRECTION if earlier.document.url == later.document.url else Relation.UPDATE
