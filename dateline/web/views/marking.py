"""A text cut into paragraphs of marked pieces: exact words stay exact, whatever the marks overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.annotations import Block, BlockKind
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True)
class Marking:
    """A span and what it is marked as: "content", "cue", "hedge", "sentence", "claim"; `id` names it."""

    start: int
    end: int
    kind: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A run of text with one set of marks; `starts` are the ids of the marks that begin here."""

    text: str
    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph, heading, caption or list entry, from `start` of the text on."""

    kind: str
    start: int
    pieces: tuple[TextPiece, ...]


def mark(spans: Iterable[Span], kind: str, id: str = "") -> list[Marking]:
    """Return the markings of some spans."""
    return [Marking(span.start, span.end, kind, id) for span in spans]


def marked_paragraphs(
    text: str, markings: Sequence[Marking], blocks: Sequence[Block] = ()
) -> tuple[MarkedParagraph, ...]:
    """Return the whole text in paragraphs.

    >>> marked_paragraphs("He left.", [Marking(0, 2, "content")])[0].pieces[0]
    TextPiece(text='He', kinds=('content',), ids=(), starts=())
    """
    kinds = {block.start: block.kind for block in blocks}
    return tuple(
        MarkedParagraph(
            kinds.get(start, BlockKind.PARAGRAPH).value.replace(" ", "-"),
            start,
            tuple(_pieces(text, start, end, markings)),
        )
        for start, end in _paragraphs(text)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _pieces(text: str, start: int, end: int, markings: Sequence[Marking]) -> Iterator[TextPiece]:
    here = [each for each in markings if each.start < end and each.end > start]
    edges = {start, end} | {edge for each in here for edge in (each.start, each.end) if start < edge < end}
    for begin, until in pairwise(sorted(edges)):
        over = [each for each in here if each.start <= begin and until <= each.end]
        yield TextPiece(
            text[begin:until],
            tuple(dict.fromkeys(each.kind for each in over)),
            tuple(dict.fromkeys(each.id for each in over if each.id)),
            tuple(dict.fromkeys(each.id for each in over if each.id and each.start == begin)),
        )
