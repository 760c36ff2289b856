"""Hits: the documents that a query finds, with the passage in which its words stand, as printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.search.names import KnownName, spell_names
from dateline.search.query import parse_query
from dateline.store import Ledger, Phrase, WordQuery
from dateline.text.fold import folded_words_with_spans

SNIPPET_CHARACTERS = 90  # shown before and after the first hit

WordSpans = Sequence[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a snippet; `hit` where it is what was asked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found. `span` is the first hit in its text, `None` where only the title has one.

    `printed` is the day as the document states it; `rank` only orders: more is better.
    """

    document: str
    url: str
    outlet: str | None
    title: str | None
    printed: str | None
    lang: str
    rank: float
    span: Span | None
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a query, and the names in it that were looked for under their other spellings too."""

    hits: tuple[Hit, ...]
    names: tuple[KnownName, ...]


def search_ledger(
    ledger: Ledger,
    query: str,
    *,
    limit: int = 20,
    as_of: datetime | None = None,
    current_only: bool = True,
    learned_after: datetime | None = None,
) -> Found:
    """Return the best documents for a query as a person types it, of those learned after a moment.

    Raises InputError for a query that is wrong.
    """
    asked, names = spell_names(ledger, parse_query(query), as_of=as_of)
    asked = replace(asked, learned_after=learned_after)
    found = ledger.search(asked, limit=limit, as_of=as_of, current_only=current_only)
    return Found(tuple(_hit(document, rank, asked.words) for document, rank in found), names)


def _hit(document: Document, rank: float, words: WordQuery | None) -> Hit:
    spans = list(find_phrases(document.text, words)) if words else []
    return Hit(
        document=document.id,
        url=document.url,
        outlet=document.outlet,
        title=document.title,
        printed=document.published.day if document.published else None,
        lang=document.lang,
        rank=round(rank, 4),
        span=spans[0] if spans else None,
        snippet=tuple(_snippet(document.text, spans)),
    )


def find_phrases(text: str, words: WordQuery) -> Iterator[Span]:
    """Give the places of `text` where the phrases of a query stand, in order, without overlaps.

    Words that may stand near one another are given with what stands between them.
    """
    placed = folded_words_with_spans(text)
    beginning = _by_beginning(words)
    end = 0
    for index, (word, start, _) in enumerate(placed):
        if start >= end and word in beginning:
            length = max(_length_at(placed, index, phrase) for phrase in beginning[word])
            if length:
                end = placed[index + length - 1][2]
                yield Span(start, end)


def _by_beginning(words: WordQuery) -> dict[str, list[Phrase]]:
    """Return the phrases of a query by the words that they may begin with."""
    found: dict[str, list[Phrase]] = {}
    for phrase in (phrase for group in words.groups for phrase in group):
        for word in phrase.words[:1] if phrase.within is None else phrase.words:
            found.setdefault(word, []).append(phrase)
    return found


def _length_at(placed: WordSpans, index: int, phrase: Phrase) -> int:
    """Return how many words `phrase` takes up if it stands at `index`, else 0."""
    if phrase.within is None:
        length = len(phrase.words)
        there = tuple(word for word, _, _ in placed[index : index + length])
        return length if there == phrase.words else 0
    others = set(phrase.words) - {placed[index][0]}
    reach = placed[index + 1 : index + phrase.within + 2]
    return next((steps for steps, (word, _, _) in enumerate(reach, 2) if word in others), 0)


def _snippet(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """Give the text around the first hit in pieces, cut between words."""
    window = _window(text, spans[0] if spans else Span(0, 0))
    at = window.start
    for span in spans:
        if window.covers(span):
            yield from _piece(text[at : span.start], hit=False)
            yield Piece(span.of(text), hit=True)
            at = span.end
    yield from _piece(text[at : window.end], hit=False)


def _piece(text: str, *, hit: bool) -> Iterator[Piece]:
    if text:
        yield Piece(text, hit)


def _window(text: str, span: Span) -> Span:
    start, end = max(0, span.start - SNIPPET_CHARACTERS), min(len(text), span.end + SNIPPET_CHARACTERS)
    if start > 0:
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    return Span(start, end)
