"""Commas, apostrophes and full stops of a text that has none at all: it lost them on its way here.

The reader says where each may have stood; what is likely enough is put back, and what a sentence may want
beside that speaks against it, so that one which wants nothing can be printed.
"""

from collections.abc import Iterator

from dateline.model.annotations import Annotations, LostMark, Mark
from dateline.model.documents import Document
from dateline.model.spans import Span

Replacement = tuple[int, int, str]
# How likely a mark must be to be put back.
LIKELY = {Mark.COMMA: 0.5, Mark.STOP: 0.5, Mark.OWNER: 0.5, Mark.OWNERS: 0.5}
NOTICED = 0.15  # how likely a mark must be to count as wanted
WANTED = {Mark.COMMA: 1.0, Mark.STOP: 2.0, Mark.OWNER: 0.7, Mark.OWNERS: 0.7}
QUOTES = '"”’'


def lost_marks(document: Document, notes: Annotations | None, span: Span) -> Iterator[Replacement]:
    """Yield each place of a lost mark within `span`, from its start, with the words to put there."""
    text = span.of(document.text)
    for lost in _within(notes, span):
        if lost.likely >= LIKELY[lost.mark]:
            yield from _put(lost.mark, text, lost.at - span.start)


def marks_wanted(notes: Annotations | None, span: Span) -> float:
    """Return how many marks the words at `span` are likely to want that are not put back, or wrongly are.

    0 for words that want none.
    """
    wanted = 0.0
    for lost in _within(notes, span):
        put = lost.likely >= LIKELY[lost.mark]
        doubt = 1 - lost.likely if put else lost.likely
        wanted += WANTED[lost.mark] * doubt * (doubt >= NOTICED)
    return wanted


def _within(notes: Annotations | None, span: Span) -> Iterator[LostMark]:
    """Yield the marks that may be lost within `span`: none behind its last word."""
    for lost in notes.lost if notes is not None else ():
        if span.start <= lost.at < span.end - 1:
            yield lost


def _put(mark: Mark, text: str, at: int) -> Iterator[Replacement]:
    """Yield what is put at the end of a word: a comma behind the quotation mark that closes there."""
    if mark is Mark.OWNER:
        yield at - 1, at, mark
    elif mark is Mark.OWNERS:
        yield at, at, mark
    else:
        at += text[at] in QUOTES
        if text[at : at + 1] == " ":
            yield at, at + 1, f"{mark} "
