"""Stories with all that a writer may draw on."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.ledger import Assessment, Story, StoryDossier
from dateline.store import schema
from dateline.store.claims import claims
from dateline.store.documents import annotations, document_day, documents_by_id
from dateline.store.stories import standing_records


def dossiers(connection: Connection, *, begin: str, until: str, as_of: datetime | None) -> list[StoryDossier]:
    """Return the stories with a document printed from `begin` to `until`, days included, by story id.

    A story comes whole, with its documents from before and after; its claims are the accepted ones.
    """
    stories = standing_records(connection, schema.stories, Story, as_of)
    by_id = documents_by_id(connection, [id for story in stories for id in story.documents])
    chosen = [story for story in stories if any(begin <= _day(by_id[id]) <= until for id in story.documents)]
    ids = [id for story in chosen for id in story.documents]
    made = annotations(connection, ids, as_of)
    accepted: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims(connection, ids, as_of=as_of, accepted_only=True):
        accepted[claim.document].append(claim)
    found = standing_records(connection, schema.assessments, Assessment, as_of)
    assessments = {assessment.story: assessment for assessment in found}
    return [_dossier(story, assessments.get(story.id), by_id, made, accepted) for story in chosen]


def _day(document: Document) -> str:
    """Return the day of a document, the first of the month where only the month is known."""
    day = document_day(document)
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
