"""Annotations in the shape of the annotate contract (docs/contract/annotate.schema.json)."""

from collections.abc import Iterable
from typing import Any

from dateline.extract.events import Incident
from dateline.extract.quantities import bare_numbers
from dateline.model.annotations import Annotations, EventMention
from dateline.model.claims import Claim, Link
from dateline.model.documents import Document
from dateline.model.spans import Span


def format_annotations(
    document: Document, annotations: Annotations, incidents: Iterable[Incident] = ()
) -> dict[str, Any]:
    """Return one line of `dateline annotate` as JSON values; every key of the contract is there.

    Numbers of which the text does not say what they count stand behind the other quantities, where no index
    of an event points; the ledger does not keep them.
    """
    bare = bare_numbers(document.text, document.lang, annotations.quantities)
    return {
        "id": document.id,
        "lang": document.lang,
        "published": document.published.value if document.published else None,
        "text": document.text,
        "sentences": [_span(span) for span in annotations.sentences],
        "blocks": [
            {"start": block.start, "end": block.end, "kind": str(block.kind)} for block in annotations.blocks
        ],
        "mentions": [_fields(mention) for mention in annotations.mentions],
        "entities": [_fields(entity) for entity in annotations.entities],
        "times": [_fields(time) for time in annotations.times],
        "places": [_fields(place) for place in annotations.places],
        "quantities": [_fields(quantity) for quantity in (*annotations.quantities, *bare)],
        "claims": [_claim(claim) for claim in annotations.claims],
        "events": [_event(event) for event in annotations.events],
        "incidents": [_incident(incident, annotations) for incident in incidents],
        "issues": [*document.issues, *annotations.issues],
        "made_by": list(annotations.made_by),
    }


def empty_annotations(identity: str, issue: str) -> dict[str, Any]:
    """Return the object for a line that could not be read."""
    keys = (
        "sentences",
        "mentions",
        "entities",
        "times",
        "places",
        "quantities",
        "claims",
        "events",
        "incidents",
    )
    return {
        "id": identity,
        "lang": "und",
        "published": None,
        "text": "",
        **{key: [] for key in keys},
        "issues": [issue],
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _fields(record: Any) -> dict[str, Any]:
    """Return the fields of a flat record by name, closed sets as their words."""
    return {
        name: list(value) if isinstance(value := getattr(record, name), tuple) else value
        for name in record.__slots__
    }


def _link(link: Link) -> dict[str, Any]:
    return {**_fields(link), "span": _span(link.span) if link.span else None}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        **_fields(claim),
        "content": [_span(span) for span in claim.content],
        "chain": [_link(link) for link in claim.chain],
        "cue": _span(claim.cue) if claim.cue else None,
        "sentence": _span(claim.sentence),
        "hedges": [_span(span) for span in claim.hedges],
    }


def _event(event: EventMention) -> dict[str, Any]:
    spans = {
        name: [_span(span) for span in getattr(event, name)]
        for name in ("actor_spans", "target_spans", "instruments")
    }
    return {**_fields(event), **spans, "trigger": _span(event.trigger)}


def _incident(incident: Incident, annotations: Annotations) -> dict[str, Any]:
    named = {entity.id for entity in annotations.entities}
    parts = [
        {
            **_fields(part),
            "spans": [_span(span) for span in part.spans],
            "entity": part.entity if part.entity in named else None,
        }
        for part in incident.parts
    ]
    return {**_fields(incident), "confidence": round(incident.confidence, 2), "parts": parts}
