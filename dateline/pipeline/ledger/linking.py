"""Stories over the whole ledger: linked by rule, judged by persons, assessed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.assess import assess_story
from dateline.assess.denials import find_denials
from dateline.link.judgements import JUDGED, apply_judgements
from dateline.link.times import reading_order
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import Decision, Entity, Story
from dateline.pipeline.doors import Doors
from dateline.pipeline.ledger.going_on import link_going_on
from dateline.pipeline.ledger.happenings import names_of
from dateline.store import Ledger


def derive_stories(
    doors: Doors, documents: Sequence[Document], annotations: Mapping[str, Annotations]
) -> tuple[Story, ...]:
    """Derive the stories of all current documents and make them the standing ones."""
    ordered = sorted(documents, key=reading_order)
    order = {document.id: place for place, document in enumerate(ordered)}
    decisions = _on_current(doors.ledger, documents)
    linked = link_going_on(doors.ledger, ordered, annotations, now=doors.now)
    stories = apply_judgements(linked, decisions, order)
    doors.ledger.save_stories(stories, now=doors.now)
    return stories


def assess_stories(
    doors: Doors,
    stories: Sequence[Story],
    documents: Sequence[Document],
    annotations: Mapping[str, Annotations],
    entities: Sequence[Entity],
) -> None:
    """Derive how well each story is borne out and what is denied in it, and make that what stands."""
    by_id = {document.id: document for document in documents}
    denied = find_denials(by_id, annotations, called=names_of(entities))
    assessments = []
    for story in stories:
        members = tuple(by_id[id] for id in story.documents)
        assessment = assess_story(story, members, outlets=doors.outlets, annotations=annotations)
        assessments.append(replace(assessment, denials=_denials_in(story, annotations, denied)))
    doors.ledger.save_assessments(assessments, now=doors.now)


def _denials_in(
    story: Story, annotations: Mapping[str, Annotations], denied: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    claims = (claim.id for id in story.documents if id in annotations for claim in annotations[id].claims)
    return tuple((id, denied[id]) for id in claims if id in denied)


def _on_current(ledger: Ledger, documents: Sequence[Document]) -> list[Decision]:
    """Return the decisions of persons, those on an earlier version of an article as on its current one."""
    decisions = [decision for decision in ledger.judgements() if not decision.by.startswith("rule:")]
    if not any(decision.verdict in JUDGED for decision in decisions):
        return decisions
    by_url = {document.url: document.id for document in documents}
    current = {version.id: by_url.get(version.url, version.id) for version in ledger.document_versions()}
    return [
        replace(
            decision,
            subject=current.get(decision.subject, decision.subject),
            other=current.get(decision.other or "", decision.other),
        )
        for decision in decisions
    ]
