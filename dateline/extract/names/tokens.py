"""The words of a sentence as names are looked for, and a name that was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.extract.attribution.wording import key_of
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.text.tokens import WordMemory

POSSESSIVE = re.compile(r"[’']s?$")
_WORD = re.compile(r"[^\W_][\w\u064b-\u0652\u0670]*(?:[-‑.’'‘\u200c][\w\u064b-\u0652\u0670]+)*[’']?")
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|at|az|ad|a|l|d)[-‑’'][A-Z]")


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name found, with the guess of its type and the office named right beside it."""

    span: Span
    type: MentionType
    role: str | None
    confidence: float


class Word(NamedTuple):
    """A word with its folded form; one with an Arabic article is a capital by the letter after it."""

    start: int
    end: int
    key: str
    is_capital: bool


def words_of(text: str, sentence: Span) -> list[Word]:
    """Return the words of a sentence."""
    return [
        Word(*match.span(), *_KNOWN[match[0]]) for match in _WORD.finditer(text, sentence.start, sentence.end)
    ]


def _key_and_capital(word: str) -> tuple[str, bool]:
    return key_of(word), word[0].isupper() or _ARTICLE.match(word) is not None


_KNOWN = WordMemory(_key_and_capital)


def named(
    text: str, tokens: Sequence[Word], first: int, last: int, kind: MentionType, role: str | None
) -> NamedSpan:
    """Return the name of words `first` to `last` (not included), without the mark of a possessive."""
    start, end = tokens[first].start, tokens[last - 1].end
    end -= len(text[start:end]) - len(POSSESSIVE.sub("", text[start:end]))
    sure = (
        role is not None or kind in (MentionType.GPE, MentionType.NORP, MentionType.ORG) or last - first > 1
    )
    return NamedSpan(Span(start, end), kind, role, 0.8 if sure else 0.5)
