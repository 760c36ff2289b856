"""From a window's scores to happenings: one for each word that tells one."""

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.inference.decode import FloatArray
from dateline.inference.pieces import Pieces
from dateline.inference.reading import HAPPENING_KINDS, HAPPENING_LEVELS, RawHappening
from dateline.inference.windows import TextWindow, likely_words
from dateline.model.spans import Span

LEAST = 0.3
"""Least probability of a word to tell a happening, or one of the types, to be listed at all."""
_KINDS = slice(1, 1 + len(HAPPENING_KINDS))
_LEVELS = slice(_KINDS.stop, _KINDS.stop + len(HAPPENING_LEVELS))
COLUMNS = _LEVELS.stop + 1
"""Numbers of a piece: is it a happening, its kinds, its levels, is it denied. All are probabilities."""


def window_happenings(pieces: Pieces, window: TextWindow, scores: FloatArray) -> Iterator[RawHappening]:
    """Yield what is told by the words that begin in the pieces that a window owns.

    A word of several pieces is judged, in each respect, by the piece that is surest.
    """
    likely = np.maximum(scores[:, 0], 1 - scores[:, _KINDS.start])
    for first, end, span in likely_words(pieces, window, likely, LEAST):
        yield _happening(span, scores[first:end].tolist())


def _happening(span: Span, word: Sequence[Sequence[float]]) -> RawHappening:
    """Read one word off the rows of its pieces; most words have one."""
    if len(word) == 1:
        only = word[0]
        return RawHappening(span, only[0], tuple(only[_KINDS]), tuple(only[_LEVELS]), only[-1])
    typed = min(word, key=lambda piece: piece[_KINDS.start])
    levelled = max(word, key=lambda piece: max(piece[_LEVELS]))
    return RawHappening(
        span,
        max(piece[0] for piece in word),
        tuple(typed[_KINDS]),
        tuple(levelled[_LEVELS]),
        max(piece[-1] for piece in word),
    )
