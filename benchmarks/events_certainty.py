"""Polarity, certainty and time of events: MEANTIME, English.

Run: `python -m benchmarks.events_certainty --part report`. Of each pair of texts, in the order of
their names, the first may choose rules (`choose`), the second is reported. Of the happenings that
people marked with polarity, certainty and time, those count that are read as events (the share is
printed). Ours: a denied event is negative; what is suspected, possible, planned, threatened or
tried is not certain (the corpus calls it possible or probable); planned and threatened ones lie in
the future. Beside each accuracy stands that of always answering the most frequent value.
"""

import argparse
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.event_texts import annotate, joined_words
from dateline.model.annotations import EventCertainty, EventMention, EventStage
from dateline.model.spans import Span

UNSURE = frozenset({EventCertainty.SUSPECTED, EventCertainty.POSSIBLE})
AHEAD = frozenset({EventStage.PLANNED, EventStage.THREATENED})
QUESTIONS = ("certainty", "polarity", "time")


def texts(corpora: Path) -> Iterator[tuple[str, list[tuple[Span, tuple[str, ...]]]]]:
    """Yield each text with its marked events: certainty, polarity and time as the corpus writes them."""
    for path in sorted((corpora / "10_hedging/meantime_en").glob("*/*.conll")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
        text, starts = joined_words([row[1] for row in rows])
        events = []
        for row, start in zip(rows, starts, strict=True):
            values = tuple(re.sub(r"^B-|-\d+$", "", mark) for mark in row[3:6])
            if row[2].startswith("B-") and all(value != "_" for value in values):
                events.append((Span(start, start + len(row[1])), values))
        yield text, events


def ours(event: EventMention) -> tuple[str, str, str]:
    """Return the values that an event of ours stands for."""
    certain = event.certainty not in UNSURE and event.stage in (EventStage.DONE, EventStage.DENIED)
    return (
        "CERTAIN" if certain else "UNCERTAIN",
        "NEG" if event.stage is EventStage.DENIED else "POS",
        "FUTURE" if event.stage in AHEAD else "NON_FUTURE",
    )


def _told(value: str) -> str:
    return "UNCERTAIN" if value in ("POSSIBLE", "PROBABLE") else value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("choose", "report"), default="report")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    marked = 0
    pairs: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for text, gold in list(texts(Path(arguments.corpora).expanduser()))[arguments.part == "report" :: 2]:
        marked += len(gold)
        events = annotate(text).events
        for span, values in gold:
            event = next((each for each in events if each.trigger.overlaps(span)), None)
            if event is not None:
                pairs.append((tuple(map(_told, values)), ours(event)))
                if arguments.verbose and pairs[-1][0] != pairs[-1][1]:
                    print(*pairs[-1], text[max(0, span.start - 60) : span.end + 30])
    print(f"{marked} marked happenings, read as events {len(pairs)}")
    for at, question in enumerate(QUESTIONS):
        right = sum(gold[at] == made[at] for gold, made in pairs) / max(len(pairs), 1)
        often = Counter(gold[at] for gold, _ in pairs).most_common(1)[0][1] / max(len(pairs), 1)
        print(f"{question}: {right:.3f} (always the most frequent: {often:.3f})")


if __name__ == "__main__":
    main()
