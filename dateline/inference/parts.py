"""From a window's scores to the words that may name who and what has a part in an attack."""

from collections.abc import Iterator

from dateline.inference.decode import FloatArray
from dateline.inference.pieces import Pieces
from dateline.inference.reading import RawPart
from dateline.inference.windows import TextWindow, likely_words

LEAST = 0.03
"""Least probability of any role for a word to be listed at all."""


def window_parts(pieces: Pieces, window: TextWindow, scores: FloatArray) -> Iterator[RawPart]:
    """Yield the words that a window owns and that may have a part; `scores` has a row a piece of the window.

    A word of several pieces is as likely to have a role as the likeliest of them.
    """
    for first, end, span in likely_words(pieces, window, scores.max(1), LEAST):
        yield RawPart(span, tuple(scores[first:end].max(0).tolist()))
