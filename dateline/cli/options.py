"""Options and arguments that several commands share, with one wording."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.errors import InputError

DeskArgument = Annotated[
    Path, typer.Argument(metavar="DESK", help="The desk's folder.", show_default="this folder")
]
DeskOption = Annotated[
    Path, typer.Option("--desk", metavar="DESK", help="The desk's folder.", show_default="this folder")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
NowOption = Annotated[
    str | None,
    typer.Option(
        "--now",
        metavar="INSTANT",
        help="Work as if it were this instant (ISO 8601 with zone), to replay a day.",
        show_default="the clock",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="INSTANT", help="Show what the ledger knew at this instant (ISO 8601 with zone)."
    ),
]
HERE = Path()


def parse_instant(text: str, option: str) -> datetime:
    """Parse an instant with zone; a plain day is its first moment in UTC. Raises InputError."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise InputError(
            f"{option}: expected an instant such as 2020-03-12T18:00:00Z, found {text!r}"
        ) from None
    if instant.tzinfo is None:
        if "T" in text:
            raise InputError(f"{option}: {text!r} names no zone; end it with Z or an offset such as +03:30")
        instant = instant.replace(tzinfo=UTC)
    return instant.astimezone(UTC)


def read_now(text: str | None) -> datetime:
    """Return the instant that `--now` gives, or the clock's."""
    return parse_instant(text, "--now") if text else datetime.now(UTC)


def read_as_of(text: str | None) -> datetime | None:
    """Return the instant that `--as-of` gives, or None for the present."""
    return parse_instant(text, "--as-of") if text else None
