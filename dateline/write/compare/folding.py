"""Text brought to one form for comparison, word by word, with the place of each word kept."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dateline.text.fold import fold

WORD = re.compile(r"[^\W_]+(?:[.,٬٫:](?=\d)\d+(?:[mbt]n?(?!\w))?|['’ʼ‘`\u200c][^\W\d_]+)*")
QUOTE_MARKS = re.compile('["“”„‟«»‹›]')
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


@lru_cache(maxsize=20_000)
def folded_words(text: str) -> tuple[str, ...]:
    """List the folded words of `text`."""
    return tuple(word.folded for word in words_of(text))
