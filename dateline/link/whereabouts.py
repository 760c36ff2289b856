"""Places of events: how near two of them are, at the precision of each."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.annotations import Annotations, PlacePrecision, PlaceReference

EARTH_KM = 6371.0
# How far around its point a place of each precision reaches; outlets name the base, the town beside it or the
# nearest city. Set by hand on the sample desk.
REACH_KM = {PlacePrecision.POINT: 10.0, PlacePrecision.CITY: 20.0, PlacePrecision.ADMIN: 100.0}
WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION})
LEADING_CHARACTERS = 2400
CELL_DEGREES = 0.5


@dataclass(frozen=True, slots=True)
class Where:
    """One place. `reach` is in kilometres; `None` for countries and regions, which contain others."""

    place: PlaceReference
    reach: float | None

    @property
    def cells(self) -> tuple[str, ...]:
        """Names of the half-degree squares around the point, by which near places are found."""
        row, column = (math.floor(degrees / CELL_DEGREES) for degrees in (self.place.lat, self.place.lon))
        return tuple(f"{row + south} {column + east}" for south in (-1, 0, 1) for east in (-1, 0, 1))


def where_of(place: PlaceReference) -> Where:
    """Return a place with its reach."""
    if place.precision in WIDE:
        return Where(place, None)
    return Where(place, max(REACH_KM[place.precision], place.radius_km or 0.0))


def leading_place(made: Annotations) -> Where | None:
    """Return the town or point that the opening of a document names most often, the first of equals."""
    opening = {mention.id: mention.start for mention in made.mentions if mention.start < LEADING_CHARACTERS}
    named = [
        place
        for place in made.places
        if place.mention in opening and place.precision in (PlacePrecision.POINT, PlacePrecision.CITY)
    ]
    times = Counter(_identity(place) for place in named)
    first = min(named, key=lambda place: (-times[_identity(place)], opening[place.mention]), default=None)
    return where_of(first) if first else None


def _identity(place: PlaceReference) -> str:
    return str(place.geonameid or place.name)


def distance_km(one: PlaceReference, other: PlaceReference) -> float:
    """Return the great-circle distance of two places."""
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (other_lat - lat) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat) * math.cos(other_lat) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))


def nearness(some: Iterable[Where], others: Iterable[Where]) -> float | None:
    """Return 1 where two places are near, 0.25 where one only contains the other, `None` where all are apart.

    A province as wide as its reach is near only to what lies in it, and then counts half. 0 says nothing.
    """
    mine, theirs = list(some), list(others)
    if not mine or not theirs:
        return 0.0
    found = [_near(one, other) for one in mine for other in theirs]
    near = [score for score in found if score is not None]
    return max(near) if near else None


def _near(one: Where, other: Where) -> float | None:
    if one.reach is None or other.reach is None:
        same = one.place.country is not None and one.place.country == other.place.country
        return 0.25 if same else None
    if _identity(one.place) == _identity(other.place):
        return 1.0 if max(one.reach, other.reach) < REACH_KM[PlacePrecision.ADMIN] else 0.5
    if distance_km(one.place, other.place) > one.reach + other.reach:
        return None
    return 0.5 if max(one.reach, other.reach) >= REACH_KM[PlacePrecision.ADMIN] else 1.0
