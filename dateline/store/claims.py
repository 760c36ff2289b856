"""Claims, by the documents that they were read in."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, select, true

from dateline.model.claims import Claim, Mode
from dateline.store import schema
from dateline.store.codec import dump_json, load_json
from dateline.store.decisions import accepted_among
from dateline.store.rows import LAST, chunks, replace_standing, standing


def save_claims(connection: Connection, document: str, claims: Iterable[Claim], *, now: datetime) -> None:
    """Make `claims` the standing claims of a document."""
    documents = schema.documents
    printed = connection.execute(select(documents.c.printed).where(documents.c.id == document)).scalar()
    rows = ({**_row(claim), "printed": printed} for claim in claims)
    of_document = schema.claims.c.document == document
    replace_standing(connection, schema.claims, rows, scope=of_document, now=now)


def _row(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "document": claim.document,
        "mode": claim.mode.value,
        "certainty": claim.certainty.value,
        "polarity": claim.polarity.value,
        "confidence": claim.confidence,
        "record": dump_json(claim),
    }


def claims(
    connection: Connection, documents: Sequence[str] | None, *, as_of: datetime | None, accepted_only: bool
) -> list[Claim]:
    """Return the standing claims, of some documents or of all, in the order of documents and text."""
    table = schema.claims
    scopes = [true()] if documents is None else [table.c.document.in_(chunk) for chunk in chunks(documents)]
    found = [
        load_json(Claim, record)
        for scope in scopes
        for record in connection.execute(
            select(table.c.record).where(standing(table, as_of), scope)
        ).scalars()
    ]
    if accepted_only:
        accepted = accepted_among(connection, [claim.id for claim in found], as_of)
        found = [claim for claim in found if claim.id in accepted]
    return sorted(found, key=lambda claim: (claim.document, claim.content, claim.id))


def latest_attributed(
    connection: Connection, *, begin: str | None, until: str | None, limit: int, as_of: datetime | None
) -> list[Claim]:
    """Return what was learned last of what somebody says, printed from `begin` to `until`, days included."""
    table = schema.claims
    query = select(table.c.record).where(standing(table, as_of), table.c.mode != Mode.STATEMENT.value)
    if begin is not None:
        query = query.where(table.c.printed >= begin)
    if until is not None:
        query = query.where(table.c.printed <= until + LAST)
    ordered = query.order_by(table.c.number.desc()).limit(limit)
    return [load_json(Claim, record) for record in connection.execute(ordered).scalars()]
