"""What is compared of a document: its words and its marks, weighed by how rare they are so far."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
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


class Weighing:
    """Reads documents one after another and learns from each what is rare."""

    def __init__(self, rarity: StreamRarity | None = None) -> None:
        self.rarity = rarity or StreamRarity()

    def read(self, document: Document, made: Annotations | None, text_words: Sequence[str]) -> Reading:
        """Weigh one document by those before it."""
        lang = language_of(document)
        counts = words_of(document, text_words)
        rarities = dict(_word(word, lang) for word in counts)
        marks = marks_of(document, made, text_words)
        words = self.rarity.weigh(rarities)
        for feature, n in zip(rarities, counts.values(), strict=True):
            if n > 1:
                words[feature] *= 1 + math.log(n)
        telling = to_unit(self.rarity.weigh(marks), MOST_MARKS)
        self.rarity.see((*rarities, *marks))
        days = frozenset(mark for mark in telling if mark.startswith(DAY))
        return Reading(lang, printed_at(document), to_unit(words, MOST_WORDS), telling, days)


@lru_cache(maxsize=WORDS_KEPT)
def _word(word: str, lang: str) -> tuple[str, float]:
    """Return a word as a feature, one string wherever it is met, and how rare it is beforehand."""
    return f"{lang} {word}", rarity_beforehand(word, lang)
