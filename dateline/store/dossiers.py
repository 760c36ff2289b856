"""Stories with all that a writer may draw on."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.ledger import Assessment, Story, StoryDossier
from dateline.store import schema
from dateline.store.claims import claims
from dateline.store.documents import annotations, documents_by_id
from dateline.store.rows import standing
from dateline.store.stories import standing_records


def dossiers(connection: Connection, *, begin: str, until: str, as_of: datetime | None) -> list[StoryDossier]:
    """Return the stories with a document printed from `begin` to `until`, days included, by story id.

    A story comes whole, with its documents from before and after; its claims are the accepted ones.
    """
    told = _told_between(connection, begin, until, as_of)
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


def _told_between(connection: Connection, begin: str, until: str, as_of: datetime | None) -> list[str]:
    """Return the ids of the stories that stand with a document of one of these days, without reading any."""
    documents, memberships = schema.documents, schema.memberships
    near = or_(documents.c.day.between(begin, until), func.length(documents.c.day) < len("2020-03-12"))
    query = (
        select(memberships.c.story, documents.c.day)
        .join(documents, documents.c.id == memberships.c.document)
        .where(standing(memberships, as_of), near)
        .distinct()
    )
    return sorted({story for story, day in connection.execute(query) if begin <= _whole(day) <= until})


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
