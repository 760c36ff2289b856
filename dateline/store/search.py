"""Finding documents by their words, outlet, language and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)

from dateline.model.documents import Document
from dateline.store import schema
from dateline.store.codec import load_json
from dateline.store.documents import current_documents
from dateline.store.rows import chunks, learned
from dateline.store.words import WordQuery, match_expression

SPARE = 20  # documents ranked beyond those asked for, for the earlier versions among them
TITLE_WEIGHT = 4.0  # a word of the title counts as four of the text


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """What documents are asked for. Days are ISO 8601 and included; no words is every document."""

    words: WordQuery | None = None
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    begin: str | None = None
    until: str | None = None


def search_documents(
    connection: Connection, query: DocumentQuery, *, limit: int, as_of: datetime | None, current_only: bool
) -> list[tuple[Document, float]]:
    """Return the best documents with their rank, which only orders: more is better."""
    found: list[tuple[Document, float]] = []
    passed = 0
    while True:
        ranked = _ranked(connection, query, as_of=as_of, begin=passed, count=limit - len(found) + SPARE)
        passed += len(ranked)
        kept = _current(connection, ranked, as_of) if current_only else ranked
        found += [(document, rank) for _, document, rank in kept]
        if len(found) >= limit or not ranked:
            return found[:limit]


def _ranked(
    connection: Connection, query: DocumentQuery, *, as_of: datetime | None, begin: int, count: int
) -> list[tuple[int, Document, float]]:
    """Return the numbers, documents and ranks from a place of the order on, earlier versions too."""
    documents = schema.documents
    source, rank, conditions = _matching(query.words, connection.dialect.name)
    conditions += [learned(documents, as_of), *_filters(query)]
    rows = connection.execute(
        select(documents.c.number, documents.c.record, rank.label("rank"))
        .select_from(source)
        .where(*conditions)
        .order_by(text("rank DESC"), documents.c.day.desc(), documents.c.id)
        .limit(count)
        .offset(begin)
    )
    return [(number, load_json(Document, record), float(rank)) for number, record, rank in rows]


def _current(
    connection: Connection, ranked: Sequence[tuple[int, Document, float]], as_of: datetime | None
) -> list[tuple[int, Document, float]]:
    """Keep the current versions: asking that of the found only is what keeps a large ledger quick."""
    current: set[int] = set()
    for urls in chunks(sorted({document.url for _, document, _ in ranked})):
        current.update(connection.execute(select(current_documents(as_of, urls).c.number)).scalars())
    return [row for row in ranked if row[0] in current]


def _matching(
    words: WordQuery | None, dialect: str
) -> tuple[FromClause, ColumnElement[float], list[ColumnElement[bool]]]:
    documents = schema.documents
    if words is None:
        return documents, literal_column("0.0"), []
    expression = match_expression(words, dialect)
    if dialect == "sqlite":
        index = table("document_words", column("rowid"))
        rank = -func.bm25(literal_column("document_words"), TITLE_WEIGHT, 1.0)
        matches = literal_column("document_words").op("MATCH")(expression)
        return documents.join(index, index.c.rowid == documents.c.number), rank, [matches]
    index = table("document_words", column("document"), column("words"))
    asked = func.to_tsquery(literal_column("'simple'"), expression)
    joined = documents.join(index, index.c.document == documents.c.number)
    return joined, func.ts_rank_cd(index.c.words, asked), [index.c.words.op("@@")(asked)]


def _filters(query: DocumentQuery) -> list[ColumnElement[bool]]:
    documents = schema.documents
    conditions: list[ColumnElement[bool]] = []
    if query.outlets:
        conditions.append(documents.c.outlet.in_(query.outlets))
    if query.languages:
        conditions.append(or_(*(_is_language(language) for language in query.languages)))
    # A date known to the month or year is in a range that overlaps it: compare at the precision it has.
    precision = func.length(documents.c.day)
    if query.begin:
        conditions.append(documents.c.day >= func.substr(query.begin, 1, precision))
    if query.until:
        conditions.append(documents.c.day <= func.substr(query.until, 1, precision))
    return conditions


def _is_language(language: str) -> ColumnElement[bool]:
    """Hold for a language and its regional forms: "fa" finds "fa-AF"."""
    lang = schema.documents.c.lang
    return or_(lang == language, lang.startswith(f"{language}-", autoescape=True))
