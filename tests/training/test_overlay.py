"""Our own places of the gazetteer: each says whose position it has, and lies where its neighbours say."""

import math
import re
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import training.gazetteer
from dateline.text.gazetteer import Kind, find_places, gazetteer, name_key
from training.gazetteer.build import OWN

FOLDER = Path(training.gazetteer.__file__).parent
PLACES: list[dict[str, Any]] = [
    place for name in OWN for place in tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["places"]
]
SLIP_KM = 3.0  # an anchor's distance is told to a tenth; its own position may be mended by GeoNames
FARTHEST_TOWN_KM = 150.0  # from any town of its country: Trebil lies 128 km from Rutba
OFFSHORE = frozenset({"South Pars", "Abu Musa", "Snake Island", "Diego Garcia"})
SOURCE = re.compile(r"GeoNames (\d+|region [A-Z]{2}\.\w+)|general knowledge")


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    north = (lat - other_lat) * 111.2
    return math.hypot(north, (lon - other_lon) * 111.2 * math.cos(math.radians(lat)))


def packaged(geonameid: int) -> tuple[float, float]:
    rows = gazetteer().places
    row = rows[int(np.flatnonzero(rows["geonameid"] == geonameid)[0])]
    return int(row["lat"]) / 1e5, int(row["lon"]) / 1e5


def of_kind(*kinds: str) -> list[Any]:
    chosen = [place for place in PLACES if place["kind"] in kinds]
    return [pytest.param(place, id=f"{place['name']}, {place.get('country', '')}") for place in chosen]


def test_each_place_has_a_source_and_says_how_good_it_is() -> None:
    assert [place["name"] for place in PLACES if not SOURCE.fullmatch(place["source"])] == []
    assert [place["name"] for place in PLACES if not place["within_km"] > 0] == []


def test_no_place_is_told_twice() -> None:
    told = [(place["name"], place["kind"], place.get("country")) for place in PLACES]
    assert sorted({each[0] for each in told if told.count(each) > 1}) == []


@pytest.mark.parametrize("place", of_kind("city"))
def test_a_town_lies_where_geonames_has_it(place: dict[str, Any]) -> None:
    found = re.fullmatch(r"GeoNames (\d+)", place["source"])
    if found is None:
        assert "anchor" in place
        return
    lat, lon = packaged(int(found[1]))
    assert kilometres(place["lat"], place["lon"], lat, lon) <= place["within_km"]


@pytest.mark.parametrize("place", [each for each in of_kind("city", "site") if "anchor" in each.values[0]])
def test_other_places_lie_as_far_from_their_anchor_as_told(place: dict[str, Any]) -> None:
    geonameid, told = place["anchor"]
    lat, lon = packaged(geonameid)
    assert kilometres(place["lat"], place["lon"], lat, lon) == pytest.approx(told, abs=SLIP_KM)


@pytest.mark.parametrize("place", of_kind("city", "site"))
def test_points_lie_in_reach_of_their_country(place: dict[str, Any]) -> None:
    rows, country = gazetteer().places, gazetteer().countries.index(place["country"])
    towns = rows[(rows["country"] == country) & (rows["geonameid"] > 0) & (rows["kind"] != Kind.COUNTRY)]
    north = (towns["lat"] / 1e5 - place["lat"]) * 111.2
    east = (towns["lon"] / 1e5 - place["lon"]) * 111.2 * math.cos(math.radians(place["lat"]))
    assert np.hypot(north, east).min() <= FARTHEST_TOWN_KM or place["name"] in OFFSHORE


@pytest.mark.parametrize("place", of_kind("city", "site", "area"))
def test_each_place_is_found_by_its_names(place: dict[str, Any]) -> None:
    for name in (place["name"], *place.get("names", ())):
        near = (
            kilometres(place["lat"], place["lon"], found.lat, found.lon)
            for found in find_places(name_key(name))
        )
        assert min(near, default=math.inf) <= place["within_km"] + SLIP_KM, name
