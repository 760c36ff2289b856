"""Places measured: LGL and GeoVirus, end to end and with gold spans, and the speed of looking for them.

Run: `python benchmarks/places.py [lgl|geovirus|speed] --part report`. Corpora lie in `$DATELINE_CORPORA`
(`~/corpora`); documents at odd places are the part on which rules were chosen (`choose`).
"""

import argparse
import math
import os
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.extract.places import place_mentions, toponym_mentions
from dateline.model.annotations import Mention, MentionType

NEAR_KM = 161.0


@dataclass(frozen=True)
class Gold:
    """A toponym as annotated; `lat` is NaN where it is not placed."""

    start: int
    end: int
    lat: float
    lon: float


def lgl(corpora: Path) -> Iterator[tuple[str, list[Gold]]]:
    for article in ET.parse(corpora / "4_geo/lgl.xml").getroot():
        gold = []
        for toponym in article.iter("toponym"):
            place = toponym.find("gaztag")
            if place is not None:
                spot = (float(place.findtext("lat", "0")), float(place.findtext("lon", "0")))
                gold.append(
                    Gold(int(toponym.findtext("start", "0")), int(toponym.findtext("end", "0")), *spot)
                )
            else:
                gold.append(
                    Gold(int(toponym.findtext("start", "0")), int(toponym.findtext("end", "0")), math.nan, 0)
                )
        yield article.findtext("text", ""), gold


def geovirus(corpora: Path) -> Iterator[tuple[str, list[Gold]]]:
    for article in ET.parse(corpora / "4_geo/GeoVirus.xml").getroot():
        gold = []
        for location in article.iter("location"):
            start, name = int(location.findtext("start", "0")) - 1, location.findtext("name", "")
            spot = (float(location.findtext("lat", "0")), float(location.findtext("lon", "0")))
            gold.append(Gold(start, start + len(name), *spot))
        yield article.findtext("text", ""), gold


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Reference: haversine on a sphere of 6371 km."""
    a, b = math.radians(lat), math.radians(other_lat)
    c = math.radians(other_lon - lon)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(c / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def measure(name: str, documents: list[tuple[str, list[Gold]]], show: int) -> None:
    counts = dict.fromkeys(("gold", "found", "named", "near", "given", "given_near", "placed"), 0)
    for text, gold in documents:
        placed = [each for each in gold if not math.isnan(each.lat)]
        _end_to_end(text, gold, placed, counts, show)
        _given(text, placed, counts, show)
    print(
        f"{name}: end to end recall (found and within 161 km) {counts['near'] / counts['gold']:.3f}, "
        f"precision (of what is found, a toponym) {counts['named'] / counts['found']:.3f}, "
        f"precision (and within 161 km) {counts['near'] / counts['placed']:.3f}; "
        f"given gold spans within 161 km {counts['given_near'] / counts['gold']:.3f} "
        f"(gold {counts['gold']}, found {counts['found']}, answered {counts['given']})"
    )


def _end_to_end(text: str, gold: list[Gold], placed: list[Gold], counts: dict[str, int], show: int) -> None:
    mentions = toponym_mentions(text, "en", ())
    places = {place.mention: place for place in place_mentions(text, "en", mentions)}
    counts["gold"] += len(placed)
    for mention in mentions:
        same = [each for each in gold if each.start < mention.end and mention.start < each.end]
        counts["found"] += 1
        counts["named"] += bool(same)
        counts["placed"] += not any(math.isnan(each.lat) for each in same)
        if show and not same:
            print(
                "EXTRA ",
                repr(text[max(0, mention.start - show) : mention.end + show]),
                text[mention.start : mention.end],
            )
    for each in placed:
        near = [one for one in mentions if one.start < each.end and each.start < one.end and one.id in places]
        hit = any(_within(each, places[one.id].lat, places[one.id].lon) for one in near)
        counts["near"] += hit
        if show and not near:
            print(
                "MISSED", repr(text[max(0, each.start - show) : each.end + show]), text[each.start : each.end]
            )


def _given(text: str, placed: list[Gold], counts: dict[str, int], show: int) -> None:
    mentions = [
        Mention(str(at), each.start, each.end, MentionType.GPE, None, 1.0) for at, each in enumerate(placed)
    ]
    places = {place.mention: place for place in place_mentions(text, "en", mentions)}
    counts["given"] += len(places)
    for at, each in enumerate(placed):
        place = places.get(str(at))
        near = place is not None and _within(each, place.lat, place.lon)
        counts["given_near"] += near
        if show and not near:
            found = f"{place.name}, {place.country}" if place else "nothing"
            print(
                "PLACED",
                repr(text[max(0, each.start - show) : each.end + show]),
                each.lat,
                each.lon,
                "found",
                found,
            )


def _within(gold: Gold, lat: float, lon: float) -> bool:
    return kilometres(gold.lat, gold.lon, lat, lon) <= NEAR_KM


def speed(documents: list[tuple[str, list[Gold]]]) -> None:
    began = time.perf_counter()
    for text, _ in documents:
        place_mentions(text, "en", toponym_mentions(text, "en", ()))
    size = sum(len(text.encode()) for text, _ in documents) / 1e6
    print(f"places, English: {size / (time.perf_counter() - began):.2f} MB/s ({size:.2f} MB)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", default=["lgl", "geovirus", "speed"])
    parser.add_argument("--part", choices=["choose", "report", "all"], default="report")
    parser.add_argument(
        "--show", type=int, default=0, help="print what is wrong with so many letters around it"
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    options = parser.parse_args()
    corpora = options.corpora.expanduser()
    steps = {"choose": slice(1, None, 2), "report": slice(0, None, 2), "all": slice(None)}
    for task in options.tasks:
        documents = list((geovirus if task == "geovirus" else lgl)(corpora))[steps[options.part]]
        speed(documents) if task == "speed" else measure(f"{task} ({options.part})", documents, options.show)


if __name__ == "__main__":
    main()
