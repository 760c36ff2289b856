"""The states of each edition, from its first draft to its corrections and its withdrawal."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of revisions; editions issued before have none and stand as they were issued."""
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    columns = ("id", "draft", "action", "by", "at", "record", "learned_at")
    op.create_table(
        "revisions",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in columns),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_revisions_draft", "revisions", ["draft"])
