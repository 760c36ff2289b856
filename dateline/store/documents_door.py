"""The ledger's door to documents and what was read in them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from dateline.errors import NotFound
from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.store import claims, documents
from dateline.store.connections import Connections


class DocumentsDoor(Connections):
    """Keeps and gives documents, annotations and claims."""

    def save_document(self, document: Document, *, now: datetime) -> None:
        """Keep a document and index its words."""
        with self._write() as connection:
            documents.save_document(connection, document, now=now)

    def documents(self, *, as_of: datetime | None = None, current_only: bool = True) -> list[Document]:
        """Return the documents by day; current ones are the newest version of each address."""
        with self._read() as connection:
            return documents.documents(connection, as_of=as_of, current_only=current_only)

    def document(self, id: str) -> Document:
        """Return one document. Raises NotFound."""
        found = self.documents_by_id([id])
        if id not in found:
            raise NotFound(f"the ledger has no document {id!r}")
        return found[id]

    def documents_by_id(self, ids: Sequence[str]) -> dict[str, Document]:
        """Return those of the documents that are known, by id."""
        with self._read() as connection:
            return documents.documents_by_id(connection, ids)

    def versions(self, url: str, *, as_of: datetime | None = None) -> list[Document]:
        """Return all documents of one address, the first captured first."""
        with self._read() as connection:
            return documents.versions(connection, url, as_of)

    def document_versions(self) -> list[Document]:
        """Return all versions of all articles, each as its newest reader read it, in order of arrival."""
        with self._read() as connection:
            return documents.document_versions(connection)

    def documents_with_versions(self, urls: Sequence[str]) -> list[Document]:
        """Return all documents of those of the addresses that have several, the first captured first."""
        with self._read() as connection:
            return documents.documents_with_versions(connection, urls)

    def documents_to_extract(self, made_by: str) -> list[Document]:
        """Return the documents that `made_by` has neither annotated nor given up."""
        with self._read() as connection:
            return documents.documents_to_extract(connection, made_by)

    def save_annotations(self, annotations: Annotations, *, made_by: str, now: datetime) -> None:
        """Keep what `made_by` read in a document; its claims replace those that stood for it."""
        with self._write() as connection:
            documents.save_annotations(connection, annotations, made_by=made_by, now=now)

    def annotations(self, ids: Iterable[str], *, as_of: datetime | None = None) -> dict[str, Annotations]:
        """Return the newest annotations of each of the documents that has some, by document id."""
        with self._read() as connection:
            return documents.annotations(connection, ids, as_of)

    def claims(
        self,
        ids: Sequence[str] | None = None,
        *,
        as_of: datetime | None = None,
        accepted_only: bool = False,
    ) -> list[Claim]:
        """Return the standing claims, of the documents with these ids or of all."""
        with self._read() as connection:
            return claims.claims(connection, ids, as_of=as_of, accepted_only=accepted_only)
