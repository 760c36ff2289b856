"""Stories with all that a writer may draw on."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, func, or_, select

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim, Polarity
from dateline.model.documents import Document
from dateline.model.ledger import Assessment, Story, StoryDossier, StoryMarks
from dateline.store import schema
from dateline.store.claims import claims
from dateline.store.documents import annotations, documents_by_id
from dateline.store.rows import standing
from dateline.store.stories import standing_records


def dossiers(
    connection: Connection,
    *,
    begin: str,
    until: str,
    as_of: datetime | None,
    only: Sequence[str] | None = None,
) -> list[StoryDossier]:
    """Return the stories with a document printed from `begin` to `until`, days included, by story id.

    A story comes whole, with its documents from before and after; its claims are the accepted ones.
    `only` are the ids of those wanted, by default all.
    """
    told = sorted(_told_between(connection, begin, until, as_of)) if only is None else sorted(only)
    chosen = standing_records(connection, schema.stories, Story, as_of, ids=told)
    ids = [id for story in chosen for id in story.documents]
    by_id = documents_by_id(connection, ids)
    made = annotations(connection, ids, as_of)
    accepted: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims(connection, ids, as_of=as_of, accepted_only=True):
        accepted[claim.document].append(claim)
    found = standing_records(connection, schema.assessments, Assessment, as_of, ids=told)
    assessments = {assessment.story: assessment for assessment in found}
    return [_dossier(story, assessments.get(story.id), by_id, made, accepted) for story in chosen]


def marks_of_stories(
    connection: Connection, *, begin: str, until: str, as_of: datetime | None
) -> list[StoryMarks]:
    """Return what columns tell of the stories printed in a period, by story id; no document is read."""
    told = _told_between(connection, begin, until, as_of)
    table = schema.assessments
    query = select(table.c.id, table.c.origins).where(standing(table, as_of))
    origins = {row.id: row.origins for row in connection.execute(query)}
    types: dict[str, set[str]] = defaultdict(set)
    for story, type in connection.execute(_event_types(as_of)):
        types[story].add(type)
    disputed = set(connection.execute(_disputed(as_of)).scalars())
    denied = set(connection.execute(_denied(as_of)).scalars())
    return [
        StoryMarks(id, told[id], origins.get(id, 0), frozenset(types[id]), id in disputed, id in denied)
        for id in sorted(told)
    ]


def _event_types(as_of: datetime | None) -> Select[str, str]:
    events, tellings, memberships = schema.events, schema.tellings, schema.memberships
    query = select(memberships.c.story, events.c.type).distinct()
    query = query.join(tellings, tellings.c.document == memberships.c.document)
    query = query.join(events, events.c.id == tellings.c.event)
    return query.where(*(standing(table, as_of) for table in (memberships, tellings, events)))


def _disputed(as_of: datetime | None) -> Select[str]:
    accounts, tellings, memberships = schema.accounts, schema.tellings, schema.memberships
    query = select(memberships.c.story).distinct()
    query = query.join(tellings, tellings.c.document == memberships.c.document)
    query = query.join(accounts, accounts.c.id == tellings.c.event).where(accounts.c.disputed)
    return query.where(*(standing(table, as_of) for table in (memberships, tellings, accounts)))


def _denied(as_of: datetime | None) -> Select[str]:
    claims, memberships = schema.claims, schema.memberships
    query = select(memberships.c.story).distinct()
    query = query.join(claims, claims.c.document == memberships.c.document)
    query = query.where(claims.c.polarity == Polarity.DENIED.value)
    return query.where(standing(memberships, as_of), standing(claims, as_of))


def _told_between(connection: Connection, begin: str, until: str, as_of: datetime | None) -> dict[str, str]:
    """Return the last of these days of each story that stands with a document of one, without reading any."""
    documents, memberships = schema.documents, schema.memberships
    near = or_(documents.c.day.between(begin, until), func.length(documents.c.day) < len("2020-03-12"))
    query = (
        select(memberships.c.story, documents.c.day)
        .join(documents, documents.c.id == memberships.c.document)
        .where(standing(memberships, as_of), near)
        .distinct()
    )
    last: dict[str, str] = {}
    for story, day in connection.execute(query):
        if begin <= _whole(day) <= until:
            last[story] = max(day, last.get(story, ""))
    return last


def _whole(day: str) -> str:
    """Return a day as it is, the first of the month where only the month is known."""
    return day + "-01-01"[len(day) - 4 - 6 :] if len(day) < 10 else day


def _dossier(
    story: Story,
    assessment: Assessment | None,
    documents: dict[str, Document],
    made: dict[str, Annotations],
    accepted: dict[str, list[Claim]],
) -> StoryDossier:
    not_assessed = Assessment(story.id, tuple((id,) for id in story.documents), "not assessed yet")
    return StoryDossier(
        story,
        assessment or not_assessed,
        tuple(documents[id] for id in story.documents),
        tuple(made[id] for id in story.documents if id in made),
        tuple(claim for id in story.documents for claim in accepted[id]),
    )
