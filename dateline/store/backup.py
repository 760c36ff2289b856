"""A copy of a ledger as it stands at one moment, while others read and write it."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine

from dateline.errors import LedgerError


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
