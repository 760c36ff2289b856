"""How rows are kept and asked for: twice the same is once, and what is replaced is closed, never lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select, true
from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, object]
LAST = "~"  # sorts behind every time of a day, so that "2020-03" takes in the whole month
_MAX_PARAMETERS = 500  # far below what either database allows in one statement


def learned(table: Table, as_of: datetime | None) -> ColumnElement[bool]:
    """Hold for the rows that the ledger had learned at `as_of`; `None` is now."""
    return true() if as_of is None else table.c.learned_at <= as_of


def standing(table: Table, as_of: datetime | None) -> ColumnElement[bool]:
    """Hold for the rows that stood at `as_of`: learned, and not yet replaced."""
    if as_of is None:
        return table.c.superseded_at.is_(None)
    not_replaced = or_(table.c.superseded_at.is_(None), table.c.superseded_at > as_of)
    return and_(learned(table, as_of), not_replaced)


def add_new(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert the rows that are not there yet; those that are stay as they are, `learned_at` included."""
    members = [dict(row) for row in rows]
    if members:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), members)


def add_one(connection: Connection, table: Table, row: Row) -> int | None:
    """Insert one row and return its number, or `None` where it was there."""
    insert = _insert(connection, table).values(dict(row)).on_conflict_do_nothing()
    number: int | None = connection.execute(insert.returning(table.c.number)).scalar()
    return number


def _insert(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def replace_standing(
    connection: Connection, table: Table, rows: Iterable[Row], *, scope: ColumnElement[bool], now: datetime
) -> set[str]:
    """Make `rows` the standing rows of `scope`: close those that changed or went, add those that are new.

    Returns the ids of those that were added.
    """
    wanted = {str(row["id"]): row for row in rows}
    found = connection.execute(select(table.c.id, table.c.record).where(standing(table, None), scope))
    kept = {str(row.id): str(row.record) for row in found}
    gone = [id for id, record in kept.items() if id not in wanted or wanted[id]["record"] != record]
    for chunk in chunks(gone):
        closing = table.update().where(standing(table, None), table.c.id.in_(chunk))
        connection.execute(closing.values(superseded_at=now))
    fresh = (wanted.keys() - kept.keys()) | (wanted.keys() & set(gone))
    add_new(connection, table, ({**row, "learned_at": now} for id, row in wanted.items() if id in fresh))
    return fresh


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut `ids` into runs that fit into one statement."""
    for start in range(0, len(ids), _MAX_PARAMETERS):
        yield ids[start : start + _MAX_PARAMETERS]
