"""What some documents have in common: events, places, origins, disputes and names, counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, FromClause, cast, distinct, func, select, true
from sqlalchemy.dialects.postgresql import JSONB

from dateline.store import schema
from dateline.store.digits import count_digits
from dateline.store.rows import chunks, standing

MOST_NAMES = 12
SPARE_NAMES = 3  # times as many are counted: some names are no entity's first spelling


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of some documents tell of each type of event, happen in each place, and so on.

    `origins` counts by the independent origins of the story, `disputed` those that tell of a dispute;
    `entities` gives id, name and count; `digits` counts those with a claim that is so credible.
    """

    events: Mapping[str, int]
    places: Mapping[str, int]
    origins: Mapping[int, int]
    disputed: int
    entities: tuple[tuple[str, str, int], ...]
    digits: Mapping[int, int]


def count_facets(connection: Connection, documents: Sequence[str], as_of: datetime | None) -> Facets:
    """Return what some documents, few enough for a page, have in common."""
    events = schema.events
    return Facets(
        _told(connection, events.c.type, documents, as_of),
        _told(connection, events.c.place, documents, as_of),
        _origins(connection, documents, as_of),
        _disputed(connection, documents, as_of),
        _entities(connection, documents, as_of),
        count_digits(connection, documents, as_of),
    )


def _told(
    connection: Connection, column: ColumnElement[str], documents: Sequence[str], as_of: datetime | None
) -> dict[str, int]:
    tellings, events = schema.tellings, schema.events
    number = func.count(distinct(tellings.c.document))
    query = (
        select(column, number)
        .join(tellings, tellings.c.event == events.c.id)
        .where(standing(tellings, as_of), standing(events, as_of), column.is_not(None))
        .where(tellings.c.document.in_(documents))
        .group_by(column)
        .order_by(number.desc(), column)
    )
    return dict(connection.execute(query).all())


def _origins(connection: Connection, documents: Sequence[str], as_of: datetime | None) -> dict[int, int]:
    memberships, assessments = schema.memberships, schema.assessments
    query = (
        select(assessments.c.origins, func.count(distinct(memberships.c.document)))
        .join(memberships, memberships.c.story == assessments.c.id)
        .where(standing(memberships, as_of), standing(assessments, as_of))
        .where(memberships.c.document.in_(documents))
        .group_by(assessments.c.origins)
    )
    return dict(connection.execute(query).all())


def _disputed(connection: Connection, documents: Sequence[str], as_of: datetime | None) -> int:
    tellings, accounts = schema.tellings, schema.accounts
    query = (
        select(func.count(distinct(tellings.c.document)))
        .join(accounts, accounts.c.id == tellings.c.event)
        .where(standing(tellings, as_of), standing(accounts, as_of), accounts.c.disputed)
        .where(tellings.c.document.in_(documents))
    )
    return connection.execute(query).scalar() or 0


def _entities(
    connection: Connection, documents: Sequence[str], as_of: datetime | None
) -> tuple[tuple[str, str, int], ...]:
    """Return the names that most of the documents hold, where one entity bears the name."""
    table = schema.annotations
    source, name, _ = _named(connection)
    number = func.count(distinct(table.c.document))
    query = (
        select(name.label("called"), number)
        .select_from(source)
        .where(table.c.document.in_(documents))
        .group_by("called")
        .order_by(number.desc(), "called")
        .limit(MOST_NAMES * SPARE_NAMES)
    )
    counts = dict(connection.execute(query).all())
    ids = _ids_of(connection, list(counts), as_of)
    found = [(ids[name], name, count) for name, count in counts.items() if name in ids]
    return tuple(found[:MOST_NAMES])


def _named(connection: Connection) -> tuple[FromClause, ColumnElement[str], ColumnElement[str]]:
    """Return the annotations beside each entity read in them, its name, and its type."""
    table = schema.annotations
    if connection.dialect.name == "sqlite":
        each = func.json_each(table.c.record, "$.entities").table_valued("value")
        name, type = (func.json_extract(each.c.value, f"$.{field}") for field in ("name", "type"))
    else:
        each = func.jsonb_array_elements(cast(table.c.record, JSONB)["entities"]).table_valued("value")
        name, type = (func.jsonb_extract_path_text(each.c.value, field) for field in ("name", "type"))
    return table.join(each, true()), name, type


def names_in(
    connection: Connection, documents: Sequence[str], types: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the names of some types that were read in each of the documents, without their annotations."""
    table = schema.annotations
    source, name, type = _named(connection)
    found: dict[str, dict[str, None]] = {}
    for chunk in chunks(documents):
        query = select(table.c.document, name).select_from(source).where(table.c.document.in_(chunk))
        for document, named in connection.execute(query.where(type.in_(types))):
            found.setdefault(document, {})[named] = None
    return {document: tuple(names) for document, names in found.items()}


def _ids_of(connection: Connection, names: Sequence[str], as_of: datetime | None) -> dict[str, str]:
    table = schema.entities
    found: dict[str, list[str]] = {}
    for chunk in chunks(names):
        query = select(table.c.name, table.c.id).where(standing(table, as_of), table.c.name.in_(chunk))
        for name, id in connection.execute(query):
            found.setdefault(name, []).append(id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}
