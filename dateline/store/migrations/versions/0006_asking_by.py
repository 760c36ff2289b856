"""What search narrows by, beside the records that hold it: origins, disputes, the place of an event."""

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_AT_A_TIME = 2000
_DISPUTED = {
    "different wording",
    "different date",
    "different place",
    "different figure",
    "different blame",
    "denial",
}
_INDEXES = (
    ("ix_entities_name", "entities", "name"),
    ("ix_decisions_verdict", "decisions", "verdict"),
    ("ix_documents_learned_at", "documents", "learned_at"),
)


def upgrade() -> None:
    """Add the columns, fill them from the records, and index what is asked by."""
    op.add_column("assessments", sa.Column("origins", sa.Integer, nullable=False, server_default="0"))
    op.add_column("accounts", sa.Column("disputed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("events", sa.Column("place", sa.Text, nullable=True))
    _fill("assessments", "origins", lambda record: len(record["origins"]))
    _fill("accounts", "disputed", _is_disputed)
    _fill("events", "place", lambda record: (record.get("place") or {}).get("name"))
    for name, table, column in _INDEXES:
        op.create_index(name, table, [column])


def _is_disputed(record: dict[str, Any]) -> bool:
    return any(attribute["relation"] in _DISPUTED for attribute in record["attributes"])


def _fill(table: str, column: str, value_of: Callable[[dict[str, Any]], object]) -> None:
    """Work a new column out of the records, some rows at a time."""
    connection = op.get_bind()
    rows = sa.table(table, sa.column("number"), sa.column("record"), sa.column(column))
    change = rows.update().where(rows.c.number == sa.bindparam("of")).values({column: sa.bindparam("value")})
    at = 0
    while True:
        page = sa.select(rows.c.number, rows.c.record).where(rows.c.number > at).order_by(rows.c.number)
        found = connection.execute(page.limit(_AT_A_TIME)).all()
        if not found:
            return
        filled = [{"of": number, "value": value_of(json.loads(record))} for number, record in found]
        connection.execute(change, filled)
        at = found[-1].number
