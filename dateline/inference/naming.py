"""What the network says of every word as a part of a name, kept for whoever weighs names later."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.inference.decode import FloatArray, IntArray, word_scores
from dateline.inference.pieces import Pieces
from dateline.inference.windows import TextWindow
from dateline.model.annotations import MentionType
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True)
class WordScores:
    """The words of a text, a row each, in code points: `starts` and `ends`, in order and apart.

    `likely` has the probability that a word is part of no name first, and then of each of `types`; `begins`
    the probability that a word in a name is its first.
    """

    types: tuple[MentionType, ...]
    starts: IntArray
    ends: IntArray
    likely: FloatArray
    begins: FloatArray

    def rows(self, spans: Sequence[Span]) -> tuple[IntArray, IntArray]:
        """Return for each span the first word that it touches, and the one behind the last.

        Of a span that touches none, the word behind it stands for it.
        """
        starts, ends = np.array([(span.start, span.end) for span in spans]).T
        firsts = np.minimum(np.searchsorted(self.ends, starts, side="right"), len(self.starts) - 1)
        return firsts, np.maximum(np.searchsorted(self.starts, ends), firsts + 1)


@dataclass(slots=True)
class WordScoring:
    """Gathers the scores of words window by window; `offset` is where the pieces begin in the text."""

    types: tuple[MentionType, ...]
    _starts: list[IntArray] = field(default_factory=list)
    _ends: list[IntArray] = field(default_factory=list)
    _likely: list[FloatArray] = field(default_factory=list)
    _begins: list[FloatArray] = field(default_factory=list)

    def add(self, pieces: Pieces, window: TextWindow, scores: FloatArray, offset: int) -> None:
        """Add the words that a window owns; `scores` are probabilities of labels, a row a piece of it."""
        owned = slice(window.owned_start, window.owned_end)
        if window.owned_start == window.owned_end:
            return
        own = scores[window.owned_start - window.start : window.owned_end - window.start]
        firsts, ends, likely, begins = word_scores(own, pieces.words[owned])
        self._starts.append(pieces.starts[owned][firsts] + offset)
        self._ends.append(pieces.ends[owned][ends - 1] + offset)
        self._likely.append(likely)
        self._begins.append(begins)

    def scores(self) -> WordScores:
        """Return the words added, in the order of the text."""
        if not self._starts:
            none = np.zeros(0, dtype=np.int64)
            likely = np.zeros((0, len(self.types) + 1), dtype=np.float32)
            return WordScores(self.types, none, none, likely, likely[:, 0])
        return WordScores(
            self.types,
            np.concatenate(self._starts),
            np.concatenate(self._ends),
            np.concatenate(self._likely),
            np.concatenate(self._begins),
        )
