"""Bounds that stand behind what is counted: "20 people or more", "20 قتيلا على الأقل"."""

from dateline.extract.quantities.phrases import phrases_of
from dateline.extract.quantities.terms import NumberTerm
from dateline.text.tokens import Tokens


def bounded_behind(tokens: Tokens, term: NumberTerm, behind: int, lang: str) -> NumberTerm:
    """Return an exact number with the bound that is told from token `behind` on, if there is one."""
    if term.low is None or term.low != term.high:
        return term
    if phrases_of(lang, "at_least_after").stands_at(tokens.words, behind):
        return term._replace(high=None)
    is_most = phrases_of(lang, "at_most_after").stands_at(tokens.words, behind)
    return term._replace(low=None) if is_most else term
