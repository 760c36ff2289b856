"""Values by phrases of several words, found by the first."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from dateline.text.tokens import tokenize

Value = TypeVar("Value")


class PhraseBook(Generic[Value]):
    """Values of phrases, found by their first word; longer phrases come first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], list[Value]]]] = {}

    def add(self, phrase: str, value: Value) -> None:
        """Add a value under a phrase, beside those that it has."""
        words = tuple(tokenize(phrase).words)
        entries = self._by_first.setdefault(words[0], [])
        for tail, values in entries:
            if tail == words[1:]:
                values.append(value)
                return
        entries.append((words[1:], [value]))
        entries.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def match(self, words: Sequence[str], at: int) -> Sequence[tuple[int, list[Value]]]:
        """Return the length and the values of each phrase that begins at token `at`, longest first."""
        entries = self._by_first.get(words[at])
        if entries is None:
            return ()
        following = words[at + 1] if at + 1 < len(words) else ""
        return [
            (len(tail) + 1, values)
            for tail, values in entries
            if not tail or (tail[0] == following and tuple(words[at + 1 : at + 1 + len(tail)]) == tail)
        ]
