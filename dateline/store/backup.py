"""A copy of a ledger as it stands at one moment, while others read and write it; and whether one is sound."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, text

from dateline.errors import LedgerError
from dateline.store.engine import reading


def is_file(engine: Engine) -> bool:
    """Say whether the ledger is a file that can be copied."""
    return engine.dialect.name == "sqlite"


def copy_to(engine: Engine, path: Path) -> None:
    """Write a whole and consistent copy to `path`. Raises LedgerError for a ledger in a database server."""
    if not is_file(engine):
        raise LedgerError("the ledger lies in a database server; back it up with pg_dump")
    target = sqlite3.connect(path)
    try:
        with engine.connect() as opened:
            source = opened.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            source.backup(target)
    finally:
        target.close()


def check(engine: Engine) -> None:
    """Read all pages of a ledger file. Raises LedgerError where one is damaged."""
    if not is_file(engine):
        return
    with reading(engine) as connection:
        found = list(connection.execute(text("PRAGMA quick_check(1)")).scalars())
    if found != ["ok"]:
        raise LedgerError(f"the ledger is damaged: {found[0]}")
