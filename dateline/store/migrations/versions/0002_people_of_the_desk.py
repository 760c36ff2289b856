"""People with a login, their sessions, what they did and what they have seen."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables of the desk's people."""
    _table(
        "people",
        *(_text("name"), _text("role"), _text("password"), _maybe("disabled_at")),
        sa.UniqueConstraint("name"),
    )
    _table(
        "sessions",
        *(_text("id"), _text("person"), _text("kind"), _text("expires_at"), _maybe("ended_at")),
        sa.UniqueConstraint("id"),
    )
    _table(
        "acts",
        *(_text("id"), _text("kind"), _text("subject"), _text("by"), _text("at"), _text("record")),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_acts_subject", "acts", ["subject"])
    op.create_index("acts_by_person", "acts", ["by", "number"])
    _table(
        "seen",
        *(_text("person"), _text("subject"), _text("at")),
        sa.UniqueConstraint("person", "subject"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=True)


def _table(name: str, *columns: sa.Column[Any] | sa.Constraint) -> None:
    number = sa.Column("number", _NUMBER, primary_key=True, autoincrement=True)
    op.create_table(name, number, *columns, _text("learned_at"))
