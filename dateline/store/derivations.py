"""From what the ledger was last derived, so that nothing is derived anew where nothing is new."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, func, select

from dateline.model.identity import content_id
from dateline.store import schema
from dateline.store.decisions import RULE_PREFIX
from dateline.store.documents import current_documents
from dateline.store.rows import add_new, standing


def state_of_inputs(connection: Connection) -> str:
    """Return a hash of all that is derived from: texts, what was read in them, words of persons, known names.

    What rules decide is derived itself and left out.
    """
    decisions, known = schema.decisions, schema.known
    current = current_documents(None)
    seen = connection.execute(select(func.count(), func.sum(current.c.number))).one()
    return content_id(
        "x",
        str(tuple(seen)),
        _extent(connection, schema.documents),
        _extent(connection, schema.annotations),
        _extent(connection, decisions, ~decisions.c.by.startswith(RULE_PREFIX)),
        _extent(connection, known, standing(known, None)),
    )


def _extent(connection: Connection, table: Table, *only: ColumnElement[bool]) -> str:
    """Return how many rows there are and the number of the last: rows are appended, never edited."""
    return str(tuple(connection.execute(select(func.count(), func.max(table.c.number)).where(*only)).one()))


def find_derivation(connection: Connection, inputs: str) -> dict[str, int] | None:
    """Return what came of the last derivation, `None` where that was from other inputs."""
    table = schema.derivations
    last = connection.execute(select(table).order_by(table.c.number.desc()).limit(1)).one_or_none()
    if last is None or last.inputs != inputs:
        return None
    came: dict[str, int] = json.loads(last.record)
    return came


def save_derivation(connection: Connection, inputs: str, came: Mapping[str, int], *, now: datetime) -> None:
    """Keep from what the ledger is derived now, and how much came of it."""
    add_new(
        connection, schema.derivations, [{"inputs": inputs, "learned_at": now, "record": json.dumps(came)}]
    )
