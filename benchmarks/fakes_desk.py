"""A month of FA-KES, reports of 15 outlets on the war in Syria, as a desk that issues its edition.

    python -m benchmarks.fakes_desk FOLDER [--corpora FOLDER] [--month 2016-07]

The folder is made, read and issued; run it again to read on where it stopped.
"""

import argparse
import csv
import json
import os
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.desk import load_desk
from dateline.inference.reader import load_reader
from dateline.pipeline import open_doors, run_desk
from dateline.pipeline.editions.drafting import last_period
from dateline.pipeline.editions.publishing import issue_edition

OUTLETS = {
    "ahram": "Ahram Online",
    "manar": "al-Manar",
    "alalam": "al-Alam",
    "alaraby": "The New Arab",
    "sana": "SANA",
    "dailysabah": "Daily Sabah",
    "etilaf": "Syrian National Coalition",
    "trt": "TRT World",
    "reuters": "Reuters",
    "jordantimes": "The Jordan Times",
    "sputnik": "Sputnik",
    "arabiya": "al-Arabiya",
    "nna": "National News Agency",
    "asharqalawsat": "Asharq al-Awsat",
    "tass": "TASS",
}
SETTINGS = """title = "The War in Syria"
languages = ["en"]
[[sections]]
title = "Aleppo"
keywords = ["Aleppo"]
[[sections]]
title = "Raqqa, Manbij and the east"
keywords = ["Raqqa", "Manbij", "Deir ez-Zor", "Hasakah", "Qamishli"]
[[sections]]
title = "Damascus and the south"
keywords = ["Damascus", "Daraya", "Daraa", "Ghouta", "Quneitra"]
[[sections]]
title = "Idlib, Hama, Homs and the coast"
keywords = ["Idlib", "Hama", "Homs", "Latakia", "Tartus", "Jableh"]
"""


def make_desk(folder: Path, reports: Path, month: str) -> Path:
    """Write a desk whose inbox holds the reports of a month ("2016-07"), filed by outlet."""
    folder.mkdir(parents=True, exist_ok=True)
    outlets = (
        f"[[outlets]]\nid = {json.dumps(id)}\nname = {json.dumps(name)}\n" for id, name in OUTLETS.items()
    )
    (folder / "desk.toml").write_text(SETTINGS + "\n".join(outlets), encoding="utf-8")
    for outlet, lines in _by_outlet(reports, month).items():
        file = folder / "inbox" / outlet / f"{month}.jsonl"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return folder


def _by_outlet(reports: Path, month: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for day, row in _rows(reports):
        if day.startswith(month):
            found.setdefault(row["source"], []).append(
                {
                    "url": f"https://{row['source']}.example/{row['unit_id']}",
                    "title": row["article_title"].strip(),
                    "text": row["article_content"].strip(),
                    "published": day,
                }
            )
    return found


def _rows(reports: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with reports.open(encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines):
            try:
                yield datetime.strptime(row["date"], "%m/%d/%Y").replace(tzinfo=UTC).date().isoformat(), row
            except ValueError:
                continue


def issue_month(folder: Path, month: str) -> Path:
    """Run the desk as at the end of the month and issue its edition; return the edition's folder."""
    year, number = (int(part) for part in month.split("-"))
    last = datetime(year, number, monthrange(year, number)[1], 20, tzinfo=UTC)
    with open_doors(load_desk(folder), now=last + timedelta(hours=3), reader=load_reader()) as doors:
        for outcome in run_desk(doors):
            print(f"{outcome.stage.value:>8}  {outcome.done}", flush=True)
        return issue_edition(doors, last_period(doors, f"{month}-01", last.date().isoformat()))[1]


def main() -> None:
    """Make the desk, run it, issue the edition."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "corpora")))
    parser.add_argument("--month", default="2016-07")
    options = parser.parse_args()
    make_desk(options.folder, options.corpora / "11_contradiction" / "fa_kes.csv", options.month)
    print(issue_month(options.folder, options.month))


if __name__ == "__main__":
    main()
