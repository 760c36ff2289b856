"""Resolve, link and assess: what single documents say, put together over the whole ledger."""

from collections.abc import Mapping, Sequence

from dateline.assess import accept_by_rule
from dateline.desk import Desk
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.ledger import Entity, Story
from dateline.pipeline.doors import Doors
from dateline.pipeline.known import Known
from dateline.pipeline.ledger.derived_by import rules_in_force
from dateline.pipeline.ledger.happenings import derive_events
from dateline.pipeline.ledger.linking import assess_stories, derive_stories
from dateline.resolve.entities import judge_by_rule, resolve_entities
from dateline.resolve.recognition import Recognition
from dateline.store import Ledger
from dateline.store.codec import dump_json


def know_again(doors: Doors) -> dict[str, int]:
    """Derive entities, stories, events and assessments from all documents, and judge new claims by rule.

    Returns how many of each stand. Where nothing is new since it was last done, nothing is. It is one
    transaction, so that of two runs at a time the later one derives from what both have read.
    """
    with doors.ledger.transaction():
        book = doors.ledger.derivation_book
        inputs = content_id("x", book.state_of_inputs(), _settled(doors))
        came = book.find_derivation(inputs)
        if came is None:
            came = _know_again(doors)
            book.save_derivation(inputs, came, now=doors.now)
    return came


def _settled(doors: Doors) -> str:
    """Return what else the ledger is derived by: the rules in force, and what the desk's settings say."""
    settings = doors.desk.settings
    watched = tuple(each.model_dump_json() for each in settings.watch)
    return dump_json((rules_in_force(), settings.language, watched, tuple(doors.desk.outlets)))


def _know_again(doors: Doors) -> dict[str, int]:
    documents, versions = doors.ledger.documents(), doors.ledger.document_versions()
    annotations = doors.ledger.annotations([document.id for document in (*documents, *versions)])
    current = {document.id: annotations[document.id] for document in documents if document.id in annotations}
    stories = derive_stories(doors, documents, current)
    entities = _resolve(doors, documents, current, stories)
    assess_stories(doors, stories, documents, current, entities)
    return {
        "entities": len(entities),
        "stories": len(stories),
        "events": derive_events(doors, versions, annotations, stories, entities),
        "accepted": _accept(doors, current),
    }


def _resolve(
    doors: Doors,
    documents: Sequence[Document],
    annotations: Mapping[str, Annotations],
    stories: Sequence[Story],
) -> tuple[Entity, ...]:
    """Derive the entities: stories come first, since a surname alone is looked for in its story."""
    pairs = [(document, annotations[document.id]) for document in documents if document.id in annotations]
    known = recognition(doors.desk, doors.known)
    doors.ledger.append_decisions(judge_by_rule(pairs, now=doors.now, known=known), now=doors.now)
    entities = entities_of(doors.desk, doors.ledger, pairs, known, stories)
    doors.ledger.save_entities(entities, now=doors.now)
    return entities


def entities_of(
    desk: Desk,
    ledger: Ledger,
    pairs: Sequence[tuple[Document, Annotations]],
    known: Recognition,
    stories: Sequence[Story],
) -> tuple[Entity, ...]:
    """Return the entities of documents, by all that was decided in the ledger."""
    language = desk.settings.language
    return resolve_entities(pairs, ledger.judgements(), known=known, stories=stories, language=language)


def recognition(desk: Desk, known: Known) -> Recognition:
    """Return what recognises the names that the desk knew before."""
    return Recognition(known.entities(desk.settings.watch))


def _accept(doors: Doors, annotations: dict[str, Annotations]) -> int:
    claims = [claim for id in sorted(annotations) for claim in annotations[id].claims]
    decisions = list(accept_by_rule(claims, doors.now))
    doors.ledger.append_decisions(decisions, now=doors.now)
    return len(decisions)


def annotated_documents(ledger: Ledger) -> list[tuple[Document, Annotations]]:
    """Return the current documents that are annotated, each with its annotations."""
    documents = ledger.documents(current_only=True)
    made = ledger.annotations([document.id for document in documents])
    return [(document, made[document.id]) for document in documents if document.id in made]
