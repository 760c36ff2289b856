"""Where documents agree on a figure and where they do not: versions, who gives each, and how they relate.

What is compatible is not disputed: "at least five" and "six" agree, the second is more specific.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, groupby

from dateline.assess.counts import Count, counts_of, dated, totals
from dateline.languages import language_codes, language_table
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.events import DISPUTED, RELATIONS, Relation
from dateline.model.ledger import Story

# Set by hand, not measured: "at least five" may stand for six or seven, "at least 40" for fifty; who knows of
# more says so.
OPEN_REACH, LEAST_REACH = 1.25, 2.0


@dataclass(frozen=True, slots=True)
class Version:
    """A value, with those that give it in the order in which they did."""

    low: float
    high: float
    is_denied: bool
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """All that a story's documents say of one figure. `relation` is the farthest of any two versions."""

    story: str
    kind: str
    of: str | None
    day: str | None
    versions: tuple[Version, ...]
    relation: Relation

    @property
    def is_disputed(self) -> bool:
        """Say whether two versions cannot both hold, and neither took the place of the other."""
        return self.relation in DISPUTED


def find_agreements(
    story: Story, documents: Sequence[Document], annotations: Mapping[str, Annotations]
) -> Iterator[Agreement]:
    """Yield what a story's documents say of each figure, by what is counted, who, and the day it happened.

    What a copy says as its original does is not its own. Of an outlet that changes its figure, the later one
    stands.
    """
    given = [count for document in documents for count in counts_of(document, annotations[document.id])]
    originals = {copy.document: copy.original for copy in story.copies}
    for about, alike in _by_figure(given):
        counts = list(_own(alike, originals))
        yield Agreement(story.id, *about, tuple(_versions(counts)), _farthest(counts))


def _own(counts: Sequence[Count], originals: Mapping[str, str]) -> Iterator[Count]:
    """Leave out what a copy only repeats; a reprint with another figure disputes it."""
    told = {(count.document.id, count.low, count.high, count.is_denied) for count in counts}
    for count in counts:
        if (originals.get(count.document.id), count.low, count.high, count.is_denied) not in told:
            yield count


def _by_figure(counts: Sequence[Count]) -> Iterator[tuple[tuple[str, str | None, str | None], list[Count]]]:
    def figure(count: Count) -> tuple[str, str, str]:
        return count.kind, count.of or "", count.day or ""

    by_kind = groupby(sorted(counts, key=lambda count: count.kind), key=lambda count: count.kind)
    known = [count for _, alike in by_kind for count in totals(dated(list(alike)))]
    ordered = sorted(known, key=lambda count: (figure(count), count.when))
    for (kind, of, day), alike in groupby(ordered, key=figure):
        yield (kind, of or None, day or None), list(alike)


def _versions(counts: Sequence[Count]) -> Iterator[Version]:
    """Group the counts that give one value, in the order in which they were first given."""
    values: dict[tuple[float, float, bool], list[Count]] = {}
    for count in counts:
        values.setdefault((count.low, count.high, count.is_denied), []).append(count)
    for (low, high, is_denied), alike in values.items():
        yield Version(low, high, is_denied, tuple(alike))


def _farthest(counts: Sequence[Count]) -> Relation:
    relations = [relate(first, second, counts) for first, second in combinations(counts, 2)]
    return max(relations, key=RELATIONS.index, default=Relation.SAME)


def relate(earlier: Count, later: Count, counts: Sequence[Count] = ()) -> Relation:
    """Return how a count stands to an earlier one of the same figure, among all `counts` of it."""
    if earlier.is_denied != later.is_denied:
        return Relation.DENIAL
    if (earlier.low, earlier.high) == (later.low, later.high):
        return Relation.SAME
    if earlier.low <= _reach(later) and later.low <= _reach(earlier):
        return Relation.MORE_SPECIFIC
    if earlier.document.url == later.document.url:
        return Relation.CORRECTION
    if earlier.outlet == later.outlet or _takes_place_of(later, earlier):
        return Relation.UPDATE
    return Relation.UPDATE if _is_left_behind(earlier, later, counts) else Relation.DIFFERENT


def _reach(count: Count) -> float:
    """Return the greatest figure that one can still mean: who says "at least 8" does not know of 26."""
    if count.high != float("inf") or _is_vague(count):
        return count.high
    return max(count.low * OPEN_REACH, count.low + LEAST_REACH)


def _is_vague(count: Count) -> bool:
    is_figure = any(character.isdecimal() for character in count.span.of(count.document.text))
    return not is_figure and count.low in _vague()


@cache
def _vague() -> frozenset[float]:
    """Return what the languages' words without a figure stand for at least: "many", "dozens", "hundreds"."""
    tables = (language_table(code, "quantities").get("vague", {}) for code in language_codes())
    return frozenset(
        float(value.removesuffix("+")) for table in tables for value in table if value.endswith("+")
    )


def _takes_place_of(later: Count, earlier: Count) -> bool:
    """Say whether a text itself says that its figure takes the place of the earlier one."""
    return later.corrects is not None and (
        later.corrects[0] <= earlier.high and earlier.low <= later.corrects[1]
    )


def _is_left_behind(earlier: Count, later: Count, counts: Sequence[Count]) -> bool:
    """Say whether an outlet has itself left the earlier figure for one that agrees with the later."""
    return any(
        count.outlet == earlier.outlet
        and count.when > earlier.when
        and count.low <= later.high
        and later.low <= count.high
        for count in counts
    )
