"""Folding: one spelling for what readers take as the same letters, for search and for comparing names.

Every code point folds by itself, so that a place in the folded text is a place in the original.
"""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’ʼ‘`´′ʿʾʻʹ‛＇"
_POSSESSIVE = re.compile(rf"(?<=\w)[{APOSTROPHES}]s\b", re.IGNORECASE)
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(r"\S+")
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")

# Letters without a Unicode decomposition that readers and typists use for one another.
_LETTERS = {
    **dict.fromkeys("يىےېۍ", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("ةہھەۃ", "ه"),
    **dict.fromkeys("ٱٲٳ", "ا"),
    **dict.fromkeys("ۆۇۈۋ", "و"),
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ŧ": "t",
    "ħ": "h",
    "ә": "а",
    "ə": "e",
    **dict.fromkeys("\u200c\u00a0\u202f", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys(APOSTROPHES, ""),
    **dict.fromkeys("ء\u0640\u00ad\u200b\u200d\u200e\u200f\u061c\u2060\ufeff", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
}
# Marks that readers leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and signs.
# Marks of other scripts are letters of their own and stay.
_MARKS = (
    (0x0300, 0x036F),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
)


class _FoldingTable(dict[int, str]):
    """A `str.translate` table that works out each code point once, when it is first met."""

    def __missing__(self, code_point: int) -> str:
        folded = _fold_character(chr(code_point))
        self[code_point] = folded
        return folded


def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(_LETTERS.get(part, part) for part in parts if not _is_dropped(part))


def _is_dropped(part: str) -> bool:
    code_point = ord(part)
    is_mark = unicodedata.category(part) == "Mn"
    return is_mark and any(first <= code_point <= last for first, last in _MARKS)


_TABLE = _FoldingTable()


def fold(text: str) -> str:
    """Return `text` without case, accents, vowel signs, apostrophes and letter variants, spaces made single.

    >>> fold("Qa’ani") == fold("Qa'ani") == fold("QAANI")
    True
    >>> fold("كتاب علي ۱۲") == fold("کتاب علی 12")
    True
    """
    return " ".join(_POSSESSIVE.sub("", text).translate(_TABLE).split())


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return `fold(text)` and, for each of its code points, the offset in `text` that it comes from."""
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for possessive in _POSSESSIVE.finditer(text):
        _fold_range(text, start, possessive.start(), pieces, offsets)
        start = possessive.end()
    _fold_range(text, start, len(text), pieces, offsets)
    return _join_spaces("".join(pieces), offsets)


def _fold_range(text: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    for offset in range(start, end):
        folded = _TABLE[ord(text[offset])]
        pieces.append(folded)
        offsets.extend([offset] * len(folded))


def _join_spaces(folded: str, offsets: list[int]) -> tuple[str, list[int]]:
    words: list[str] = []
    kept: list[int] = []
    for run in re.finditer(r"\S+", folded):
        if words:
            kept.append(offsets[run.start() - 1])
        words.append(run.group())
        kept.extend(offsets[run.start() : run.end()])
    return " ".join(words), kept


def folded_words(text: str) -> list[str]:
    """Return the words of `fold(text)` without punctuation, Chinese and Japanese characters one by one.

    >>> folded_words("Al-Araby’s “report”")
    ['al', 'araby', 'report']
    """
    return _WORD.findall(fold(text))


def folded_words_with_spans(text: str) -> list[tuple[str, int, int]]:
    """Return the words of `fold(text)`, each with the span of `text` that it stands for."""
    return [
        (word, run.start() + start, run.start() + end)
        for run in _RUN.finditer(text)
        for word, start, end in _words_of_run(run.group())
    ]


@lru_cache(maxsize=1 << 16)
def _words_of_run(run: str) -> tuple[tuple[str, int, int], ...]:
    """Return the folded words of what stands between two spaces: texts repeat them, so they are kept."""
    folded, offsets = fold_with_offsets(run)
    return tuple(
        (word.group(), offsets[word.start()], offsets[word.end() - 1] + 1) for word in _WORD.finditer(folded)
    )
