"""Arabic duals of nouns of which only those end so: "صاروخان", "قذيفتي"."""

from collections.abc import Iterator
from functools import cache

from dateline.languages import language_table

DUALS, FEMININE, FEMININE_DUALS = ("ان", "ين"), "ة", ("تان", "تين", "تا", "تي")


@cache
def dual_nouns(lang: str) -> dict[str, str]:
    """Return the nouns of a language by their duals; empty where it has none."""
    stems = language_table(lang, "quantities").get("dual_stems", ())
    return {dual: stem for stem in stems for dual in _duals(stem)}


def _duals(stem: str) -> Iterator[str]:
    endings = FEMININE_DUALS if stem.endswith(FEMININE) else DUALS
    return (stem.removesuffix(FEMININE) + ending for ending in endings)
