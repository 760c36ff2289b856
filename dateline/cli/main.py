"""The `dateline` command: a table of commands, each in a file of its own that imports lazily."""

import sys
from importlib import import_module
from typing import Annotated

import typer

from dateline import __version__
from dateline.errors import DatelineError

EXIT_ERROR = 2
INTERRUPTED = 130

COMMANDS = {
    "init": "A desk and its work",
    "collect": "A desk and its work",
    "run": "A desk and its work",
    "alerts": "A desk and its work",
    "verify": "A desk and its work",
    "serve": "A desk and its work",
    "backup": "A desk and its work",
    "restore": "A desk and its work",
    "status": "Looking",
    "events": "Looking",
    "disputes": "Looking",
    "diff": "Looking",
    "gaps": "Looking",
    "search": "Looking",
    "show": "Looking",
    "export": "Looking",
    "accept": "Deciding",
    "reject": "Deciding",
    "grade": "Deciding",
    "annotate": "Doors: JSON lines in, JSON lines out",
    "read": "Doors: JSON lines in, JSON lines out",
    "check": "Doors: JSON lines in, JSON lines out",
    "match": "Doors: JSON lines in, JSON lines out",
    "cluster": "Doors: JSON lines in, JSON lines out",
    "mcp": "Doors: JSON lines in, JSON lines out",
}
GROUPS = ("bulletin", "outlets", "archive", "entities", "stories", "questions", "users")
SUBCOMMANDS = {
    "users": ("add", "list", "change", "token"),
    "bulletin": ("write", "draft", "drafts", "edit", "sign", "issue", "correct", "withdraw", "style"),
    "outlets": ("list", "import", "grade", "grades"),
    "archive": ("verify",),
    "entities": ("list", "explain", "merge", "split", "undo", "import", "export"),
    "stories": ("list", "merge", "split", "undo"),
    "questions": ("list", "add", "close"),
}

app = typer.Typer(
    name="dateline",
    help="Turn open news into a ledger of attributed claims, and write a bulletin that proves itself.\n\n"
    "Start with: dateline init DESK, dateline run DESK, dateline bulletin DESK.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


for _name, _panel in COMMANDS.items():
    app.command(_name, rich_help_panel=_panel)(import_module(f"dateline.cli.{_name}").command)
for _name in GROUPS:
    _panel = "A desk and its work" if _name in ("bulletin", "users") else "Looking"
    app.add_typer(import_module(f"dateline.cli.{_name}").app, name=_name, rich_help_panel=_panel)


def main() -> None:
    """Run the command line; an error that Dateline foresaw is a message and exit status 2."""
    try:
        app(prog_name="dateline")
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(EXIT_ERROR)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(EXIT_ERROR)
    except KeyboardInterrupt:
        print("dateline: stopped; what was done is kept, run the command again to go on", file=sys.stderr)
        sys.exit(INTERRUPTED)
