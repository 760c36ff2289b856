"""What is compared of a document: its words and its marks, weighed by how rare they are so far."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Self

from dateline.link.features import language_of, rarity_beforehand, words_of
from dateline.link.keeping import Reader, Writer
from dateline.link.marks import DAY, marks_of
from dateline.link.rarity import StreamRarity
from dateline.link.times import printed_at
from dateline.link.vectors import Vector, to_unit
from dateline.model.annotations import Annotations
from dateline.model.documents import Document

# The heaviest features of a document; more said no more on the chosen halves (benchmarks/clustering.py).
MOST_WORDS, MOST_MARKS = 150, 120
WORDS_KEPT = 200_000  # distinct words in play at once


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as vectors of length 1: `words` are of its language, `marks` the same in each language.

    `days` are those of its marks that are days.
    """

    lang: str
    moment: datetime
    words: Vector
    marks: Vector
    days: frozenset[str]

    def dump(self, writer: Writer) -> None:
        """Write it."""
        writer.text(self.lang)
        writer.moment(self.moment)
        writer.vector(self.words)
        writer.vector(self.marks)
        writer.texts(sorted(self.days))

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        return cls(
            reader.text(), reader.moment(), reader.vector(), reader.vector(), frozenset(reader.texts())
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of a document before it is weighed: its words by how often, its marks by how rare."""

    document: str
    lang: str
    moment: datetime
    words: Mapping[str, int]
    marks: Mapping[str, float]

    def dump(self, writer: Writer) -> None:
        """Write it."""
        writer.text(self.document)
        writer.text(self.lang)
        writer.moment(self.moment)
        writer.texts(self.words)
        writer.numbers(self.words.values())
        writer.vector(self.marks)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        document, lang, moment = reader.text(), reader.text(), reader.moment()
        words = dict(zip(reader.texts(), reader.numbers(), strict=True))
        return cls(document, lang, moment, words, reader.vector())


def count_features(document: Document, made: Annotations | None, text_words: Sequence[str]) -> Counted:
    """Return what is counted of a document, given the folded words of its text."""
    words, marks = words_of(document, text_words), marks_of(document, made, text_words)
    return Counted(document.id, language_of(document), printed_at(document), words, marks)


class Weighing:
    """Weighs documents by how rare their features are, and learns from each what is rare."""

    def __init__(self, rarity: StreamRarity | None = None) -> None:
        self.rarity = rarity or StreamRarity()

    def see(self, counted: Counted) -> None:
        """Learn from a document what is rare."""
        self.rarity.see(chain((_word(word, counted.lang)[0] for word in counted.words), counted.marks))

    def weigh(self, counted: Counted, *, seen: bool) -> Reading:
        """Weigh a document by the others, whether or not it was itself `seen` before."""
        rarities = dict(_word(word, counted.lang) for word in counted.words)
        words = self.rarity.weigh(rarities, seen=seen)
        for feature, n in zip(rarities, counted.words.values(), strict=True):
            if n > 1:
                words[feature] *= 1 + math.log(n)
        telling = to_unit(self.rarity.weigh(counted.marks, seen=seen), MOST_MARKS)
        days = frozenset(mark for mark in telling if mark.startswith(DAY))
        return Reading(counted.lang, counted.moment, to_unit(words, MOST_WORDS), telling, days)


@lru_cache(maxsize=WORDS_KEPT)
def _word(word: str, lang: str) -> tuple[str, float]:
    """Return a word as a feature, one string wherever it is met, and how rare it is beforehand."""
    return f"{lang} {word}", rarity_beforehand(word, lang)
