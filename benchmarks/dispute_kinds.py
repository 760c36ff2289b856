"""What kinds of dispute are told apart: 85 groups of FA-KES reports of one day and place, labelled by hand.

    python -m benchmarks.dispute_kinds [--corpora FOLDER] [--part all|first|second|third|fourth]

The labels are in `cases/dispute_groups.jsonl`, without the texts, set before the program saw any group:
"conflicting count" or "conflicting blame" where two reports tell one happening and cannot both hold, "same"
where they can. Texts are read as the product reads them, packaged reader included. In these groups no two
reports lay one happening on different doers. Rules were mended on the errors of the first three parts; the
third (32 groups, by their openings) and the fourth (11) were labelled when they stood as they were then.
"""

import argparse
import csv
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.disputes import make_report
from benchmarks.event_texts import annotate_document
from dateline.assess.accounts import account_for
from dateline.link import link_stories
from dateline.link.events import link_events
from dateline.model.documents import Document
from dateline.model.events import Relation

LABELS = Path(__file__).parent / "cases" / "dispute_groups.jsonl"
PARTS = {"first": slice(None, 21), "second": slice(21, 42), "third": slice(42, 74), "fourth": slice(74, None)}
COUNT, BLAME, SAME = "conflicting count", "conflicting blame", "same"
CONFLICTS = {Relation.DIFFERENT: COUNT, Relation.BLAME: BLAME}


def read_units(path: Path) -> dict[str, Document]:
    """Return the reports as documents, by unit."""
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        return {row["unit_id"]: _document(row) for row in csv.DictReader(lines) if row["date"]}


def _document(row: Mapping[str, str]) -> Document:
    day = datetime.strptime(row["date"], "%m/%d/%Y").replace(hour=18, tzinfo=UTC)
    return make_report(row["unit_id"], row["source"], row["article_content"], day)


def kinds_of(documents: Sequence[Document]) -> set[str]:
    """Return the kinds that the product finds among reports: what is told of one event by two of them."""
    made = {document.id: annotate_document(document) for document in documents}
    stories = link_stories(documents, made)
    originals = {copy.document: copy.original for story in stories for copy in story.copies}
    by_id = {document.id: document for document in documents}
    events = [event for event in link_events(documents, made, stories=stories) if len(event.tellings) > 1]
    accounts = [account_for(event, by_id, made, originals=originals) for event in events]
    disputed = {attribute.relation for account in accounts for attribute in account.disputed}
    found = {CONFLICTS[relation] for relation in disputed if relation in CONFLICTS}
    return found or ({SAME} if events else set())


def main() -> None:
    """Print precision and recall of each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--part", choices=("all", *PARTS), default="fourth")
    options = parser.parse_args()
    units = read_units(options.corpora.expanduser() / "11_contradiction/fa_kes.csv")
    hits: Counter[tuple[str, str]] = Counter()
    for line in LABELS.read_text(encoding="utf-8").splitlines()[PARTS.get(options.part, slice(None))]:
        group = json.loads(line)
        gold, found = set(group["kinds"]), kinds_of([units[unit] for unit in group["units"]])
        for kind in (COUNT, BLAME, SAME):
            hits[kind, "gold"] += kind in gold
            hits[kind, "found"] += kind in found
            hits[kind, "right"] += kind in gold & found
    for kind in (COUNT, BLAME, SAME):
        right, found_, gold_ = (hits[kind, name] for name in ("right", "found", "gold"))
        precision = f"{right / found_:.3f}" if found_ else "-"
        recall = f"{right / gold_:.3f}" if gold_ else "-"
        print(f"{kind}: precision {precision} of {found_}, recall {recall} of {gold_}")


if __name__ == "__main__":
    main()
