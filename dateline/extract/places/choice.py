"""Which of its namesakes a place name means: each name is judged by the countries, regions and whereabouts of
the others.

Every name spreads one vote over its candidates, as likely as each is so far; a name's own vote never counts
for itself. Two rounds settle it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from dateline.text.gazetteer import Kind, Place, gazetteer, name_key

# Chosen on the odd documents of LGL and GeoVirus.
KIND_WEIGHT = {
    Kind.COUNTRY: 1.2,
    Kind.CAPITAL: 0.35,
    Kind.SITE: 0.5,
    Kind.AREA: 1.0,
    Kind.REGION: -0.1,
    Kind.DISTRICT: -0.3,
    Kind.CITY: 0.0,
}
PEOPLE_WEIGHT = 0.15  # for each tenfold of people
MAIN_WEIGHT = 0.18  # for the place's own name, not one that it has in another language or had once
COUNTRY_WEIGHT = 1.8  # for a country in which all other places of the text lie
REGION_WEIGHT = 0.8
NEAR_WEIGHT = 1.5  # for a neighbourhood of some 150 km in which all other places lie
TYPE_WEIGHT = 0.4  # "the village of"
LIST_WEIGHT = 1.2  # "Ohio, New York, Indiana"
CONTAINER_WEIGHT = 3.0  # "Paris, Texas"
DESK_WEIGHT = 0.25
HOME_WEIGHT = 0.6  # for the region of a local outlet
ROUNDS = 2
SHARPNESS = 5.0
SURE_MARGIN = 0.6  # a lead of this much over the next candidate is a confidence of about .9
APART = 1.0  # degrees between places that are not one and the same under two headings
CELL_DEGREES = (1.6, 2.0)  # north and east, of the cells in which neighbours are counted

TINY = 1e-9
LEAST_SHARE = 0.01  # a candidate less likely than this has no vote
SPREAD = (Kind.COUNTRY, Kind.REGION, Kind.AREA)  # these lie in no neighbourhood
STANDINGS_REMEMBERED = 50_000  # at most some 20 MB
# What lies around seas of one name, for texts that say "the Gulf": countries, or regions of countries.
AROUND = {
    "Persian Gulf": ("ir", "iq", "kw", "sa", "bh", "qa", "ae", "om"),
    "Gulf of Mexico": ("mx", "cu", "us.TX", "us.LA", "us.MS", "us.AL", "us.FL"),
}

Key = str | tuple[int, int, int]
Votes = dict[Key, float]
# Under these every name that votes for any country, region or cell is counted.
COUNTRIES, REGIONS, CELLS = "countries", "regions", "cells"


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What is known beside the text: the countries of outlet and desk, ISO 3166-1 alpha-2 in lower case, and
    the region that a local outlet reports from, in GeoNames' codes ("us.OH").
    """

    countries: tuple[str, ...] = ()
    region: str | None = None


