"""Editions as they were issued, and the states of each from its first draft on: appended, never edited."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from dateline.model.editions import Edition, Revision
from dateline.store import schema
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import add_new, learned


def save_edition(connection: Connection, edition: Edition, *, now: datetime) -> None:
    """Keep an edition as it was issued."""
    row = {
        "id": edition.id,
        "issue_number": edition.number,
        "status": edition.status.value,
        "begin": edition.period.begin,
        "until": edition.period.until,
        "learned_at": now,
        "record": dump_json(edition),
    }
    add_new(connection, schema.editions, [row])


def editions(connection: Connection, as_of: datetime | None) -> list[Edition]:
    """Return the editions in the order in which they were kept, each as it was issued."""
    table = schema.editions
    query = select(table.c.record).where(learned(table, as_of)).order_by(table.c.number)
    return [load_json(Edition, record) for record in connection.execute(query).scalars()]


def append_revision(connection: Connection, revision: Revision, *, now: datetime) -> None:
    """Append one state of an edition; one that is there already is not appended again."""
    row = {
        "id": revision.id,
        "draft": revision.draft,
        "action": revision.action.value,
        "by": revision.by,
        "at": revision.at,
        "learned_at": now,
        "record": dump_json(revision),
    }
    add_new(connection, schema.revisions, [row])


def revisions(connection: Connection, draft: str, as_of: datetime | None) -> list[Revision]:
    """Return the states of one edition in the order in which they were appended."""
    table = schema.revisions
    query = select(table.c.record).where(table.c.draft == draft, learned(table, as_of))
    records = connection.execute(query.order_by(table.c.number)).scalars()
    return [load_json(Revision, record) for record in records]


def latest_revisions(connection: Connection, as_of: datetime | None) -> list[Revision]:
    """Return the last state of each edition that has states, in the order in which they were drafted."""
    table = schema.revisions
    ends = select(func.min(table.c.number).label("first"), func.max(table.c.number).label("last"))
    span = ends.where(learned(table, as_of)).group_by(table.c.draft).subquery()
    query = select(table.c.record).join(span, table.c.number == span.c.last).order_by(span.c.first)
    return [load_json(Revision, record) for record in connection.execute(query).scalars()]
