"""Where an English sentence that has lost its commas wants them, by the words around each gap.

In: a sentence without commas. Out: each gap between two words with how likely a comma belongs there.
The weights are made by `training.commas`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.text.weights import read_weights

WEIGHTS = Path(__file__).parent / "weights" / "commas.npz"
WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:[-'’.][^\W_]+)*\.?|[^\w\s,]")
BETWEEN = re.compile(r"\s*(?P<comma>,?)\s+|\s*(?P<tight>,)\s*")
AROUND = 4  # words on each side
NEAR = 6  # words within which a joining word, or one of speech, is looked for
JOINING = frozenset(("and", "or"))
SPEECH = frozenset(("said", "says", "told", "added", "according", "reported", "reports", "announced"))
EDGE = "|"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; `comma` says whether one stands right behind it, None where none could."""

    start: int
    end: int
    folded: str
    shape: str
    comma: bool | None


@dataclass(frozen=True, slots=True)
class Gap:
    """The place right behind a word, and how likely a comma belongs there, 0 to 1."""

    at: int
    likely: float


@lru_cache(maxsize=4000)
def comma_gaps(sentence: str) -> tuple[Gap, ...]:
    """Return the gaps between the words of a sentence, but for those that have a comma."""
    words = words_of(sentence)
    places = [place for place, word in enumerate(words) if word.comma is False]
    likely = read_weights(WEIGHTS).score_each([marks_of(words, place) for place in places])
    return tuple(Gap(words[place].end, row[0]) for place, row in zip(places, likely, strict=True))


def words_of(sentence: str) -> tuple[Word, ...]:
    """Split a sentence into words and single marks, commas apart."""
    found = list(WORD.finditer(sentence))
    words = []
    for place, match in enumerate(found):
        raw = match.group().replace("'", "").replace("’", "")
        following = found[place + 1] if place + 1 < len(found) else None
        words.append(
            Word(match.start(), match.end(), raw.lower(), _shape(raw), _comma(sentence, match, following))
        )
    return tuple(words)


def _comma(sentence: str, match: re.Match[str], following: re.Match[str] | None) -> bool | None:
    if following is None or not (match.group()[0].isalnum() and following.group()[0].isalnum()):
        return None
    between = BETWEEN.fullmatch(sentence[match.end() : following.start()])
    return bool(between["comma"] or between["tight"]) if between else None


def _shape(raw: str) -> str:
    if raw[:1].isdigit():
        return f"#{min(len(raw), 5)}"
    if not raw[:1].isalpha():
        return raw
    kind = "A" if raw.isupper() and len(raw) > 1 else "C" if raw[0].isupper() else "c"
    return kind + raw[-3:].lower() if kind == "c" else kind


def marks_of(words: Sequence[Word], place: int) -> Iterator[str]:
    """Yield what tells of the gap behind the word at `place`: words and shapes around it, what is near."""
    left = [_at(words, place - step) for step in range(AROUND)]
    right = [_at(words, place + 1 + step) for step in range(AROUND)]
    for side, near in (("l", left), ("r", right)):
        for step, (folded, shape) in enumerate(near):
            yield f"{side}{step} {folded}"
            yield f"{side}{step} {shape}"
    yield from _runs(left, right)
    joining = _distance(words, place + 1, JOINING)
    yield f"and {joining} {left[0][1]} {right[0][1]}"
    yield f"and {joining} {right[1][1]}"
    yield f"before and {_distance_back(words, place)} {right[0][1]}"
    speech = _distance(words, place + 1, SPEECH)
    yield f"say {speech} {right[0][0]}"
    yield f"say {speech} {min(len(words) - place, 9)}"
    yield f"at {min(place, 12)} {words[0].folded}"
    yield f"at {min(place, 12)} {right[0][1]}"
    yield f"ends {min(len(words) - place, 12)} {right[0][0]}"


def _runs(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield runs of words, and of shapes, over the gap and on each side of it."""
    for kind in (0, 1):
        run = [each[kind] for each in (*reversed(left[:3]), *right[:3])]
        for name, begin, end in (
            ("1", 2, 4),
            ("2", 1, 4),
            ("3", 2, 5),
            ("4", 1, 5),
            ("5", 1, 3),
            ("6", 3, 5),
            ("7", 3, 6),
        ):
            yield f"{kind}{name} {' '.join(run[begin:end])}"


def _at(words: Sequence[Word], place: int) -> tuple[str, str]:
    return (words[place].folded, words[place].shape) if 0 <= place < len(words) else (EDGE, EDGE)


def _distance(words: Sequence[Word], place: int, wanted: frozenset[str]) -> int:
    near = words[place : place + NEAR]
    return next((step for step, word in enumerate(near) if word.folded in wanted), NEAR)


def _distance_back(words: Sequence[Word], place: int) -> int:
    near = words[max(0, place - NEAR) : place + 1][::-1]
    return next((step for step, word in enumerate(near) if word.folded in JOINING), NEAR)
