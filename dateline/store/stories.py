"""What is derived across documents and replaced as reports come: entities, stories, assessments."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Table, select, true

from dateline.model.identity import content_id
from dateline.model.ledger import Assessment, Entity, Story
from dateline.store import schema, spellings
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import chunks, replace_standing, standing

T = TypeVar("T")


def save_entities(connection: Connection, entities: Iterable[Entity], *, now: datetime) -> None:
    """Make `entities` the standing ones, and remember their spellings."""
    kept = list(entities)
    rows = (
        {"id": entity.id, "type": entity.type.value, "name": entity.name, "record": dump_json(entity)}
        for entity in kept
    )
    fresh = replace_standing(connection, schema.entities, rows, scope=true(), now=now)
    spellings.save_spellings(connection, (entity for entity in kept if entity.id in fresh), now=now)


def save_stories(connection: Connection, stories: Iterable[Story], *, now: datetime) -> None:
    """Make `stories` the standing ones, with their memberships."""
    kept = list(stories)
    rows = ({"id": story.id, "record": dump_json(story)} for story in kept)
    replace_standing(connection, schema.stories, rows, scope=true(), now=now)
    memberships = (_membership(story.id, document) for story in kept for document in story.documents)
    replace_standing(connection, schema.memberships, memberships, scope=true(), now=now)


def _membership(story: str, document: str) -> dict[str, object]:
    id = content_id("m", story, document)
    return {"id": id, "story": story, "document": document, "record": dump_json((story, document))}


def save_assessments(connection: Connection, assessments: Iterable[Assessment], *, now: datetime) -> None:
    """Make `assessments` the standing ones."""
    rows = (
        {"id": each.story, "origins": len(each.origins), "record": dump_json(each)} for each in assessments
    )
    replace_standing(connection, schema.assessments, rows, scope=true(), now=now)


def standing_records(
    connection: Connection,
    table: Table,
    kind: type[T],
    as_of: datetime | None,
    *,
    ids: Sequence[str] | None = None,
) -> list[T]:
    """Return the records of `table` that stood at `as_of`, by id; only those with one of `ids` if given."""
    query = select(table.c.id, table.c.record).where(standing(table, as_of))
    if ids is None:
        rows = sorted(connection.execute(query))
    else:
        asked = (connection.execute(query.where(table.c.id.in_(chunk))) for chunk in chunks(ids))
        rows = sorted(row for found in asked for row in found)
    return [load_json(kind, record) for _, record in rows]


def story_of(connection: Connection, document: str, as_of: datetime | None) -> str | None:
    """Return the id of the story that a document stood in."""
    table = schema.memberships
    query = select(table.c.story).where(standing(table, as_of), table.c.document == document)
    story: str | None = connection.execute(query.order_by(table.c.story).limit(1)).scalar()
    return story
