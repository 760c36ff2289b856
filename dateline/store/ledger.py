"""The ledger: one door to all that is kept.

Every write is whole or not at all; every read may ask the past.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from dateline.errors import NotFound
from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import Edition, Revision
from dateline.model.entities import KnownEntity
from dateline.model.evidence import CustodyEntry, Evidence
from dateline.model.ledger import Assessment, Decision, Entity, Issue, Stage, Story, StoryDossier
from dateline.store import (
    backup,
    captures,
    claims,
    decisions,
    documents,
    dossiers,
    editions,
    export,
    find,
    known,
    schema,
    status,
    stories,
)
from dateline.store.desk_book import DeskBook
from dateline.store.engine import open_engine, reading, writing
from dateline.store.event_book import EventBook
from dateline.store.migrate import migrate
from dateline.store.narrowing import DocumentQuery
from dateline.store.search import search_documents


class Ledger:
    """All that is kept of a desk.

    `now` is when the ledger learns what is saved; saving the same again changes nothing. `as_of` asks
    what the ledger knew at that moment, `None` what it knows now.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._joined: Connection | None = None

    @classmethod
    def open(cls, address: str) -> Self:
        """Open a ledger, make it where it is not there, and bring its tables up to date.

        `address` is a file path, `sqlite:///path` or `postgresql://user:password@host/database`.
        """
        engine = open_engine(address)
        with ExitStack() as on_failure:
            on_failure.callback(engine.dispose)
            migrate(engine)
            on_failure.pop_all()
        return cls(engine)

    def twin(self) -> Self:
        """Return another door to the same ledger, for another thread: a transaction belongs to one door."""
        return type(self)(self._engine)

    @property
    def book(self) -> DeskBook:
        """What the desk keeps of its people, and what their pages ask for."""
        return DeskBook(self._read, self._write)

    @property
    def event_book(self) -> EventBook:
        """What is known across documents: events, their accounts, and open questions."""
        return EventBook(self._read, self._write)

    @property
    def is_file(self) -> bool:
        """Whether the ledger is a file that `backup` can copy."""
        return backup.is_file(self._engine)

    def backup(self, path: Path) -> None:
        """Write a whole copy of the ledger as it stands. Raises LedgerError for one in a database server."""
        backup.copy_to(self._engine, path)

    def check(self) -> None:
        """Raise LedgerError where the file of the ledger is damaged."""
        backup.check(self._engine)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is saved inside together or not at all. Not shared between threads."""
        if self._joined is not None:
            yield
            return
        with writing(self._engine) as connection:
            self._joined = connection
            try:
                yield
            finally:
                self._joined = None

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if self._joined is not None:
            yield self._joined
            return
        with writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        if self._joined is not None:
            yield self._joined
            return
        with reading(self._engine) as connection:
            yield connection

    # Captures, evidence, custody

    def save_capture(
        self, evidence: Evidence | None, custody: CustodyEntry, *, now: datetime, to_read: bool = True
    ) -> None:
        """Keep a capture; `evidence` is `None` where it brought no new bytes. Feeds are not `to_read`."""
        with self._write() as connection:
            captures.save_capture(connection, evidence, custody, to_read=to_read, now=now)

    def save_custody(self, entry: CustodyEntry, *, now: datetime) -> None:
        """Append one line to the custody log."""
        with self._write() as connection:
            captures.save_custody(connection, entry, now=now)

    def latest_capture(self, url: str) -> captures.LatestCapture | None:
        """Return the newest kept bytes of `url` with their ETag and Last-Modified."""
        with self._read() as connection:
            return captures.latest_capture(connection, url)

    def committed_offsets(self) -> dict[str, int]:
        """Return for each WARC file the offset up to which the ledger knows its records."""
        with self._read() as connection:
            return captures.committed_offsets(connection)

    def evidence(self, *, as_of: datetime | None = None) -> list[Evidence]:
        """Return all evidence in order of arrival."""
        with self._read() as connection:
            return captures.all_evidence(connection, as_of)

    def find_evidence(self, id: str, url: str | None = None) -> list[Evidence]:
        """Return the records of one body, one for each address at which it was found."""
        with self._read() as connection:
            return captures.find_evidence(connection, id, url)

    def evidence_of_url(self, url: str) -> list[Evidence]:
        """Return the evidence kept from one address, the oldest first."""
        with self._read() as connection:
            return captures.evidence_of_url(connection, url)

    def custody(self, evidence: str | None = None, *, as_of: datetime | None = None) -> list[CustodyEntry]:
        """Return the custody log, of one body or of all."""
        with self._read() as connection:
            return captures.custody(connection, evidence, as_of)

    def evidence_to_read(self, reader: str) -> list[Evidence]:
        """Return the evidence of which `reader` has made neither a document nor an Issue."""
        with self._read() as connection:
            return captures.evidence_to_read(connection, reader)

    # Documents, annotations, claims

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

    # Across documents

    def save_entities(self, entities: Iterable[Entity], *, now: datetime) -> None:
        """Make `entities` the standing ones; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            stories.save_entities(connection, entities, now=now)

    def entities(self, *, as_of: datetime | None = None) -> list[Entity]:
        """Return the standing entities by id."""
        with self._read() as connection:
            return stories.standing_records(connection, schema.entities, Entity, as_of)

    def save_known(self, told: Iterable[KnownEntity], source: str, *, now: datetime) -> None:
        """Make `told` all that a source (a watch list, an import) knows; what it no longer has is closed."""
        with self._write() as connection:
            known.save_known(connection, told, source, now=now)

    def known_entities(self, *, as_of: datetime | None = None) -> list[KnownEntity]:
        """Return what the desk's watch lists and imports know, by source and id."""
        with self._read() as connection:
            return known.known_entities(connection, as_of)

    def save_stories(self, found: Iterable[Story], *, now: datetime) -> None:
        """Make `found` the standing stories; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            stories.save_stories(connection, found, now=now)

    def stories(self, *, as_of: datetime | None = None) -> list[Story]:
        """Return the standing stories by id."""
        with self._read() as connection:
            return stories.standing_records(connection, schema.stories, Story, as_of)

    def story_of(self, document: str, *, as_of: datetime | None = None) -> str | None:
        """Return the id of the story that a document stands in."""
        with self._read() as connection:
            return stories.story_of(connection, document, as_of)

    def save_assessments(self, assessments: Iterable[Assessment], *, now: datetime) -> None:
        """Make `assessments` the standing ones; those that changed or went are closed, not deleted."""
        with self._write() as connection:
            stories.save_assessments(connection, assessments, now=now)

    def assessments(self, *, as_of: datetime | None = None) -> list[Assessment]:
        """Return the standing assessments by story id."""
        with self._read() as connection:
            return stories.standing_records(connection, schema.assessments, Assessment, as_of)

    def dossiers(self, *, begin: str, until: str, as_of: datetime | None = None) -> list[StoryDossier]:
        """Return the stories printed from `begin` to `until`, days included, with their accepted claims."""
        with self._read() as connection:
            return dossiers.dossiers(connection, begin=begin, until=until, as_of=as_of)

    # Decisions, Issues, editions

    def append_decision(self, decision: Decision, *, now: datetime) -> None:
        """Append one decision."""
        self.append_decisions([decision], now=now)

    def append_decisions(self, made: Iterable[Decision], *, now: datetime) -> None:
        """Append decisions; one that is there already is not appended again."""
        with self._write() as connection:
            decisions.append_decisions(connection, made, now=now)

    def decisions(self, subject: str | None = None, *, as_of: datetime | None = None) -> list[Decision]:
        """Return the decisions, on one subject or on all, in the order in which they were appended."""
        with self._read() as connection:
            return decisions.decisions(connection, subject, as_of)

    def save_issue(
        self,
        issue: Issue,
        *,
        now: datetime,
        about: Evidence | Document | None = None,
        made_by: str | None = None,
    ) -> None:
        """Keep an Issue. With `about` and `made_by` it is no longer pending for that component's version."""
        with self._write() as connection:
            decisions.save_issue(connection, issue, about=about, made_by=made_by, now=now)

    def issues(self, stage: Stage | None = None, *, as_of: datetime | None = None) -> list[Issue]:
        """Return the Issues in the order in which they arose."""
        with self._read() as connection:
            return decisions.issues(connection, stage, as_of)

    def save_edition(self, edition: Edition, *, now: datetime) -> None:
        """Keep an edition as it was issued."""
        with self._write() as connection:
            editions.save_edition(connection, edition, now=now)

    def editions(self, *, as_of: datetime | None = None) -> list[Edition]:
        """Return the editions in the order in which they were kept."""
        with self._read() as connection:
            return editions.editions(connection, as_of)

    def append_revision(self, revision: Revision, *, now: datetime) -> None:
        """Append one state of an edition."""
        with self._write() as connection:
            editions.append_revision(connection, revision, now=now)

    def revisions(self, draft: str, *, as_of: datetime | None = None) -> list[Revision]:
        """Return the states of one edition in the order in which they were appended."""
        with self._read() as connection:
            return editions.revisions(connection, draft, as_of)

    def latest_revisions(self, *, as_of: datetime | None = None) -> list[Revision]:
        """Return the last state of each edition that has states, in the order in which they were drafted."""
        with self._read() as connection:
            return editions.latest_revisions(connection, as_of)

    # Looking

    def search(
        self,
        query: DocumentQuery,
        *,
        limit: int = 20,
        as_of: datetime | None = None,
        current_only: bool = True,
    ) -> list[tuple[Document, float]]:
        """Return the best documents with their rank; `dateline.search` turns words and hits around this."""
        with self._read() as connection:
            return search_documents(connection, query, limit=limit, as_of=as_of, current_only=current_only)

    def outlet_status(self, *, now: datetime, as_of: datetime | None = None) -> list[status.OutletStatus]:
        """Return how each outlet stands at `now`."""
        with self._read() as connection:
            return status.outlet_status(connection, now=now, as_of=as_of)

    def silences(self, *, now: datetime, as_of: datetime | None = None) -> dict[str, timedelta]:
        """Return how long before `now` each outlet last had something new, by outlet id."""
        with self._read() as connection:
            return status.silences(connection, now=now, as_of=as_of)

    def find(self, id: str, *, as_of: datetime | None = None) -> find.Found:
        """Return what an id, or its unique beginning, names. Raises NotFound."""
        with self._read() as connection:
            return find.find(connection, id, as_of)

    def export(self, *, as_of: datetime | None = None) -> Iterator[dict[str, Any]]:
        """Give all that stood at `as_of` as JSON records in an order that depends on nothing else."""
        with self._read() as connection:
            yield from export.export(connection, as_of)
