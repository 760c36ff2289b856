"""Places measured: LGL and GeoVirus, end to end and with gold spans, and the speed of looking for them.

GeoVirus marks no adjectives of countries: those that are found in it count neither for nor against. `--home`
tells each article of LGL the region of its outlet: the one that most places of its articles in the other part
lie in, as a desk says it of a local outlet. `--annotate` takes the names and places that `dateline annotate`
gives, its reader included, in place of those of the gazetteer alone.

Run: `python benchmarks/places.py [lgl|geovirus|speed] --part report`. Corpora lie in `$DATELINE_CORPORA`
(`~/corpora`); documents at odd places are the part on which rules were chosen (`choose`).
"""

import argparse
import io
import json
import math
import os
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.cli.annotate import run
from dateline.extract.places import PlaceContext, place_mentions, toponym_mentions
from dateline.model.annotations import Mention, MentionType, PlaceReference
from dateline.text.gazetteer import find_places, name_key

NEAR_KM = 161.0


@dataclass(frozen=True)
class Gold:
    """A toponym as annotated; `lat` is NaN where it is not placed."""

    start: int
    end: int
    lat: float
    lon: float


@dataclass(frozen=True)
class Article:
    """An article as annotated; `outlet` is the domain that printed it, where the corpus says so."""

    text: str
    gold: list[Gold]
    outlet: str = ""
    adjectives: bool = True

    @property
    def placed(self) -> list[Gold]:
        """The toponyms that have a position."""
        return [each for each in self.gold if not math.isnan(each.lat)]


def lgl(corpora: Path) -> Iterator[Article]:
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
        yield Article(article.findtext("text", ""), gold, article.findtext("domain", ""))


def geovirus(corpora: Path) -> Iterator[Article]:
    for article in ET.parse(corpora / "4_geo/GeoVirus.xml").getroot():
        gold = []
        for location in article.iter("location"):
            start, name = int(location.findtext("start", "0")) - 1, location.findtext("name", "")
            spot = (float(location.findtext("lat", "0")), float(location.findtext("lon", "0")))
            gold.append(Gold(start, start + len(name), *spot))
        yield Article(article.findtext("text", ""), gold, adjectives=False)


