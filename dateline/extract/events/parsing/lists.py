"""Noun phrases that stand beside each other: listed by "and" and commas, to the right and to the left."""

import re

from dateline.extract.events.parsing.chunks import Scene

_ASIDE = re.compile(r"\([^()]*\)Cn")
_LIST_END = re.compile(r"(?:,n)*,?Cn")


def coordinated_right(scene: Scene, at: int) -> tuple[int, ...]:
    """Return a noun phrase with those listed behind it, unless the last is the subject of a new clause."""
    found, kinds = [at], scene.kinds
    while step := _list_step(kinds, found[-1] + 1, started=len(found) > 1):
        found.append(found[-1] + step)
    return tuple(found)


def coordinated_left(scene: Scene, at: int) -> tuple[int, ...]:
    """Return a noun phrase with those coordinated before it: "two Americans and one Briton"."""
    found = [at]
    while found[0] >= 2 and scene.kinds[found[0] - 2 : found[0]] == "nC":
        before = found[0] - 2
        if before and scene.kinds[before - 1] == "V":
            break
        found.insert(0, before)
    if len(found) > 1:
        while found[0] >= 2 and scene.kinds[max(0, found[0] - 3) : found[0]] in ("n,", ",n,", "Cn,", ".n,"):
            found.insert(0, found[0] - 2)
    return tuple(found)


def _list_step(kinds: str, end: int, *, started: bool) -> int:
    """Return how many chunks on the next member of a list stands, 0 where the list ends."""
    if (aside := _ASIDE.match(kinds, end)) and not opens_clause(kinds, aside.end()):
        return aside.end() - end  # "the ministry (MSP) and the presidency"
    if kinds.startswith("Cn", end) and not opens_clause(kinds, end + 2):
        return 2
    if kinds.startswith(",Cn", end) and started and not opens_clause(kinds, end + 3):
        return 3
    listed = kinds.startswith((",n,", ",nC"), end) and _is_list(kinds, end + 2)
    return 2 if listed else 0


def _is_list(kinds: str, at: int) -> bool:
    """Say whether a list of noun phrases goes on to an "and", and is not the subject of a new clause."""
    listed = _LIST_END.match(kinds, at)
    return listed is not None and not opens_clause(kinds, listed.end())


def opens_clause(kinds: str, at: int) -> bool:
    """Say whether a verb follows, so that the phrase in front is its subject."""
    return kinds[at : at + 1] in ("V", "A", "H", "Y", "W", "G") or kinds[at : at + 2] in ("BV", "BA")
