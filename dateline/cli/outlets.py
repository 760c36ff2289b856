"""`dateline outlets`: who is followed."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import HERE, DeskOption, JsonOption

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
