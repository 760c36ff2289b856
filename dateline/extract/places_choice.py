"""Which of its namesakes a place name means: each name is judged by the countries, regions and whereabouts of
the others.

Every name spreads one vote over its candidates, as likely as each is so far; a name's own vote never counts
for itself. Three rounds settle it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.text.gazetteer import Kind, Place

# Chosen on the odd documents of LGL and GeoVirus.
KIND_WEIGHT = {
    Kind.COUNTRY: 1.2,
    Kind.CAPITAL: 0.35,
    Kind.SITE: 0.5,
    Kind.AREA: 0.6,
    Kind.REGION: -0.1,
    Kind.DISTRICT: -0.3,
    Kind.CITY: 0.0,
}
PEOPLE_WEIGHT = 0.15  # for each tenfold of people
COUNTRY_WEIGHT = 1.8  # for a country in which all other places of the text lie
REGION_WEIGHT = 0.8
NEAR_WEIGHT = 1.0  # for a neighbourhood of some 150 km in which all other places lie
TYPE_WEIGHT = 0.4  # "the village of"
CONTAINER_WEIGHT = 3.0  # "Paris, Texas"
DESK_WEIGHT = 0.25
HOME_WEIGHT = 0.6  # for the region of a local outlet
HINT_VOTE = 0.5  # of the adjective of a country, or of a region in the name of something else
ROUNDS = 3
SHARPNESS = 5.0
SURE_MARGIN = 0.6  # a lead of this much over the next candidate is a confidence of about .9
APART = 1.0  # degrees between places that are not one and the same under two headings
CELL_DEGREES = (1.6, 2.0)  # north and east, of the cells in which neighbours are counted

Key = str | tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What is known beside the text: the countries of outlet and desk, ISO 3166-1 alpha-2 in lower case, and
    the region that a local outlet reports from, in GeoNames' codes ("us.OH").
    """

    countries: tuple[str, ...] = ()
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A name to be placed: its candidates, the kinds that the words around it ask for, what it lies in."""

    key: str
    places: tuple[Place, ...]
    wanted: frozenset[Kind]
    container: str | None


@dataclass(slots=True)
class _Candidate:
    """A place with what speaks for it by itself, and the headings under which it votes."""

    place: Place
    fit: float
    country: str | None
    region: str | None
    cells: tuple[Key, ...]
    score: float = 0.0
    share: float = 0.0


@dataclass(slots=True)
class _Tally:
    """Votes by heading, and how many names voted for any country, region or cell."""

    votes: dict[Key, float] = field(default_factory=dict)
    countries: float = 0.0
    regions: float = 0.0
    cells: float = 0.0

    def add(self, heading: Key, share: float) -> None:
        self.votes[heading] = self.votes.get(heading, 0.0) + share


def choose_places(
    questions: Sequence[Question], hints: Mapping[str, int], context: PlaceContext
) -> dict[str, tuple[Place, float]]:
    """Return, for each name, the place it means and the probability that this is right.

    `hints` counts countries and regions that the text speaks of beside the names.
    """
    asked = [[_candidate(each, place, context) for place in each.places] for each in questions]
    for candidates in asked:
        _share(candidates)
    for _ in range(ROUNDS):
        whole = _tally(asked, hints)
        for candidates in asked:
            own = _own(candidates)
            for each in candidates:
                each.score = each.fit + _support(each, whole, own)
        for candidates in asked:
            _share(candidates)
    return {each.key: _best(candidates) for each, candidates in zip(questions, asked, strict=True)}


def _candidate(asked: Question, place: Place, context: PlaceContext) -> _Candidate:
    fit = _fit(asked, place, context)
    spread = place.kind in (Kind.COUNTRY, Kind.REGION, Kind.AREA)
    return _Candidate(place, fit, place.country, place.region, () if spread else cells_of(place), fit)


def cells_of(place: Place) -> tuple[Key, ...]:
    """Return the cells of two grids, one half a cell off, in which a place lies."""
    north, east = place.lat / CELL_DEGREES[0], place.lon / CELL_DEGREES[1]
    return (0, math.floor(north), math.floor(east)), (1, math.floor(north + 0.5), math.floor(east + 0.5))


def _fit(each: Question, place: Place, context: PlaceContext) -> float:
    """Return how well a place answers by itself: its size, its kind, the words around the name."""
    score = PEOPLE_WEIGHT * math.log10(place.population + 10) + KIND_WEIGHT[place.kind]
    score += DESK_WEIGHT * (place.country in context.countries) + TYPE_WEIGHT * (place.kind in each.wanted)
    score += HOME_WEIGHT * (place.region is not None and place.region == context.region)
    inside = each.container is not None and each.container in (place.region, place.country)
    return score + CONTAINER_WEIGHT * (inside and place.kind is not Kind.COUNTRY)


def _headings(each: _Candidate) -> tuple[Key, ...]:
    return tuple(heading for heading in (each.country, each.region, *each.cells) if heading)


def _own(candidates: Sequence[_Candidate]) -> _Tally:
    """Return the votes of one name."""
    tally = _Tally()
    for each in candidates:
        for heading in _headings(each):
            tally.add(heading, each.share)
        tally.countries += each.share * (each.country is not None)
        tally.regions += each.share * (each.region is not None)
        tally.cells += each.share * bool(each.cells)
    return tally


def _tally(asked: Sequence[Sequence[_Candidate]], hints: Mapping[str, int]) -> _Tally:
    whole = _Tally()
    for candidates in asked:
        own = _own(candidates)
        for heading, share in own.votes.items():
            whole.add(heading, share)
        whole.countries += own.countries
        whole.regions += own.regions
        whole.cells += own.cells
    for code, count in hints.items():
        whole.add(code, HINT_VOTE * count)
        whole.add(code.partition(".")[0], HINT_VOTE * count * ("." in code))
        whole.countries += HINT_VOTE * count
        whole.regions += HINT_VOTE * count * ("." in code)
    return whole


def _support(each: _Candidate, whole: _Tally, own: _Tally) -> float:
    """Return how much the other names of the text speak for a place."""

    def portion(heading: Key | None, total: float) -> float:
        if heading is None or total <= 0:
            return 0.0
        return max(0.0, whole.votes.get(heading, 0.0) - own.votes.get(heading, 0.0)) / total

    near = max((portion(cell, whole.cells - own.cells) for cell in each.cells), default=0.0)
    return (
        COUNTRY_WEIGHT * portion(each.country, whole.countries - own.countries)
        + REGION_WEIGHT * portion(each.region, whole.regions - own.regions)
        + NEAR_WEIGHT * near
    )


def _share(candidates: Sequence[_Candidate]) -> None:
    top = max(each.score for each in candidates)
    weights = [math.exp(SHARPNESS * (each.score - top)) for each in candidates]
    total = sum(weights)
    for each, weight in zip(candidates, weights, strict=True):
        each.share = weight / total


def _best(candidates: Sequence[_Candidate]) -> tuple[Place, float]:
    ranked = sorted(candidates, key=lambda each: (-each.score, each.place.index))
    first = ranked[0]
    rivals = (other.score for other in ranked[1:] if _apart(other.place, first.place))
    lead = first.score - next(rivals, first.score - 1.0)
    return first.place, round(0.5 + 0.48 * math.tanh(lead / SURE_MARGIN), 3)


def _apart(place: Place, other: Place) -> bool:
    return abs(place.lat - other.lat) + abs(place.lon - other.lon) > APART
