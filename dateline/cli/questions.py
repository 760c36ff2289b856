"""`dateline questions`: what analysts want to know, written down and closed."""

import getpass
import json
from typing import Annotated

import typer

from dateline.cli.groups import DeskGroup
from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, NowOption, read_as_of, read_now

app = typer.Typer(
    cls=DeskGroup,
    help="Open questions of the analysts.\n\ndateline questions DESK lists them; "
    'dateline questions DESK add "Who fired?" writes one down.',
)
ByOption = Annotated[
    str | None,
    typer.Option("--by", help="Who asks or closes.", show_default="the name you are logged in with"),
]


@app.command("list")
def list_questions(desk: DeskArgument = HERE, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """List the questions, closed ones with their answers."""
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.gaps import questions_standing
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        found = questions_standing(ledger, as_of=read_as_of(as_of))
    for each in found:
        if as_json:
            print(json.dumps(encode(each), ensure_ascii=False))
            continue
        question = each.question
        print(f"{question.id[:9]}  {question.text} ({question.by}, {question.at:%Y-%m-%d})")
        if each.closed is not None:
            print(f"           closed by {each.closed.by}, {each.closed.at:%Y-%m-%d}: {each.closed.why}")
    if not found and not as_json:
        print('No question is written down; ask one: dateline questions DESK add "Who fired?"')


@app.command("add")
def add_question(
    desk: DeskArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The question.")],
    about: Annotated[str | None, typer.Option("--about", metavar="ID", help="What it is on.")] = None,
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Write a question down."""
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.gaps import ask_question
    from dateline.store import Ledger

    with Ledger.open(load_desk(desk).store_address) as ledger:
        question = ask_question(ledger, text, by=by or getpass.getuser(), at=read_now(now), about=about)
    print(f"{question.id}  {question.text}")


@app.command("close")
def close_question(
    desk: DeskArgument,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="Its id, or the beginning of it.")],
    because: Annotated[str, typer.Option("--because", "--why", help="The answer.")] = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Close a question with its answer."""
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.gaps import close_question as close
    from dateline.store import Ledger

    with Ledger.open(load_desk(desk).store_address) as ledger:
        decision = close(ledger, question, by=by or getpass.getuser(), at=read_now(now), why=because)
    print(f"{decision.subject}: closed by {decision.by} ({decision.id})")
