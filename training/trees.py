"""Syntax trees laid on word pieces: each unit learns at its first piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.inference.pieces import Pieces
from dateline.inference.syntax import PASSIVE
from dateline.inference.units import unit_starts
from dateline.model.syntax import PartOfSpeech, Relation
from training.corpora import MarkedWord, Passage

IGNORE = -100
TAGS = (*PartOfSpeech, PASSIVE)
RELATIONS = tuple(Relation)
FOLDED = {
    "csubj:pass": "csubj", "csubj:outer": "csubj", "orphan": "dep", "reparandum": "dep",
    "dislocated": "dep",
}  # fmt: skip
"""Relations that are too rare to learn, and what is taught for them."""


@dataclass(frozen=True)
class MarkedSyntax:
    """For each piece of a passage: numbers of its sentence, its unit, the piece of its head; tag, relation.

    Pieces inside a unit, and all of a passage without trees, have no sentence: -1. A root is its own head.
    """

    sentences: np.ndarray
    units: np.ndarray
    heads: np.ndarray
    tags: np.ndarray
    relations: np.ndarray


def mark_syntax(pieces: Pieces, passage: Passage) -> MarkedSyntax:
    """Put the trees of a passage on the first pieces of its units."""
    count = len(pieces)
    sentences, heads, tags, relations = (np.full(count, fill) for fill in (-1, IGNORE, IGNORE, IGNORE))
    units = np.zeros(count, dtype=np.int64)
    if passage.sentences:
        firsts = unit_starts(passage.text, pieces)
        units[firsts] = np.arange(len(firsts))
        ends = np.append(pieces.ends[firsts[1:] - 1], pieces.ends[-1])
        for number, words in enumerate(passage.sentences):
            for at, head, tag, relation in lay_words(pieces.starts[firsts], ends, words):
                sentences[firsts[at]] = number
                heads[firsts[at]] = firsts[head]
                tags[firsts[at]], relations[firsts[at]] = TAGS.index(tag), RELATIONS.index(relation)
    return MarkedSyntax(sentences, units, heads, tags, relations)


def lay_words(
    starts: np.ndarray, ends: np.ndarray, words: Sequence[MarkedWord]
) -> Iterator[tuple[int, int, str, Relation]]:
    """Yield number, head, tag and relation of each unit of a sentence.

    A word of several units is at its first; the others belong to it by `goeswith`. Of several words in one
    unit the highest one is taken.
    """
    places = [_place_of(starts, ends, word) for word in words]
    chosen: dict[int, int] = {}
    for number, at in enumerate(places):
        if at not in chosen or _depth(words, number) < _depth(words, chosen[at]):
            chosen[at] = number
    first = np.searchsorted(ends, min(word.start for word in words), "right")
    end = np.searchsorted(starts, max(word.end for word in words), "left")
    reached = int(first)
    for at in range(int(first), int(end)):
        if at not in chosen:
            yield at, reached, PartOfSpeech.OTHER, Relation.SAME_WORD
            continue
        word = words[chosen[at]]
        head = places[word.head - 1] if word.head else at
        relation = FOLDED.get(word.relation, word.relation)
        tag = PASSIVE if word.passive and word.tag == PartOfSpeech.VERB else PartOfSpeech(word.tag)
        yield at, head, tag, Relation(relation) if head != at else Relation.ROOT
        reached = at


def _place_of(starts: np.ndarray, ends: np.ndarray, word: MarkedWord) -> int:
    """Return the unit that a word begins in, or the next where more of it lies there."""
    at = int(np.searchsorted(ends, word.start, "right"))
    if (
        at + 1 < len(starts)
        and word.end - starts[at + 1] > ends[at] - word.start > 0
        and starts[at] < word.start
    ):
        return at + 1
    return at


def _depth(words: Sequence[MarkedWord], number: int) -> int:
    depth = 0
    while words[number].head and depth < len(words):
        number, depth = words[number].head - 1, depth + 1
    return depth
