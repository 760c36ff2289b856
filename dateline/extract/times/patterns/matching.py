"""Runs the patterns of the time grammar over class letters: leftmost first, then in their order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.extract.times.meanings.matched import Matched, Rule
from dateline.extract.times.patterns.all import PATTERNS
from dateline.extract.times.patterns.openings import opening_letters
from dateline.text.lexicon import Run

SHAPES_REMEMBERED = 20_000
ARTICLE = "a"
_PIECES = re.compile(r"\[[^]]*\]|\\.|.")  # of a pattern: letter classes and escapes are one piece
_GROUP = re.compile(r"\(\?P<(\w+)>")


# Place, number of the pattern, and for each group its name and the term that it caught.
_Shape = tuple[int, int, int, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """All patterns in order, and by the letters that they can begin with.

    `names` has, for each, its groups' names in the rules and here, where none comes twice.
    """

    alternatives: tuple[str, ...]
    rules: tuple[Rule, ...]
    names: tuple[tuple[tuple[str, str], ...], ...]
    by_letter: dict[str, tuple[int, ...]]


@cache
def _grammar() -> _Grammar:
    alternatives: list[str] = []
    rules: list[Rule] = []
    names: list[tuple[tuple[str, str], ...]] = []
    by_letter: dict[str, list[int]] = {}
    for pattern, rule in PATTERNS:
        for alternative in _alternatives(pattern):
            groups = tuple((name, f"g{number}") for number, name in enumerate(_GROUP.findall(alternative)))
            for letter in opening_letters(alternative):
                by_letter.setdefault(letter, []).append(len(alternatives))
            alternatives.append(_renamed(alternative, groups))
            rules.append(rule)
            names.append(groups)
    numbers = {letter: tuple(of_letter) for letter, of_letter in by_letter.items()}
    return _Grammar(tuple(alternatives), tuple(rules), tuple(names), numbers)


def _renamed(pattern: str, groups: Iterable[tuple[str, str]]) -> str:
    """Give the groups of a pattern, in order, the second of each pair of names."""
    names = iter(groups)
    return _GROUP.sub(lambda _: f"(?P<{next(names)[1]}>", pattern)


def _alternatives(pattern: str) -> list[str]:
    """Split a pattern at the bars outside its groups."""
    parts, depth = [""], 0
    for piece in _PIECES.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def readings(run: Run, at: int) -> Iterator[tuple[int, int, Rule, Matched]]:
    """Yield what the grammar finds first from term `at` on, then what its later patterns find at that place.

    Each is its place, the rule that reads it, and what its groups caught. An article may stand in front of
    any of them: of what begins with it and behind it, what reaches further comes first,
    then the earlier pattern.
    """
    shape = _first_shape(run.codes, at)
    if shape is not None and run.codes[shape[0]] == ARTICLE:
        yield from _behind_article(run, shape)
    while shape is not None:
        yield _reading(run, shape)
        shape = _later_shape(run.codes, shape[0], shape[2] + 1)


def _behind_article(run: Run, led: _Shape) -> Iterator[tuple[int, int, Rule, Matched]]:
    """Yield what is found behind the article of a shape, with it, as long as it comes first."""
    shape = _later_shape(run.codes, led[0] + 1, 0) if led[0] + 1 < len(run.codes) else None
    while shape is not None:
        if (shape[1], -shape[2]) > (led[1], -led[2]):
            yield _reading(run, (led[0], *shape[1:]))
        shape = _later_shape(run.codes, shape[0], shape[2] + 1)


def _reading(run: Run, shape: _Shape) -> tuple[int, int, Rule, Matched]:
    first, last, number, groups = shape
    return first, last, _grammar().rules[number], Matched({name: run.terms[at] for name, at in groups})


@lru_cache(maxsize=SHAPES_REMEMBERED)
def _first_shape(codes: str, at: int) -> _Shape | None:
    """Return the first match from term `at` on: of those at the leftmost place the first pattern's."""
    shapes = (_later_shape(codes, place, 0) for place in range(at, len(codes)))
    return next((shape for shape in shapes if shape is not None), None)


@lru_cache(maxsize=SHAPES_REMEMBERED)
def _later_shape(codes: str, at: int, number: int) -> _Shape | None:
    """Return the match at term `at` of the first pattern from `number` on that fits there."""
    for later in _grammar().by_letter.get(codes[at], ()):
        match = _alternative(later).match(codes, at) if later >= number else None
        if match is not None:
            return _shape_of(match, later)
    return None


@cache
def _alternative(number: int) -> re.Pattern[str]:
    return re.compile(_grammar().alternatives[number])


def _shape_of(match: re.Match[str], number: int) -> _Shape:
    names = _grammar().names[number]
    groups = tuple((name, match.start(group)) for name, group in names if match[group])
    return match.start(), match.end(), number, groups
