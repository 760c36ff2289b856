"""What the ledger keeps in English words, in the words of a page."""

import re

from dateline.web.dates import format_day
from dateline.web.strings import Words, numeral

FIGURE = re.compile(r"(?P<not>not )?(?:(?P<bound>at least|at most) |(?P<low>[\d.]+) to )?(?P<figure>[\d.]+)")
COUNTED = re.compile(r"^(?P<outlets>\d+) outlets?, (?P<origins>\d+) origins?(?=:)")
REPRINTS = re.compile(r"(?<=\()(\d+) reprints?(?=[;)])")
CITED = re.compile(r"(?<=[(; ])cited by (\d+)(?=[;)])")
OWNER = re.compile(r"(?<=, )same owner(?=\))")
UNNAMED = re.compile(r"(?<=, )one unnamed source(?=: )")


def version_words(value: str, about: str, words: Words) -> str:
    """Return one version of an attribute as a page prints it; names stay as they are.

    >>> from dateline.web.strings import load_words
    >>> version_words("at most 4", "killed", load_words("fa"))
    'حداکثر ۴'
    """
    if about == "date":
        return " – ".join(format_day(day, words.language) for day in value.split("/"))
    if about == "happened":
        return words.of("version", value)
    figure = FIGURE.fullmatch(value)
    return _figure(figure, words) if figure else value


def _figure(told: re.Match[str], words: Words) -> str:
    printed = numeral(told["figure"], words.language)
    if told["bound"]:
        printed = words(f"version.{told['bound'].replace(' ', '_')}", figure=printed)
    elif told["low"]:
        printed = words("version.between", low=numeral(told["low"], words.language), figure=printed)
    return words("version.not", figure=printed) if told["not"] else printed


def _counted(found: re.Match[str], words: Words) -> str:
    outlets = words("independence.outlets", n=int(found["outlets"]))
    return words(
        "independence.counted", outlets=outlets, origins=words("triage.origins", n=int(found["origins"]))
    )


def independence_words(reason: str, words: Words) -> str:
    """Return why so many origins are independent, as `assess.origins` puts it, in the words of a page.

    >>> from dateline.web.strings import load_words
    >>> independence_words("5 outlets, 1 origin: Harbour Wire (4 reprints)", load_words("fa"))
    '۵ رسانه، ۱ خاستگاه: Harbour Wire (۴ بازنشر)'
    """
    told = COUNTED.sub(lambda found: _counted(found, words), reason)
    told = REPRINTS.sub(lambda count: words("independence.reprints", n=int(count[1])), told)
    told = CITED.sub(lambda count: words("independence.cited", n=int(count[1])), told)
    told = OWNER.sub(words("independence.owner"), told)
    return UNNAMED.sub(words("independence.unnamed"), told)
