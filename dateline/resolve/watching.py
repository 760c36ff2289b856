"""The names that a desk watches for, found in running text by exact and by variant spelling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.model.spans import Span
from dateline.resolve.blocking import beginnings
from dateline.text.fold import folded_words, folded_words_with_spans
from dateline.text.naming import analyse_name, score_names
from dateline.text.naming.sounds import sounds_of

SURELY_ONE = 0.85  # a variant spelling in running text counts from here on
MOST_CANDIDATES = 25  # names under one key that are compared with a spelling of the text
LONGEST_VARIANT = 3  # words of the text that one variant may have


@dataclass(frozen=True, slots=True)
class Sighting:
    """A watched name in a text: `at` is its place in the list, `score` 1 where it is spelt as there."""

    span: Span
    at: int
    score: float


class WatchIndex:
    """Watched names by their first word, and persons' also by how their words begin.

    A name of one word is found where it is written with a capital, if it has one; longer names in any case.
    """

    def __init__(self, watched: Sequence[KnownEntity]) -> None:
        self.watched = tuple(watched)
        self._exact: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._by_sound: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for at, each in enumerate(self.watched):
            for name in each.names:
                self._add(name, at, each.type)
        for tails in self._exact.values():
            tails.sort(key=lambda tail: (-len(tail[0]), tail))

    def _add(self, name: str, at: int, type: MentionType) -> None:
        words = tuple(folded_words(name))
        if words:
            self._exact[words[0]].append((words, at))
        if type is MentionType.PERSON:
            telling = [word.text for word in analyse_name(name, type).words if word.initial is None]
            if len(telling) > 1:
                for key in _sound_keys(telling[0], telling[-1]):
                    self._by_sound[key].append((name, at))

    def find(self, text: str) -> Iterator[Sighting]:
        """Yield the watched names of a text in order, the longest at each place; exact spellings first."""
        words = folded_words_with_spans(text)
        at = 0
        while at < len(words):
            found = self._exact_at(text, words, at) or self._variant_at(text, words, at)
            if found is None:
                at += 1
            else:
                count, index, score = found
                yield Sighting(Span(words[at][1], words[at + count - 1][2]), index, score)
                at += count

    def spans(self, text: str) -> Iterator[tuple[Span, MentionType]]:
        """Yield where the watched names stand in a text, and what each names."""
        for sighting in self.find(text):
            yield sighting.span, self.watched[sighting.at].type

    def _exact_at(
        self, text: str, words: Sequence[tuple[str, int, int]], at: int
    ) -> tuple[int, int, float] | None:
        for name, index in self._exact.get(words[at][0], ()):
            if len(name) == 1 and not _may_begin(text, words[at]):
                continue
            if tuple(word for word, _, _ in words[at : at + len(name)]) == name:
                return len(name), index, 1.0
        return None

    def _variant_at(
        self, text: str, words: Sequence[tuple[str, int, int]], at: int
    ) -> tuple[int, int, float] | None:
        if not _may_begin(text, words[at]):
            return None
        for count in range(min(LONGEST_VARIANT, len(words) - at), 1, -1):
            last = words[at + count - 1]
            if not _may_begin(text, last):
                continue
            candidates = self._candidates([word for word, _, _ in words[at : at + count]])
            if candidates:
                best = _best_of(text[words[at][1] : last[2]], candidates)
                if best is not None:
                    return count, *best
        return None

    def _candidates(self, words: Sequence[str]) -> list[tuple[str, int]]:
        """Return the names that begin like the first word and the last, or all after the first as one."""
        found: list[tuple[str, int]] = []
        for last in dict.fromkeys((words[-1], "".join(words[1:]))):
            for key in _sound_keys(words[0], last):
                found += self._by_sound.get(key, ())[:MOST_CANDIDATES]
        return found[: 2 * MOST_CANDIDATES]


def _may_begin(text: str, word: tuple[str, int, int]) -> bool:
    """Say whether a word may be one of a name: long enough, and capital where its script has capitals."""
    letter = text[word[1]]
    return len(word[0]) > 1 and (letter.isupper() or letter.lower() == letter.upper())


def _best_of(spelling: str, candidates: Iterable[tuple[str, int]]) -> tuple[int, float] | None:
    written = analyse_name(spelling, MentionType.PERSON)
    if len(written.words) < 2:
        return None
    scored = [
        (score_names(written, analyse_name(name, MentionType.PERSON)), -index) for name, index in candidates
    ]
    score, index = max(scored)
    return (-index, round(score, 4)) if score >= SURELY_ONE else None


def _sound_keys(first: str, last: str) -> list[tuple[str, str]]:
    return [(one, other) for one in _beginnings(first) for other in _beginnings(last)]


@lru_cache(maxsize=100_000)
def _beginnings(word: str) -> tuple[str, ...]:
    stripped = word.removeprefix("ال")
    return tuple(dict.fromkeys(beginnings(sounds_of(stripped if len(stripped) > 2 else word).symbols)))
