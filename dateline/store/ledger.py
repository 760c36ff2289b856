"""The ledger: one door to all that is kept.

Every write is whole or not at all; every read may ask the past.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dateline.model.documents import Document
from dateline.store import backup, export, find, status
from dateline.store.captures_door import CapturesDoor
from dateline.store.decisions_door import DecisionsDoor
from dateline.store.derivation_book import DerivationBook
from dateline.store.desk_book import DeskBook
from dateline.store.documents_door import DocumentsDoor
from dateline.store.engine import open_engine
from dateline.store.event_book import EventBook
from dateline.store.migrate import migrate
from dateline.store.narrowing import DocumentQuery
from dateline.store.search import search_documents
from dateline.store.standing_door import StandingDoor


class Ledger(CapturesDoor, DocumentsDoor, StandingDoor, DecisionsDoor):
    """All that is kept of a desk.

    `now` is when the ledger learns what is saved; saving the same again changes nothing. `as_of` asks
    what the ledger knew at that moment, `None` what it knows now.
    """

    @classmethod
    def open(cls, address: str) -> Self:
        """Open a ledger, make it where it is not there, and bring its tables up to date.

        `address` is a file path, `sqlite:///path` or `postgresql://user:password@host/database`.
        """
        engine = open_engine(address)
        with ExitStack() as on_failure:
            on_failure.callback(engine.dispose)
            migrate(engine)
            on_failure.pop_all()
        return cls(engine)

    def twin(self) -> Self:
        """Return another door to the same ledger, for another thread: a transaction belongs to one door."""
        return type(self)(self._engine)

    @property
    def book(self) -> DeskBook:
        """What the desk keeps of its people, and what their pages ask for."""
        return DeskBook(self._read, self._write)

    @property
    def event_book(self) -> EventBook:
        """What is known across documents: events, their accounts, and open questions."""
        return EventBook(self._read, self._write)

    @property
    def derivation_book(self) -> DerivationBook:
        """From what the ledger was last derived, and how far stories were put together."""
        return DerivationBook(self._read, self._write)

    @property
    def is_file(self) -> bool:
        """Whether the ledger is a file that `backup` can copy."""
        return backup.is_file(self._engine)

    def backup(self, path: Path) -> None:
        """Write a whole copy of the ledger as it stands. Raises LedgerError for one in a database server."""
        backup.copy_to(self._engine, path)

    def check(self) -> None:
        """Raise LedgerError where the file of the ledger is damaged."""
        backup.check(self._engine)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def search(
        self,
        query: DocumentQuery,
        *,
        limit: int = 20,
        as_of: datetime | None = None,
        current_only: bool = True,
    ) -> list[tuple[Document, float]]:
        """Return the best documents with their rank; `dateline.search` turns words and hits around this."""
        with self._read() as connection:
            return search_documents(connection, query, limit=limit, as_of=as_of, current_only=current_only)

    def outlet_status(self, *, now: datetime, as_of: datetime | None = None) -> list[status.OutletStatus]:
        """Return how each outlet stands at `now`."""
        with self._read() as connection:
            return status.outlet_status(connection, now=now, as_of=as_of)

    def silences(self, *, now: datetime, as_of: datetime | None = None) -> dict[str, timedelta]:
        """Return how long before `now` each outlet last had something new, by outlet id."""
        with self._read() as connection:
            return status.silences(connection, now=now, as_of=as_of)

    def find(self, id: str, *, as_of: datetime | None = None) -> find.Found:
        """Return what an id, or its unique beginning, names. Raises NotFound."""
        with self._read() as connection:
            return find.find(connection, id, as_of)

    def export(self, *, as_of: datetime | None = None) -> Iterator[dict[str, Any]]:
        """Give all that stood at `as_of` as JSON records in an order that depends on nothing else."""
        with self._read() as connection:
            yield from export.export(connection, as_of)
