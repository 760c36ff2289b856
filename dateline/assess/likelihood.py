"""Words of likelihood: ICD 203's in analysts' judgements alone, a source's hedges verbatim alone.

Reference: Intelligence Community Directive 203, Analytic Standards, 2015, section D.6.e(2)(a).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_table

_QUOTED = re.compile('["“”«»][^"“”«»]*["“”«»]')


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word of likelihood with the probabilities that it stands for, in per cent."""

    words: str
    low: int
    high: int


def likelihood_words(text: str, lang: str = "en") -> tuple[Likelihood, ...]:
    """Return the words of likelihood in a text outside its quotations, in their order.

    >>> [each.words for each in likelihood_words("It is very likely, he said, “likely” or not.")]
    ['very likely']
    """
    unquoted = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    pattern, scale = _scale(lang)
    if pattern is None:
        return ()
    return tuple(scale[match.group().lower()] for match in pattern.finditer(unquoted))


def check_judgement(text: str, lang: str = "en") -> tuple[str, ...]:
    """Return what is wrong with the likelihood of an analyst's judgement; nothing where all is well.

    A judgement gives one likelihood, in words of the scale, and none of the loose ones.
    """
    ranges = {(each.low, each.high) for each in likelihood_words(text, lang)}
    loose = _loose(lang)
    wrong = [f"“{found.group()}” is no word of the scale" for found in loose.finditer(text)] if loose else []
    if len(ranges) > 1:
        wrong.append("it gives more than one likelihood")
    return tuple(wrong)


def check_reported(text: str, sources: tuple[str, ...], lang: str = "en") -> tuple[str, ...]:
    """Return the words of likelihood in a reported sentence that none of its sources has.

    What a source hedges stays as the source words it; the scale is for judgements.
    """
    said = "\n".join(sources).lower()
    return tuple(
        f"“{each.words}” is a judgement's word and in no source"
        for each in likelihood_words(text, lang)
        if not re.search(rf"(?<!\w){re.escape(each.words)}(?!\w)", said)
    )


@cache
def _scale(lang: str) -> tuple[re.Pattern[str] | None, dict[str, Likelihood]]:
    scale = {
        str(words): Likelihood(str(words), low, high)
        for low, high, *named in language_table(lang, "likelihood").get("scale", ())
        for words in named
    }
    return _any_of(scale), scale


@cache
def _loose(lang: str) -> re.Pattern[str] | None:
    return _any_of(map(str, language_table(lang, "likelihood").get("loose", ())))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(phrases, key=lambda words: (-len(words), words))
    if not ordered:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)
