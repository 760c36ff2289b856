"""Bounds that stand behind what is counted: "20 people or more", "20 قتيلا على الأقل"."""

from dateline.extract.quantities.phrases import phrases_of
from dateline.extract.quantities.terms import NumberTerm
from dateline.text.numerals import number_words
from dateline.text.tokens import Tokens


def bounded_behind(tokens: Tokens, term: NumberTerm, behind: int, lang: str) -> NumberTerm:
    """Return an exact number with the bound that is told from token `behind` on, if there is one.

    "12 plus 5" tells none.
    """
    if term.low is None or term.low != term.high or _is_number(tokens, behind + 1, lang):
        return term
    if phrases_of(lang, "at_least_after").stands_at(tokens.words, behind):
        return term._replace(high=None)
    is_most = phrases_of(lang, "at_most_after").stands_at(tokens.words, behind)
    return term._replace(low=None) if is_most else term


def _is_number(tokens: Tokens, at: int, lang: str) -> bool:
    word = tokens.words[at] if at < len(tokens) else ""
    return word.isdecimal() or word in number_words(lang)
