"""The head of a sentence that draws attacks together: how many, of what kind, where, between which days.

It claims something of all the pieces behind it, so each of them must bear it out: the check reads it again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.write.compare.folding import folded_words
from dateline.write.compare.printed_dates import find_dates
from dateline.write.settings import house_words

Day = tuple[int, int]  # month and day


@dataclass(frozen=True, slots=True)
class AttackHead:
    """What a head claims: `kind` is as printed ("rocket attacks"), `place` what all the attacks share."""

    count: int
    kind: str
    first: str
    last: str
    place: str | None = None

    def in_words(self, language: str) -> str:
        """Return the head as printed: "Two rocket attacks in Balad between May 2 and May 4 left"."""
        house = house_words(language)
        frame = house.frames["attacks_head"]
        kind = f"{self.kind} {self.place}" if self.place else self.kind
        count = house.small_numbers[self.count]
        return frame.format(count=count, attacks=kind, first=self.first, last=self.last)


def kind_of(modes: Sequence[str | None], quotes: Sequence[str], language: str) -> str:
    """Return what attacks of these modes are called: "attacks" where they differ or no word says it."""
    house = house_words(language)
    kinds = {house.attack_kinds.get(mode or "", "") for mode in modes}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return kind if kind and _says(kind, quotes) else house.attack_kinds["attack"]


def claims_of_head(text: str, pieces: Sequence[str], quotes: Sequence[str], language: str) -> str | None:
    """Return what the head of `text` claims of each piece ("in Balad"), None where it has none that stands.

    The number must be that of the pieces, the days the first and the last of theirs, and what the attacks are
    called must stand in the words cited for each.
    """
    head = _head(language).match(text)
    if head is None:
        return None
    house = house_words(language)
    days = [day for piece in (pieces[0][head.end() :], *pieces[1:]) for day in _days(piece)]
    counted = house.small_numbers.index(head["count"]) == len(pieces) == len(days)
    named = [*_days(head["first"]), *_days(head["last"])]
    kind = max((kind for kind in _kinds(language) if head["attacks"].startswith(kind)), key=len, default="")
    plain = kind == house.attack_kinds["attack"]
    if not (counted and named == [min(days), max(days)] and kind and (plain or _says(kind, quotes))):
        return None
    return head["attacks"].removeprefix(kind).strip()


def without_head(text: str, language: str) -> str:
    """Return what follows the head of a sentence on attacks."""
    return _head(language).sub("", text, count=1)


def _says(kind: str, quotes: Sequence[str]) -> bool:
    """Say whether the first word of a kind, without its plural, opens a word of each quote."""
    root = folded_words(kind)[0].removesuffix("s")
    return all(any(word.startswith(root) for word in folded_words(quote)) for quote in quotes)


def _days(text: str) -> list[Day]:
    return sorted({(d.month, d.day) for d in find_dates(text) if d.month is not None and d.day is not None})


def _kinds(language: str) -> tuple[str, ...]:
    return tuple(house_words(language).attack_kinds.values())


@cache
def _head(language: str) -> re.Pattern[str]:
    house = house_words(language)
    frame = re.escape(house.frames["attacks_head"])
    counts = "|".join(number for number in house.small_numbers if number)
    for field, pattern in (("count", counts), ("attacks", ".+?"), ("first", ".+?"), ("last", ".+?")):
        frame = frame.replace(rf"\{{{field}\}}", f"(?P<{field}>{pattern})")
    return re.compile(frame)
