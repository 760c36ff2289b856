"""`dateline outlets`: who is followed."""

import getpass
import json
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import (
    HERE,
    AsOfOption,
    DeskArgument,
    DeskOption,
    JsonOption,
    NowOption,
    read_as_of,
    read_now,
)

app = typer.Typer(help="The outlets of a desk.", no_args_is_help=True)
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file from another feed reader.")]


@app.command("list")
def list_outlets(desk: DeskOption = HERE, as_json: JsonOption = False) -> None:
    """List the desk's outlets and where each is looked for."""
    from dateline.desk import load_desk
    from dateline.store.codec import encode

    for outlet in load_desk(desk).outlets:
        if as_json:
            print(json.dumps(encode(outlet), ensure_ascii=False))
        else:
            print(f"{outlet.id}  {outlet.name}  {' '.join((*outlet.feeds, *outlet.pages)) or '(inbox only)'}")


@app.command("import")
def import_outlets(file: FileArgument, desk: DeskOption = HERE) -> None:
    """Add the feeds of an OPML file to the desk (in outlets.toml beside desk.toml).

    Feeds that the desk has already are left as they are.
    """
    from dateline.collect.opml import parse_opml
    from dateline.desk import add_outlets, load_desk
    from dateline.errors import InputError

    if not file.is_file():
        raise InputError(f"{file}: expected an OPML file, found none")
    added = add_outlets(load_desk(desk), parse_opml(file.read_bytes(), str(file)))
    print(
        f"{len(added)} outlets added to {desk / 'outlets.toml'}: {', '.join(outlet.id for outlet in added)}"
    )


@app.command("grade")
def grade_outlet(
    desk: DeskArgument,
    outlet: Annotated[str, typer.Argument(metavar="OUTLET", help="The outlet's id.")],
    letter: Annotated[str, typer.Argument(metavar="[A-F]", help="How reliable it is.")],
    because: Annotated[str, typer.Option("--because", "--why", help="The reason, kept with the grade.")],
    by: Annotated[
        str | None, typer.Option("--by", help="Who grades.", show_default="the name you are logged in with")
    ] = None,
    now: NowOption = None,
) -> None:
    """Grade an outlet on the Admiralty scale, A completely reliable to F not to be judged.

    Example: dateline outlets grade DESK harbour-wire B --because "two corrections in a year, both at once"
    """
    from dateline.assess.grades import LETTERS
    from dateline.desk import load_desk
    from dateline.errors import InputError
    from dateline.outlets import OutletIndex, load_outlets
    from dateline.pipeline.ledger.grading import grade_outlet as append
    from dateline.store import Ledger

    settings = load_desk(desk)
    known = OutletIndex((*settings.outlets, *load_outlets()))
    if known.get(outlet) is None:
        ids = ", ".join(each.id for each in settings.outlets)
        raise InputError(f"{outlet!r}: expected the id of an outlet, such as {ids}")
    with Ledger.open(settings.store_address) as ledger:
        made = append(ledger, outlet, letter, by=by or getpass.getuser(), at=read_now(now), why=because)
    print(f"{outlet}: {made.value}, {LETTERS[made.value or 'F']}, by {made.by} ({made.id})")


@app.command("grades")
def list_grades(desk: DeskArgument = HERE, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """List how each outlet is graded, with every grade it had: when, by whom and why."""
    from dateline.assess.grades import LETTERS
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.grading import outlet_grades, outlet_history
    from dateline.store import Ledger
    from dateline.store.codec import encode

    settings, moment = load_desk(desk), read_as_of(as_of)
    with Ledger.open(settings.store_address) as ledger:
        for standing in outlet_grades(ledger, [outlet.id for outlet in settings.outlets], as_of=moment):
            if as_json:
                print(json.dumps(encode(standing), ensure_ascii=False))
                continue
            print(f"{standing.letter}  {standing.outlet}: {LETTERS[standing.letter]}")
            for made in outlet_history(ledger, standing.outlet, as_of=moment):
                print(f"     {made.value} since {made.at:%Y-%m-%d}, by {made.by}: {made.why}")
