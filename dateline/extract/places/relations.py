"""Places told by others: "12 km south of Baghdad", "the western Aleppo countryside", "southeastern Iraq"."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from dateline.extract.places.words import PlaceWords
from dateline.text.gazetteer import Kind, Place, gazetteer
from dateline.text.tokens import Tokens

KILOMETRES_IN_DEGREE = 111.2
NEARBY_KM = 20.0  # how far "south of" is taken to reach where no distance is told
BEARINGS = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
LINKS = frozenset({"of", "from", "the", "از", "من", "إلى"})
FARTHEST_KM = 1000.0
PART_OF_TOWN_KM, PART_OF_REGION_KM, PART_OF_COUNTRY_KM = 10.0, 40.0, 100.0  # how far off the part of one lies


@dataclass(frozen=True, slots=True)
class Relation:
    """A bearing and distance from a named place, and how far around the point it may be."""

    words: str
    bearing: float
    distance_km: float
    radius_km: float


def relation_of(tokens: Tokens, first: int, last: int, words: PlaceWords) -> Relation | None:
    """Return what the words around a name say of where a thing lies from it, if they do."""
    at = first
    while at > 0 and tokens.words[at - 1] in LINKS and first - at < 2:
        at -= 1
    begin, bearing = _direction_before(tokens, at, words)
    if bearing is not None and (at < first or _no_of(tokens, first)):
        distance, start = _distance_before(tokens, begin, words)
        behind = _names_before(tokens, start)
        if distance is not None:
            return Relation(_text(tokens, start, last), bearing, distance, max(2.0, distance * 0.25))
        return None if behind else Relation(_text(tokens, begin, last), bearing, NEARBY_KM, NEARBY_KM)
    return _countryside(tokens, first, last, words)


def _direction_before(tokens: Tokens, at: int, words: PlaceWords) -> tuple[int, float | None]:
    if not at or tokens.words[at - 1] not in words.direction_ends:
        return at, None
    for length in (3, 2, 1):
        if at - length >= 0:
            code = words.directions.get(" ".join(tokens.words[at - length : at]))
            if code is not None:
                return at - length, float(BEARINGS[code])
    return at, None


def _no_of(tokens: Tokens, first: int) -> bool:
    """Persian and Arabic put the direction right before the name."""
    return not tokens.words[first].isascii() and not tokens.words[first - 1].endswith("ی")


def _distance_before(tokens: Tokens, at: int, words: PlaceWords) -> tuple[float | None, int]:
    """Return the kilometres told before token `at`, and where their telling begins."""
    if at < 2:
        return None, at
    while at > 1 and tokens.words[at - 1] in LINKS | {"to", "در", "إلى"}:
        at -= 1
    length = words.kilometres.get(tokens.words[at - 1])
    if length is None or not tokens.words[at - 2].isdecimal() or len(tokens.words[at - 2]) > 4:
        return None, at
    kilometres = int(tokens.words[at - 2]) * length
    return (kilometres, at - 2) if kilometres <= FARTHEST_KM else (None, at)


def _names_before(tokens: Tokens, at: int) -> bool:
    """Say whether the relation tells where a thing named just before lies: "the base south of Baghdad"."""
    return at > 0 and tokens.words[at - 1].isalpha() and tokens.words[at - 1] not in DETERMINERS


DETERMINERS = frozenset(
    {"the", "a", "in", "at", "to", "and", "or", "just", "area", "areas", "place", "region", "در", "في"}
)


def _countryside(tokens: Tokens, first: int, last: int, words: PlaceWords) -> Relation | None:
    """Read "the western Aleppo countryside" and "the southern countryside of Aleppo"."""
    behind = last < len(tokens) and tokens.words[last] in words.countryside
    if behind:
        begin, bearing = _direction_before(tokens, first, words)
        if bearing is not None:
            return Relation(_text(tokens, begin, last + 1), bearing, NEARBY_KM, NEARBY_KM)
    return None


def part_of(
    tokens: Tokens, span: tuple[int, int], name: Sequence[str], place: Place, words: PlaceWords
) -> Relation | None:
    """Read "southeastern Iraq", with the direction before the name or in it; `name` is that of the place."""
    first, last = span
    begin, bearing = _direction_before(tokens, first, words)
    if bearing is None:
        begin, bearing = first, _direction_in(tokens.words[first:last], words)
    if bearing is None or not words.directions.keys().isdisjoint(name):
        return None
    if place.kind is Kind.COUNTRY:
        distance = _part_of_country(place.country or "", bearing)
    else:
        distance = PART_OF_REGION_KM if place.kind in (Kind.REGION, Kind.DISTRICT) else PART_OF_TOWN_KM
    radius = max(NEARBY_KM, 1.25 * distance)
    return Relation(_text(tokens, begin, last), bearing, distance, radius)


def _direction_in(name: Sequence[str], words: PlaceWords) -> float | None:
    codes = (words.directions.get(" ".join(name[:length])) for length in (3, 2, 1) if length < len(name))
    return next((float(BEARINGS[code]) for code in codes if code), None)


@cache
def _part_of_country(code: str, bearing: float) -> float:
    """Return how far from its middle the part of a country lies: as the regions on that side do."""
    known, angle = gazetteer(), math.radians(bearing)
    country = known.country(code)
    inside = [known.place(row) for each, row in known.rows.items() if each.startswith(f"{code}.")]
    if country is None or not inside:
        return PART_OF_COUNTRY_KM
    wide = max(0.1, math.cos(math.radians(country.lat)))
    offs = [
        (each.lat - country.lat) * math.cos(angle) + (each.lon - country.lon) * wide * math.sin(angle)
        for each in inside
    ]
    beyond = [off for off in offs if off > 0]
    return KILOMETRES_IN_DEGREE * median(beyond) if beyond else PART_OF_COUNTRY_KM


def _text(tokens: Tokens, first: int, last: int) -> str:
    return " ".join(tokens.words[first:last])


def displaced(lat: float, lon: float, relation: Relation) -> tuple[float, float]:
    """Return the point at the relation's bearing and distance from a place."""
    angle = math.radians(relation.bearing)
    north, east = math.cos(angle) * relation.distance_km, math.sin(angle) * relation.distance_km
    wide = max(0.1, math.cos(math.radians(lat)))
    moved = lat + north / KILOMETRES_IN_DEGREE, lon + east / (KILOMETRES_IN_DEGREE * wide)
    return max(-90.0, min(90.0, moved[0])), (moved[1] + 180) % 360 - 180
