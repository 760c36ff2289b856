"""Grades over the ledger: the standing letter of each outlet and the digit of each claim."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from dateline.assess.grades import (
    ClaimGrade,
    OutletGrade,
    Support,
    claim_grade,
    credibility,
    grade,
    grade_history,
    outlet_grade,
)
from dateline.errors import InputError
from dateline.model.claims import Claim
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
    found = find_claim(ledger, claim)
    if not digit.isdigit() or not why.strip():
        raise InputError(f"{claim}: expected a digit 1 to 6 and a reason; found {digit!r}")
    decision = grade(found.id, digit, by=by, at=at, why=why)
    ledger.append_decision(decision, now=at)
    return decision


def find_claim(ledger: Ledger, id: str) -> Claim:
    """Return the claim of an id or its unique beginning. Raises NotFound, and InputError where it is none."""
    found = ledger.find(id)
    if not isinstance(found.record, Claim):
        raise InputError(f"{id} is a {found.kind}; expected the id of a claim, such as c-12ab")
    return found.record


def outlet_grades(
    ledger: Ledger, outlets: Iterable[str], *, as_of: datetime | None = None
) -> list[OutletGrade]:
    """Return how each outlet is graded; F where nobody has."""
    decisions = ledger.judgements(as_of=as_of)
    return [outlet_grade(decisions, outlet) for outlet in outlets]


def outlet_history(ledger: Ledger, outlet: str, *, as_of: datetime | None = None) -> list[Decision]:
    """Return every grade of an outlet with date, by whom and why, the oldest first."""
    return grade_history(ledger.judgements(as_of=as_of), outlet)


def claim_grades(
    ledger: Ledger, claims: Sequence[Claim], *, as_of: datetime | None = None
) -> dict[str, ClaimGrade]:
    """Return the grade of each claim: an analyst's own, else by the origins that give and dispute it."""
    given = ledger.book.grades(as_of=as_of)
    documents = sorted({claim.document for claim in claims})
    events = ledger.event_book.events_of(documents, as_of=as_of)
    accounts = ledger.event_book.accounts_of([event.id for event in events], as_of=as_of).values()
    support = _support(accounts, _assessments_of(ledger, accounts, as_of))
    return {
        claim.id: claim_grade([given[claim.id]] if claim.id in given else [], claim.id, support.get(claim.id))
        for claim in claims
    }


def derive_digits(ledger: Ledger, accounts: Sequence[Account], *, now: datetime) -> None:
    """Keep how credible each claim is by what bears it out, so that one can ask by it."""
    support = _support(accounts, _assessments_of(ledger, accounts, None))
    digits = {claim: credibility(behind)[0] for claim, behind in support.items()}
    ledger.event_book.save_digits(digits, now=now)


def _assessments_of(
    ledger: Ledger, accounts: Iterable[Account], as_of: datetime | None
) -> Iterable[Assessment]:
    """Return the assessments of the stories in which those who tell of some events stand."""
    givers = {
        giver.document
        for account in accounts
        for attribute in account.attributes
        for version in attribute.versions
        for giver in version.givers
    }
    stories = ledger.book.stories_of(sorted(givers), as_of=as_of)
    return ledger.book.assessments(sorted(set(stories.values())), as_of=as_of).values()


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
