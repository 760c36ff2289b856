"""From vectors of word pieces to syntax trees, a sentence at a time.

Reference: Dozat and Manning 2017, Deep biaffine attention for neural dependency parsing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class Vectors(NamedTuple):
    """What the model says of units as words with a head, as heads, as roots and of their tags; a row each."""

    dependents: FloatArray
    heads: FloatArray
    roots: FloatArray
    related: FloatArray
    relating: FloatArray
    tags: FloatArray


@dataclass(frozen=True, slots=True)
class SyntaxMeta:
    """What turns the vectors of two words into a score and a relation.

    A piece has `arc` numbers as a dependent, `arc` as a head, one as a root, `pair` as a dependent with a
    relation and `pair` as a head with one, and one for each tag. `nearness` scores each pair of places in a
    sentence, that of a word and that of its head, by how far they are apart.
    """

    tags: tuple[str, ...]
    relations: tuple[Relation, ...]
    arc: int
    pair: int
    nearness: FloatArray
    weights: FloatArray
    bias: FloatArray

    def parts(self, vectors: FloatArray) -> Vectors:
        """Cut vectors into their parts."""
        widths = (self.arc, self.arc, 1, self.pair, self.pair)
        return Vectors(*np.split(vectors, np.cumsum(widths), axis=1))


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
        if not self._parts:
            return
        vectors = meta.parts(np.concatenate(self._parts))
        stretches = list(self._stretches(sentences))
        arcs = [best_arcs(vectors, here, meta) for here in stretches]
        heads = np.arange(len(self._firsts))
        for here, (chosen, _) in zip(stretches, arcs, strict=True):
            heads[here] = chosen + here.start
        relations = relations_of(vectors, heads, meta)
        tags = [_TAG[meta.tags[tag]] for tag in vectors.tags.argmax(axis=1).tolist()]
        spans = list(map(Span, self._starts.tolist(), self._ends.tolist()))
        for here, (chosen, sure) in zip(stretches, arcs, strict=True):
            kinds, passive = zip(*tags[here], strict=True)
            words = map(
                ParsedWord, spans[here], kinds, chosen.tolist(), relations[here], sure.tolist(), passive
            )
            yield SyntaxTree(Span(spans[here.start].start, spans[here.stop - 1].end), tuple(words))

    def _stretches(self, sentences: Sequence[Span]) -> Iterator[slice]:
        """Yield the units of each sentence, or of its parts where it is very long."""
        edges = [(sentence.start, sentence.end) for sentence in sentences]
        for first, end in np.searchsorted(self._starts, np.reshape(edges, (-1, 2))).tolist():
            for start in range(first, end, LONGEST):
                yield slice(start, min(start + LONGEST, end))


def best_arcs(vectors: Vectors, here: slice, meta: SyntaxMeta) -> tuple[IntArray, FloatArray]:
    """Return the head of each of some units in their best tree, and how likely it is."""
    scores = vectors.dependents[here] @ vectors.heads[here].T
    count = len(scores)
    scores += meta.nearness[:count, :count]
    np.fill_diagonal(scores, vectors.roots[here, 0])
    scores -= scores.max(axis=1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    chosen = best_heads(scores)
    return chosen, np.exp(scores[np.arange(count), chosen])


def relations_of(vectors: Vectors, heads: IntArray, meta: SyntaxMeta) -> list[Relation]:
    """Return the relation of each unit to its head; a root is its own."""
    names = np.maximum(vectors.related + vectors.relating[heads], 0) @ meta.weights + meta.bias
    is_root = heads == np.arange(len(heads))
    names[:, meta.relations.index(Relation.ROOT)] = np.where(is_root, np.inf, -np.inf)
    return [meta.relations[name] for name in names.argmax(axis=1).tolist()]
