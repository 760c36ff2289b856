"""Opening the database, and its two kinds of transaction.

What differs between SQLite and PostgreSQL is here and in `words.py`, `search.py` and the migrations.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, StatementError
from sqlalchemy.pool import ConnectionPoolEntry

from dateline.errors import LedgerError

BUSY_TIMEOUT_MS = 600_000  # how long a write waits for another process, which may be deriving all anew
_WRITES = "dateline_writes"
_WRITE_LOCK = 0x44415445  # any number, the same in every process: PostgreSQL's lock for one writer at a time


def open_engine(address: str) -> Engine:
    """Return an engine for a file path, `sqlite:///path` or `postgresql://user:password@host/database`.

    Raises LedgerError for an address of another kind.
    """
    url = _parse_address(address)
    if url.get_backend_name() == "sqlite":
        Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    # Without hide_parameters an error would print whole articles.
    engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _parse_address(address: str) -> URL:
    expected = "expected a file path, sqlite:///PATH or postgresql://USER@HOST/DATABASE"
    if "://" not in address:
        if not address or address == ":memory:":
            raise LedgerError(f"store address {address!r} keeps nothing; {expected}")
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except ArgumentError:
        raise LedgerError(f"store address cannot be understood; {expected}") from None
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return url.set(drivername="sqlite")
    if backend in ("postgresql", "postgres") and url.database:
        return url.set(drivername="postgresql+pg8000")
    raise LedgerError(f"store address of kind {url.drivername!r}; {expected}")


def _prepare_sqlite(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin_sqlite`, not by the driver
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A write takes its lock at once: one that reads first and writes later fails when another wrote.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose writes are kept together or not at all, one writer at a time."""
    with errors_named(engine), engine.connect() as opened:
        connection = opened.execution_options(**{_WRITES: True})
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITE_LOCK})
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state of the ledger, whatever is written meanwhile."""
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with errors_named(engine), engine.connect() as opened:
        connection = opened.execution_options(**options)
        with connection.begin():
            yield connection


@contextmanager
def errors_named(engine: Engine) -> Iterator[None]:
    """Turn the driver's errors into ours, with the address and without its password."""
    try:
        yield
    except (StatementError, sqlite3.Error) as error:
        address = engine.url.render_as_string(hide_password=True)
        cause = error.orig if isinstance(error, StatementError) else error
        raise LedgerError(f"ledger {address}: {cause}") from error