def homes(articles: list[Article]) -> dict[str, PlaceContext]:
    """Return the region of each outlet: the one in which most places of its articles lie."""
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for each in article.placed:
            places = find_places(name_key(article.text[each.start : each.end]))
            near = next((place.region for place in places if _within(each, place.lat, place.lon)), None)
            if near:
                regions[article.outlet][near] += 1
    best = {outlet: counts.most_common(1)[0][0] for outlet, counts in regions.items()}
    return {outlet: PlaceContext((region[:2],), region) for outlet, region in best.items()}


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Reference: haversine on a sphere of 6371 km."""
    a, b = math.radians(lat), math.radians(other_lat)
    c = math.radians(other_lon - lon)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(c / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


Find = Callable[[str, PlaceContext], list[tuple[Mention, PlaceReference | None]]]
"""Names of a text, each with the place found for it."""


def by_gazetteer(text: str, context: PlaceContext) -> list[tuple[Mention, PlaceReference | None]]:
    mentions = toponym_mentions(text, "en", ())
    places = {place.mention: place for place in place_mentions(text, "en", mentions, context=context)}
    return [(mention, places.get(mention.id)) for mention in mentions]


def by_annotate(text: str, context: PlaceContext) -> list[tuple[Mention, PlaceReference | None]]:
    (answer,) = annotated([json.dumps({"id": "1", "text": text, "lang": "en"})])
    assert answer["text"] == text, "a text changes when it is made NFC; its offsets are other ones"
    mentions = {
        each["id"]: Mention(each["id"], each["start"], each["end"], MentionType(each["type"]), None, 1.0)
        for each in answer["mentions"]
    }
    return [(mentions[each["mention"]], PlaceReference(**each)) for each in answer["places"]]


def annotated(lines: list[str]) -> list[dict[str, Any]]:
    out = io.StringIO()
    run([], out=out, stdin=lines)
    return [json.loads(line) for line in out.getvalue().split("\n") if line]


def measure(
    name: str, articles: list[Article], find: Find, context: dict[str, PlaceContext], show: int
) -> None:
    counts = Counter[str]()
    for article in articles:
        known = context.get(article.outlet, PlaceContext())
        _end_to_end(article, find(article.text, known), counts, show)
        _given(article, known, counts, show)
    print(
        f"{name}: end to end recall (found and within 161 km) {counts['near'] / counts['gold']:.3f}, "
        f"precision (of what is found, a toponym) {counts['named'] / counts['found']:.3f}, "
        f"precision (and within 161 km) {counts['near'] / counts['placed']:.3f}; "
        f"given gold spans within 161 km {counts['given_near'] / counts['gold']:.3f} "
        f"(gold {counts['gold']}, found {counts['found']}, answered {counts['given']})"
    )


def _end_to_end(
    article: Article,
    found: list[tuple[Mention, PlaceReference | None]],
    counts: Counter[str],
    show: int,
) -> None:
    text = article.text
    found = [each for each in found if article.adjectives or each[0].type is not MentionType.NORP]
    for mention, _ in found:
        same = [each for each in article.gold if each.start < mention.end and mention.start < each.end]
        counts["found"] += 1
        counts["named"] += bool(same)
        counts["placed"] += not any(math.isnan(each.lat) for each in same)
        if show and not same:
            _show("EXTRA", text, mention.start, mention.end, show)
    for each in article.placed:
        near = [place for one, place in found if place and one.start < each.end and each.start < one.end]
        counts["gold"] += 1
        counts["near"] += any(_within(each, place.lat, place.lon) for place in near)
        if show and not near:
            _show("MISSED", text, each.start, each.end, show)


def _given(article: Article, context: PlaceContext, counts: Counter[str], show: int) -> None:
    text, placed = article.text, article.placed
    mentions = [
        Mention(str(at), each.start, each.end, MentionType.GPE, None, 1.0) for at, each in enumerate(placed)
    ]
    places = {place.mention: place for place in place_mentions(text, "en", mentions, context=context)}
    counts["given"] += len(places)
    for at, each in enumerate(placed):
        place = places.get(str(at))
        near = place is not None and _within(each, place.lat, place.lon)
        counts["given_near"] += near
        if show and not near:
            found = f"{place.name}, {place.country}" if place else "nothing"
            _show(f"PLACED {each.lat} {each.lon} found {found}:", text, each.start, each.end, show)


def _show(what: str, text: str, start: int, end: int, around: int) -> None:
    print(what, repr(text[max(0, start - around) : end + around]), text[start:end])


def _within(gold: Gold, lat: float, lon: float) -> bool:
    return kilometres(gold.lat, gold.lon, lat, lon) <= NEAR_KM


def speed(articles: list[Article]) -> None:
    began = time.process_time()
    for article in articles:
        place_mentions(article.text, "en", toponym_mentions(article.text, "en", ()))
    size = sum(len(article.text.encode()) for article in articles) / 1e6
    print(
        f"places, English: {size / (time.process_time() - began):.2f} MB/s of processor time ({size:.2f} MB)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", default=["lgl", "geovirus", "speed"])
    parser.add_argument("--part", choices=["choose", "report", "all"], default="report")
    parser.add_argument(
        "--show", type=int, default=0, help="print what is wrong with so many letters around it"
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--annotate", action="store_true", help="take what `dateline annotate` gives")
    parser.add_argument("--home", action="store_true", help="tell each article the region of its outlet")
    options = parser.parse_args()
    corpora = options.corpora.expanduser()
    parts = {"choose": slice(1, None, 2), "report": slice(0, None, 2), "all": slice(None)}
    other = {"choose": "report", "report": "choose", "all": "all"}[options.part]
    for task in options.tasks:
        every = list((geovirus if task == "geovirus" else lgl)(corpora))
        articles = every[parts[options.part]]
        if task == "speed":
            speed(articles)
        else:
            context = homes(every[parts[other]]) if options.home else {}
            find = by_annotate if options.annotate else by_gazetteer
            measure(f"{task} ({options.part})", articles, find, context, options.show)


if __name__ == "__main__":
    main()
