"""Text brought to one form for comparison, word by word, with the place of each word kept."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

WORD = re.compile(r"[^\W_]+(?:[.,٬٫:](?=\d)\d+|['’ʼ‘`\u200c][^\W\d_]+)*")
LETTERS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ؤ": "و",
        "ۀ": "ه", "ھ": "ه", "ہ": "ه", "ـ": None, "\u200c": None, "\u200d": None, "’": None, "'": None,
        "ʼ": None, "‘": None, "`": None, "٬": ",", "٫": ".", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    }
)  # fmt: skip
QUOTE_MARKS = re.compile("[\"“”„‟«»‹›]")
POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `folded` for comparison, `raw` as printed, offsets into the text it stands in."""

    folded: str
    raw: str
    start: int
    end: int

    @property
    def capitalised(self) -> bool:
        """Say whether the word is printed with a capital, as names are in scripts that have them."""
        return self.raw[:1].isupper()


@cache
def fold(text: str) -> str:
    """Fold case, diacritics, apostrophes, Arabic and Persian letter forms, digits and white space.

    >>> fold("Shi’ite  Qā’ani ۱۲")
    'shiite qaani 12'
    """
    letters = text.translate(LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in bare)
    return " ".join(digits.translate(LETTERS).casefold().split())


def fold_quotation(text: str) -> str:
    """Fold only white space and the style of quotation marks and apostrophes: a quotation is verbatim."""
    plain = QUOTE_MARKS.sub('"', unicodedata.normalize("NFC", text))
    return " ".join(re.sub("[’ʼ‘`]", "'", plain).split())


def words_of(text: str) -> tuple[Word, ...]:
    """Split `text` into words; a possessive ending is left out, a hyphen separates."""
    found = []
    for match in WORD.finditer(text):
        raw = POSSESSIVE.sub("", match.group())
        folded = fold(raw)
        if folded:
            found.append(Word(folded, raw, match.start(), match.start() + len(raw)))
    return tuple(found)


def folded_words(text: str) -> tuple[str, ...]:
    """List the folded words of `text`."""
    return tuple(word.folded for word in words_of(text))
