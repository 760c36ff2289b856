"""Names that the languages list under one key in each: states, groups, places, and words of many names."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.text.fold import folded_words

KNOWN = ("states", "groups", "places", "words")  # the tables of `naming` with one key in every language


@cache
def prefixes_of(lang: str) -> tuple[str, ...]:
    """Return what a language writes together with the word that follows."""
    return tuple(map(str, language_table(lang, "common").get("prefixes", ())))


def known_names(words: Sequence[str], lang: str) -> Iterator[str]:
    """Give the keys of the names that the languages list: "states iq" for Iraq, Iraqi and العراق."""
    phrases = _phrases(lang)
    for place, word in enumerate(words):
        for tail, key in phrases.get(word, ()):
            if list(words[place + 1 : place + 1 + len(tail)]) == tail:
                yield key


@cache
def _phrases(lang: str) -> Mapping[str, tuple[tuple[list[str], str], ...]]:
    """Return the listed names of a language by their first word, with and without what is written with it."""
    tables = language_table(lang, "naming") if lang in language_codes() else {}
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for table in KNOWN:
        for key, names in tables.get(table, {}).items():
            for name in names:
                first, *tail = folded_words(name) or [""]
                for prefix in ("", *prefixes_of(lang)):
                    found.setdefault(prefix + first, {}).setdefault(tuple(tail), f"{table} {key}")
    return {first: tuple((list(tail), key) for tail, key in tails.items()) for first, tails in found.items()}
