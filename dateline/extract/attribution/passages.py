"""Sentences as the cue grammar reads them: words, marks, and quotations and parentheses as one token each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from dateline.extract.attribution.wording import key_of
from dateline.model.annotations import Block
from dateline.model.spans import Span
from dateline.text.datelines import dateline_end

QUOTE = "“”"
PAREN = "()"
LONGEST_PARENTHESIS = 200
LONGEST_PASSAGE = 250  # tokens; a longer sentence is read in pieces, so that the time stays linear

_MARKS = "\u064b-\u065f\u0670\u0640"
_TOKEN = re.compile(rf"[^\W_][\w{_MARKS}]*(?:[-‑.’'\u200c\u00ad][\w{_MARKS}]+)*[’']?|[^\w\s]")
_PARENTHESIS = re.compile(rf"\([^()]{{1,{LONGEST_PARENTHESIS}}}\)")
_PAIRED = {"``": "''", "''": "''", "“": "”", "«": "»", "„": "“”", "‟": "”", "「": "」"}
_STOPS = frozenset(".!?؟۔")
_QUOTE_MARK = re.compile("``|''|[“”«»„‟「」\"]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its folded form; a quotation is `QUOTE`, a parenthesis is `PAREN`."""

    start: int
    end: int
    word: str
    capital: bool

    @property
    def span(self) -> Span:
        """The code points of the token."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Passage:
    """One sentence. `quotes` are the whole quotations that reach into it, beyond its ends too."""

    span: Span
    block: int
    tokens: tuple[Token, ...]
    quotes: tuple[Span, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words of the tokens."""
        return tuple(token.word for token in self.tokens)

    def span_of(self, first: int, last: int) -> Span:
        """Return the span of tokens `first` to `last` (not included)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def tokens_in(self, span: Span) -> tuple[int, int] | None:
        """Return the first token that a span touches and the one after the last; None where it has none."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return (first, last) if first < last else None

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]


def unquoted(text: str, passage: Passage) -> Passage:
    """Return a sentence with the words inside its quotations, of one sentence each, as tokens too."""
    if QUOTE not in passage.words:
        return passage
    apart = (_opened(text, token) if token.span in passage.quotes else (token,) for token in passage.tokens)
    return replace(passage, tokens=tuple(chain.from_iterable(apart)))


def _opened(text: str, quote: Token) -> tuple[Token, ...]:
    tokens = tuple(_plain_tokens(text, quote.start, quote.end))
    has_stops = any(token.word in _STOPS for token in tokens[:-2])
    return (quote,) if has_stops else tokens


def find_quotes(text: str, block: Span) -> tuple[Span, ...]:
    """Return the outermost quotations of a block with their marks; an unclosed one ends with the block."""
    quotes: list[Span] = []
    opened: int | None = None
    closers = ""
    for mark in _QUOTE_MARK.finditer(text, block.start, block.end):
        if opened is None:
            closers = _closers_of(text, mark, block)
            opened = mark.start() if closers else None
        elif mark[0] in closers:
            quotes.append(Span(opened, mark.end()))
            opened = None
    if opened is not None and block.end - opened > 1:
        quotes.append(Span(opened, block.end))
    return tuple(quotes)


def _closers_of(text: str, mark: re.Match[str], block: Span) -> str:
    if mark[0] != '"':
        return _PAIRED.get(mark[0], "")
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    return "" if before.isdigit() else '"'  # 5" is five inches


def passages_of(text: str, sentences: Sequence[Span], blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return a passage for each sentence, without the dateline of a paragraph."""
    starts = [sentence.start for sentence in sentences]
    passages: list[Passage] = []
    for number, block in enumerate(blocks):
        span = Span(block.start, block.end)
        quotes = find_quotes(text, span)
        opaque = _opaque_regions(text, span, quotes)
        at = bisect_left(starts, block.start)
        inside = [
            sentence
            for sentence in sentences[at : bisect_left(starts, block.end)]
            if sentence.end <= block.end
        ]
        if inside:
            opening = dateline_end(text, inside[0].start)
            inside[0] = Span(opening if opening < inside[0].end else inside[0].start, inside[0].end)
        passages.extend(_block_passages(text, inside, number, quotes, opaque))
    return tuple(passages)


def _opaque_regions(text: str, block: Span, quotes: Sequence[Span]) -> list[tuple[Span, str]]:
    regions = [(quote, QUOTE) for quote in quotes]
    starts = [quote.start for quote in quotes]
    for found in _PARENTHESIS.finditer(text, block.start, block.end):
        span = Span(found.start(), found.end())
        at = bisect_left(starts, span.end)
        if not any(quote.overlaps(span) for quote in quotes[max(0, at - 1) : at]):
            regions.append((span, PAREN))
    return sorted(regions)


def _block_passages(
    text: str, sentences: Sequence[Span], block: int, quotes: Sequence[Span], opaque: list[tuple[Span, str]]
) -> Iterator[Passage]:
    first, first_quote = 0, 0
    for sentence in sentences:
        while first < len(opaque) and opaque[first][0].end <= sentence.start:
            first += 1
        while first_quote < len(quotes) and quotes[first_quote].end <= sentence.start:
            first_quote += 1
        regions, at = [], first
        while at < len(opaque) and opaque[at][0].start < sentence.end:
            regions.append(opaque[at])
            at += 1
        reaching, at = [], first_quote
        while at < len(quotes) and quotes[at].start < sentence.end:
            reaching.append(quotes[at])
            at += 1
        yield from _pieces(Passage(sentence, block, tuple(_tokens(text, sentence, regions)), tuple(reaching)))


def _pieces(passage: Passage) -> Iterator[Passage]:
    """Yield a passage whole, or a sentence without end in pieces."""
    if len(passage.tokens) <= LONGEST_PASSAGE:
        yield passage
        return
    for first in range(0, len(passage.tokens), LONGEST_PASSAGE):
        tokens = passage.tokens[first : first + LONGEST_PASSAGE]
        span = Span(tokens[0].start, tokens[-1].end)
        yield Passage(
            span, passage.block, tokens, tuple(quote for quote in passage.quotes if quote.overlaps(span))
        )


def _tokens(text: str, sentence: Span, regions: Sequence[tuple[Span, str]]) -> Iterator[Token]:
    position = sentence.start
    for region, kind in regions:
        yield from _plain_tokens(text, position, max(position, region.start))
        start, end = max(region.start, sentence.start), min(region.end, sentence.end)
        yield Token(start, end, kind, False)
        position = end
    yield from _plain_tokens(text, position, sentence.end)


def _plain_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        word = found[0]
        yield Token(*found.span(), key_of(word), word[0].isupper())
