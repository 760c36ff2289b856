"""What the desk was told of before it read: watch lists and imported entities, by their source."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table of known entities."""
    op.create_table(
        "known",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        _text("id"),
        _text("source"),
        sa.Column("superseded_at", sa.Text, nullable=True),
        _text("record"),
        _text("learned_at"),
    )
    standing = sa.text("superseded_at IS NULL")
    op.create_index(
        "standing_known", "known", ["id"], unique=True, sqlite_where=standing, postgresql_where=standing
    )
    op.create_index("known_by_id", "known", ["id", "learned_at"])
    op.create_index("ix_known_source", "known", ["source"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
