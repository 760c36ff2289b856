"""`dateline run`: do all that is pending."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import HERE, DeskArgument, NowOption, read_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from dateline.inference.reading import Reader
    from dateline.model.ledger import Issue
    from dateline.pipeline import Doors, Outcome


WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        help="Read with so many processes at once, each of some 400 MB; the ledger stays the same.",
        show_default="one for each core, at most 4",
    ),
]


def command(desk: DeskArgument = HERE, now: NowOption = None, workers: WorkersOption = None) -> None:
    """Do all that is pending in every stage: collect, keep, read, extract, link, assess; send alerts.

    Running it twice changes nothing. If it is interrupted, run it again: it goes on where it stopped.
    """
    from dateline.cli.alerts import tell
    from dateline.desk import load_desk
    from dateline.inference.reader import load_reader
    from dateline.pipeline import run_desk
    from dateline.processes import default_workers
    from dateline.store import Ledger

    hired = workers or default_workers()
    at = read_now(now)
    work_through(desk, at, partial(run_desk, workers=hired), reader=load_reader())
    with Ledger.open(load_desk(desk).store_address) as ledger:
        tell(ledger, at)


def work_through(
    folder: Path,
    now: "datetime",
    steps: "Callable[[Doors], Iterator[Outcome]]",
    *,
    reader: "Reader | None" = None,
) -> None:
    """Open a desk, do the steps with a progress line, and print an outcome for each and the new Issues."""
    from dateline.cli.progress import show_progress
    from dateline.desk import load_desk
    from dateline.pipeline import open_doors

    desk = load_desk(folder)
    with show_progress() as report, open_doors(desk, now=now, report=report, reader=reader) as doors:
        before = {issue.id for issue in doors.ledger.issues()}
        for outcome in steps(doors):
            print(f"{outcome.stage.value:>8}  {outcome.done}", flush=True)
        fresh = [issue for issue in doors.ledger.issues() if issue.id not in before]
    print_issues(fresh)


def print_issues(issues: "list[Issue]") -> None:
    """List what could not be done, by stage."""
    from rich.console import Console

    if not issues:
        print("  issues  none new")
        return
    print(f"  issues  {len(issues)} new:")
    console = Console(highlight=False, soft_wrap=True)
    for issue in issues:
        where = f"{issue.outlet}: " if issue.outlet else ""
        console.print(f"          [{issue.stage.value}] {where}{issue.reason}", markup=False)
