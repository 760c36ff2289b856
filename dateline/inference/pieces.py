"""Word pieces of a text with what an uncased vocabulary loses: casing, quotation marks, paragraph starts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

IntArray = npt.NDArray[np.int64]

SHAPES = 8
"""lower, Title, UPPER, miXed, digits, letters without case, punctuation, and padding last."""
LOWER, TITLE, UPPER, MIXED, DIGITS, CASELESS, PUNCTUATION, PADDING = range(SHAPES)
FEATURES = SHAPES * 4
"""Each shape, inside or outside quotation marks, at the start of a paragraph or not."""
INSIDE_QUOTES, STARTS_PARAGRAPH = 2, 1
"""Bits of the features of a piece, behind its shape."""

_LETTERS = r"[^\W\d_]+"
_JOINED = re.compile(rf"{_LETTERS}(?:['’‘ʼʻ`](?!(?:s|t|d|m|re|ve|ll)\b){_LETTERS})+", re.IGNORECASE)
"""A word around an apostrophe: "Qa'ani" and "O'Malley", but "Iran's" and "don't" are two."""
_ARTICLE = r"(?:\bAl[-‑]e\s|\b(?:[AEae]l|[Aa]sh|[Aa][snrtdz]|[Uu]l|[Oo]l|[Ee]d)[-‑])?"
_NAME_WITH_ARTICLE = re.compile(
    rf"{_ARTICLE}(?:{_JOINED.pattern})|{_ARTICLE.removesuffix('?')}{_LETTERS}", re.IGNORECASE
)
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
    numbers, places = encoding.word_ids, encoding.offsets  # each is made anew when it is asked for
    words = _joined_words(text, numbers, places, _NAME_WITH_ARTICLE)
    features = _features(text, _joined_words(text, numbers, places, _JOINED), places)
    offsets = np.array(places, dtype=np.int64).reshape(-1, 2)
    ids = np.array(encoding.ids, dtype=np.int64)
    return Pieces(ids, features, offsets[:, 0].copy(), offsets[:, 1].copy(), np.array(words, dtype=np.int64))


def _joined_words(
    text: str,
    numbers: Sequence[int | None],
    offsets: Sequence[tuple[int, int]],
    pattern: re.Pattern[str],
) -> list[int]:
    """Number the words of the pieces; what matches the pattern is one word."""
    names = pattern.finditer(text)
    name = next(names, None)
    words: list[int] = []
    word, before = -1, None
    for number, (start, _) in zip(numbers, offsets, strict=True):
        while name is not None and name.end() <= start:
            name = next(names, None)
        goes_on = name is not None and name.start() < start
        word += number != before and not goes_on
        before = number
        words.append(word)
    return words


def _features(text: str, words: Sequence[int], offsets: Sequence[tuple[int, int]]) -> IntArray:
    """Return one number a piece: shape of its word, inside quotation marks, first word of a paragraph."""
    features = np.zeros(len(words), dtype=np.int64)
    quoted, reached, index = False, 0, 0
    while index < len(words):
        last = index
        while last + 1 < len(words) and words[last + 1] == words[index]:
            last += 1
        start, end = offsets[index][0], offsets[last][1]
        breaks = start == 0 or "\n" in text[reached:start]
        word = text[start:end]
        quoted = _inside_quotes(word, quoted and not breaks)
        features[index : last + 1] = word_shape(word) * 4 + quoted * INSIDE_QUOTES + breaks * STARTS_PARAGRAPH
        reached, index = end, last + 1
    return features


def _inside_quotes(word: str, quoted: bool) -> bool:
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
