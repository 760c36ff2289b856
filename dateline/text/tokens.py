"""Words, numbers and marks of a text with their offsets: the value grammars read these, not characters."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

TEXTS_REMEMBERED = 4  # times, quantities and places read the same text one after the other
WORDS_REMEMBERED = 100_000  # some 15 MB
PARAGRAPH = "\n"
Known = TypeVar("Known")

_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0300-\u036f"
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_NO_SPACE = "(?=[^ ])"  # most of what stands between words, passed over at once
_PLAIN_WORD = r"[A-Za-z]++(?![^\x00-\x7f])"  # most words; found in two thirds of the time
_WORD = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
_TOKEN = re.compile(rf"{_NO_SPACE}({_PLAIN_WORD}|[.,]|{_WORD}|\d+|\n[^\S\n]*\n|[^\w\s{_INVISIBLE}]|_)")
_LETTERS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ۀ": "ه",
        "ؤ": "و",
        "ـ": None,
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "،": ",",
        "؛": ";",
        "٫": ".",
        "٬": ",",
        "٪": "%",
        "״": '"',
        "׳": "'",
        "־": "-",
        "／": "/",
        "：": ":",
        "ß": "ss",
    }
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of one text: half-open offsets and folded words; a blank line is the word `PARAGRAPH`."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]

    def __len__(self) -> int:
        return len(self.words)


class WordMemory(dict[str, Known]):
    """What a function says of each word, asked once a word: looking one up takes half the time of a call."""

    def __init__(self, say: Callable[[str], Known]) -> None:
        self._say = say

    def __missing__(self, word: str) -> Known:
        if len(self) >= WORDS_REMEMBERED:
            self.clear()
        self[word] = said = self._say(word)
        return said


def fold_word(word: str) -> str:
    """Return the form of a word in which spellings are compared: lower case, plain letters, ASCII digits.

    >>> fold_word("Qa’ani"), fold_word("كانُون"), fold_word("۱۲")
    ("qa'ani", 'کانون', '12')
    """
    return _FOLDED[word]


def _folded(word: str) -> str:
    if word.isascii():
        return PARAGRAPH if word.startswith("\n") else word.lower()
    if word.isdecimal():
        return "".join(str(int(digit)) for digit in word)
    plain = unicodedata.normalize("NFD", word.translate(_LETTERS))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return kept.lower() or word


_FOLDED = WordMemory(_folded)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def tokenize(text: str) -> Tokens:
    """Split a text into words, digit runs, marks and paragraph breaks.

    >>> tokenize("On 7–8 March").words
    ['on', '7', '-', '8', 'march']
    """
    parts = _TOKEN.split(text)  # what is between tokens, and tokens, in turn: quicker than a match for each
    edges = list(accumulate(map(len, parts)))
    return Tokens(edges[:-1:2], edges[1::2], list(map(_FOLDED.__getitem__, parts[1::2])))
