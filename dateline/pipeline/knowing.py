"""Resolve, link and assess: what single documents say, put together over the whole ledger."""

from dateline.assess import accept_by_rule
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.pipeline.doors import Doors
from dateline.pipeline.linking import link_again
from dateline.resolve.entities import judge_by_rule, resolve_entities


def know_again(doors: Doors) -> dict[str, int]:
    """Derive entities, stories and assessments from all current documents, and judge new claims by rule.

    Returns how many of each stand. Nothing is written where nothing changed.
    """
    documents = doors.ledger.documents(as_of=None, current_only=True)
    annotations = doors.ledger.annotations([document.id for document in documents])
    return {
        "entities": _resolve(doors, documents, annotations),
        **link_again(doors, documents, annotations),
        "accepted": _accept(doors, annotations),
    }


def _resolve(doors: Doors, documents: list[Document], annotations: dict[str, Annotations]) -> int:
    pairs = [(document, annotations[document.id]) for document in documents if document.id in annotations]
    entities = resolve_entities(pairs, doors.ledger.decisions())
    with doors.ledger.transaction():
        doors.ledger.append_decisions(judge_by_rule(pairs, now=doors.now), now=doors.now)
        doors.ledger.save_entities(entities, now=doors.now)
    return len(entities)


def _accept(doors: Doors, annotations: dict[str, Annotations]) -> int:
    claims = [claim for id in sorted(annotations) for claim in annotations[id].claims]
    decisions = list(accept_by_rule(claims, doors.now))
    doors.ledger.append_decisions(decisions, now=doors.now)
    return len(decisions)
