"""`dateline stories`: what is told of one happening, and a person's word on what belongs together."""

import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.groups import DeskGroup
from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, NowOption, read_as_of, read_now

if TYPE_CHECKING:
    from dateline.model.ledger import Decision
    from dateline.pipeline import Doors
    from dateline.pipeline.ledger.standing import StoryStanding

app = typer.Typer(
    cls=DeskGroup,
    help="Stories: the documents on one happening, across outlets, languages and days.\n\n"
    "dateline stories DESK lists them; dateline show STORY shows one.",
)
StoryArgument = Annotated[
    str, typer.Argument(metavar="STORY", help="The story's id, or the beginning of it.")
]
BecauseOption = Annotated[str, typer.Option("--because", "--why", help="The reason, kept with the decision.")]
ByOption = Annotated[
    str | None, typer.Option("--by", help="Who decides.", show_default="the name you are logged in with")
]


@app.command("list")
def list_stories(desk: DeskArgument = HERE, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """List the stories, the latest first, with their outlets and independent origins.

    Examples: dateline stories DESK; dateline stories DESK --as-of 2020-03-14T12:00Z --json
    """
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.standing import stories_standing
    from dateline.store import Ledger
    from dateline.store.codec import encode

    loaded = load_desk(desk)
    with Ledger.open(loaded.store_address) as ledger:
        found = stories_standing(ledger, as_of=read_as_of(as_of), language=loaded.settings.language)
    if as_json:
        for standing in found:
            print(json.dumps(encode(standing), ensure_ascii=False))
        return
    _print_table(found)


def _print_table(found: "list[StoryStanding]") -> None:
    from dateline.cli.tables import new_table, print_table

    if not found:
        print("No stories stand; run: dateline run DESK")
        return
    table = new_table()
    for heading in ("story", "days"):
        table.add_column(heading, no_wrap=True)
    for heading in ("docs", "outlets", "origins"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("lang", no_wrap=True)
    table.add_column("title", overflow="ellipsis", no_wrap=True, ratio=1)
    for each in found:
        origins = len(each.assessment.origins) if each.assessment else "-"
        counts = map(str, (len(each.story.documents), len(each.outlets), origins))
        days = _days(each.begin, each.until)
        table.add_row(each.story.id[:10], days, *counts, " ".join(each.languages), each.title)
    print_table(table)


def _days(begin: str | None, until: str | None) -> str:
    if begin is None or until is None:
        return "no date"
    return begin if begin == until else f"{begin} – {until[5:]}"


@app.command("merge")
def merge_stories(
    desk: DeskArgument,
    story: StoryArgument,
    other: StoryArgument,
    because: BecauseOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Judge two stories to be one, until that is undone.

    Example: dateline stories merge DESK s-0e10 s-7f42 --because "the same appointment"
    """
    from dateline.pipeline.ledger.judging import merge

    with _doors(desk, now) as doors:
        _print_decisions(merge(doors, story, other, by=by or getpass.getuser(), why=because))


@app.command("split")
def split_story(
    desk: DeskArgument,
    story: StoryArgument,
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT…", help="What belongs elsewhere: ids or their beginnings."),
    ],
    because: BecauseOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Judge some documents of a story to be a story of their own, until that is undone.

    Example: dateline stories split DESK s-ba75 doc-aef3 doc-0e87 --because "the second attack"
    """
    from dateline.pipeline.ledger.judging import split

    with _doors(desk, now) as doors:
        _print_decisions(split(doors, story, documents, by=by or getpass.getuser(), why=because))


@app.command("undo")
def undo_judgement(
    desk: DeskArgument,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The id that merge or split printed.")],
    because: BecauseOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Take a merge or a split back; the history keeps both."""
    from dateline.pipeline.ledger.judging import undo

    with _doors(desk, now) as doors:
        _print_decisions(undo(doors, decision, by=by or getpass.getuser(), why=because))


@contextmanager
def _doors(desk: Path, now: str | None) -> "Iterator[Doors]":
    from dateline.desk import load_desk
    from dateline.pipeline import open_to_look

    with open_to_look(load_desk(desk), now=read_now(now)) as doors:
        yield doors


def _print_decisions(decisions: "tuple[Decision, ...]") -> None:
    for decision in decisions:
        about = f"{decision.subject} and {decision.other}" if decision.other else decision.subject
        print(f"{decision.id}  {decision.verdict.value}: {about}, by {decision.by}")
