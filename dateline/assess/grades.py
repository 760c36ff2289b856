"""Admiralty grades: a letter for the outlet, given by people; a digit for the claim, from what bears it out.

The two are printed side by side and never multiplied or averaged: a good outlet can pass on a bad claim.
Reference: AJP-2.1 (NATO), annex on source reliability and information credibility.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import InputError
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict

LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
DIGITS = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
UNGRADED = "F"
CONFIRMED = 3  # independent origins that agree


@dataclass(frozen=True, slots=True)
class OutletGrade:
    """How reliable an outlet is held to be, by whom since when and why; `by` is `None` where nobody said."""

    outlet: str
    letter: str
    by: str | None = None
    at: datetime | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClaimGrade:
    """How credible a claim is, with the rule that says so, or the analyst who does."""

    claim: str
    digit: int
    rule: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a claim: independent origins that give it, that give otherwise, that deny it."""

    giving: int
    otherwise: int = 0
    denying: int = 0
    taken_back: bool = False


def grade(subject: str, value: str, *, by: str, at: datetime, why: str) -> Decision:
    """Return the decision that grades an outlet A to F, or a claim 1 to 6. Raises InputError."""
    known = (*LETTERS, *map(str, DIGITS))
    if value not in known:
        raise InputError(f"grade {value!r}: expected A to F for an outlet, 1 to 6 for a claim")
    id = content_id("j", Verdict.GRADE.value, subject, value, by, at.isoformat(), why)
    return Decision(id, Verdict.GRADE, subject, by, at, why, value=value)


def grade_history(decisions: Iterable[Decision], subject: str) -> list[Decision]:
    """Return the grades that were given to an outlet or a claim and are not undone, the oldest first."""
    made = list(decisions)
    undone = {decision.subject for decision in made if decision.verdict is Verdict.UNDO}
    return [
        decision
        for decision in made
        if decision.verdict is Verdict.GRADE and decision.subject == subject and decision.id not in undone
    ]


def outlet_grade(decisions: Iterable[Decision], outlet: str) -> OutletGrade:
    """Return the grade of an outlet that was given last, F where nobody gave one."""
    history = [each for each in grade_history(decisions, outlet) if each.value in LETTERS]
    if not history:
        return OutletGrade(outlet, UNGRADED)
    last = history[-1]
    return OutletGrade(outlet, last.value or UNGRADED, last.by, last.at, last.why)


def claim_grade(decisions: Iterable[Decision], claim: str, support: Support | None) -> ClaimGrade:
    """Return an analyst's own grade of a claim, the last one given, else what its support comes to."""
    history = [each for each in grade_history(decisions, claim) if (each.value or "").isdigit()]
    if history:
        last = history[-1]
        return ClaimGrade(claim, int(last.value or 6), last.why or "an analyst's own grade", last.by)
    digit, rule = credibility(support)
    return ClaimGrade(claim, digit, rule)


def credibility(support: Support | None) -> tuple[int, str]:
    """Return the digit that support comes to and the rule in words.

    >>> credibility(Support(giving=2))
    (2, '2 independent origins agree, none otherwise')
    """
    if support is None:
        return 6, "nothing else in the ledger can bear it out or contradict it"
    if support.taken_back or support.giving == 0:
        return 5, "its own outlet took it back"
    against = support.otherwise + support.denying
    if against:
        return (5 if against > support.giving else 4), f"{_origins(support.giving)}, {against} otherwise"
    if support.giving > 1:
        digit = 1 if support.giving >= CONFIRMED else 2
        return digit, f"{support.giving} independent origins agree, none otherwise"
    return 3, "one origin, undisputed"


def _origins(number: int) -> str:
    return "one origin gives it" if number == 1 else f"{number} independent origins give it"
