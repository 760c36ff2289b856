"""A progress line for long work: on a terminal only, and on standard error, so that pipes stay clean."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from dateline.model.ledger import Stage
from dateline.pipeline import Report


@contextmanager
def show_progress() -> Iterator[Report]:
    """Give a function that counts what each stage has done."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<8}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[subject]}", style="dim"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        tasks = {}

        def report(stage: Stage, subject: str) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage.value, total=None, subject="")
            progress.update(tasks[stage], advance=1, subject=subject[-60:])

        yield report
