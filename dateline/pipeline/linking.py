"""Stories over the whole ledger: linked by rule, judged by persons, assessed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.assess import assess_story
from dateline.assess.denials import find_denials
from dateline.link import link_stories
from dateline.link.judgements import JUDGED, apply_judgements
from dateline.link.times import reading_order
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import Decision, Story
from dateline.pipeline.doors import Doors
from dateline.pipeline.happenings import derive_events, names_of
from dateline.store import Ledger


def link_again(
    doors: Doors, documents: Sequence[Document], annotations: Mapping[str, Annotations]
) -> dict[str, int]:
    """Derive stories, assessments, events and accounts; return how many stories and events stand."""
    with doors.ledger.transaction():
        stories = derive_stories(doors, documents, annotations)
        events = derive_events(doors, stories, doors.ledger.entities())
    return {"stories": len(stories), "events": events}


def derive_stories(
    doors: Doors, documents: Sequence[Document], annotations: Mapping[str, Annotations]
) -> tuple[Story, ...]:
    """Derive the stories of all current documents and their assessments, and make them the standing ones."""
    ordered = sorted(documents, key=reading_order)
    order = {document.id: place for place, document in enumerate(ordered)}
    decisions = _on_current(doors.ledger, documents)
    stories = apply_judgements(link_stories(ordered, annotations), decisions, order)
    by_id = {document.id: document for document in documents}
    denied = find_denials(by_id, annotations, called=names_of(doors.ledger.entities()))
    assessments = [
        replace(
            assess_story(
                story,
                tuple(by_id[id] for id in story.documents),
                outlets=doors.outlets,
                annotations=annotations,
            ),
            denials=_denials_in(story, annotations, denied),
        )
        for story in stories
    ]
    doors.ledger.save_stories(stories, now=doors.now)
    doors.ledger.save_assessments(assessments, now=doors.now)
    return stories


def _denials_in(
    story: Story, annotations: Mapping[str, Annotations], denied: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    claims = (claim.id for id in story.documents if id in annotations for claim in annotations[id].claims)
    return tuple((id, denied[id]) for id in claims if id in denied)


def _on_current(ledger: Ledger, documents: Sequence[Document]) -> list[Decision]:
    """Return the decisions of persons, those on an earlier version of an article as on its current one."""
    decisions = [decision for decision in ledger.decisions() if not decision.by.startswith("rule:")]
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
