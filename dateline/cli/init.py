"""`dateline init`: make a desk."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    title: Annotated[str, typer.Option(help="The title of the bulletin.")] = "Spotlight",
) -> None:
    """Make a desk: a folder with a commented desk.toml and an inbox.

    Then name outlets and sections in desk.toml, or put files into the inbox, and run: dateline run DIR
    """
    from dateline.desk import create_desk

    path = create_desk(folder, title)
    print(f"{path} is written; each setting is explained in it.")
    print(f"Next: name outlets in it or put files into {folder / 'inbox'}, then: dateline run {folder}")
