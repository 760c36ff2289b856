"""How each outlet stands: last seen, counted, silent since."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, func, select

from dateline.store import schema
from dateline.store.rows import learned, standing


@dataclass(frozen=True, slots=True)
class OutletStatus:
    """What the ledger has of one outlet; `None` counts what belongs to no known outlet.

    `last_seen` is its last capture, `last_new` the last that brought new bytes, `silence` the time since.
    """

    outlet: str | None
    last_seen: datetime | None
    last_new: datetime | None
    silence: timedelta | None
    captures: int
    documents: int
    claims: int
    issues: int


def outlet_status(connection: Connection, *, now: datetime, as_of: datetime | None) -> list[OutletStatus]:
    """Return the status of every outlet that something is known of, by outlet id."""
    captures, documents, claims, issues = schema.captures, schema.documents, schema.claims, schema.issues
    by_capture = select(captures.c.outlet, func.count()).where(learned(captures, as_of))
    by_document = select(documents.c.outlet, func.count()).where(learned(documents, as_of))
    by_claim = (
        select(documents.c.outlet, func.count())
        .join_from(claims, documents, claims.c.document == documents.c.id)
        .where(standing(claims, as_of))
    )
    by_issue = select(issues.c.outlet, func.count()).where(learned(issues, as_of))
    counts = [
        _count(connection, query, outlet)
        for query, outlet in (
            (by_capture, captures.c.outlet),
            (by_document, documents.c.outlet),
            (by_claim, documents.c.outlet),
            (by_issue, issues.c.outlet),
        )
    ]
    seen, new = _last_seen(connection, as_of), _last_new(connection, as_of)
    outlets = sorted({outlet for count in counts for outlet in count}, key=lambda outlet: outlet or "")
    return [
        OutletStatus(
            outlet,
            seen.get(outlet),
            new.get(outlet),
            _since(new.get(outlet), now),
            *(count[outlet] for count in counts),
        )
        for outlet in outlets
    ]


def silences(connection: Connection, *, now: datetime, as_of: datetime | None) -> dict[str, timedelta]:
    """Return how long ago each outlet last had something new, by outlet id."""
    newest = _last_new(connection, as_of)
    return {outlet: now - last for outlet, last in newest.items() if outlet is not None}


def _count(
    connection: Connection, query: Select[str | None, int], outlet: ColumnElement[str | None]
) -> Counter[str | None]:
    return Counter(dict(connection.execute(query.group_by(outlet)).all()))


def _last_seen(connection: Connection, as_of: datetime | None) -> dict[str | None, datetime]:
    captures = schema.captures
    query = select(captures.c.outlet, func.max(captures.c.captured_at)).where(learned(captures, as_of))
    return dict(connection.execute(query.group_by(captures.c.outlet)).all())


def _last_new(connection: Connection, as_of: datetime | None) -> dict[str | None, datetime]:
    documents = schema.documents
    query = select(documents.c.outlet, func.max(documents.c.captured_at)).where(learned(documents, as_of))
    return dict(connection.execute(query.group_by(documents.c.outlet)).all())


def _since(last: datetime | None, now: datetime) -> timedelta | None:
    return None if last is None else now - last
