"""With which letters a pattern of the time grammar can begin, so that only those are tried at a place.

The patterns use a small part of the syntax of regular expressions: letters, classes, groups, bars, looks
ahead and back, and the repetitions `?`, `*`, `+` and `{m,n}`.
"""

import re
from collections.abc import Iterator

_PIECE = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|\[(?P<class>[^\]]*)\]|(?P<repeat>[?*+]|\{\d+(?:,\d*)?\})|(?P<end>\$)|\\?(?P<letter>.)"
)
_OPTIONAL = re.compile(r"[?*]|\{0")


def opening_letters(pattern: str) -> frozenset[str]:
    """Return the letters that a match can begin with.

    >>> sorted(opening_letters("a?(?P<d>[NO])|(?<=i)W"))
    ['N', 'O', 'W', 'a']
    """
    pieces = [*_PIECE.finditer(pattern)]
    letters, _, _ = _alternation(pieces, 0)
    return frozenset(letters)


def _alternation(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    """Read alternatives to the closing bracket: letters, whether one can be empty, the place behind."""
    letters: set[str] = set()
    empty = False
    while True:
        first, can_be_empty, at = _sequence(pieces, at)
        letters |= first
        empty |= can_be_empty
        if at == len(pieces) or pieces[at]["close"]:
            return letters, empty, at + 1
        at += 1


def _sequence(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    letters: set[str] = set()
    empty = True
    while at < len(pieces) and not pieces[at]["bar"] and not pieces[at]["close"]:
        first, optional, at = _atom(pieces, at)
        if at < len(pieces) and pieces[at]["repeat"]:
            optional |= _OPTIONAL.match(pieces[at]["repeat"]) is not None
            at += 1
        if empty:
            letters |= first
        empty &= optional
    return letters, empty, at


def _atom(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    piece = pieces[at]
    if piece["look"]:
        return set(), True, _alternation(pieces, at + 1)[2]
    if piece["open"]:
        return _alternation(pieces, at + 1)
    if piece["end"]:
        return set(), True, at + 1
    if piece["class"] is not None:
        return set(_class_letters(piece["class"])), False, at + 1
    return {piece["letter"]}, False, at + 1


def _class_letters(written: str) -> Iterator[str]:
    """Yield the letters of a class; a hyphen stands at its end and is one of them."""
    return (letter for letter in written if letter != "\\")
