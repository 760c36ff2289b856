"""Grades over the ledger: the standing letter of each outlet and the digit of each claim."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from dateline.assess.grades import (
    ClaimGrade,
    OutletGrade,
    Support,
    claim_grade,
    grade,
    grade_history,
    outlet_grade,
)
from dateline.errors import InputError
from dateline.model.events import Account, Attribute, AttributeVersion, Relation
from dateline.model.ledger import Assessment, Decision
from dateline.store import Ledger


def grade_outlet(ledger: Ledger, outlet: str, letter: str, *, by: str, at: datetime, why: str) -> Decision:
    """Append an outlet's grade, A to F. Raises InputError for another, and without a reason."""
    if not letter.isalpha() or not why.strip():
        raise InputError("a grade for an outlet is a letter A to F with its reason; say why with --because")
    decision = grade(outlet, letter.upper(), by=by, at=at, why=why)
    ledger.append_decision(decision, now=at)
    return decision


def grade_claim(ledger: Ledger, claim: str, digit: str, *, by: str, at: datetime, why: str) -> Decision:
    """Append an analyst's own grade of a claim, 1 to 6. Raises InputError for another or without reason."""
    found = ledger.find(claim)
    if found.kind != "claim" or not digit.isdigit() or not why.strip():
        raise InputError(f"{claim}: expected a claim, a digit 1 to 6 and a reason; found a {found.kind}")
    decision = grade(found.id, digit, by=by, at=at, why=why)
    ledger.append_decision(decision, now=at)
    return decision


def outlet_grades(
    ledger: Ledger, outlets: Iterable[str], *, as_of: datetime | None = None
) -> list[OutletGrade]:
    """Return how each outlet is graded; F where nobody has."""
    decisions = ledger.decisions(as_of=as_of)
    return [outlet_grade(decisions, outlet) for outlet in outlets]


def outlet_history(ledger: Ledger, outlet: str, *, as_of: datetime | None = None) -> list[Decision]:
    """Return every grade of an outlet with date, by whom and why, the oldest first."""
    return grade_history(ledger.decisions(as_of=as_of), outlet)


def claim_grades(
    ledger: Ledger, claims: Sequence[str], *, as_of: datetime | None = None
) -> dict[str, ClaimGrade]:
    """Return the grade of each claim: an analyst's own, else by the origins that give and dispute it."""
    decisions = [each for each in ledger.decisions(as_of=as_of) if not each.by.startswith("rule:")]
    support = _support(ledger.event_book.accounts(as_of=as_of), ledger.assessments(as_of=as_of))
    return {claim: claim_grade(decisions, claim, support.get(claim)) for claim in claims}


def _support(accounts: Iterable[Account], assessments: Iterable[Assessment]) -> Mapping[str, Support]:
    """Return what stands behind each claim that gives an attribute of an event; the weakest of several."""
    origin = {
        document: f"{assessment.story} {number}"
        for assessment in assessments
        for number, documents in enumerate(assessment.origins)
        for document in documents
    }
    found: dict[str, Support] = {}
    for account in accounts:
        for attribute in account.attributes:
            for version in attribute.versions:
                support = _support_of(version, attribute, origin)
                for giver in version.givers:
                    if giver.claim is not None:
                        known = found.get(giver.claim, support)
                        found[giver.claim] = max(known, support, key=lambda each: each.otherwise)
    return found


def _support_of(version: AttributeVersion, attribute: Attribute, origin: Mapping[str, str]) -> Support:
    """Count independent origins; those that left a version for another no longer give it."""

    def origins(versions: Iterable[AttributeVersion]) -> set[str]:
        return {
            origin.get(giver.document, giver.outlet)
            for each in versions
            for giver in each.givers
            if giver.until is None
        }

    giving = origins([version])
    others = origins(each for each in attribute.versions if each is not version)
    # A reprint with another figure is of the same origin and contradicts it all the same.
    against = max(len(others - giving), min(1, len(others))) if attribute.is_disputed else 0
    denied = attribute.relation is Relation.DENIAL
    return Support(len(giving), 0 if denied else against, against if denied else 0, not giving)
