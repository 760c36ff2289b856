"""How credible each claim is, so that one can ask by it. The next run fills the table."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "digits",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("digit", sa.Integer, nullable=False),
        sa.Column("superseded_at", sa.Text),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("learned_at", sa.Text, nullable=False),
    )
    only_standing = sa.text("superseded_at IS NULL")
    op.create_index(
        "standing_digits",
        "digits",
        ["id"],
        unique=True,
        sqlite_where=only_standing,
        postgresql_where=only_standing,
    )
    op.create_index("digits_by_id", "digits", ["id", "learned_at"])
