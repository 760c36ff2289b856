"""Pairs of numbers that only look like ranges: "from 12 to 17" of a toll, "3 percent to $42"."""

import re

from dateline.extract.quantities.changes import names_earlier, rises
from dateline.extract.quantities.figures import figure
from dateline.languages import language_table
from dateline.text.lexicon import Run
from dateline.text.tokens import Tokens

PERCENT = "%"  # on either side of its number: "%5"
WIDEST_OR = 10  # times that the second figure of "three or four" may be the first
LONGEST_NAMING = 5  # words of "an earlier death toll of"
RISE_REACH = 8  # words beside "from 12 to 17" among which one says that a figure changed


def names_two(run: Run, match: re.Match[str], tokens: Tokens, lang: str) -> bool:
    """Say whether the two numbers of a match are figures of their own, not the ends of a range."""
    return (
        _of_a_change(run, match, tokens, lang)
        or _risen_by(run, match, tokens, lang)
        or _either(run, match)
        or _of_two_kinds(run, match)
    )


def kind_between(run: Run, match: re.Match[str]) -> str | None:
    """Return the kind of the first of two numbers: by the unit between them, or the currency in front."""
    if match["between"]:
        return _kind(run, match, "between")
    return "money" if match["cash"] else None


def unit_kind(run: Run, match: re.Match[str]) -> str | None:
    """Return the kind of the unit behind a number, None where there is none or it is one of time."""
    return _kind(run, match, "unit") if match["unit"] else None


def _kind(run: Run, match: re.Match[str], group: str) -> str | None:
    term = run.terms[match.start(group)]
    return "percent" if term.code == PERCENT else str(term.value) if term.code == "U" else None


def _of_two_kinds(run: Run, match: re.Match[str]) -> bool:
    """Say whether "3.5 percent to $42" has two units; "$5 to $6" and "10% to 15%" have one."""
    if match["sum"]:
        return kind_between(run, match) != "money"
    return bool(match["between"]) and kind_between(run, match) != unit_kind(run, match)


def _either(run: Run, match: re.Match[str]) -> bool:
    """Say whether "10 billion or 10 trillion" names two figures: they are too far apart for a range."""
    low, high = figure(run, match.start("n")), figure(run, match.start("to"))
    return "r" in run.codes[match.start("n") : match.start("to")] and high > low * WIDEST_OR


def _of_a_change(run: Run, match: re.Match[str], tokens: Tokens, lang: str) -> bool:
    """Say whether "from 12 to 17" tells how a figure changed: near "rose", or "رسید" behind it."""
    led = not {"f", "b"}.isdisjoint(run.codes[match.start() : match.start("n")])
    at = run.terms[match.start()].first
    led = led or names_earlier(tokens.words[max(0, at - LONGEST_NAMING) : at], lang)
    if not led or "u" not in run.codes[match.start("n") : match.start("to")]:
        return False
    first, last = run.terms[match.start("n")].first, run.terms[match.start("to")].last
    around = (*tokens.words[max(0, first - RISE_REACH) : first], *tokens.words[last : last + RISE_REACH])
    return not rises(lang).isdisjoint(around)


def _risen_by(run: Run, match: re.Match[str], tokens: Tokens, lang: str) -> bool:
    """Say whether "rose by 5 to 45" tells how much and how far; "by 5 to 10 percent" is a range."""
    at = run.terms[match.start()].first
    led = at > 1 and tokens.words[at - 1] in language_table(lang, "quantities").get("rise_by", ())
    return led and not match["unit"] and tokens.words[at - 2] in rises(lang)
