"""The ledger as JSON records in one order, whatever the order in which it was filled."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select

from dateline.store import schema
from dateline.store.codec import dump_json
from dateline.store.rows import learned, standing

_APPENDED: dict[str, Table] = {
    "decision": schema.decisions,
    "document": schema.documents,
    "edition": schema.editions,
    "evidence": schema.evidence,
    "issue": schema.issues,
    "question": schema.questions,
    "revision": schema.revisions,
}
_REPLACED: dict[str, Table] = {
    "account": schema.accounts,
    "assessment": schema.assessments,
    "claim": schema.claims,
    "entity": schema.entities,
    "known": schema.known,
    "event": schema.events,
    "story": schema.stories,
}
# Where bytes lie depends on the order in which they came; claims have lines of their own.
_NOT_SHOWN = {"evidence": "record", "annotations": "claims"}


def export(connection: Connection, as_of: datetime | None) -> Iterator[dict[str, Any]]:
    """Give everything that stood at `as_of` as `{"type", "record"}`, by type and then by content.

    When the ledger learned a thing and where in the archive its bytes lie are left out: two runs that
    learned the same give the same lines. Claims stand in their own lines, not in the annotations too.
    """
    for kind in sorted({*_APPENDED, *_REPLACED, "annotations"}):
        for record in sorted(_shown(kind, record) for record in _records(connection, kind, as_of)):
            yield {"type": kind, "record": json.loads(record)}


def _shown(kind: str, record: str) -> str:
    """Return a record without the field that is not shown with its kind."""
    if kind not in _NOT_SHOWN:
        return record
    value = json.loads(record)
    del value[_NOT_SHOWN[kind]]
    return dump_json(value)


def _records(connection: Connection, kind: str, as_of: datetime | None) -> list[str]:
    if kind in _REPLACED:
        table = _REPLACED[kind]
        query = select(table.c.record).where(standing(table, as_of))
    elif kind == "annotations":
        table = schema.annotations
        newest = select(func.max(table.c.number)).where(learned(table, as_of)).group_by(table.c.document)
        query = select(table.c.record).where(table.c.number.in_(newest))
    else:
        table = _APPENDED[kind]
        query = select(table.c.record).where(learned(table, as_of))
    return list(connection.execute(query).scalars())
