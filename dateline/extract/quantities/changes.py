"""Words that tell how a figure changed: "rose", "an earlier figure of"."""

from collections.abc import Sequence
from functools import cache

from dateline.languages import language_table
from dateline.text.tokens import fold_word, tokenize


def names_earlier(words: Sequence[str], lang: str) -> bool:
    """Say whether words end with the naming of an old figure: "an earlier figure of"."""
    phrases = _earlier(lang).get(words[-1], ()) if words else ()
    return any(tuple(words[-len(phrase) :]) == phrase for phrase in phrases)


@cache
def _earlier(lang: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases that name an old figure, by their last word."""
    listed = language_table(lang, "quantities").get("earlier_figures", ())
    phrases = [tuple(tokenize(phrase).words) for phrase in listed]
    return {last: tuple(each for each in phrases if each[-1] == last) for _, *_, last in phrases}


@cache
def rises(lang: str) -> frozenset[str]:
    """Return the words that say that a figure changed."""
    return frozenset(map(fold_word, language_table(lang, "quantities").get("rises", ())))
