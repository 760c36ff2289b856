"""What narrows a search beside words: outlet, language, either clock, and what is told in a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, cast, exists, func, or_, select, true
from sqlalchemy.dialects.postgresql import JSONB

from dateline.store import schema
from dateline.store.browse import standing_grades
from dateline.store.digits import makes_claim_of
from dateline.store.rows import standing
from dateline.store.words import WordQuery

UNGRADED = "F"  # the letter of an outlet whose reliability cannot be judged


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """What documents are asked for. Days are ISO 8601 and included; no words is every document.

    `begin` and `until` are when it was printed, `learned_begin` and `learned_until` when the ledger learned
    it. `events` are types of events that it tells of, `places` where they happened, `entities` the ids of
    those it names; of several any will do. `origins` is the least number of independent origins of its
    story; `disputed` asks for those that tell of an event on which the tellings cannot all hold.
    `grades` are letters of its outlet, F where nobody graded it; `digits`, 1 to 6, are of any of its claims.
    """

    words: WordQuery | None = None
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    begin: str | None = None
    until: str | None = None
    learned_begin: str | None = None
    learned_until: str | None = None
    learned_after: datetime | None = None
    grades: tuple[str, ...] = ()
    digits: tuple[int, ...] = ()
    events: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    origins: int | None = None
    disputed: bool | None = None


def conditions_of(
    query: DocumentQuery, connection: Connection, as_of: datetime | None
) -> list[ColumnElement[bool]]:
    """Return what the rows of `documents` have to hold for a query, its words left out."""
    documents = schema.documents
    conditions: list[ColumnElement[bool]] = [*_clocks(query)]
    if query.outlets:
        conditions.append(documents.c.outlet.in_(query.outlets))
    if query.grades:
        conditions.append(_is_graded(query.grades, connection, as_of))
    if query.digits:
        conditions.append(makes_claim_of(query.digits, connection, as_of))
    if query.languages:
        conditions.append(or_(*(_is_language(language) for language in query.languages)))
    if query.origins is not None:
        conditions.append(_has_origins(query.origins, as_of))
    if query.disputed is not None:
        told = _tells_of_dispute(as_of)
        conditions.append(told if query.disputed else ~told)
    if query.events:
        conditions.append(_tells_of(schema.events.c.type.in_(query.events), as_of))
    if query.places:
        conditions.append(_tells_of(schema.events.c.place.in_(query.places), as_of))
    if query.entities:
        conditions.append(documents.c.id.in_(_documents_naming(query.entities, connection, as_of)))
    return conditions


def _clocks(query: DocumentQuery) -> list[ColumnElement[bool]]:
    documents = schema.documents
    conditions: list[ColumnElement[bool]] = []
    # A date known to the month or year is in a range that overlaps it: compare at the precision it has.
    precision = func.length(documents.c.day)
    if query.begin:
        conditions.append(documents.c.day >= func.substr(query.begin, 1, precision))
    if query.until:
        conditions.append(documents.c.day <= func.substr(query.until, 1, precision))
    if query.learned_begin:
        begin = datetime.fromisoformat(f"{query.learned_begin}T00:00:00+00:00")
        conditions.append(documents.c.learned_at >= begin)
    if query.learned_until:
        until = datetime.fromisoformat(f"{query.learned_until}T23:59:59.999999+00:00")
        conditions.append(documents.c.learned_at <= until)
    if query.learned_after:
        conditions.append(documents.c.learned_at > query.learned_after)
    return conditions


def _is_language(language: str) -> ColumnElement[bool]:
    """Hold for a language and its regional forms: "fa" finds "fa-AF"."""
    lang = schema.documents.c.lang
    return or_(lang == language, lang.startswith(f"{language}-", autoescape=True))


def _is_graded(letters: Sequence[str], connection: Connection, as_of: datetime | None) -> ColumnElement[bool]:
    outlet = func.coalesce(schema.documents.c.outlet, "")
    given = {subject: grade.value for subject, grade in standing_grades(connection, as_of).items()}
    if UNGRADED in letters:
        return outlet.not_in([subject for subject, letter in given.items() if letter not in letters])
    return outlet.in_([subject for subject, letter in given.items() if letter in letters])


def _has_origins(least: int, as_of: datetime | None) -> ColumnElement[bool]:
    memberships, assessments = schema.memberships, schema.assessments
    return exists(
        select(assessments.c.number)
        .join(memberships, memberships.c.story == assessments.c.id)
        .where(
            memberships.c.document == schema.documents.c.id,
            assessments.c.origins >= least,
            standing(memberships, as_of),
            standing(assessments, as_of),
        )
    )


def _tells_of(condition: ColumnElement[bool], as_of: datetime | None) -> ColumnElement[bool]:
    tellings, events = schema.tellings, schema.events
    return exists(
        select(events.c.number)
        .join(tellings, tellings.c.event == events.c.id)
        .where(
            tellings.c.document == schema.documents.c.id,
            condition,
            standing(tellings, as_of),
            standing(events, as_of),
        )
    )


def _tells_of_dispute(as_of: datetime | None) -> ColumnElement[bool]:
    tellings, accounts = schema.tellings, schema.accounts
    return exists(
        select(accounts.c.number)
        .join(tellings, tellings.c.event == accounts.c.id)
        .where(
            tellings.c.document == schema.documents.c.id,
            accounts.c.disputed,
            standing(tellings, as_of),
            standing(accounts, as_of),
        )
    )


def _documents_naming(
    entities: Sequence[str], connection: Connection, as_of: datetime | None
) -> Select[tuple[str]]:
    """Select the ids of the documents in which an entity is named: its record lists them."""
    table = schema.entities
    if connection.dialect.name == "sqlite":
        named = func.json_each(table.c.record, "$.documents").table_valued("value")
    else:
        listed = cast(table.c.record, JSONB)["documents"]
        named = func.jsonb_array_elements_text(listed).table_valued("value")
    return (
        select(named.c.value)
        .select_from(table.join(named, true()))
        .where(standing(table, as_of), table.c.id.in_(entities))
    )
