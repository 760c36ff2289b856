"""Phrases of the table of quantities, found by the words that they begin and end with."""

from collections.abc import Iterable, Sequence
from functools import cache

from dateline.languages import language_table
from dateline.text.tokens import tokenize

_Phrase = tuple[str, ...]


class Phrases:
    """The phrases of one list, as folded words."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._all = frozenset(tuple(tokenize(phrase).words) for phrase in listed)
        self._by_first: dict[str, list[_Phrase]] = {}
        self._by_last: dict[str, list[_Phrase]] = {}
        for phrase in self._all:
            self._by_first.setdefault(phrase[0], []).append(phrase)
            self._by_last.setdefault(phrase[-1], []).append(phrase)

    def __contains__(self, words: tuple[str, ...]) -> bool:
        """Say whether words are one of the phrases."""
        return words in self._all

    def stands_at(self, words: Sequence[str], at: int) -> bool:
        """Say whether a phrase begins at a word."""
        listed = self._by_first.get(words[at], ()) if at < len(words) else ()
        return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in listed)

    def ending(self, words: Sequence[str]) -> int:
        """Return how many words the longest phrase has that some words end with, 0 where they end with none.

        >>> phrases_of("en", "from").ending(["the", "toll", "rose", "from"])
        1
        """
        listed = self._by_last.get(words[-1], ()) if words else ()
        return max((len(phrase) for phrase in listed if tuple(words[-len(phrase) :]) == phrase), default=0)

    def are_in(self, words: Sequence[str]) -> bool:
        """Say whether a phrase stands anywhere among some words."""
        return any(self.stands_at(words, at) for at, word in enumerate(words) if word in self._by_first)


@cache
def phrases_of(lang: str, subject: str) -> Phrases:
    """Return the phrases that a language lists under a subject."""
    return Phrases(language_table(lang, "quantities").get(subject, ()))
