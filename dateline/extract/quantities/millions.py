"""The letter for a million that is written against a number: "$10m", "3.5m people", "3m euros", "10M"."""

import re
from functools import cache

from dateline.languages import language_table
from dateline.text.lexicon import Run
from dateline.text.tokens import Tokens, fold_word, tokenize

MILLION = 1_000_000
LETTER = "m"  # of metres too: "500m away"


def told_in_millions(run: Run, match: re.Match[str], text: str, lang: str) -> bool:
    """Say whether the "m" behind a number is a million: beside money, in front of people, or a capital."""
    tokens, unit = tokenize(text), run.terms[match.start("unit")].first if match["unit"] else 0
    if not unit or tokens.words[unit] != LETTER or tokens.starts[unit] > tokens.ends[unit - 1]:
        return False
    if match["cash"] or text[tokens.starts[unit]].isupper():
        return True
    following = tokens.words[unit + 1] if unit + 1 < len(tokens) else ""
    return following in _people(lang) or following in _money(lang)


def names_money(tokens: Tokens, at: int, lang: str) -> bool:
    """Say whether the word at a token is a currency: the "euros" of "3m euros"."""
    return at < len(tokens) and tokens.words[at] in _money(lang)


@cache
def _money(lang: str) -> frozenset[str]:
    units = language_table(lang, "quantities").get("units", {})
    return frozenset(map(fold_word, units.get("money", ())))


@cache
def _people(lang: str) -> frozenset[str]:
    return frozenset(map(fold_word, language_table(lang, "quantities").get("people", ())))
