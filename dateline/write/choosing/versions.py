"""Which documents of a story stand for it: the last version of each article, and its independent origins."""

from collections.abc import Sequence
from itertools import chain

from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier


def latest_versions(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Leave out the documents of which a later version was captured at the same address."""
    latest: dict[str, Document] = {}
    for document in sorted(documents, key=lambda document: (document.captured_at, document.id)):
        latest[document.url] = document
    return tuple(document for document in documents if latest[document.url] is document)


def first_versions(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Leave out the documents of which an earlier version was captured at the same address."""
    first: dict[str, Document] = {}
    for document in sorted(documents, key=lambda document: (document.captured_at, document.id)):
        first.setdefault(document.url, document)
    return tuple(document for document in documents if first[document.url] is document)


def origins_of(dossier: StoryDossier) -> tuple[tuple[str, ...], ...]:
    """Return the independent origins that have a document in the dossier; each lone document is one."""
    documents = latest_versions(dossier.documents)
    present = {document.id for document in documents}
    groups = [
        tuple(identity for identity in group if identity in present) for group in dossier.assessment.origins
    ]
    placed = set(chain.from_iterable(groups))
    alone = [(document.id,) for document in documents if document.id not in placed]
    return tuple(group for group in (*groups, *alone) if group)
