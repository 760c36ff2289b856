"""Which of its namesakes a place name means: each name is judged by the countries and regions of the others.

Every name spreads one vote over its candidates, as likely as each is so far; a name's own vote never counts
for itself. Three rounds settle it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.text.gazetteer import Kind, Place

# Chosen on the odd documents of LGL and GeoVirus.
KIND_WEIGHT = {
    Kind.COUNTRY: 0.9,
    Kind.CAPITAL: 0.35,
    Kind.SITE: 0.5,
    Kind.AREA: 0.6,
    Kind.REGION: -0.1,
    Kind.CITY: 0.0,
}
PEOPLE_WEIGHT = 0.15  # for each tenfold of people
COUNTRY_WEIGHT = 0.9  # for a country in which all other places of the text lie
REGION_WEIGHT = 1.6
TYPE_WEIGHT = 0.8  # "the village of"
CONTAINER_WEIGHT = 3.0  # "Paris, Texas"
DESK_WEIGHT = 0.25
PEOPLE_VOTE = 0.5  # of the adjective of a country
ROUNDS = 3
SHARPNESS = 5.0
SURE_MARGIN = 0.6  # a lead of this much over the next candidate is a confidence of about .9
APART = 1.0  # degrees between places that are not one and the same under two headings


@dataclass(frozen=True, slots=True)
class Question:
    """A name to be placed: its candidates, the kinds that the words around it ask for, what it lies in."""

    key: str
    places: tuple[Place, ...]
    wanted: frozenset[Kind]
    container: str | None


@dataclass(slots=True)
class _Votes:
    """Votes for countries and regions, by name and in all."""

    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)

    def add(self, place: Place, share: float) -> None:
        if place.country:
            self.countries[place.country] = self.countries.get(place.country, 0.0) + share
        if place.region:
            self.regions[place.region] = self.regions.get(place.region, 0.0) + share


def choose_places(
    questions: Sequence[Question], peoples: Mapping[str, int], countries: Sequence[str]
) -> dict[str, tuple[Place, float]]:
    """Return, for each name, the place it means and the probability that this is right."""
    shares = {
        each.key: _shares([_fit(each, place, countries) for place in each.places]) for each in questions
    }
    scores: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        own = {each.key: _vote(each, shares[each.key]) for each in questions}
        whole = _sum([*own.values(), _Votes({code: count * PEOPLE_VOTE for code, count in peoples.items()})])
        for each in questions:
            scores[each.key] = [
                _fit(each, place, countries) + _support(place, whole, own[each.key]) for place in each.places
            ]
            shares[each.key] = _shares(scores[each.key])
    return {each.key: _best(each, scores[each.key]) for each in questions}


def _fit(each: Question, place: Place, countries: Sequence[str]) -> float:
    """Return how well a place answers by itself: its size, its kind, the words around the name."""
    score = PEOPLE_WEIGHT * math.log10(place.population + 10) + KIND_WEIGHT[place.kind]
    score += DESK_WEIGHT * (place.country in countries) + TYPE_WEIGHT * (place.kind in each.wanted)
    inside = each.container is not None and each.container in (place.region, place.country)
    return score + CONTAINER_WEIGHT * (inside and place.kind is not Kind.COUNTRY)


def _support(place: Place, whole: _Votes, own: _Votes) -> float:
    """Return how much the other names of the text speak for a place."""
    return COUNTRY_WEIGHT * _portion(
        place.country, whole.countries, own.countries
    ) + REGION_WEIGHT * _portion(place.region, whole.regions, own.regions)


def _portion(name: str | None, whole: Mapping[str, float], own: Mapping[str, float]) -> float:
    others = sum(whole.values()) - sum(own.values())
    if name is None or others <= 0:
        return 0.0
    return max(0.0, whole.get(name, 0.0) - own.get(name, 0.0)) / others


def _vote(each: Question, shares: Sequence[float]) -> _Votes:
    votes = _Votes()
    for place, share in zip(each.places, shares, strict=True):
        votes.add(place, share)
    return votes


def _sum(each_votes: Sequence[_Votes]) -> _Votes:
    whole = _Votes()
    for votes in each_votes:
        for code, share in votes.countries.items():
            whole.countries[code] = whole.countries.get(code, 0.0) + share
        for code, share in votes.regions.items():
            whole.regions[code] = whole.regions.get(code, 0.0) + share
    return whole


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [math.exp(SHARPNESS * (score - top)) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _best(each: Question, scores: Sequence[float]) -> tuple[Place, float]:
    ranked = sorted(zip(scores, each.places, strict=True), key=lambda pair: (-pair[0], pair[1].index))
    score, place = ranked[0]
    rivals = (other for other, rival in ranked[1:] if _apart(rival, place))
    lead = score - next(rivals, score - 1.0)
    return place, round(0.5 + 0.48 * math.tanh(lead / SURE_MARGIN), 3)


def _apart(place: Place, other: Place) -> bool:
    return abs(place.lat - other.lat) + abs(place.lon - other.lon) > APART
