"""Events across documents with their accounts, the analysts' questions, and how far linking has come."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables of events, their accounts and questions."""
    _replaceable("events", _text("type"), _maybe("begin"), _maybe("until"))
    op.create_index("ix_events_begin", "events", ["begin"])
    _replaceable("tellings", _text("event"), _text("document"))
    op.create_index("ix_tellings_event", "tellings", ["event"])
    op.create_index("ix_tellings_document", "tellings", ["document"])
    _replaceable("accounts")
    _table("questions", _text("id"), _text("record"), sa.UniqueConstraint("id"))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=True)


def _table(name: str, *columns: sa.Column[Any] | sa.Constraint) -> None:
    number = sa.Column("number", _NUMBER, primary_key=True, autoincrement=True)
    op.create_table(name, number, *columns, _text("learned_at"))


def _replaceable(name: str, *columns: sa.Column[Any]) -> None:
    _table(name, _text("id"), *columns, _maybe("superseded_at"), _text("record"))
    standing = sa.text("superseded_at IS NULL")
    op.create_index(
        f"standing_{name}", name, ["id"], unique=True, sqlite_where=standing, postgresql_where=standing
    )
    op.create_index(f"{name}_by_id", name, ["id", "learned_at"])
