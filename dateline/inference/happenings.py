"""From a window's scores to happenings: one for each word that tells one."""

from collections.abc import Iterator

import numpy as np

from dateline.inference.decode import FloatArray
from dateline.inference.pieces import Pieces
from dateline.inference.reading import HAPPENING_KINDS, HAPPENING_LEVELS, RawHappening
from dateline.inference.windows import TextWindow
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
    here = slice(window.start, window.end)
    words = pieces.words[here]
    firsts = np.concatenate([[0], np.flatnonzero(np.diff(words)) + 1]) if len(words) else words
    ends = np.append(firsts[1:], len(words))
    likely = np.maximum(scores[:, 0], 1 - scores[:, _KINDS.start])
    for at in np.flatnonzero(np.maximum.reduceat(likely, firsts) >= LEAST) if len(words) else ():
        first, end = int(firsts[at]), int(ends[at])
        if window.owns(first + window.start):
            span = Span(int(pieces.starts[first + window.start]), int(pieces.ends[end + window.start - 1]))
            yield _happening(span, scores[first:end])


def _happening(span: Span, word: FloatArray) -> RawHappening:
    kinds, levels = word[:, _KINDS], word[:, _LEVELS]
    return RawHappening(
        span,
        float(word[:, 0].max()),
        tuple(kinds[kinds[:, 0].argmin()].tolist()),
        tuple(levels[levels.max(axis=1).argmax()].tolist()),
        float(word[:, -1].max()),
    )
