"""Two words of names set sound against sound: how much likelier their letters are if both write one name.

Gains are log-likelihood ratios of aligned symbols in nats, learned from pairs of transliterated names by
`training/names.py`. Reference: Durbin et al. 1998, Biological Sequence Analysis, chapter 2.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any

from dateline.text.naming.readings import readings_of
from dateline.text.naming.sounds import Script, Sounds, sounds_of

UNKNOWN_PAIR = -4.0  # symbols never seen set against each other
UNKNOWN_GAP = -3.0
LIKENESSES_KEPT = 400_000  # pairs of words remembered; past that all are dropped and met again
WELL_ALIKE = 0.8  # words this alike need not be read in other ways
READ_WORTH = 0.97
LEAST_COMMON = 0.3  # share of consonant classes in common below which no alignment is worth its time

SoundPair = tuple[Sounds, Sounds]

_remembered: dict[tuple[str, str], float] = {}


class Gains(dict[str, float]):
    """Gain by symbol, with one for symbols never met."""

    def __init__(self, known: dict[str, float], unknown: float) -> None:
        super().__init__(known)
        self.unknown = unknown

    def __missing__(self, symbol: str) -> float:
        return self.unknown


@dataclass(frozen=True, slots=True)
class Table:
    """What it gains to set a symbol of one script against one of another, or against nothing."""

    pairs: dict[str, Gains]
    gaps: Gains
    other_gaps: Gains
    best: Gains
    other_best: Gains


NOTHING = Gains({}, UNKNOWN_PAIR)


def likeness(first: Sounds, second: Sounds) -> float:
    """Return how alike two words sound, from 0 to 1 (the usual way to write the one in the other's script).

    >>> from dateline.text.naming.sounds import sounds_of
    >>> likeness(sounds_of("Qa'ani"), sounds_of("قاآنی")) > likeness(sounds_of("Qa'ani"), sounds_of("قالی"))
    True
    """
    if first.symbols == second.symbols:
        return 1.0 if first.symbols else 0.0
    key = (first.word, second.word)
    known = _remembered.get(key)
    if known is None:
        if len(_remembered) >= LIKENESSES_KEPT:
            _remembered.clear()
        known = _remembered[key] = _likeness_read(first, second)
    return known


def forget() -> None:
    """Drop all likenesses that were worked out, to measure again."""
    _remembered.clear()


def _likeness_read(first: Sounds, second: Sounds) -> float:
    """Return the likeness of two words, the Latin one of them read in whichever language fits best."""
    like = _likeness(first, second)
    if like < WELL_ALIKE:
        for one, other in _read_pairs(first, second):
            like = max(like, READ_WORTH * _likeness(one, other))
    return like


def _read_pairs(first: Sounds, second: Sounds) -> list[SoundPair]:
    """Return the pair with its Latin word as each language reads it, where the other is not Latin."""
    if (first.script is Script.LATIN) is (second.script is Script.LATIN):
        return []
    if first.script is Script.LATIN:
        return [(sounds_of(reading), second) for reading in readings_of(first.word)]
    return [(first, sounds_of(reading)) for reading in readings_of(second.word)]


def _likeness(first: Sounds, second: Sounds) -> float:
    if not _may_be_alike(first, second):
        return 0.0
    return _share(
        alignment_gain(first.symbols, second.symbols, tables()[first.script, second.script]), first, second
    )


def _may_be_alike(first: Sounds, second: Sounds) -> bool:
    either = (first.mask | second.mask).bit_count()
    if (first.mask & second.mask).bit_count() < LEAST_COMMON * either:
        return False
    return bool(first.symbols and second.symbols) and (first.script, second.script) in tables()


def _share(gain: float, first: Sounds, second: Sounds) -> float:
    """Return a gain as a share of the best that the symbols of both words could have."""
    table = tables()[first.script, second.script]
    best = sum(map(table.best.__getitem__, first.symbols))
    best += sum(map(table.other_best.__getitem__, second.symbols))
    return min(max(2 * gain / best, 0.0), 1.0)


def alignment_gain(first: str, second: str, table: Table) -> float:
    """Return the gain of the best alignment of two words, in nats."""
    if not first or not second:
        return sum(map(table.gaps.__getitem__, first)) + sum(map(table.other_gaps.__getitem__, second))
    gaps = [table.other_gaps[symbol] for symbol in second]
    above = [0.0, *accumulate(gaps)]
    for symbol in first:
        gap, gains = table.gaps[symbol], map(table.pairs.get(symbol, NOTHING).__getitem__, second)
        left = above[0] + gap
        current = [left]
        add = current.append
        for diagonal, up, gain, other_gap in zip(above, above[1:], gains, gaps, strict=False):
            best = diagonal + gain
            if best < up + gap:  # noqa: PLR1730 a call of max costs as much as the rest of the loop
                best = up + gap
            left += other_gap
            if best < left:  # noqa: PLR1730
                best = left
            add(best)
            left = best
        above = current
    return above[-1]


@cache
def tables() -> dict[tuple[Script, Script], Table]:
    """Load the packaged gains of each pair of scripts, in both directions."""
    packaged = json.loads((resources.files(__package__) / "gains.json").read_text(encoding="utf-8"))
    made: dict[tuple[Script, Script], Table] = {}
    for name, columns in packaged["scripts"].items():
        first, second = (Script(code) for code in name.split("-"))
        made[first, second] = _table(columns)
        if first is not second:
            made[second, first] = _turned(made[first, second])
    return made


def _table(columns: dict[str, Any]) -> Table:
    pairs = {
        symbol: Gains(dict(zip(columns["second"], row, strict=True)), UNKNOWN_PAIR)
        for symbol, row in zip(columns["first"], columns["pairs"], strict=True)
    }
    return _with_best(
        pairs,
        Gains(dict(zip(columns["first"], columns["first_gaps"], strict=True)), UNKNOWN_GAP),
        Gains(dict(zip(columns["second"], columns["second_gaps"], strict=True)), UNKNOWN_GAP),
    )


def _turned(table: Table) -> Table:
    pairs = {
        symbol: Gains({other: row[symbol] for other, row in table.pairs.items()}, UNKNOWN_PAIR)
        for symbol in table.other_gaps
    }
    return Table(pairs, table.other_gaps, table.gaps, table.other_best, table.best)


def _with_best(pairs: dict[str, Gains], gaps: Gains, other_gaps: Gains) -> Table:
    best = {symbol: max(*row.values(), gaps[symbol]) for symbol, row in pairs.items()}
    other_best = {
        symbol: max(*(row[symbol] for row in pairs.values()), other_gaps[symbol]) for symbol in other_gaps
    }
    return Table(pairs, gaps, other_gaps, Gains(best, 1.0), Gains(other_best, 1.0))
