"""`dateline users`: who may log in to the desk, and as what."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.options import HERE, DeskOption

if TYPE_CHECKING:
    from dateline.web.room import Visit

RoleName = Literal["reader", "analyst", "editor", "admin"]
app = typer.Typer(help="Who may log in to the desk, and as what.", no_args_is_help=True)
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name to log in with.")]
RoleOption = Annotated[
    RoleName, typer.Option("--role", help="What they may do; each role includes those before.")
]
StdinOption = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input instead of asking.")
]


@app.command("add")
def add(
    name: NameArgument, desk: DeskOption = HERE, role: RoleOption = "analyst", stdin: StdinOption = False
) -> None:
    """Give somebody a login; from the next start of the server on everybody has to log in.

    A reader looks; an analyst decides and drafts; an editor signs, issues, corrects and withdraws; an
    admin adds people and takes backups. Example: dateline users add mina --role editor --desk my-desk
    """
    from dateline.model.people import Role
    from dateline.web.acting.staffing import add_person

    with _visiting(desk) as visit:
        person = add_person(visit, name, Role(role), _ask_password(stdin))
    print(f"{person.name} can log in as {person.role}")


@app.command("list")
def list_people(desk: DeskOption = HERE) -> None:
    """List who can log in."""
    with _visiting(desk) as visit:
        for login in visit.ledger.book.logins():
            state = " (disabled)" if login.person.disabled else ""
            print(f"{login.person.name}  {login.person.role}{state}")


@app.command("change")
def change(
    name: NameArgument,
    desk: DeskOption = HERE,
    role: Annotated[RoleName | None, typer.Option("--role", help="The new role.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new password.")] = False,
    stdin: StdinOption = False,
    disable: Annotated[bool, typer.Option("--disable/--enable", help="Close or open the login.")] = False,
) -> None:
    """Change role or password, or close a login; a new password ends all sessions."""
    from dateline.errors import InputError
    from dateline.model.people import Person, Role
    from dateline.web.acting.staffing import change_person

    with _visiting(desk) as visit:
        known = {login.person.name: login.person for login in visit.ledger.book.logins()}
        if name not in known:
            raise InputError(f"nobody is named {name!r}; known are: {', '.join(known) or 'nobody'}")
        changed = Person(name, Role(role or known[name].role), disable)
        change_person(visit, changed, _ask_password(stdin) if password or stdin else "")
    print(f"{name}: {changed.role}{', disabled' if disable else ''}")


@app.command("token")
def token(name: NameArgument, desk: DeskOption = HERE) -> None:
    """Print a token with which a script acts as somebody for 90 days: Authorization: Bearer TOKEN."""
    from dateline.errors import InputError
    from dateline.web.security.sessions import TOKEN, begin_session

    with _visiting(desk) as visit:
        if name not in {login.person.name for login in visit.ledger.book.logins()}:
            raise InputError(f"nobody is named {name!r}; add them with: dateline users add {name}")
        print(begin_session(visit.ledger, name, now=visit.now, kind=TOKEN))


@contextmanager
def _visiting(desk: Path) -> Iterator["Visit"]:
    """Open the desk as the one who has its folder: they may do anything in it."""
    from dateline.cli.web_extra import require_web

    require_web()
    from dateline.desk import load_desk
    from dateline.web.server import open_as_owner

    with open_as_owner(load_desk(desk)) as visit:
        yield visit


def _ask_password(stdin: bool) -> str:
    if stdin:
        return sys.stdin.readline().rstrip("\n")
    given: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return given
