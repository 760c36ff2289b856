"""Killed and wounded of a report's main attack: 50 reports of FA-KES, read by hand.

Run: `python -m benchmarks.events_counts`. The reports are drawn by a fixed seed; `cases/event_counts.json`
holds, by the id of each, how many it says were killed and wounded in the happening that it is about, as it
was read by hand before anything was measured: several figures where the report gives several for that
happening, none where it gives no number ("dozens"). Ours are those of the first attack told with a figure of
killed or wounded, its retellings joined: the figure told first, a part of a total left out. A report is
right when all figures that it states are ours. The day that the corpus prints in front of a text is cut off.
"""

import argparse
import csv
import json
import os
import re
from collections import Counter
from pathlib import Path

from benchmarks.event_texts import annotate
from dateline.model.annotations import Annotations, EventMention, Quantity

JUDGED = Path(__file__).parent / "cases" / "event_counts.json"
DAY = re.compile(
    r"^(?:Published |Date of publication |Last updated at )?(?:\w+day |\w{3} )?"
    r"(?:\d\d-\d\d-\d{4}|\d\d? \w+ \d{4}|[A-Z]\w+ \d\d?,? \d{4})(?: \d\d:?\d\d)?\s*"
)
KINDS = ("killed", "wounded")
VAGUE = frozenset({"dozens", "scores", "hundreds", "several", "many", "of", "some", "few"})


def main_attack(read: Annotations, text: str) -> list[EventMention]:
    """Return the first happening told with a figure of casualties, each of its tellings."""
    for event in read.events:
        told = [each for each in read.events if event.id in (each.id, each.same_as)]
        counted = [read.quantities[index] for each in told for index in each.quantities]
        figures = {each.kind for each in counted if not is_vague(each, text)}
        if event.same_as is None and figures & set(KINDS):
            return told
    return []


def figure(read: Annotations, told: list[EventMention], kind: str, text: str) -> int | None:
    """Return how many of a kind a happening counts."""
    counted = [read.quantities[index] for each in told for index in each.quantities]
    found = [
        int(each.low or each.high or 0)
        for each in counted
        if each.kind == kind and each.part_of is None and not is_vague(each, text)
    ]
    return found[0] if found else None


def is_vague(quantity: Quantity, text: str) -> bool:
    """Say whether a quantity is no figure: "dozens"."""
    return text[quantity.start : quantity.end].rsplit(maxsplit=1)[-1].lower() in VAGUE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    path = Path(arguments.corpora).expanduser() / "11_contradiction/fa_kes.csv"
    with path.open(encoding="utf-8", errors="replace") as stream:
        texts = {
            row["unit_id"]: DAY.sub("", row["article_content"], count=1) for row in csv.DictReader(stream)
        }
    right: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    for name, gold in json.loads(JUDGED.read_text(encoding="utf-8")).items():
        read = annotate(texts[name])
        told = main_attack(read, texts[name])
        verdicts = {}
        for kind in KINDS:
            if gold[kind]:
                stated[kind] += 1
                verdicts[kind] = figure(read, told, kind, texts[name]) in gold[kind]
                right[kind] += verdicts[kind]
                if arguments.verbose and not verdicts[kind]:
                    print(
                        name, kind, gold[kind], figure(read, told, kind, texts[name]), "|", texts[name][:250]
                    )
        stated["report"] += bool(verdicts)
        right["report"] += bool(verdicts) and all(verdicts.values())
    for what in (*KINDS, "report"):
        print(f"{what}: {right[what]} of {stated[what]} right = {right[what] / stated[what]:.3f}")


if __name__ == "__main__":
    main()
