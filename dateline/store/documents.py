"""Documents and what was read in them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, exists, func, select, true

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.ledger import Stage
from dateline.store import schema
from dateline.store.claims import save_claims
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import add_one, chunks, learned
from dateline.store.words import save_words


def save_document(connection: Connection, document: Document, *, now: datetime) -> None:
    """Keep a document and index its words."""
    row = {
        "id": document.id,
        "evidence": document.evidence,
        "url": document.url,
        "outlet": document.outlet,
        "lang": document.lang,
        "reader": document.reader,
        "printed": document.published.day if document.published else None,
        "day": document_day(document),
        "captured_at": document.captured_at,
        "learned_at": now,
        "record": dump_json(document),
    }
    number = add_one(connection, schema.documents, row)
    if number is not None:
        save_words(connection, number, document.title or "", document.text)


def document_day(document: Document) -> str:
    """Return the day by which a document is found: when it was printed, or captured where it does not say."""
    return document.published.day if document.published else document.captured_at.date().isoformat()


def current_documents(as_of: datetime | None, urls: Sequence[str] | None = None) -> Subquery:
    """Select the number of one document for each address: its newest bytes, read by the newest reader.

    Only the addresses `urls` are looked at where they are given: all are many.
    Bytes count from when they were last seen there: a page that goes back to an earlier text is that text.
    """
    captures, documents = schema.captures, schema.documents
    asked = true() if urls is None else captures.c.url.in_(urls)
    seen = (
        select(captures.c.url, captures.c.evidence, func.max(captures.c.captured_at).label("at"))
        .where(captures.c.evidence.is_not(None), learned(captures, as_of), asked)
        .group_by(captures.c.url, captures.c.evidence)
        .subquery()
    )
    newest_first = (
        func.coalesce(seen.c.at, documents.c.captured_at).desc(),
        documents.c.learned_at.desc(),
        documents.c.number.desc(),
    )
    place = func.row_number().over(partition_by=documents.c.url, order_by=newest_first).label("place")
    is_seen = and_(seen.c.url == documents.c.url, seen.c.evidence == documents.c.evidence)
    ranked = (
        select(documents.c.number, place)
        .select_from(documents.outerjoin(seen, is_seen))
        .where(learned(documents, as_of), true() if urls is None else documents.c.url.in_(urls))
        .subquery()
    )
    return select(ranked.c.number).where(ranked.c.place == 1).subquery()


def documents(connection: Connection, *, as_of: datetime | None, current_only: bool) -> list[Document]:
    """Return the documents by day and id."""
    table = schema.documents
    query = select(table.c.record).where(learned(table, as_of))
    if current_only:
        query = query.where(table.c.number.in_(select(current_documents(as_of).c.number)))
    return _load(connection, query.order_by(table.c.day, table.c.number))


def document_versions(connection: Connection) -> list[Document]:
    """Return all versions of all articles, each as its newest reader read it, in order of arrival."""
    table = schema.documents
    query = select(table.c.record).where(~_is_read_again()).order_by(table.c.number)
    return _load(connection, query)


def _is_read_again() -> ColumnElement[bool]:
    """Hold for documents whose evidence a later reader has read again."""
    table = schema.documents
    later = table.alias("later")
    return exists().where(
        later.c.evidence == table.c.evidence, later.c.url == table.c.url, later.c.number > table.c.number
    )


def documents_by_id(connection: Connection, ids: Sequence[str]) -> dict[str, Document]:
    """Return those of the documents that are known."""
    table = schema.documents
    found: dict[str, Document] = {}
    for chunk in chunks(ids):
        for document in _load(connection, select(table.c.record).where(table.c.id.in_(chunk))):
            found[document.id] = document
    return found


def versions(connection: Connection, url: str, as_of: datetime | None) -> list[Document]:
    """Return all documents of one address in the order in which their bytes were captured."""
    table = schema.documents
    query = select(table.c.record).where(table.c.url == url, learned(table, as_of))
    return _load(connection, query.order_by(table.c.captured_at, table.c.number))


def documents_with_versions(connection: Connection, urls: Sequence[str]) -> list[Document]:
    """Return all documents of those of the addresses that have several, in the order of their capture."""
    table = schema.documents
    found: list[Document] = []
    for chunk in chunks(sorted(set(urls))):
        several = select(table.c.url).where(table.c.url.in_(chunk)).group_by(table.c.url)
        query = select(table.c.record).where(table.c.url.in_(several.having(func.count() > 1)))
        found += _load(connection, query.order_by(table.c.captured_at, table.c.number))
    return found


def documents_to_extract(connection: Connection, made_by: str) -> list[Document]:
    """Return the documents that `made_by` has neither annotated nor given up, in order of arrival.

    Of evidence that several readers read, only the newest reader's document is asked for.
    """
    table, done, attempts = schema.documents, schema.annotations, schema.attempts
    is_done = exists().where(done.c.document == table.c.id, done.c.made_by == made_by)
    is_given_up = exists().where(
        attempts.c.stage == Stage.EXTRACT.value,
        attempts.c.about == table.c.id,
        attempts.c.made_by == made_by,
    )
    pending = select(table.c.record).where(~_is_read_again(), ~is_done, ~is_given_up)
    return _load(connection, pending.order_by(table.c.number))


def save_annotations(connection: Connection, made: Annotations, *, made_by: str, now: datetime) -> None:
    """Keep what `made_by` read in a document; its claims replace those that stood for the document."""
    row = {"document": made.document, "made_by": made_by, "learned_at": now, "record": dump_json(made)}
    if add_one(connection, schema.annotations, row) is not None:
        save_claims(connection, made.document, made.claims, now=now)


def annotations(connection: Connection, ids: Iterable[str], as_of: datetime | None) -> dict[str, Annotations]:
    """Return the newest annotations of each of the documents that has some."""
    table = schema.annotations
    found: dict[str, Annotations] = {}
    for chunk in chunks(sorted(set(ids))):
        query = select(table.c.record).where(table.c.document.in_(chunk), learned(table, as_of))
        for record in connection.execute(query.order_by(table.c.number)).scalars():
            made = load_json(Annotations, record)
            found[made.document] = made
    return found


def _load(connection: Connection, query: Select[str]) -> list[Document]:
    return [load_json(Document, record) for record in connection.execute(query).scalars()]
