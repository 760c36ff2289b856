"""Windows over the pieces of a long text: cut between paragraphs, each piece owned by exactly one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import numpy as np

from dateline.inference.decode import FloatArray
from dateline.inference.pieces import STARTS_PARAGRAPH, IntArray, Pieces
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True)
class TextWindow:
    """Pieces `start` to `end`, seen together; what begins in `owned_start` to `owned_end` is read here."""

    start: int
    end: int
    owned_start: int
    owned_end: int

    def __len__(self) -> int:
        return self.end - self.start

    def owns(self, piece: int) -> bool:
        """Say whether what begins at a piece of the text is read in this window."""
        return self.owned_start <= piece < self.owned_end


def plan_windows(pieces: Pieces, *, size: int, overlap: int) -> tuple[TextWindow, ...]:
    """Cover all pieces by as few windows as there can be, of like length, cut between paragraphs or words.

    A window sees half of `overlap` beyond what it owns, on each side.
    """
    beside = overlap // 2
    return tuple(
        TextWindow(
            _word_start_behind(pieces, start - beside, start), min(end + beside, len(pieces)), start, end
        )
        for start, end in pairwise(_cuts(pieces, size - 2 * beside))
    )


def likely_words(
    pieces: Pieces, window: TextWindow, likely: FloatArray, least: float
) -> Iterator[tuple[int, int, Span]]:
    """Yield the pieces of each word that a window owns and of which one piece is likely enough, and its span.

    Pieces count from the start of the window: the first, and the one behind the last.
    """
    words = pieces.words[window.start : window.end]
    if not len(words):
        return
    firsts = np.concatenate([[0], np.flatnonzero(np.diff(words)) + 1])
    ends = np.append(firsts[1:], len(words))
    owned = (firsts + window.start >= window.owned_start) & (firsts + window.start < window.owned_end)
    chosen = (np.maximum.reduceat(likely, firsts) >= least) & owned
    firsts, ends = firsts[chosen], ends[chosen]
    starts, reached = pieces.starts[firsts + window.start], pieces.ends[ends + (window.start - 1)]
    yield from zip(firsts.tolist(), ends.tolist(), map(Span, starts.tolist(), reached.tolist()), strict=True)


def _cuts(pieces: Pieces, room: int) -> list[int]:
    """Return where the parts begin that windows own, of `room` pieces at most, and the end of the last."""
    paragraphs = _paragraph_starts(pieces)
    cuts = [0]
    while (left := len(pieces) - cuts[-1]) > room:
        wanted = cuts[-1] + ceil(left / ceil(left / room))
        near = paragraphs[(paragraphs >= cuts[-1] + room // 2) & (paragraphs <= cuts[-1] + room)]
        if len(near):
            cuts.append(int(near[np.abs(near - wanted).argmin()]))
        else:
            cuts.append(_word_start(pieces, wanted, floor=cuts[-1]))
    return [*cuts, len(pieces)] if len(pieces) else cuts


def _paragraph_starts(pieces: Pieces) -> IntArray:
    """Return the first pieces of paragraphs; all pieces of their first words are marked as such."""
    marked = pieces.features & STARTS_PARAGRAPH == STARTS_PARAGRAPH
    marked[1:] &= pieces.words[1:] != pieces.words[:-1]
    return np.flatnonzero(marked)


def _word_start(pieces: Pieces, index: int, *, floor: int) -> int:
    """Step back to the first piece of a word, but never to `floor` or before."""
    begin = index
    while begin > floor and pieces.words[begin] == pieces.words[begin - 1]:
        begin -= 1
    return begin if begin > floor else index


def _word_start_behind(pieces: Pieces, index: int, limit: int) -> int:
    """Step on to the first piece of a word, but never beyond `limit`."""
    begin = max(index, 0)
    while 0 < begin < limit and pieces.words[begin] == pieces.words[begin - 1]:
        begin += 1
    return begin
