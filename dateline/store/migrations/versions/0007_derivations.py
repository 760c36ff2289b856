"""From what the ledger was derived, so that nothing is derived anew where nothing is new."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table of derivations."""
    op.create_table(
        "derivations",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("inputs", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("learned_at", sa.Text, nullable=False),
    )
