"""The full-text index: FTS5 on SQLite, tsvector on PostgreSQL, over words that were folded before."""

from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection, text

from dateline.text.fold import folded_words

MAX_INDEXED_WORDS = 60_000  # PostgreSQL refuses a tsvector of more than 1 MB


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand one after the other; a single word is the common case.

    With `within` they may stand in any order, each with at most so many words between it and the next.
    """

    words: tuple[str, ...]
    within: int | None = None


@dataclass(frozen=True, slots=True)
class WordQuery:
    """Every group has to be hit by one of its phrases, and none of `without` may be."""

    groups: tuple[tuple[Phrase, ...], ...]
    without: tuple[Phrase, ...] = ()


def save_words(connection: Connection, number: int, title: str, body: str) -> None:
    """Index the words of the document with this number."""
    words = {
        "number": number,
        "title": " ".join(folded_words(title)),
        "body": " ".join(folded_words(body)[:MAX_INDEXED_WORDS]),
    }
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO document_words (rowid, title, body) VALUES (:number, :title, :body)"
    else:
        statement = (
            "INSERT INTO document_words (document, words) VALUES (:number, "
            "setweight(to_tsvector('simple', :title), 'A') || to_tsvector('simple', :body))"
        )
    connection.execute(text(statement), words)


def match_expression(query: WordQuery, dialect: str) -> str:
    """Write a query as the database wants it.

    Folded words hold letters and digits only: there is nothing to escape.

    >>> match_expression(WordQuery(((Phrase(("al", "taji")),), (Phrase(("base",)),))), "sqlite")
    '("al taji") AND ("base")'
    """
    write = _sqlite_phrase if dialect == "sqlite" else _postgresql_phrase
    is_sqlite = dialect == "sqlite"
    either, both, without = (" OR ", " AND ", " NOT ") if is_sqlite else (" | ", " & ", " & !")
    groups = [f"({either.join(write(phrase) for phrase in group)})" for group in query.groups]
    wanted = both.join(groups)
    return "".join([wanted, *(f"{without}{write(phrase)}" for phrase in query.without)])


def _sqlite_phrase(phrase: Phrase) -> str:
    if phrase.within is None:
        return f'"{" ".join(phrase.words)}"'
    near = (f'NEAR("{one}" "{other}", {phrase.within})' for one, other in pairwise(phrase.words))
    return f"({' AND '.join(near)})"


def _postgresql_phrase(phrase: Phrase) -> str:
    if phrase.within is None:
        return f"({' <-> '.join(phrase.words)})"
    near = (_postgresql_near(one, other, phrase.within) for one, other in pairwise(phrase.words))
    return f"({' & '.join(near)})"


def _postgresql_near(one: str, other: str, within: int) -> str:
    """Write out each distance: PostgreSQL knows exact ones alone."""
    distances = range(1, within + 2)
    ways = (f"{a} <{steps}> {b}" for a, b in ((one, other), (other, one)) for steps in distances)
    return f"({' | '.join(ways)})"
