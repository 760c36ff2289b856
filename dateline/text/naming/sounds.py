"""The letters of one word of a name as sounds: one symbol a sound, a coarse consonant skeleton, vowels.

Symbols are the script's own (a Latin "sh" is one, an Arabic waw is one); what they are worth across
scripts is learned and kept in `alignment`.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dateline.text.naming.letters import (
    AMBIGUOUS,
    ARABIC_LETTERS,
    ARABIC_PAIRS,
    CYRILLIC_LETTERS,
    HEBREW_LETTERS,
    LATIN_LETTERS,
    LATIN_PAIRS,
    SKELETON_CLASSES,
    VOWEL_CLASSES,
)

WORDS_KEPT = 200_000  # distinct words of names in play at once; one takes about 600 bytes


class Script(StrEnum):
    """A writing system, by its ISO 15924 code."""

    LATIN = "Latn"
    ARABIC = "Arab"
    HEBREW = "Hebr"
    CYRILLIC = "Cyrl"
    OTHER = "Zyyy"


@dataclass(frozen=True, slots=True)
class Sounds:
    """How one word sounds: `skeleton` has its consonants in coarse classes, `mask` a bit for sure ones."""

    word: str
    script: Script
    symbols: str
    skeleton: str
    vowels: str
    mask: int


_RANGES = (
    (Script.ARABIC, 0x0600, 0x08FF),
    (Script.ARABIC, 0xFB50, 0xFEFF),
    (Script.HEBREW, 0x0590, 0x05FF),
    (Script.CYRILLIC, 0x0400, 0x052F),
    (Script.LATIN, 0x0041, 0x02AF),
    (Script.LATIN, 0x1E00, 0x1EFF),
    (Script.LATIN, 0xAB30, 0xAB6F),
)
_LATIN_PAIR = re.compile("|".join(sorted(LATIN_PAIRS, key=len, reverse=True)))
_ARABIC_PAIR = re.compile("|".join(ARABIC_PAIRS))
_DOUBLED = re.compile(r"(.)\1+")
_CLASS_BITS = {
    letter: 1 << at for at, letter in enumerate(sorted({c for c in SKELETON_CLASSES.values() if c}))
}


def script_of(word: str) -> Script:
    """Return the script of the first letter of `word` beyond ASCII, Latin where all are ASCII."""
    letters = [character for character in word if character.isalpha()]
    telling = next((ord(letter) for letter in letters if not letter.isascii()), None)
    if telling is None:
        return Script.LATIN if letters else Script.OTHER
    return next((script for script, first, last in _RANGES if first <= telling <= last), Script.OTHER)


@lru_cache(maxsize=WORDS_KEPT)
def sounds_of(word: str) -> Sounds:
    """Return how one word of a name sounds.

    >>> sounds_of("Qassem").skeleton == sounds_of("قاسم").skeleton == sounds_of("Касем").skeleton
    True
    """
    script = script_of(word)
    symbols = _SPELLERS[script](word)
    skeleton = _DOUBLED.sub(r"\1", "".join(SKELETON_CLASSES.get(symbol, "") for symbol in symbols))
    vowels = "".join(VOWEL_CLASSES.get(symbol, "") for symbol in symbols)
    mask = 0
    for symbol in symbols:
        mask |= _CLASS_BITS.get(SKELETON_CLASSES.get(symbol, ""), 0) if symbol not in AMBIGUOUS else 0
    return Sounds(word, script, symbols, skeleton, vowels, mask)


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in decomposed if character.isalpha())


def _latin(word: str) -> str:
    marked = "".join(LATIN_LETTERS.get(character, character) for character in _composed(word.casefold()))
    bare = "".join(character for character in unicodedata.normalize("NFKD", marked) if character.isalpha())
    paired = _LATIN_PAIR.sub(lambda found: LATIN_PAIRS[found.group()], bare)
    return _DOUBLED.sub(r"\1", paired)


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def _arabic(word: str) -> str:
    letters = "".join(ARABIC_LETTERS.get(character, character) for character in _bare_arabic(word))
    return _DOUBLED.sub(r"\1", _ARABIC_PAIR.sub(lambda found: ARABIC_PAIRS[found.group()], letters))


def _bare_arabic(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", word) if c.isalpha() and c != "\u0640")


def _hebrew(word: str) -> str:
    letters = "".join(HEBREW_LETTERS.get(c, c) for c in _bare(word))
    return _DOUBLED.sub(r"\1", letters.replace("וו", "V"))


def _cyrillic(word: str) -> str:
    letters = "".join(CYRILLIC_LETTERS.get(c, c) for c in word.casefold() if c.isalpha())
    return _DOUBLED.sub(r"\1", letters)


def _other(word: str) -> str:
    return _bare(word)


_SPELLERS = {
    Script.LATIN: _latin,
    Script.ARABIC: _arabic,
    Script.HEBREW: _hebrew,
    Script.CYRILLIC: _cyrillic,
    Script.OTHER: _other,
}
