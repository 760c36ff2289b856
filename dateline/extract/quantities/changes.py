"""Words that tell how a figure changed: "rose", "an earlier figure of"."""

from collections.abc import Sequence
from functools import cache

from dateline.extract.quantities.phrases import phrases_of
from dateline.languages import language_table
from dateline.text.tokens import fold_word


def names_earlier(words: Sequence[str], lang: str) -> bool:
    """Say whether words end with the naming of an old figure: "an earlier figure of"."""
    return phrases_of(lang, "earlier_figures").ending(words) > 0


@cache
def rises(lang: str) -> frozenset[str]:
    """Return the words that say that a figure changed."""
    return frozenset(map(fold_word, language_table(lang, "quantities").get("rises", ())))
