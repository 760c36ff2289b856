"""Every spelling of an entity as it is folded, so that a name in a query is looked up and not sought."""

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from dateline.store.rows import add_new
from dateline.text.fold import folded_words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_AT_A_TIME = 2000


def upgrade() -> None:
    """Make the table and fill it from the entities."""
    spellings = op.create_table(
        "spellings",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("learned_at", sa.Text, nullable=False),
        sa.UniqueConstraint("folded", "entity"),
    )
    for page in _pages("entities"):
        add_new(op.get_bind(), spellings, (row for entity in page for row in _spelled(entity)))


def _pages(table: str) -> Iterator[list[sa.Row[int, str, str, str]]]:
    rows = sa.table(table, *map(sa.column, ("number", "id", "record", "learned_at")))
    at = 0
    while True:
        page = sa.select(rows).where(rows.c.number > at).order_by(rows.c.number).limit(_AT_A_TIME)
        found = list(op.get_bind().execute(page).all())
        if not found:
            return
        yield found
        at = found[-1].number


def _spelled(entity: sa.Row[int, str, str, str]) -> Iterator[dict[str, str]]:
    record = json.loads(entity.record)
    for folded in {" ".join(folded_words(name)) for name in (record["name"], *record["aliases"])} - {""}:
        yield {"folded": folded, "entity": entity.id, "learned_at": entity.learned_at}
