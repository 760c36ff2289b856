"""How the doors of the ledger reach its database: one connection for each read or write, or one for a whole
transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from dateline.store.engine import reading, writing


class Connections:
    """Connections to one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._joined: Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is saved inside together or not at all. Not shared between threads."""
        if self._joined is not None:
            yield
            return
        with writing(self._engine) as connection:
            self._joined = connection
            try:
                yield
            finally:
                self._joined = None

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if self._joined is not None:
            yield self._joined
            return
        with writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        if self._joined is not None:
            yield self._joined
            return
        with reading(self._engine) as connection:
            yield connection
