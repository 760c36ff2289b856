"""How well pages are read: body, title and day of publication against the gold of the Fundus pages.

Usage: python benchmarks/read_html.py [CORPORA] [--differences]
CORPORA (or DATELINE_CORPORA) holds `1_html/fundus`. Body is the F1 of the bags of words, averaged over pages.
"""

import argparse
import gzip
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean

from htmldate import find_date
from trafilatura import extract

from dateline.errors import Unreadable
from dateline.model.evidence import Evidence, WarcPointer
from dateline.model.identity import bytes_id
from dateline.read import READER, read_document


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its gold."""

    name: str
    body: bytes
    text: str
    title: str | None
    day: str | None
    captured_at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found."""

    text: str
    title: str | None
    day: str | None


def load_pages(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.glob("*/*.html.gz")):
        publisher, *captured = path.name.removesuffix(".html.gz").rsplit("_", 3)
        gold_versions = json.loads((path.parent / f"{publisher}.json").read_text(encoding="utf-8"))
        body = gzip.decompress(path.read_bytes())
        captured_at = datetime(*map(int, captured), 23, 59, tzinfo=UTC)
        gold = pick_version(gold_versions, body)
        if gold:
            stated = gold.get("publishing_date")
            day_stated = stated[:10] if stated else None
            yield Page(path.name, body, gold_text(gold), gold.get("title"), day_stated, captured_at)


def pick_version(versions: dict[str, dict], body: bytes) -> dict | None:
    """Return the gold of this page: the version whose words stand in it most completely."""
    page = bag(re.sub(r"<[^>]+>", " ", body.decode("utf-8", "replace")))
    with_body = [gold for gold in versions.values() if gold.get("body")]
    best = max(with_body, key=lambda gold: share(bag(gold_text(gold)), page), default=None)
    return best if best and share(bag(gold_text(best)), page) > 0.5 else None


def share(words: Counter[str], page: Counter[str]) -> float:
    return (words & page).total() / max(1, words.total())


def gold_text(gold: dict) -> str:
    body = gold.get("body") or {}
    lines = list(body.get("summary", ()))
    for section in body.get("sections", ()):
        lines += [*section.get("headline", ()), *section.get("paragraphs", ())]
    return "\n".join(lines)


def bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]|\w+", text.lower()))


def body_f1(found: str, gold: str) -> float:
    ours, theirs = bag(found), bag(gold)
    both = (ours & theirs).total()
    return 2 * both / max(1, ours.total() + theirs.total())


def read_ours(page: Page) -> Reading:
    evidence = Evidence(
        bytes_id(page.body), "https://page.example/", "https://page.example/", page.captured_at, "text/html",
        len(page.body), None, (("content-type", "text/html"),), WarcPointer("", 0, 0),
    )  # fmt: skip
    try:
        document = read_document(evidence, page.body, None)
    except Unreadable:
        return Reading("", None, None)
    return Reading(document.text, document.title, document.published.day if document.published else None)


def read_peers(page: Page) -> Reading:
    result = extract(page.body, output_format="json", with_metadata=True, include_comments=False)
    fields = json.loads(result) if result else {}
    source, latest = page.body.decode("utf-8", "replace"), page.captured_at.date().isoformat()
    day = find_date(source, original_date=True, max_date=latest)
    return Reading(fields.get("text") or "", fields.get("title"), day)


def plain(title: str | None) -> str:
    return " ".join(re.findall(r"\w+", (title or "").casefold()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="?", type=Path, default=os.environ.get("DATELINE_CORPORA"))
    parser.add_argument("--differences", action="store_true", help="list the pages that are read badly")
    options = parser.parse_args()
    if options.corpora is None:
        parser.error("name the folder of corpora, or set DATELINE_CORPORA")
    pages = list(load_pages(options.corpora / "1_html" / "fundus"))
    print(f"{len(pages)} pages; {READER}")
    print(f"{'reader':28} {'body F1':>8} {'title':>6} {'day':>6} {'pages/s':>8}")
    for name, read in (("dateline", read_ours), ("trafilatura + htmldate", read_peers)):
        began = time.perf_counter()
        readings = [read(page) for page in pages]
        rate = len(pages) / (time.perf_counter() - began)
        scores = [body_f1(reading.text, page.text) for page, reading in zip(pages, readings, strict=True)]
        titles = [plain(r.title) == plain(p.title) for p, r in zip(pages, readings, strict=True) if p.title]
        days = [r.day == p.day for p, r in zip(pages, readings, strict=True) if p.day]
        print(f"{name:28} {mean(scores):8.3f} {mean(titles):6.3f} {mean(days):6.3f} {rate:8.1f}")
        if options.differences and read is read_ours:
            list_differences(pages, readings, scores)
    return 0


def list_differences(pages: list[Page], readings: list[Reading], scores: list[float]) -> None:
    for page, reading, score in sorted(zip(pages, readings, scores, strict=True), key=lambda each: each[2]):
        if score < 0.9:
            print(f"  body {score:.2f} {page.name} gold {len(page.text)} found {len(reading.text)}")
        if page.title and plain(page.title) != plain(reading.title):
            print(f"  title {page.name}: {page.title!r} found {reading.title!r}")
        if page.day and page.day != reading.day:
            print(f"  day {page.name}: {page.day} found {reading.day}")


if __name__ == "__main__":
    sys.exit(main())
