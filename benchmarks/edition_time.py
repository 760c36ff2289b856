"""How long an edition takes from a large ledger: its plan, the check of each sentence, every form.

    python -m benchmarks.edition_time DESK [--begin 2020-01-01] [--until 2020-12-31] [--items 60]

The desk is read, never written to: `python -m benchmarks.desk_ledger DESK` makes one of 100,000 documents.
Its ledger has no archive behind it, so sentences are checked against the ledger's texts as on every save,
and the evidence pack, which copies archived records, is left out.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dateline.desk import load_desk
from dateline.model.editions import Action, Edition, Period, Revision
from dateline.pipeline import Doors, open_to_look
from dateline.pipeline.editions.checking import check_draft
from dateline.pipeline.editions.drafting import plan_period
from dateline.write.forms.folder import write_edition
from dateline.write.prose.passages import cited_documents


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how many seconds a step took, on the clock and of processor."""
    began, used = time.perf_counter(), time.process_time()
    yield
    print(f"{what:<8} {time.perf_counter() - began:6.1f} s, {time.process_time() - used:6.1f} of processor")


def make_edition(doors: Doors, period: Period, folder: Path) -> Edition:
    """Plan, check and print the edition of a period; tell the time of each."""
    with timed("plan"):
        edition, pictures = plan_period(doors, period)
    with timed("check"):
        draft = Revision("v", "w", Action.DRAFTED, edition, "benchmark", doors.now, "")
        failed = check_draft(doors, draft).failed
    with timed("forms"):
        documents = doors.ledger.documents_by_id([entry.id for entry in cited_documents(edition)])
        write_edition(edition, documents, folder, pictures=pictures)
    print(f"{len(failed)} sentences failed")
    return edition


def main() -> None:
    """Make the edition, print the times and its size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("desk", type=Path)
    parser.add_argument("--begin", default="2020-01-01")
    parser.add_argument("--until", default="2020-12-31")
    parser.add_argument("--items", type=int, default=60)
    options = parser.parse_args()
    desk = load_desk(options.desk)
    bulletin = desk.settings.bulletin.model_copy(update={"max_stories": options.items})
    desk = type(desk)(desk.folder, desk.settings.model_copy(update={"bulletin": bulletin}))
    with (
        open_to_look(desk, now=datetime(2100, 1, 1, tzinfo=UTC)) as doors,
        tempfile.TemporaryDirectory() as made,
        timed("all"),
    ):
        edition = make_edition(doors, Period(options.begin, options.until), Path(made) / "001")
    items = [entry for section in edition.sections for entry in section.items]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(items)} items, {sum(len(entry.sentences) for entry in items)} sentences, peak {peak} MB")


if __name__ == "__main__":
    main()
