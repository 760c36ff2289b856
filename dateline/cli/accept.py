"""`dateline accept`: a person's word on a claim."""

from dateline.cli.decide import ByOption, ClaimArgument, WhyOption, decide
from dateline.cli.options import HERE, DeskOption, NowOption


def command(
    id: ClaimArgument,
    desk: DeskOption = HERE,
    why: WhyOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Accept a claim for print; a person's word outranks a rule's, and the last one counts."""
    decide(desk, "accept", id, why=why, by=by, now=now)
