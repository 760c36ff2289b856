"""How credible claims are, 1 to 6: the digit that was derived for each, and an analyst's own before it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, true

from dateline.store import schema
from dateline.store.browse import standing_grades
from dateline.store.codec import dump_json
from dateline.store.rows import replace_standing, standing

UNJUDGED = 6  # the digit of a claim that nothing else in the ledger can be compared with


def save_digits(connection: Connection, digits: Mapping[str, int], *, now: datetime) -> None:
    """Make `digits`, by claim, the standing ones; what is in none has nothing to be compared with."""
    rows = (
        {"id": claim, "digit": digit, "record": dump_json((claim, digit))} for claim, digit in digits.items()
    )
    replace_standing(connection, schema.digits, rows, scope=true(), now=now)


def makes_claim_of(
    digits: Collection[int], connection: Connection, as_of: datetime | None
) -> ColumnElement[bool]:
    """Hold for the rows of `documents` with a claim of one of some digits."""
    claims, derived = schema.claims, schema.digits
    own = own_digits(connection, as_of)
    held = [claim for claim, digit in own.items() if digit in digits]
    return exists(
        select(claims.c.number)
        .outerjoin(derived, and_(derived.c.id == claims.c.id, standing(derived, as_of)))
        .where(
            claims.c.document == schema.documents.c.id,
            standing(claims, as_of),
            or_(
                claims.c.id.in_(held),
                and_(claims.c.id.not_in(own), func.coalesce(derived.c.digit, UNJUDGED).in_(digits)),
            ),
        )
    )


def count_digits(
    connection: Connection, documents: Sequence[str], as_of: datetime | None
) -> Mapping[int, int]:
    """Return how many of the documents, few enough for a page, have a claim of each digit."""
    claims, derived = schema.claims, schema.digits
    query = (
        select(claims.c.document, claims.c.id, func.coalesce(derived.c.digit, UNJUDGED))
        .outerjoin(derived, and_(derived.c.id == claims.c.id, standing(derived, as_of)))
        .where(claims.c.document.in_(documents), standing(claims, as_of))
    )
    own = own_digits(connection, as_of)
    found = {(document, own.get(claim, digit)) for document, claim, digit in connection.execute(query)}
    return Counter(digit for _, digit in found)


def own_digits(connection: Connection, as_of: datetime | None) -> dict[str, int]:
    """Return the digits that analysts gave, by claim."""
    return {
        subject: int(grade.value)
        for subject, grade in standing_grades(connection, as_of).items()
        if grade.value is not None and grade.value.isdecimal()
    }
