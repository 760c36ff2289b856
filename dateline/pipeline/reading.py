"""Read and extract: archived bytes into documents, documents into annotations."""

from collections.abc import Sequence

from dateline.desk.settings import WatchedName
from dateline.extract import extract_annotations, extractor_name
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.evidence import Evidence
from dateline.model.ledger import Stage
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import keep_each, make_issue
from dateline.pipeline.hands import Hands
from dateline.read import READER, read_document


def read_pending(doors: Doors, hands: Hands) -> int:
    """Read all evidence that this reader has not read; return how many documents were made."""

    def keep(_: Evidence, document: Document) -> None:
        doors.ledger.save_document(document, now=doors.now)

    def to_issue(evidence: Evidence, reason: str) -> None:
        issue = make_issue(doors, Stage.READ, evidence.url, reason, evidence.outlet)
        doors.ledger.save_issue(issue, about=evidence, made_by=READER, now=doors.now)

    derived = hands.derive_each(derive_document, doors.ledger.evidence_to_read(READER))
    return keep_each(doors, Stage.READ, derived, keep, to_issue)


def derive_document(doors: Doors, evidence: Evidence) -> Document:
    """Read one document from archived bytes, which are hashed on the way.

    Raises ArchiveError or Unreadable.
    """
    outlet = doors.outlets.get(evidence.outlet) if evidence.outlet else None
    return read_document(evidence, doors.archive.read_body(evidence), outlet)


def annotate_document(doors: Doors, document: Document) -> Annotations:
    """Annotate one document as the desk does, with the names that it watches."""
    settings = doors.desk.settings
    return annotate_with(doors, document, watched=settings.watch, countries=settings.beat.countries)


def annotate_with(
    doors: Doors, document: Document, *, watched: Sequence[WatchedName], countries: tuple[str, ...]
) -> Annotations:
    """Annotate one document with names and countries that may not be the desk's of today."""
    return extract_annotations(
        document,
        outlets=doors.outlets,
        watch=doors.known.watcher(watched),
        countries=countries,
        reader=doors.reader,
    )


def extract_pending(doors: Doors, hands: Hands) -> int:
    """Annotate all documents that this extractor has not annotated; return how many."""
    made_by = extractor_name(doors.reader)

    def keep(_: Document, annotations: Annotations) -> None:
        doors.ledger.save_annotations(annotations, made_by=made_by, now=doors.now)

    def to_issue(document: Document, reason: str) -> None:
        issue = make_issue(doors, Stage.EXTRACT, document.id, reason, document.outlet)
        doors.ledger.save_issue(issue, about=document, made_by=made_by, now=doors.now)

    derived = hands.derive_each(annotate_document, doors.ledger.documents_to_extract(made_by))
    return keep_each(doors, Stage.EXTRACT, derived, keep, to_issue)
