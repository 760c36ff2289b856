"""`dateline grade`: an analyst's own grade of a claim."""

import getpass
from typing import Annotated

import typer

from dateline.cli.options import HERE, DeskOption, NowOption, read_now


def command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim, or the beginning of its id.")],
    digit: Annotated[
        str | None,
        typer.Argument(metavar="[1-6]", help="Without it the standing grade is shown."),
    ] = None,
    desk: DeskOption = HERE,
    because: Annotated[str, typer.Option("--because", "--why", help="The reason, kept with the grade.")] = "",
    by: Annotated[
        str | None, typer.Option("--by", help="Who grades.", show_default="the name you are logged in with")
    ] = None,
    now: NowOption = None,
) -> None:
    """Show how credible a claim is and by which rule, or grade it yourself, 1 confirmed to 6 not judged.

    Examples: dateline grade c-12ab; dateline grade c-12ab 2 --because "seen on the satellite picture"
    """
    from dateline.assess.grades import DIGITS
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.grading import claim_grades, find_claim, grade_claim
    from dateline.store import Ledger

    with Ledger.open(load_desk(desk).store_address) as ledger:
        if digit is not None:
            grade_claim(ledger, claim, digit, by=by or getpass.getuser(), at=read_now(now), why=because)
        found = find_claim(ledger, claim)
        (standing,) = claim_grades(ledger, [found]).values()
    by_whom = f", by {standing.by}" if standing.by else ""
    print(f"{found.id}: {standing.digit}, {DIGITS[standing.digit]} ({standing.rule}{by_whom})")
