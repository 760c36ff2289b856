"""Whether planted disputes are found: copies of real reports with one toll changed, and untouched ones.

    python -m benchmarks.disputes [--corpora FOLDER] [--documents 200] [--seed 7]

The reports are those of FA-KES on the war in Syria; each is told again by another outlet.
"""

import argparse
import csv
import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.assess import find_agreements
from dateline.assess.counts import counts_of
from dateline.extract import extract_annotations
from dateline.link import link_stories
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.times import StatedTime
from dateline.outlets import OutletIndex, load_outlets
from dateline.text.unicode import nfc

LEAST_CHANGE, MOST_CHANGE = 2, 9
NOBODY = OutletIndex(load_outlets())


def read_reports(path: Path, limit: int) -> Iterator[Document]:
    """Give the reports with a date that can be read."""
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines):
            try:
                day = datetime.strptime(row["date"], "%m/%d/%Y").replace(tzinfo=UTC)
            except ValueError:
                continue
            if limit:
                yield make_report(row["unit_id"], "first", row["article_content"], day)
            limit = max(0, limit - 1)


def make_report(name: str, outlet: str, text: str, moment: datetime) -> Document:
    """Return a report as a document of an outlet."""
    url, stated = f"https://{outlet}.example/{name}", StatedTime(moment.isoformat(), "")
    return Document(
        f"{outlet} {name}", "", url, outlet, None, None, None, stated, moment, "en", nfc(text), (), ""
    )


def tell_again(document: Document, text: str) -> Document:
    """Return another outlet's report an hour later."""
    assert document.published is not None
    moment = document.captured_at + timedelta(hours=1)
    return make_report(document.id.partition(" ")[2], "second", text, moment)


def plant(document: Document, made: Annotations, draw: random.Random) -> str | None:
    """Return the text with its greatest exact toll changed; none where it has no such toll."""
    exact = [count for count in counts_of(document, made) if count.low == count.high and count.low >= 1]
    if not exact:
        return None
    span = max(exact, key=lambda count: (count.low, -count.span.start)).span
    greatest = max(count.low for count in exact)
    changed = f"{greatest + draw.randint(LEAST_CHANGE, MOST_CHANGE):.0f}"
    return document.text[: span.start] + changed + document.text[span.end :]


def is_disputed(first: Document, second: Document) -> bool:
    """Say whether the reports of two outlets dispute any toll."""
    documents = (first, second)
    made = {document.id: extract_annotations(document, outlets=NOBODY) for document in documents}
    return any(
        agreement.is_disputed
        for story in link_stories(documents, made)
        for agreement in find_agreements(story, [d for d in documents if d.id in story.documents], made)
    )


def main() -> None:
    """Print recall on changed copies and false alarms on untouched ones."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    draw, planted, found, alarms, untouched = random.Random(options.seed), 0, 0, 0, 0
    reports = options.corpora.expanduser() / "11_contradiction/fa_kes.csv"
    for document in read_reports(reports, options.documents):
        changed = plant(document, extract_annotations(document, outlets=NOBODY), draw)
        if changed is not None:
            planted += 1
            found += is_disputed(document, tell_again(document, changed))
        untouched += 1
        alarms += is_disputed(document, tell_again(document, document.text))
    print(f"planted disputes: {found} of {planted} found, recall {found / planted:.3f}")
    print(f"untouched copies: {alarms} of {untouched} disputed, false alarms {alarms / untouched:.3f}")


if __name__ == "__main__":
    main()
