"""What a matched number is worth: its low and high, as far as the words in it bound them."""

import re

from dateline.text.lexicon import Run
from dateline.text.numerals import Number, number_words, plain
from dateline.text.tokens import Tokens

Bounds = tuple[float | None, float | None]


def bounds_of(run: Run, match: re.Match[str], tokens: Tokens, lang: str) -> Bounds:
    """Return low and high of a match of the number grammar, None where an end is open."""
    for group in ("dual", "v"):
        if match[group]:
            return _vague(str(run.terms[match.start(group)].value), match)
    if match["to"]:
        return _range(run, match, tokens, lang)
    return _bounded(figure(run, match.start("n")), match)


def figure(run: Run, at: int) -> float:
    """Return the value of a number term."""
    number = run.terms[at].value
    assert isinstance(number, Number)
    return number.value


def _bounded(value: float, match: re.Match[str]) -> Bounds:
    marks = match["pre"] + (match["after"] or "")
    if "L" in marks or "l" in marks or match["open"]:
        return value, None
    if "H" in marks or "h" in marks:
        return None, value
    return value, value


def _vague(value: str, match: re.Match[str]) -> Bounds:
    """Return what "dozens", "more than a dozen" and "fewer than a hundred" stand for."""
    low = plain(float(value.removesuffix("+")))
    low_alone, high_alone = _bounded(low, match)
    return low_alone, None if value.endswith("+") and low_alone is not None else high_alone


def _range(run: Run, match: re.Match[str], tokens: Tokens, lang: str) -> tuple[float, float]:
    """Return both ends of a range; "10 to 20 million" means millions at both, "two to three dozen" dozens."""
    low, high = figure(run, match.start("n")), figure(run, match.start("to"))
    term = run.terms[match.start("to")]
    scale = number_words(lang).get(tokens.words[term.last - 1])
    if scale is not None and scale.scale and low < high / scale.value * 10 < 1e5:
        scaled = low * scale.value
        low = plain(scaled) if low < scale.value and scaled <= high else low
    return low, high
