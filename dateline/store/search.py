"""Finding documents by their words and by what narrows them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, column, func, literal_column, select, table

from dateline.model.documents import Document
from dateline.store import schema
from dateline.store.codec import load_json
from dateline.store.documents import current_documents
from dateline.store.narrowing import DocumentQuery, conditions_of
from dateline.store.rows import chunks, learned
from dateline.store.words import WordQuery, match_expression

SPARE = 20  # documents ranked beyond those asked for, for the earlier versions among them
TITLE_WEIGHT = 4.0  # a word of the title counts as four of the text
# Where more documents than this hold the words, the newest of them are ranked: a word that thousands hold
# tells them apart too little to be worth looking at all (python -m benchmarks.desk pages).
MOST_RANKED = 2000


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
    conditions = conditions_of(query, connection, as_of)
    if as_of is not None:
        conditions.append(learned(documents, as_of))
    if query.words is None:
        columns = select(documents.c.number, documents.c.record, literal_column("0.0").label("rank"))
        ordered = columns.where(*conditions).order_by(documents.c.day.desc(), documents.c.id)
        return _rows(connection.execute(ordered.limit(count).offset(begin)).all())
    newest = _newest_matching(query.words, connection.dialect.name, conditions).subquery("newest")
    ordered = select(newest).order_by(newest.c.rank.desc(), newest.c.number.desc())
    best = ordered.limit(count).offset(begin).subquery("best")
    records = (
        select(documents.c.number, documents.c.record, best.c.rank)
        .join(best, best.c.number == documents.c.number)
        .order_by(best.c.rank.desc(), best.c.number.desc())
    )
    return _rows(connection.execute(records).all())


def _rows(found: Sequence[Row[int, str, float]]) -> list[tuple[int, Document, float]]:
    return [(row.number, load_json(Document, row.record), float(row.rank)) for row in found]


def _newest_matching(
    words: WordQuery, dialect: str, conditions: Sequence[ColumnElement[bool]]
) -> Select[int, float]:
    """Select the newest documents that hold the words, with their rank.

    The documents themselves are looked at only where something is asked of them: the index alone is less
    to read.
    """
    expression = match_expression(words, dialect)
    if dialect == "sqlite":
        index = table("document_words", column("rowid"))
        number: ColumnElement[int] = index.c.rowid
        rank: ColumnElement[float] = -func.bm25(literal_column("document_words"), TITLE_WEIGHT, 1.0)
        matches = literal_column("document_words").op("MATCH")(expression)
    else:
        index = table("document_words", column("document"), column("words"))
        number = index.c.document
        asked = func.to_tsquery(literal_column("'simple'"), expression)
        rank, matches = func.ts_rank_cd(index.c.words, asked), index.c.words.op("@@")(asked)
    documents = schema.documents
    source = index.join(documents, number == documents.c.number) if conditions else index
    return (
        select(number.label("number"), rank.label("rank"))
        .select_from(source)
        .where(matches, *conditions)
        .order_by(number.desc())
        .limit(MOST_RANKED)
    )


def _current(
    connection: Connection, ranked: Sequence[tuple[int, Document, float]], as_of: datetime | None
) -> list[tuple[int, Document, float]]:
    """Keep the current versions: asking that of the found only is what keeps a large ledger quick."""
    current: set[int] = set()
    for urls in chunks(sorted({document.url for _, document, _ in ranked})):
        current.update(connection.execute(select(current_documents(as_of, urls).c.number)).scalars())
    return [row for row in ranked if row[0] in current]
