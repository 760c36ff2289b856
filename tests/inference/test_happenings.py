import numpy as np
import pytest

from dateline.inference.happenings import COLUMNS, window_happenings
from dateline.inference.pieces import Pieces
from dateline.inference.reading import HAPPENING_KINDS, HAPPENING_LEVELS, RawHappening
from dateline.inference.windows import TextWindow
from dateline.model.annotations import EventType
from dateline.model.claims import Certainty
from dateline.model.spans import Span


def _pieces(*words: str) -> Pieces:
    """Return pieces for words, `+` between the pieces of one word."""
    parts = [(number, part) for number, word in enumerate(words) for part in word.split("+")]
    starts, at, last = [], -1, -1
    for number, part in parts:
        at += number != last
        starts.append(at)
        at, last = at + len(part), number
    ends = [start + len(part) for start, (_, part) in zip(starts, parts, strict=True)]
    numbers = np.array([number for number, _ in parts], dtype=np.int64)
    zeros = np.zeros(len(parts), dtype=np.int64)
    return Pieces(zeros, zeros, np.array(starts, np.int64), np.array(ends, np.int64), numbers)


def _scores(*rows: tuple[float, EventType | None, Certainty, float]) -> np.ndarray:
    """Return a row of probabilities a piece: happening, its kind, its level, denied."""
    scores = np.zeros((len(rows), COLUMNS), dtype=np.float32)
    for row, (event, kind, level, denied) in zip(scores, rows, strict=True):
        row[0], row[-1] = event, denied
        row[1 + HAPPENING_KINDS.index(kind)] = 1
        row[1 + len(HAPPENING_KINDS) + HAPPENING_LEVELS.index(level)] = 1
    return scores


NOTHING = (0.01, None, Certainty.CERTAIN, 0.0)


def _read(pieces: Pieces, scores: np.ndarray, window: TextWindow | None = None) -> list[RawHappening]:
    whole = TextWindow(0, len(pieces), 0, len(pieces))
    return list(window_happenings(pieces, window or whole, scores))


def test_only_words_that_tell_something_are_listed() -> None:
    scores = _scores(NOTHING, (0.9, EventType.PROTEST, Certainty.POSSIBLE, 0.2), NOTHING)
    (found,) = _read(_pieces("they", "marched", "on"), scores)
    assert (found.span, found.kind, found.certainty) == (
        Span(5, 12),
        EventType.PROTEST,
        Certainty.POSSIBLE,
    )
    assert [found.score, found.denied] == pytest.approx([0.9, 0.2])


def test_a_typed_word_is_listed_though_it_is_hardly_a_happening() -> None:
    scores = _scores((0.1, EventType.AID, Certainty.CERTAIN, 0.0))
    assert [each.kind for each in _read(_pieces("relief"), scores)] == [EventType.AID]


def test_each_respect_of_a_word_is_judged_by_its_surest_piece() -> None:
    level = np.array([0.4, 0.3, 0.1, 0.1, 0.1], dtype=np.float32)
    scores = _scores(
        (0.2, None, Certainty.CERTAIN, 0.7), (0.8, EventType.ASSAULT, Certainty.UNKNOWN, 0.1), NOTHING
    )
    scores[0, 1 + len(HAPPENING_KINDS) : -1] = level
    (found,) = _read(_pieces("bom+bard", "it"), scores)
    assert (found.span, found.kind, found.certainty) == (Span(0, 7), EventType.ASSAULT, Certainty.UNKNOWN)
    assert [found.score, found.denied] == pytest.approx([0.8, 0.7])


def test_a_window_lists_what_it_owns_alone() -> None:
    pieces = _pieces("fled", "fought", "fell")
    scores = _scores(*[(0.9, EventType.RETREAT, Certainty.CERTAIN, 0.0)] * 3)
    assert [each.span for each in _read(pieces, scores, TextWindow(0, 3, 1, 2))] == [Span(5, 11)]


def test_an_empty_window_has_none() -> None:
    assert _read(_pieces(), np.zeros((0, COLUMNS), dtype=np.float32)) == []
