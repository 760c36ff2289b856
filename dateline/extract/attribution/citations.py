"""Citations in parentheses, "(Fars, March 18; al-Modon, March 12)", and the sentences in their scope."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.attribution.calendar_index import CalendarIndex
from dateline.extract.attribution.passages import PAREN, Passage
from dateline.model.spans import Span
from dateline.outlets import OutletIndex

LONGEST_NAME = 60  # code points of the name of an outlet

_PART = re.compile(r"[^;؛]+")
_NAME_EDGES = " \t\n,،:.“”\"«»'"
_ENDS = re.compile(r"[\s.]*$")


@dataclass(frozen=True, slots=True)
class CitedOutlet:
    """One outlet of a citation, as named there, with the day it printed."""

    name: str
    span: Span
    date: str | None


@dataclass(frozen=True, slots=True)
class CitationMark:
    """A citation in parentheses; `after` is the passage whose end it stands at."""

    span: Span
    passage: int
    outlets: tuple[CitedOutlet, ...]


def find_citations(
    text: str, passages: Sequence[Passage], calendar: CalendarIndex, outlets: OutletIndex
) -> tuple[CitationMark, ...]:
    """Return the citations that close a sentence, in order."""
    found = []
    for number, passage in enumerate(passages):
        for token in passage.tokens:
            if token.word != PAREN or not _ENDS.match(text, token.end, passage.span.end):
                continue
            cited = tuple(_cited_outlets(text, Span(token.start + 1, token.end - 1), calendar, outlets))
            if cited:
                found.append(CitationMark(Span(token.start, token.end), number, cited))
    return tuple(found)


def _cited_outlets(
    text: str, inside: Span, calendar: CalendarIndex, outlets: OutletIndex
) -> Iterator[CitedOutlet]:
    for part in _PART.finditer(text, inside.start, inside.end):
        dates = calendar.within(Span(part.start(), part.end()))
        name_end = dates[0].start if dates else part.end()
        for name in _names(text, part.start(), name_end):
            known = outlets.find(name.of(text))
            if dates or known:
                yield CitedOutlet(
                    known.name if known else name.of(text), name, dates[0].begin if dates else None
                )


def _names(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the names before a date: "Fars" in "Fars, March 18", two in "Fars, ILNA, March 18"."""
    for piece in re.compile(r"[^,،]+").finditer(text, start, end):
        raw = piece[0]
        begin = piece.start() + len(raw) - len(raw.lstrip(_NAME_EDGES))
        name = raw.strip(_NAME_EDGES)
        if len(name) > 1 and len(name) <= LONGEST_NAME and not name[0].isdigit():
            yield Span(begin, begin + len(name))


def scopes(passages: Sequence[Passage], citations: Sequence[CitationMark]) -> dict[int, CitationMark]:
    """Map each passage to the citation it stands under: back to the one before it or the block's start."""
    by_passage: dict[int, CitationMark] = {}
    previous = -1
    for citation in citations:
        block = passages[citation.passage].block
        for number in range(citation.passage, previous, -1):
            if passages[number].block != block:
                break
            by_passage[number] = citation
        previous = citation.passage
    return by_passage
