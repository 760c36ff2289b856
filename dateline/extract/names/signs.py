"""What speaks for and against each name of a text: a row of numbers, of which weights tell its kind."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.extract.names.tokens import NamedSpan
from dateline.inference.naming import WordScores
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

Numbers = NDArray[np.float64]

KINDS = ("NONE", "PERSON", "ORG", "PLACE", "FAC", "NORP", "MISC")
"""What a name may be: none, a place of either sort, or of a type."""
KIND_OF = {kind: kind.value for kind in MentionType} | dict.fromkeys(
    (MentionType.GPE, MentionType.LOC), "PLACE"
)
_LEAST = 1e-3
"""Added to each probability, so that its logarithm is finite."""
_MANY_WORDS = 5
_LONGEST_PART = 8
"""Words of a name inside another."""
_SHORT = 6
"""Letters of an acronym."""
_ROMAN = frozenset("IVX")


@dataclass(frozen=True)
class NamedText:
    """A text with its names, what the network says of its words, and what else tells of names in it.

    `known` are the kinds that the grammar gives to spans; `toponyms` are places where the gazetteer has a
    name; `openings` is where sentences begin.
    """

    text: str
    names: Sequence[NamedSpan]
    words: WordScores
    known: Mapping[Span, str]
    toponyms: Collection[Span]
    openings: Collection[int]

    def signs(self) -> Numbers:
        """Return the signs of each name, a row each; there is at least one of them, and one word."""
        printed = [name.span.of(self.text) for name in self.names]
        firsts, ends = self.words.rows([name.span for name in self.names])
        said = _by_kind(self.words)
        means = _means(said, firsts, ends)
        together = _together(means, printed)
        kinds = [KIND_OF[name.type] for name in self.names]
        return np.hstack(
            [
                np.log(means + _LEAST),
                np.log(together + _LEAST),
                _edges(self.words, said, firsts, ends),
                _given(said, kinds, firsts, ends),
                np.array([list(self._told(name)) for name in self.names]),
                np.array([list(_form(each)) for each in printed]),
                _in_longer_names(printed, kinds),
                _times(printed),
                _one_of(kinds)[:, 1:],
                _one_of([self.known.get(name.span, "NONE") for name in self.names]),
            ]
        )

    def _told(self, name: NamedSpan) -> Iterator[float]:
        """Yield how sure a name is, whether an office stands by it, and who else sees it."""
        yield name.confidence
        yield name.role is not None
        yield name.span in self.toponyms
        yield name.span.start in self.openings


def named_text(
    text: str,
    names: Sequence[NamedSpan],
    words: WordScores,
    known: Iterable[NamedSpan],
    toponyms: Iterable[Span],
    sentences: Iterable[Span],
) -> NamedText:
    """Gather what tells of the names of a text: `known` are the names that the grammar sees in it."""
    kinds = {name.span: KIND_OF[name.type] for name in known}
    openings = {sentence.start for sentence in sentences}
    return NamedText(text, names, words, kinds, set(toponyms), openings)


def _by_kind(words: WordScores) -> Numbers:
    """Return how likely each word is to be of each of `KINDS`."""
    said = np.zeros((len(words.starts), len(KINDS)))
    said[:, 0] = words.likely[:, 0]
    for at, name_type in enumerate(words.types, 1):
        said[:, KINDS.index(KIND_OF[name_type])] += words.likely[:, at]
    return said


def _means(said: Numbers, firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> Numbers:
    sums = np.vstack([np.zeros(said.shape[1]), said.cumsum(axis=0)])
    means: Numbers = np.clip((sums[ends] - sums[firsts]) / (ends - firsts)[:, None], 0, 1)
    return means


def _together(means: Numbers, printed: Sequence[str]) -> Numbers:
    """Return for each name the mean over all names of the text that are written alike."""
    numbers: dict[str, int] = {}
    of_name = np.array([numbers.setdefault(each, len(numbers)) for each in printed])
    sums = np.zeros((len(numbers), means.shape[1]))
    np.add.at(sums, of_name, means)
    together: Numbers = (sums / np.bincount(of_name)[:, None])[of_name]
    return together


def _edges(words: WordScores, said: Numbers, firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> Numbers:
    """Return how sure the words at both ends of each name are, and whether a name goes on outside."""
    outside = np.concatenate([said[:, 0], [1.0]])  # the last is what stands before the first and after all
    begins = np.concatenate([words.begins, [1.0]])
    inner = begins.copy()
    inner[firsts] = 0
    reaches = np.column_stack([firsts, ends]).ravel()
    return np.column_stack(
        [
            np.log(outside[firsts] + _LEAST),
            np.log(outside[ends - 1] + _LEAST),
            np.maximum.reduceat(outside, reaches)[::2],
            np.maximum.reduceat(inner, reaches)[::2],
            begins[firsts],
            (1 - outside[ends]) * (1 - begins[ends]),
            1 - outside[firsts - 1],
            1 - outside[ends],
        ]
    )


def _given(
    said: Numbers, kinds: Sequence[str], firsts: NDArray[np.int64], ends: NDArray[np.int64]
) -> Numbers:
    """Return how likely the least likely word of each name is to be of the type that it was given."""
    least = np.minimum.reduceat(
        np.vstack([said, np.ones(len(KINDS))]), np.column_stack([firsts, ends]).ravel()
    )
    return least[::2][np.arange(len(kinds)), [KINDS.index(kind) for kind in kinds]][:, None]


def _form(name: str) -> Iterator[bool]:
    """Yield what a name looks like."""
    words = name.split()
    yield len(words) == 1
    yield len(words) == 2
    yield len(words) >= _MANY_WORDS
    yield name.isupper()
    yield name.isupper() and len(name) < _SHORT
    yield any(map(str.isdigit, name))
    yield any(word[0].islower() for word in words)
    yield words[-1][0].islower()
    yield _ROMAN.issuperset(words[-1])
    yield words[0] in ("The", "the")
    yield not name[-1].isalnum()


def _in_longer_names(printed: Sequence[str], kinds: Sequence[str]) -> Numbers:
    """Return which kinds the longer names of the text have that hold a name, as shares."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    wanted = set(printed)
    for name, kind in zip(printed, kinds, strict=True):
        for part in wanted.intersection(_parts(name.split(" "))):
            found[part][kind] += 1
    counts = np.array([[found[name][kind] for kind in KINDS[1:]] for name in printed], dtype=np.float64)
    shares: Numbers = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return shares


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Yield all runs of words that are shorter than the whole."""
    for first in range(len(words)):
        for end in range(first + 1, min(first + _LONGEST_PART, len(words)) + 1):
            if end - first < len(words):
                yield " ".join(words[first:end])


def _times(printed: Sequence[str]) -> Numbers:
    """Return how often each name is found, as a logarithm."""
    times = Counter(printed)
    logarithms: Numbers = np.log([[times[name]] for name in printed])
    return logarithms


def _one_of(kinds: Sequence[str]) -> Numbers:
    """Return a one in the column of each kind."""
    ones: Numbers = np.eye(len(KINDS))[[KINDS.index(kind) for kind in kinds]]
    return ones
