"""What the pages of a desk ask for: a few records at a time, however large the ledger is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Table, func, select

from dateline.model.ledger import Decision, Entity, Issue, Verdict
from dateline.store import schema
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import chunks, learned, standing

T = TypeVar("T")
_AT_A_TIME = 400  # documents looked at before the stories found are counted again
RULE_PREFIX = "rule:"
AFTER_ALL = 2**62  # without a bound SQLite would sort all documents first


@dataclass(frozen=True, slots=True)
class Arrival:
    """A story and its newest document by the order in which the ledger learned them."""

    story: str
    number: int
    learned_at: datetime


def arrivals(
    connection: Connection, *, before: int | None, after: int | None, as_of: datetime | None
) -> Iterator[Arrival]:
    """Give the stories, that with the newest document first, whose newest is between two numbers."""
    documents, memberships = schema.documents, schema.memberships
    told: set[str] = set()
    at = AFTER_ALL if before is None else before
    while True:
        query = (
            select(documents.c.number, documents.c.learned_at, memberships.c.story)
            .join(memberships, memberships.c.document == documents.c.id)
            .where(documents.c.number < at, standing(memberships, as_of), learned(documents, as_of))
            .order_by(documents.c.number.desc())
            .limit(_AT_A_TIME)
        )
        rows = connection.execute(query if after is None else query.where(documents.c.number > after)).all()
        later = _told_before(connection, {row.story for row in rows} - told, before, as_of)
        for row in rows:
            if row.story not in told and row.story not in later:
                yield Arrival(row.story, row.number, row.learned_at)
            told.add(row.story)
        if len(rows) < _AT_A_TIME:
            return
        at = rows[-1].number


def _told_before(
    connection: Connection, stories: set[str], before: int | None, as_of: datetime | None
) -> set[str]:
    """Return those of the stories that have a document from `before` on: they stand on an earlier page."""
    if before is None:
        return set()
    documents, memberships = schema.documents, schema.memberships
    found: set[str] = set()
    for chunk in chunks(sorted(stories)):
        query = (
            select(memberships.c.story)
            .join(documents, memberships.c.document == documents.c.id)
            .where(standing(memberships, as_of), learned(documents, as_of), memberships.c.story.in_(chunk))
            .group_by(memberships.c.story)
            .having(func.max(documents.c.number) >= before)
        )
        found.update(connection.execute(query).scalars())
    return found


def records_by_id(
    connection: Connection, table: Table, kind: type[T], ids: Sequence[str], as_of: datetime | None
) -> dict[str, T]:
    """Return those of the records that stood at `as_of`, by id."""
    found: dict[str, T] = {}
    for chunk in chunks(ids):
        query = select(table.c.id, table.c.record).where(standing(table, as_of), table.c.id.in_(chunk))
        found.update({id: load_json(kind, record) for id, record in connection.execute(query)})
    return found


def standing_verdicts(
    connection: Connection, subjects: Sequence[str], as_of: datetime | None
) -> dict[str, Decision]:
    """Return what stands on each subject: a person's word outranks a rule's, and the last one counts.

    Only accepting and rejecting count; an edit stands beside them.
    """
    deciding = (Verdict.ACCEPT, Verdict.REJECT)
    found = [
        decision for decision in decisions_on(connection, subjects, as_of) if decision.verdict in deciding
    ]
    by_rule = {each.subject: each for each in found if each.by.startswith(RULE_PREFIX)}
    by_person = {each.subject: each for each in found if not each.by.startswith(RULE_PREFIX)}
    return {**by_rule, **by_person}


def decisions_on(connection: Connection, subjects: Sequence[str], as_of: datetime | None) -> list[Decision]:
    """Return the decisions on some subjects that were not undone, in order."""
    found = _decisions(connection, subjects, as_of)
    undone = {
        undoing.subject
        for undoing in _decisions(connection, [decision.id for decision in found], as_of)
        if undoing.verdict is Verdict.UNDO
    }
    return [decision for decision in found if decision.id not in undone]


def standing_grades(connection: Connection, as_of: datetime | None) -> dict[str, Decision]:
    """Return the grade that was given last to each outlet and claim that somebody graded, by subject."""
    table = schema.decisions
    told = (Verdict.GRADE.value, Verdict.UNDO.value)
    query = select(table.c.record).where(learned(table, as_of), table.c.verdict.in_(told))
    made = [
        load_json(Decision, record) for record in connection.execute(query.order_by(table.c.number)).scalars()
    ]
    undone = {decision.subject for decision in made if decision.verdict is Verdict.UNDO}
    return {each.subject: each for each in made if each.verdict is Verdict.GRADE and each.id not in undone}


def _decisions(connection: Connection, subjects: Sequence[str], as_of: datetime | None) -> list[Decision]:
    table = schema.decisions
    rows: list[tuple[int, str]] = []
    for chunk in chunks(subjects):
        query = select(table.c.number, table.c.record).where(
            learned(table, as_of), table.c.subject.in_(chunk)
        )
        rows += [(number, record) for number, record in connection.execute(query)]
    return [load_json(Decision, record) for _, record in sorted(rows)]


def stories_of(connection: Connection, documents: Sequence[str], as_of: datetime | None) -> dict[str, str]:
    """Return the story of each document that stands in one."""
    table = schema.memberships
    found: dict[str, str] = {}
    for chunk in chunks(documents):
        query = select(table.c.document, table.c.story).where(
            standing(table, as_of), table.c.document.in_(chunk)
        )
        found.update(dict(connection.execute(query).all()))
    return found


def entities_named(
    connection: Connection, words: str, *, type: str | None, limit: int, as_of: datetime | None
) -> list[Entity]:
    """Return the entities with a spelling that contains `words`; none given, the most written of."""
    table = schema.entities
    query = select(table.c.record).where(standing(table, as_of))
    if words:
        query = query.where(table.c.record.icontains(dump_json(words)[1:-1], autoescape=True))
    if type is not None:
        query = query.where(table.c.type == type)
    # A record grows with its documents and spellings: its length orders without reading it.
    ordered = query.order_by(func.length(table.c.record).desc(), table.c.id).limit(limit)
    return [load_json(Entity, record) for record in connection.execute(ordered).scalars()]


def latest_issues(connection: Connection, limit: int, as_of: datetime | None) -> tuple[list[Issue], int]:
    """Return the newest Issues, the newest first, and how many there are in all."""
    table = schema.issues
    query = select(table.c.record).where(learned(table, as_of)).order_by(table.c.number.desc()).limit(limit)
    every = select(func.count()).select_from(table).where(learned(table, as_of))
    found = [load_json(Issue, record) for record in connection.execute(query).scalars()]
    return found, connection.execute(every).scalar() or 0


def learned_between(connection: Connection) -> tuple[datetime, datetime] | None:
    """Return when the first and the last document were learned, `None` where there is none."""
    at = schema.documents.c.learned_at
    first = connection.execute(select(at).order_by(at).limit(1)).scalar()
    last = connection.execute(select(at).order_by(at.desc()).limit(1)).scalar()
    return (first, last) if first and last else None
