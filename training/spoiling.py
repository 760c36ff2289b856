"""Texts as careless hands leave them: no commas, no apostrophes, and some full stops gone."""

import random
import re
from dataclasses import dataclass

from dateline.inference.lost import GAPS, OWNERS
from dateline.model.annotations import Mark

STOPS = 0.08
"""Share of the full stops within a paragraph that are lost."""
TOKEN = re.compile(
    r"(?P<thousands>(?<=\d),(?=\d{3}))|(?P<comma>,)|(?P<owner>(?<=[a-zA-Z])['’]s\b)"
    r"|(?P<owners>(?<=s)['’](?=\s))|(?P<apostrophe>(?<=[a-zA-Z])['’](?=[a-zA-Z]))"
    r"|(?P<stop>(?<=[a-z]{2})\.(?=\s+[A-Z]))"
)
BEHIND_COMMA = tuple(' "”\n’')


@dataclass(frozen=True)
class Loss:
    """A mark that was lost: a code point of its word in the spoilt text, and which answer is right there.

    Column 0 has the places of `GAPS`, 1 those of `OWNERS`.
    """

    at: int
    column: int
    answer: int


def spoil(text: str, seed: str) -> tuple[str, tuple[Loss, ...]]:
    """Return a text without its marks, and what it lost where; the same seed loses the same."""
    chance, at, length = random.Random(seed), 0, 0
    spaced = chance.random() < 0.5  # "300 000" or "300000"
    words, losses = list[str](), list[Loss]()
    for match in TOKEN.finditer(text):
        words.append(text[at : match.start()])
        length += len(words[-1])
        at = match.end()
        put, lost = _left_of(match, chance, spaced=spaced)
        words.append(put)
        losses += [Loss(length + offset, column, answer) for offset, column, answer in lost]
        length += len(put)
    return "".join((*words, text[at:])), tuple(losses)


def _left_of(
    match: re.Match[str], chance: random.Random, *, spaced: bool
) -> tuple[str, list[tuple[int, int, int]]]:
    """Return what is left of a mark, and what was lost: offset from its place, column, answer."""
    name, behind = match.lastgroup or "", match.string[match.end() : match.end() + 1]
    if name == "stop" and chance.random() >= STOPS:
        return match.group(), []
    left = {"thousands": " " * spaced, "comma": " " * behind.isalpha(), "owner": "s"}
    lost = {
        "stop": (-1, 0, GAPS.index(Mark.STOP)),
        "owner": (0, 1, OWNERS.index(Mark.OWNER)),
        "owners": (-1, 1, OWNERS.index(Mark.OWNERS)),
    }
    if behind in BEHIND_COMMA and match.start():
        lost["comma"] = (-1, 0, GAPS.index(Mark.COMMA))
    return left.get(name, ""), [lost[name]] if name in lost else []
