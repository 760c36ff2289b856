"""From vectors of word pieces to syntax trees, a sentence at a time.

Reference: Dozat and Manning 2017, Deep biaffine attention for neural dependency parsing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.inference.decode import FloatArray, IntArray
from dateline.inference.pieces import Pieces
from dateline.inference.trees import best_heads
from dateline.inference.units import unit_starts
from dateline.inference.windows import TextWindow
from dateline.model.spans import Span
from dateline.model.syntax import ParsedWord, PartOfSpeech, Relation, SyntaxTree

PASSIVE = "VERB:pass"
"""What the model says of a verb in the passive: "the town was hit", "a town hit by shells"."""
_TAG = {**{str(tag): (tag, False) for tag in PartOfSpeech}, PASSIVE: (PartOfSpeech.VERB, True)}
LONGEST = 300
"""Units of one tree; what stands in one sentence beyond is parsed apart, so that time stays linear."""


@dataclass(frozen=True, slots=True)
class SyntaxMeta:
    """What turns the vectors of two words into a score and a relation.

    A piece has `arc` numbers as a dependent, `arc` as a head, one as a root, `pair` as a dependent with a
    relation and `pair` as a head with one, and one for each tag. `nearness` scores each distance in units
    from a word to its head, from -LONGEST to LONGEST.
    """

    tags: tuple[str, ...]
    relations: tuple[Relation, ...]
    arc: int
    pair: int
    nearness: FloatArray
    weights: FloatArray
    bias: FloatArray

    def parts(self, vectors: FloatArray) -> list[FloatArray]:
        """Cut vectors into those of dependents, heads, roots, related dependents and heads, and tags."""
        widths = (self.arc, self.arc, 1, self.pair, self.pair)
        return np.split(vectors, np.cumsum(widths), axis=1)


class UnitVectors:
    """The vectors of the units of a text, which begins at `offset` of a longer one, window by window."""

    def __init__(self, text: str, pieces: Pieces, offset: int = 0) -> None:
        self._firsts = unit_starts(text, pieces)
        self._starts = pieces.starts[self._firsts] + offset
        self._ends = pieces.ends[np.append(self._firsts, len(pieces))[1:] - 1] + offset
        self._parts: list[FloatArray] = []

    def add(self, window: TextWindow, vectors: FloatArray) -> None:
        """Keep the vectors of the units that begin in what a window owns; windows come in order."""
        first, end = np.searchsorted(self._firsts, (window.owned_start, window.owned_end))
        self._parts.append(vectors[self._firsts[first:end] - window.start])

    def trees(self, sentences: Sequence[Span], meta: SyntaxMeta) -> Iterator[SyntaxTree]:
        """Yield the tree of each sentence; of one that is very long, a tree of each part."""
        vectors = np.concatenate(self._parts) if self._parts else np.zeros((0, 0), dtype=np.float32)
        for sentence in sentences:
            first, end = np.searchsorted(self._starts, (sentence.start, sentence.end)).tolist()
            for start in range(first, end, LONGEST):
                here = slice(start, min(start + LONGEST, end))
                yield parse(self._starts[here], self._ends[here], vectors[here], meta)


def parse(starts: IntArray, ends: IntArray, vectors: FloatArray, meta: SyntaxMeta) -> SyntaxTree:
    """Return the best tree over some units."""
    dependents, heads, roots, related, relating, tags = meta.parts(vectors)
    places = np.arange(len(starts))
    scores = dependents @ heads.T + meta.nearness[places[None] - places[:, None] + LONGEST]
    np.fill_diagonal(scores, roots[:, 0])
    scores -= scores.max(axis=1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    chosen = best_heads(scores)
    names = np.maximum(related + relating[chosen], 0) @ meta.weights + meta.bias
    names[:, meta.relations.index(Relation.ROOT)] = np.where(chosen == places, np.inf, -np.inf)
    sure = np.exp(scores[places, chosen])
    words = zip(
        starts.tolist(), ends.tolist(), (_TAG[meta.tags[tag]] for tag in tags.argmax(axis=1)),
        chosen.tolist(), names.argmax(axis=1).tolist(), sure.tolist(), strict=True,
    )  # fmt: skip
    return SyntaxTree(
        Span(int(starts[0]), int(ends[-1])),
        tuple(
            ParsedWord(Span(start, end), tag, head, meta.relations[relation], score, passive)
            for start, end, (tag, passive), head, relation, score in words
        ),
    )
