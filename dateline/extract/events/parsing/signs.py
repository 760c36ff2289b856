"""Words that are looked for anywhere in a stretch of words, compiled from a list of phrases and stems."""

import re
from collections.abc import Mapping, Sequence

from dateline.text.tokens import tokenize

_NEVER = re.compile(r"(?!)")


def compile_signs(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return what finds one of some phrases in folded words; one that ends in a hyphen is a stem.

    >>> bool(compile_signs(["protest-"]).search("the protesters left"))
    True
    """
    if not phrases:
        return _NEVER
    forms = (
        re.escape(" ".join(tokenize(phrase.removesuffix("-")).words)) + r"\w*" * phrase.endswith("-")
        for phrase in phrases
    )
    return re.compile(rf"(?<!\S)(?:{'|'.join(forms)})(?!\S)")


def compile_all(table: Mapping[str, Sequence[str]]) -> dict[str, re.Pattern[str]]:
    """Return the signs of each name of a table."""
    return {name: compile_signs(phrases) for name, phrases in table.items()}
