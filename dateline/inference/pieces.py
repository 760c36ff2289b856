"""Word pieces of a text with what an uncased vocabulary loses: casing, quotation marks, paragraph starts."""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

SHAPES = 8
"""lower, Title, UPPER, miXed, digits, letters without case, punctuation, and padding last."""
LOWER, TITLE, UPPER, MIXED, DIGITS, CASELESS, PUNCTUATION, PADDING = range(SHAPES)
FEATURES = SHAPES * 4
"""Each shape, inside or outside quotation marks, at the start of a paragraph or not."""
INSIDE_QUOTES, STARTS_PARAGRAPH = 2, 1
"""Bits of the features of a piece, behind its shape."""

_LETTERS = r"[^\W\d_]++"
_BEGINS = r"(?<![^\W\d_])(?=[^\W\d_])"  # nothing is sought inside a word
_AROUND = rf"{_LETTERS}(?:['’‘ʼʻ`](?!(?:s|t|d|m|re|ve|ll)\b){_LETTERS})++"
_JOINED = re.compile(_BEGINS + _AROUND, re.IGNORECASE)
"""A word around an apostrophe: "Qa'ani" and "O'Malley", but "Iran's" and "don't" are two."""
_ARTICLE = r"\b(?:Al[-‑]e\s|(?:[AEae]l|[Aa]sh|[Aa][snrtdz]|[Uu]l|[Oo]l|[Ee]d)[-‑])"
_NAME_WITH_ARTICLE = re.compile(rf"{_BEGINS}(?:{_ARTICLE}(?:{_AROUND}|{_LETTERS})|{_AROUND})", re.IGNORECASE)
"""The same with an Arabic article before it: "al-Ka'bi", "Ash-Sha'ir", "al-Taji"."""
OPENING = "“«„"
CLOSING = "”»"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Parallel arrays over the pieces of one text; `starts` and `ends` are code points."""

    ids: IntArray
    features: IntArray
    starts: IntArray
    ends: IntArray
    words: IntArray

    def __len__(self) -> int:
        return len(self.ids)


def cut_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Cut a text into word pieces, without special tokens, offsets into the text as given."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0].copy(), offsets[:, 1].copy()
    numbers = np.array(encoding.word_ids, dtype=np.int64)
    opens = np.ones(len(numbers), dtype=bool)
    opens[1:] = numbers[1:] != numbers[:-1]
    words = np.cumsum(_joined(text, opens, starts, _NAME_WITH_ARTICLE)) - 1
    features = _features(text, np.flatnonzero(_joined(text, opens, starts, _JOINED)), starts, ends)
    return Pieces(np.array(encoding.ids, dtype=np.int64), features, starts, ends, words)


def _joined(text: str, opens: BoolArray, starts: IntArray, pattern: re.Pattern[str]) -> BoolArray:
    """Return which pieces open a word, where what matches the pattern is one."""
    names = np.array([match.span() for match in pattern.finditer(text)], dtype=np.int64).reshape(-1, 2)
    joined = opens.copy()
    firsts, behind = starts.searchsorted(names[:, 0], "right"), starts.searchsorted(names[:, 1])
    for first, end in zip(firsts.tolist(), behind.tolist(), strict=True):
        joined[first:end] = False
    return joined


def _features(text: str, firsts: IntArray, starts: IntArray, ends: IntArray) -> IntArray:
    """Return one number a piece: shape of its word, inside quotation marks, first word of a paragraph.

    `firsts` are the pieces that open words.
    """
    lengths = np.diff(firsts, append=len(starts))
    quoted, reached, seen = False, 0, []
    for start, end in zip(starts[firsts].tolist(), ends[firsts + lengths - 1].tolist(), strict=True):
        breaks = start == 0 or "\n" in text[reached:start]
        word = text[start:end]
        quoted = _inside_quotes(word, quoted and not breaks)
        seen.append(word_shape(word) * 4 + quoted * INSIDE_QUOTES + breaks * STARTS_PARAGRAPH)
        reached = end
    return np.repeat(np.array(seen, dtype=np.int64), lengths)


def _inside_quotes(word: str, quoted: bool) -> bool:
    if len(word) > 1:
        return quoted
    if word in OPENING:
        return True
    if word in CLOSING:
        return False
    return not quoted if word == '"' else quoted


@lru_cache(maxsize=1 << 14)
def word_shape(word: str) -> int:
    """Return the casing of a word as one of the shape numbers."""
    if not word[:1].isalnum():
        return PUNCTUATION
    if word.isdigit():
        return DIGITS
    if word.islower():
        return LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return TITLE
    if word.isupper():
        return UPPER
    return CASELESS if word.upper() == word.lower() else MIXED