class Question(NamedTuple):
    """A name to be placed: its candidates, the kinds that the words around it ask for, what it lies in, and
    the kinds of the names that it is listed with. `name` is the folded name that the candidates bear.
    """

    key: str
    places: tuple[Place, ...]
    wanted: frozenset[Kind]
    container: str | None
    listed: frozenset[Kind] = frozenset()
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is the same for a place in every text: the headings under which it votes, and its own weight."""

    weight: float
    cells: tuple[Key, ...]
    headings: tuple[Key, ...]
    around: tuple[str, ...]


@dataclass(slots=True)
class _Candidate:
    """A place with what speaks for it by itself."""

    place: Place
    standing: _Standing
    fit: float
    score: float
    share: float = 1.0


def choose_places(
    questions: Sequence[Question], hints: Mapping[str, float], context: PlaceContext
) -> dict[str, tuple[Place, float]]:
    """Return, for each name, the place it means and the probability that this is right.

    `hints` weighs countries and regions that the text speaks of beside the names; 1 is what a name counts.
    """
    asked = [[_candidate(each, place, context) for place in each.places] for each in questions]
    unsettled = [candidates for candidates in asked if len(candidates) > 1]
    settled = _hinted(hints)
    for candidates in asked:
        if len(candidates) == 1:
            _add(settled, _votes(candidates))
        else:
            _share(candidates)
    for _ in range(ROUNDS):
        own = [_votes(candidates) for candidates in unsettled]
        whole = dict(settled)
        for votes in own:
            _add(whole, votes)
        for candidates, votes in zip(unsettled, own, strict=True):
            _weigh(candidates, whole, votes)
            _share(candidates)
    return {each.key: _best(candidates) for each, candidates in zip(questions, asked, strict=True)}


@lru_cache(maxsize=STANDINGS_REMEMBERED)
def _standing(row: int, name: str) -> _Standing:
    place = gazetteer().place(row)
    weight = PEOPLE_WEIGHT * math.log10(place.population + 10) + KIND_WEIGHT[place.kind]
    weight += MAIN_WEIGHT * (name_key(place.name) == name)
    cells = () if place.kind in SPREAD else cells_of(row)
    headings: tuple[Key, ...] = (place.country, COUNTRIES) if place.country else ()
    if place.region:
        headings += (place.region, REGIONS)
    if cells:
        headings += (*cells, CELLS)
    return _Standing(weight, cells, headings, AROUND.get(place.name, ()))


def _candidate(asked: Question, place: Place, context: PlaceContext) -> _Candidate:
    standing = _standing(place.row, asked.name)
    fit = standing.weight + _fit(asked, place, context)
    return _Candidate(place, standing, fit, fit)


@lru_cache(maxsize=STANDINGS_REMEMBERED)
def cells_of(row: int) -> tuple[Key, ...]:
    """Return the cells of two grids, one half a cell off, in which a place of the gazetteer lies."""
    place = gazetteer().place(row)
    north, east = place.lat / CELL_DEGREES[0], place.lon / CELL_DEGREES[1]
    return (0, math.floor(north), math.floor(east)), (1, math.floor(north + 0.5), math.floor(east + 0.5))


def _fit(each: Question, place: Place, context: PlaceContext) -> float:
    """Return how well a place answers the words around the name, and what is known beside the text."""
    score = DESK_WEIGHT * (place.country in context.countries)
    if each.wanted:
        score += TYPE_WEIGHT * (place.kind in each.wanted)
    if each.listed:
        score += LIST_WEIGHT * (place.kind in each.listed)
    if context.region is not None:
        score += HOME_WEIGHT * (place.region == context.region)
    if each.container is not None and each.container in (place.region, place.country):
        score += CONTAINER_WEIGHT * (place.kind is not Kind.COUNTRY)
    return score


def _hinted(hints: Mapping[str, float]) -> Votes:
    votes: Votes = {COUNTRIES: 0.0, REGIONS: 0.0, CELLS: 0.0}
    for code, weight in hints.items():
        country, _, region = code.partition(".")
        for heading in (country, COUNTRIES, code, REGIONS) if region else (country, COUNTRIES):
            votes[heading] = votes.get(heading, 0.0) + weight
    return votes


def _votes(candidates: Sequence[_Candidate]) -> Votes:
    """Return the votes of one name."""
    votes: Votes = {}
    for each in candidates:
        if (share := each.share) >= LEAST_SHARE:
            for heading in each.standing.headings:
                votes[heading] = votes.get(heading, 0.0) + share
    return votes


def _add(votes: Votes, others: Votes) -> None:
    for heading, share in others.items():
        votes[heading] = votes.get(heading, 0.0) + share


def _weigh(candidates: Sequence[_Candidate], whole: Votes, own: Votes) -> None:
    """Give each candidate of a name what speaks for it by itself and what the other names say.

    The name's own votes are taken out of the whole for so long.
    """
    for heading, share in own.items():
        whole[heading] -= share
    said = whole.get
    countries, regions, cells = (max(said(each, 0.0), TINY) for each in (COUNTRIES, REGIONS, CELLS))
    by_country, by_region, by_cell = COUNTRY_WEIGHT / countries, REGION_WEIGHT / regions, NEAR_WEIGHT / cells
    for each in candidates:
        country, region, score, standing = each.place.country, each.place.region, each.fit, each.standing
        if country:
            score += by_country * said(country, 0.0)
        if region:
            score += by_region * said(region, 0.0)
        if standing.cells:
            one, other = standing.cells
            score += by_cell * max(said(one, 0.0), said(other, 0.0))
        for around in standing.around:
            score += by_country * said(around, 0.0)
        each.score = score
    for heading, share in own.items():
        whole[heading] += share


def _share(candidates: Sequence[_Candidate]) -> None:
    top = max([each.score for each in candidates])
    weights = [math.exp(SHARPNESS * (each.score - top)) for each in candidates]
    total = sum(weights)
    for each, weight in zip(candidates, weights, strict=True):
        each.share = weight / total


def _best(candidates: Sequence[_Candidate]) -> tuple[Place, float]:
    first = max(candidates, key=attrgetter("score"))
    rivals = [other.score for other in candidates if _apart(other.place, first.place)]
    lead = first.score - max(rivals, default=first.score - 1.0)
    return first.place, round(0.5 + 0.48 * math.tanh(lead / SURE_MARGIN), 3)


def _apart(place: Place, other: Place) -> bool:
    return abs(place.lat - other.lat) + abs(place.lon - other.lon) > APART
