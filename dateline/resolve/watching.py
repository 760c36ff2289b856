"""The desk's watch list: read from a table, and found in running text by exact and by variant spelling."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.desk.settings import WatchedName
from dateline.errors import InputError
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.resolve.blocking import beginnings
from dateline.text.fold import folded_words, folded_words_with_spans
from dateline.text.naming import analyse_name, score_names
from dateline.text.naming.sounds import sounds_of

COLUMNS = ("name", "type", "aliases", "id")
REQUIRED = ("name",)
ALIAS_BREAK = ";"
SURELY_ONE = 0.85  # a variant spelling in running text counts from here on
MOST_CANDIDATES = 25  # names under one key that are compared with a spelling of the text
LONGEST_VARIANT = 3  # words of the text that one variant may have


@dataclass(frozen=True, slots=True)
class Sighting:
    """A watched name in a text: `at` is its place in the list, `score` 1 where it is spelt as there."""

    span: Span
    at: int
    score: float


def parse_watch_list(body: bytes, source: str) -> tuple[WatchedName, ...]:
    """Parse a CSV table with a head line: name, and where wanted type, aliases (parted by ;) and id.

    Raises InputError with the line and the reason; nothing is taken from a table with a fault.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise InputError(
            f"{source} line {line}: expected UTF-8, found other bytes; save it as UTF-8"
        ) from None
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    _check_head(rows.fieldnames, source)
    seen: dict[str, int] = {}
    watched = []
    try:
        for row in rows:
            watched.append(_watched(row, seen, f"{source} line {rows.line_num}", rows.line_num))
    except csv.Error as error:
        place = f"{source} line {rows.reader.line_num or 1}"
        raise InputError(f"{place}: no CSV ({error}); quote fields that hold quotes") from None
    return tuple(watched)


def _check_head(head: Sequence[str] | None, source: str) -> None:
    found = [name.strip() for name in head or ()]
    missing = [name for name in REQUIRED if name not in found]
    unknown = [name for name in found if name not in COLUMNS]
    if missing or unknown:
        raise InputError(
            f"{source} line 1: expected the columns {', '.join(COLUMNS)} (only name is needed), "
            f"found {', '.join(found) or 'none'}"
        )


def _watched(row: dict[str, str | None], seen: dict[str, int], place: str, line: int) -> WatchedName:
    name = (row.get("name") or "").strip()
    if not folded_words(name):
        raise InputError(f"{place}: expected a name, found {row.get('name')!r}")
    if None in row:
        raise InputError(f"{place}: expected as many fields as the head, found more; quote those with commas")
    id = (row.get("id") or "").strip()
    if id and id in seen:
        raise InputError(f"{place}: the id {id!r} is that of line {seen[id]} already; give each its own")
    seen[id] = line
    aliases = tuple(alias.strip() for alias in (row.get("aliases") or "").split(ALIAS_BREAK) if alias.strip())
    return WatchedName(name=name, type=_type(row.get("type"), place), aliases=aliases)


def _type(stated: str | None, place: str) -> MentionType:
    wanted = (stated or MentionType.PERSON.value).strip().upper()
    if wanted not in set(MentionType):
        raise InputError(f"{place}: expected a type of {', '.join(MentionType)}, found {stated!r}")
    return MentionType(wanted)


class WatchIndex:
    """Watched names by their first word, and persons' also by how their words begin."""

    def __init__(self, watched: Sequence[WatchedName]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._by_sound: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for at, each in enumerate(watched):
            for name in (each.name, *each.aliases):
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
            found = self._exact_at(words, at) or self._variant_at(text, words, at)
            if found is None:
                at += 1
            else:
                count, index, score = found
                yield Sighting(Span(words[at][1], words[at + count - 1][2]), index, score)
                at += count

    def _exact_at(self, words: Sequence[tuple[str, int, int]], at: int) -> tuple[int, int, float] | None:
        for name, index in self._exact.get(words[at][0], ()):
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
