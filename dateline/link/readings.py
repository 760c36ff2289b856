"""What is compared of a document: its words and its marks, weighed by how rare they are so far."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from sys import intern

from dateline.link.features import language_of, rarity_beforehand, words_of
from dateline.link.marks import marks_of
from dateline.link.rarity import StreamRarity
from dateline.link.times import printed_at
from dateline.link.vectors import Vector, to_unit
from dateline.model.annotations import Annotations
from dateline.model.documents import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as vectors of length 1: `words` are of its language, `marks` the same in each language."""

    lang: str
    moment: datetime
    words: Vector
    marks: Vector


class Weighing:
    """Reads documents one after another and learns from each what is rare."""

    def __init__(self) -> None:
        self._rarity = StreamRarity()

    def read(self, document: Document, made: Annotations | None, text_words: Sequence[str]) -> Reading:
        """Weigh one document by those before it."""
        lang = language_of(document)
        # Features live on in stories and counts: one string each, however many documents have it.
        counts = {intern(f"{lang} {word}"): n for word, n in words_of(document, text_words).items()}
        marks = {intern(mark): rarity for mark, rarity in marks_of(document, made, text_words).items()}
        reading = Reading(
            lang, printed_at(document), to_unit(self._words(counts, lang)), to_unit(self._marks(marks))
        )
        self._rarity.see((*counts, *marks))
        return reading

    def _words(self, counts: Mapping[str, int], lang: str) -> dict[str, float]:
        return {
            feature: (1 + math.log(n))
            * self._rarity.weigh(feature, rarity_beforehand(feature.partition(" ")[2], lang))
            for feature, n in counts.items()
        }

    def _marks(self, marks: Mapping[str, float]) -> dict[str, float]:
        return {mark: self._rarity.weigh(mark, beforehand) for mark, beforehand in marks.items()}
