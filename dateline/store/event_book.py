"""The ledger's door to what is known across documents: events, their accounts, and open questions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection

from dateline.model.events import Account, Event
from dateline.model.ledger import Question
from dateline.store import digits, happenings, schema
from dateline.store.stories import standing_records

Opener = Callable[[], AbstractContextManager[Connection]]


class EventBook:
    """Events, accounts and questions. `Ledger.event_book` gives one; `as_of` is as there."""

    def __init__(self, read: Opener, write: Opener) -> None:
        self._read = read
        self._write = write

    def save_events(self, events: Iterable[Event], *, now: datetime) -> None:
        """Make `events` the standing ones; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            happenings.save_events(connection, events, now=now)

    def save_accounts(self, accounts: Iterable[Account], *, now: datetime) -> None:
        """Make `accounts` the standing ones; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            happenings.save_accounts(connection, accounts, now=now)

    def save_digits(self, given: Mapping[str, int], *, now: datetime) -> None:
        """Make the digits, 1 to 6, of claims the standing ones: how credible each is by what bears it out."""
        with self._write() as connection:
            digits.save_digits(connection, given, now=now)

    def events(self, *, as_of: datetime | None = None) -> list[Event]:
        """Return the standing events by id."""
        with self._read() as connection:
            return standing_records(connection, schema.events, Event, as_of)

    def event(self, id: str, *, as_of: datetime | None = None) -> Event | None:
        """Return one standing event, `None` where there is none of that id."""
        with self._read() as connection:
            return happenings.event(connection, id, as_of)

    def events_of(self, documents: Sequence[str], *, as_of: datetime | None = None) -> list[Event]:
        """Return the events that any of the documents tells of, by id."""
        with self._read() as connection:
            return happenings.events_of(connection, documents, as_of)

    def latest_events(
        self,
        *,
        begin: str | None = None,
        until: str | None = None,
        limit: int,
        as_of: datetime | None = None,
    ) -> list[Event]:
        """Return the events that began from `begin` to `until`, days included, the latest first."""
        with self._read() as connection:
            return happenings.latest_events(connection, begin=begin, until=until, limit=limit, as_of=as_of)

    def accounts(self, *, as_of: datetime | None = None) -> list[Account]:
        """Return the standing accounts by event."""
        with self._read() as connection:
            return standing_records(connection, schema.accounts, Account, as_of)

    def accounts_of(self, events: Sequence[str], *, as_of: datetime | None = None) -> dict[str, Account]:
        """Return the accounts of the events that have some, by event."""
        with self._read() as connection:
            return happenings.accounts_of(connection, events, as_of)

    def ask(self, question: Question, *, now: datetime) -> None:
        """Keep a question; one that is there already is not kept again."""
        with self._write() as connection:
            happenings.ask(connection, question, now=now)

    def questions(self, *, as_of: datetime | None = None) -> list[Question]:
        """Return the questions in the order in which they were asked."""
        with self._read() as connection:
            return happenings.questions(connection, as_of)
