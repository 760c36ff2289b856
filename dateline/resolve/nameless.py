"""What was found as a name and is none: "council", "Gen.", "Thursdays"."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from dateline.languages import language_codes, language_table
from dateline.text.fold import folded_words
from dateline.text.naming.lexicon import known_key, lexicon, words_of

SHORTEST = 2  # letters that a name has at least


def is_name(printed: str) -> bool:
    """Say whether words can name somebody or something.

    >>> is_name("Council"), is_name("Council for Regional Coordination")
    (False, True)
    """
    words = folded_words(printed)
    if not words or len("".join(words)) < SHORTEST or not _has_capital(printed):
        return False
    if not generic_words().issuperset(words):
        return True
    terms = lexicon()
    return known_key(words_of(printed), terms.articles | terms.links) in terms.known


def _has_capital(printed: str) -> bool:
    """Say whether a name has a capital, a digit, or letters that know no capitals."""
    return any(letter.lower() == letter.upper() or letter.isupper() for letter in printed if letter.isalnum())


@cache
def generic_words() -> frozenset[str]:
    """Return the words that name nothing by themselves: of offices, bodies, days, and joining words."""
    words: set[str] = set()
    for code in language_codes():
        for printed in _listed(code):
            words.update(folded_words(printed))
    return frozenset(words | {f"{word}s" for word in words if word.isascii()})


def _listed(code: str) -> Iterable[str]:
    names, times = language_table(code, "names"), language_table(code, "times")
    sentences, naming = language_table(code, "sentences"), language_table(code, "naming")
    return chain(
        *(
            names.get(key, ())
            for key in ("titles", "role_words", "organisation_words", "location_words", "area_words")
        ),
        *times.get("weekdays", ()),
        sentences.get("stopwords", ()),
        naming.get("nameless", ()),
    )
