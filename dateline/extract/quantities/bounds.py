"""Bounds that stand behind what is counted: "20 people or more", "20 قتيلا على الأقل"."""

from functools import cache

from dateline.extract.quantities.terms import NumberTerm
from dateline.languages import language_table
from dateline.text.tokens import Tokens, tokenize

_Phrases = tuple[tuple[str, ...], ...]


def bounded_behind(tokens: Tokens, term: NumberTerm, behind: int, lang: str) -> NumberTerm:
    """Return an exact number with the bound that is told from token `behind` on, if there is one."""
    if term.low is None or term.low != term.high:
        return term
    if _told(tokens, behind, _phrases(lang, "at_least_after")):
        return term._replace(high=None)
    return term._replace(low=None) if _told(tokens, behind, _phrases(lang, "at_most_after")) else term


def _told(tokens: Tokens, at: int, phrases: _Phrases) -> bool:
    return any(tuple(tokens.words[at : at + len(phrase)]) == phrase for phrase in phrases)


@cache
def _phrases(lang: str, subject: str) -> _Phrases:
    return tuple(tuple(tokenize(each).words) for each in language_table(lang, "quantities").get(subject, ()))
