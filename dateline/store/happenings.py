"""Events across documents, the accounts of them, and the analysts' questions."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, select, true

from dateline.model.events import Account, Event
from dateline.model.identity import content_id
from dateline.model.ledger import Question
from dateline.store import schema
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import LAST, add_new, chunks, learned, replace_standing, standing


def save_events(connection: Connection, events: Iterable[Event], *, now: datetime) -> None:
    """Make `events` the standing ones, with their tellings."""
    kept = list(events)
    rows = (
        {
            "id": event.id,
            "type": event.type.value,
            "begin": event.begin,
            "until": event.until,
            "place": event.place.name if event.place else None,
            "record": dump_json(event),
        }
        for event in kept
    )
    replace_standing(connection, schema.events, rows, scope=true(), now=now)
    tellings = (_telling(event.id, document) for event in kept for document in event.documents)
    replace_standing(connection, schema.tellings, tellings, scope=true(), now=now)


def _telling(event: str, document: str) -> dict[str, object]:
    id = content_id("t", event, document)
    return {"id": id, "event": event, "document": document, "record": dump_json((event, document))}


def save_accounts(connection: Connection, accounts: Iterable[Account], *, now: datetime) -> None:
    """Make `accounts` the standing ones."""
    rows = (
        {"id": each.event, "disputed": bool(each.disputed), "record": dump_json(each)} for each in accounts
    )
    replace_standing(connection, schema.accounts, rows, scope=true(), now=now)


def events_of(connection: Connection, documents: Sequence[str], as_of: datetime | None) -> list[Event]:
    """Return the events that any of the documents tells of, by id."""
    table, events = schema.tellings, schema.events
    found: dict[str, Event] = {}
    for chunk in chunks(documents):
        of_documents = select(table.c.event).where(standing(table, as_of), table.c.document.in_(chunk))
        query = select(events.c.record).where(standing(events, as_of), events.c.id.in_(of_documents))
        for record in connection.execute(query).scalars():
            event = load_json(Event, record)
            found[event.id] = event
    return [found[id] for id in sorted(found)]


def event(connection: Connection, id: str, as_of: datetime | None) -> Event | None:
    """Return one standing event."""
    table = schema.events
    query = select(table.c.record).where(standing(table, as_of), table.c.id == id)
    record = connection.execute(query).scalar_one_or_none()
    return None if record is None else load_json(Event, record)


def latest_events(
    connection: Connection, *, begin: str | None, until: str | None, limit: int, as_of: datetime | None
) -> list[Event]:
    """Return the events that began from `begin` to `until`, days included, the latest first.

    Those that no telling dates come last, and only where no period is asked for.
    """
    table = schema.events
    query = select(table.c.record).where(standing(table, as_of))
    if begin is not None:
        query = query.where(table.c.begin >= begin)
    if until is not None:
        query = query.where(table.c.begin <= until + LAST)
    query = query.order_by(table.c.begin.desc().nulls_last(), table.c.id).limit(limit)
    return [load_json(Event, record) for record in connection.execute(query).scalars()]


def accounts_of(connection: Connection, events: Sequence[str], as_of: datetime | None) -> dict[str, Account]:
    """Return the accounts of the events that have some, by event."""
    table = schema.accounts
    found: dict[str, Account] = {}
    for chunk in chunks(events):
        query = select(table.c.record).where(standing(table, as_of), table.c.id.in_(chunk))
        for record in connection.execute(query).scalars():
            account = load_json(Account, record)
            found[account.event] = account
    return found


def ask(connection: Connection, question: Question, *, now: datetime) -> None:
    """Keep a question; one that is there already is not kept again."""
    row = {"id": question.id, "learned_at": now, "record": dump_json(question)}
    add_new(connection, schema.questions, [row])


def questions(connection: Connection, as_of: datetime | None) -> list[Question]:
    """Return the questions in the order in which they were asked."""
    table = schema.questions
    query = select(table.c.record).where(learned(table, as_of)).order_by(table.c.number)
    return [load_json(Question, record) for record in connection.execute(query).scalars()]
