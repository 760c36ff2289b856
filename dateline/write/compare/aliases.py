"""One name in other words: "the US" and "the United States", "French" and "France", "Kyiv" and "Kiev"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache

from dateline.languages import language_codes, language_table
from dateline.text.fold import fold
from dateline.text.naming import match_names
from dateline.write.compare.folding import Word, folded_words, words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.compare.names import find_names

SURE = 0.9  # probability that two names are one, from which on one bears out the other
LONGEST_STATE = 4  # words of a country's name
LONGEST_NAME = 6  # words of which others are compared with parts


@lru_cache(maxsize=50_000)
def are_one(first: str, second: str) -> bool:
    """Say whether two printed names surely name the same.

    >>> are_one("SOHR", "Syrian Observatory for Human Rights"), are_one("Hassan", "Hussein")
    (True, False)
    """
    return match_names(first, second).score >= SURE


def borne_out_otherwise(text: str, sources: Sequence[str]) -> frozenset[int]:
    """Return the starts of the words of `text` that name what the sources name in other words."""
    plain = {word for source in sources for word in folded_words(source)}
    if all(word.folded in plain for word in words_of(text) if word.capitalised):
        return frozenset()
    found: set[int] = set()
    states = {code for source in sources for _, _, codes in _states_in(words_of(source)) for code in codes}
    for start, end, codes in _states_in(words_of(text)):
        if codes & states:
            found |= {word.start for word in words_of(text) if start <= word.start < end}
    printed = {name for source in sources for name in names_of(source)}
    for name in find_names(text):
        for part in _unknown_parts(name.words, plain, found):
            if any(are_one(_printed(text, part), other) for other in printed):
                found |= {word.start for word in part}
    return frozenset(found)


def _unknown_parts(words: Sequence[Word], plain: Set[str], found: Set[int]) -> Iterator[Sequence[Word]]:
    """Yield the runs of words in a name of which the sources have none, the longest first."""
    parts = [words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
    for part in sorted(parts, key=len, reverse=True):
        if not any(word.folded in plain or word.start in found for word in part):
            yield part


@lru_cache(maxsize=2000)
def names_of(source: str) -> frozenset[str]:
    """Return the names of a source as printed, and each run of words within them."""
    return frozenset(
        _printed(source, name.words[first:last])
        for name in find_names(source)
        for first in range(len(name.words))
        for last in range(first + 1, min(len(name.words), first + LONGEST_NAME) + 1)
    )


def _printed(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split())


def states_named(text: str) -> frozenset[str]:
    """Return the codes of the countries that a text names, or whose people it names.

    >>> sorted(states_named("French troops left Mali")) == ["fr", "ml"]
    True
    """
    return frozenset(code for _, _, codes in _states_in(words_of(text)) for code in codes)


def count_states(text: str) -> Counter[str]:
    """Count how often a text names each country or its people, by the country's code."""
    return Counter(code for _, _, codes in _states_in(words_of(text)) for code in codes)


def _states_in(words: Sequence[Word]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where a country or its people is named, first and last offset, with the codes it may have."""
    table, index = _states(), 0
    while index < len(words):
        used = 1
        for length in range(min(LONGEST_STATE, len(words) - index), 0, -1):
            codes = table.get(tuple(word.folded for word in words[index : index + length]))
            if codes and words[index].capitalised and words[index].folded not in lexicon().not_names:
                yield words[index].start, words[index + length - 1].end, codes
                used = length
                break
        index += used


@cache
def _states() -> Mapping[tuple[str, ...], frozenset[str]]:
    """Map the folded words of each name of a country, and of its people, to the country's code."""
    states: dict[tuple[str, ...], set[str]] = {}
    for code in language_codes():
        for subject, section in (("naming", "states"), ("places", "demonyms")):
            for state, names in language_table(code, subject).get(section, {}).items():
                for name in names:
                    states.setdefault(folded_words(fold(name)), set()).add(state)
    return {words: frozenset(codes) for words, codes in states.items() if words}
