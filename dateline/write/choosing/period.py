"""What of a story lies in the period of an edition."""

from dataclasses import replace

from dateline.model.documents import Document
from dateline.model.editions import Period
from dateline.model.ledger import StoryDossier


def cut_to_period(dossier: StoryDossier, period: Period) -> StoryDossier | None:
    """Keep the documents of the period, in the order of the story; None where there is none."""
    kept = {document.id for document in dossier.documents if is_within(document, period)}
    if not kept:
        return None
    order = {identity: rank for rank, identity in enumerate(dossier.story.documents)}
    documents = [document for document in dossier.documents if document.id in kept]
    return replace(
        dossier,
        documents=tuple(sorted(documents, key=lambda d: (order.get(d.id, len(order)), d.id))),
        annotations=tuple(notes for notes in dossier.annotations if notes.document in kept),
        claims=tuple(claim for claim in dossier.claims if claim.document in kept),
    )


def is_within(document: Document, period: Period) -> bool:
    """Say whether the stated day, at the precision it has, or else the day of capture lies in `period`."""
    day = document.published.day if document.published else document.captured_at.date().isoformat()
    return period.begin[: len(day)] <= day <= period.until[: len(day)]
