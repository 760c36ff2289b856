"""Which claims may be printed without a person's word."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from dateline.model.claims import Claim
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict

ATTRIBUTED_RULE = "rule:attributed/1"
# Set by hand, not measured: the grammar gives less to attributions whose speaker it guessed.
MIN_CONFIDENCE = 0.5
MIN_CHARACTERS = 20  # shorter contents are fragments such as "on Sunday"
MAX_CHARACTERS = 1200  # longer ones are whole passages in the scope of one citation


def accept_by_rule(claims: Iterable[Claim], now: datetime) -> Iterator[Decision]:
    """Accept the claims that name who passed them on and are whole enough to print.

    A decision has the same id whenever it is made, so that it is appended once.
    """
    for claim in claims:
        if is_printable(claim):
            why = (
                f"chain of {len(claim.chain)}, confidence {claim.confidence:.2f}, {_length(claim)} characters"
            )
            id = content_id("x", Verdict.ACCEPT.value, claim.id, ATTRIBUTED_RULE)
            yield Decision(id, Verdict.ACCEPT, claim.id, ATTRIBUTED_RULE, now, why, score=claim.confidence)


def is_printable(claim: Claim) -> bool:
    """Say whether a claim has a chain, enough confidence, and the length of a statement."""
    long_enough = MIN_CHARACTERS <= _length(claim) <= MAX_CHARACTERS
    return bool(claim.chain) and claim.confidence >= MIN_CONFIDENCE and long_enough


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)
