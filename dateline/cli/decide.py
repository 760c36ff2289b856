"""Decisions on claims: appended with name and reason, never an edit."""

import getpass
from pathlib import Path
from typing import Annotated, Literal

import typer

ClaimArgument = Annotated[str, typer.Argument(metavar="ID", help="The claim, or the beginning of its id.")]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]
ByOption = Annotated[
    str | None, typer.Option("--by", help="Who decides.", show_default="the name you are logged in with")
]


def decide(
    folder: Path, verdict: Literal["accept", "reject"], id: str, *, why: str, by: str | None, now: str | None
) -> None:
    """Append a decision on a claim and say so. Raises NotFound or InputError."""
    from dateline.cli.options import read_now
    from dateline.desk import load_desk
    from dateline.errors import InputError
    from dateline.model.identity import content_id
    from dateline.model.ledger import Decision, Verdict
    from dateline.store import Ledger

    at, person = read_now(now), by or getpass.getuser()
    with Ledger.open(load_desk(folder).store_address) as ledger:
        found = ledger.find(id)
        if found.kind != "claim":
            raise InputError(f"{id}: expected a claim, found a {found.kind}; dateline show {id} prints it")
        decision_id = content_id("j", verdict, found.id, person, at.isoformat(), why)
        ledger.append_decision(Decision(decision_id, Verdict(verdict), found.id, person, at, why), now=at)
    print(f"{found.id}: {verdict}ed by {person} ({decision_id})")
