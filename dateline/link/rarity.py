"""How rare a feature is: what its language says of it anyway, and what the stream has said of it so far.

The tables of words are made by `python -m training.word_rarity`.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Self

from dateline.link.keeping import Reader, Writer
from dateline.text.naming.sounds import sounds_of

FOLDER = "rarity"
LEVEL = 0.25  # a step of the tables, in natural logarithms
PAGE_WORDS = 300  # the length of the pages whose share a level stands for

UNLISTED = 9.0  # a word that its language's table does not list: on one page of 8,000
MAX_SOUND = 7.0  # different names sound alike: never rarer than on one page of 1,000
NATURALS_A_LETTER = 2.3  # what each consonant of a skeleton tells, of ten classes,
NATURALS_SHORT = 3.0  # less what the three that each has at least tell together
# The stream weighs as much as the language after so many documents; best of 150, 300, 400 and 600 on the
# chosen halves of 5W1H and NTREX and the even topics of ECB+ (benchmarks/clustering.py).
PRIOR_PAGES = 600
COMMON = 1.0  # what is on more than a third of the pages tells nothing; without it beats run into one another
KEPT_DOCUMENTS = 20_000  # of older documents, counts are halved: what was rare last year may not be now


@cache
def word_rarities(lang: str) -> dict[str, float]:
    """Return how rare the listed words of a language are; empty for a language without a table."""
    path = resources.files(__package__) / FOLDER / f"{lang}.txt"
    if not path.is_file():
        return {}
    rarities = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        level, *words = line.split(" ")
        rarities.update(dict.fromkeys(words, int(level) * LEVEL))
    return rarities


@cache
def sound_rarities(lang: str) -> dict[str, float]:
    """Return how rare each consonant skeleton is among the listed words of a language."""
    sounds = sorted((sounds_of(word).skeleton, rarity) for word, rarity in word_rarities(lang).items())
    return {
        skeleton: _either([rarity for _, rarity in each])
        for skeleton, each in groupby(sounds, key=lambda sound: sound[0])
    }


def _either(rarities: Iterable[float]) -> float:
    """Return how rare it is that a page has at least one of some independent words."""
    none = math.prod(1 - math.exp(-rarity) for rarity in rarities)
    return -math.log(max(1 - none, math.exp(-UNLISTED)))


def rarity_of_word(word: str, lang: str) -> float:
    """Return how rare a folded word is in a language."""
    return word_rarities(lang).get(word, UNLISTED)


def rarity_of_sound(skeleton: str, lang: str) -> float:
    """Return how rare a consonant skeleton is in a language."""
    told = NATURALS_A_LETTER * len(skeleton) - NATURALS_SHORT
    return min(MAX_SOUND, told, sound_rarities(lang).get(skeleton, UNLISTED))


class StreamRarity:
    """Rarity as a stream goes on: the language's own at first, ever more that of the documents seen.

    Weights are negative logarithms of the share of documents that have a feature, above `COMMON`.
    """

    def __init__(self) -> None:
        self._holders: dict[str, float] = {}
        self._documents = 0.0

    def dump(self, writer: Writer) -> None:
        """Write what was seen."""
        writer.vector(self._holders)
        writer.weight(self._documents)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        rarity = cls()
        rarity._holders, rarity._documents = reader.vector(), reader.weight()
        return rarity

    def see(self, features: Iterable[str]) -> None:
        """Count one more document."""
        for feature in features:
            self._holders[feature] = self._holders.get(feature, 0.0) + 1
        self._documents += 1
        if self._documents >= KEPT_DOCUMENTS:
            self._forget_half()

    def weigh(self, beforehand: Mapping[str, float], *, seen: bool = False) -> dict[str, float]:
        """Return the weights of a document's features, given how rare each is beforehand.

        Where the document itself was `seen`, it is left out of what is counted.
        """
        own = float(seen)
        pages, holders = PRIOR_PAGES + self._documents - own, self._holders
        weights = {}
        for feature, rarity in beforehand.items():
            having = math.exp(-rarity) * PRIOR_PAGES + max(0.0, holders.get(feature, 0.0) - own)
            weights[feature] = max(0.0, math.log(pages / having) - COMMON)
        return weights

    def _forget_half(self) -> None:
        self._holders = {feature: held / 2 for feature, held in self._holders.items() if held > 1}
        self._documents /= 2
