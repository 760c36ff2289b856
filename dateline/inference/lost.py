"""The marks that a text without commas has lost, by a small head on what the reader says of its pieces.

Its weights, a file of their own, are made by `training.lost` for one reader: they name its hash.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.errors import ModelError
from dateline.inference.decode import FloatArray, IntArray
from dateline.inference.pieces import Pieces
from dateline.inference.windows import TextWindow, likely_words
from dateline.model.annotations import LostMark, Mark

WEIGHTS = Path(__file__).parent / "models" / "lost.npz"
GAPS = (None, Mark.COMMA, Mark.STOP)
"""What may be lost behind a word, in the order of the first scores."""
OWNERS = (None, Mark.OWNER, Mark.OWNERS)
"""What may be lost at the end of a word, in the order of those that follow."""
LEAST = 0.05
"""Least probability of a mark to be listed at all."""


@dataclass(frozen=True)
class Turn:
    """One convolution over the pieces: `weights` are `[reach, width, width]`, `step` pieces apart."""

    weights: FloatArray
    bias: FloatArray
    step: int

    def __call__(self, states: FloatArray) -> FloatArray:
        """Add to each state what is seen around it."""
        reach = len(self.weights) // 2 * self.step
        padded = np.pad(states, ((reach, reach), (0, 0)))
        seen = np.zeros_like(states)
        for at, weights in enumerate(self.weights):
            seen += padded[at * self.step : at * self.step + len(states)] @ weights
        turned: FloatArray = states + np.maximum(seen + self.bias, 0)
        return turned


@dataclass(frozen=True)
class LostHead:
    """Tells of each piece of a window which marks were lost at it, by what the reader says of all."""

    words: FloatArray
    shapes: FloatArray
    widen: FloatArray
    starts: FloatArray
    turns: tuple[Turn, ...]
    tell: FloatArray
    ends: FloatArray

    def score(self, ids: IntArray, features: IntArray, said: FloatArray) -> FloatArray:
        """Return probabilities, a row a piece: those of `GAPS`, then those of `OWNERS`."""
        given = np.concatenate([said, self.words[ids], self.shapes[features]], axis=1)
        states = np.maximum(given @ self.widen + self.starts, 0)
        for turn in self.turns:
            states = turn(states)
        scores = states @ self.tell + self.ends
        gaps, owners = np.split(scores, (len(GAPS),), axis=1)
        return np.concatenate([_shares(gaps), _shares(owners)], axis=1)


def _shares(scores: FloatArray) -> FloatArray:
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: FloatArray = odds / odds.sum(axis=1, keepdims=True)
    return shares


def load_lost_head(reader_hash: str, path: Path = WEIGHTS) -> LostHead:
    """Load the head made for a reader.

    Raises ModelError when it is missing or was made for another reader.
    """
    try:
        with np.load(path) as stored:
            found = {name: stored[name] for name in stored.files}
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: no packaged weights here ({error}); reinstall, or train them") from error
    if str(found.get("reader")) != reader_hash:
        raise ModelError(
            f"{path}: made for reader {found.get('reader')}, not for {reader_hash}; run training.lost"
        )
    turns = [
        Turn(_wide(found, f"turn{place}"), found[f"turn{place}_bias"], int(step))
        for place, step in enumerate(found["steps"])
    ]
    return LostHead(
        words=_wide(found, "words"),
        shapes=found["shapes"],
        widen=_wide(found, "widen"),
        starts=found["starts"],
        turns=tuple(turns),
        tell=found["tell"],
        ends=found["ends"],
    )


def _wide(found: dict[str, FloatArray], name: str) -> FloatArray:
    """Return weights that are kept in 8 bits, a step for each column."""
    return (found[name] * found[f"{name}_step"]).astype(np.float32)


def window_lost_marks(pieces: Pieces, window: TextWindow, scores: FloatArray) -> Iterator[LostMark]:
    """Yield the marks that may be lost at the words that a window owns, in the order of the text."""
    for _, end, span in likely_words(pieces, window, _likeliest(scores), LEAST):
        last = scores[end - 1].tolist()
        owners, gaps = zip(OWNERS, last[len(GAPS) :], strict=True), zip(GAPS, last, strict=False)
        for mark, likely in (*owners, *gaps):
            if mark is not None and likely >= LEAST:
                yield LostMark(span.end, mark, round(likely, 3))


def _likeliest(scores: FloatArray) -> FloatArray:
    marks = [at for at, mark in enumerate((*GAPS, *OWNERS)) if mark is not None]
    likeliest: FloatArray = scores[:, marks].max(axis=1)
    return likeliest
