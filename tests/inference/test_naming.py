"""What the network says of words, gathered from windows."""

import numpy as np
import pytest

from dateline.inference.naming import WordScoring
from dateline.inference.pieces import Pieces
from dateline.inference.windows import TextWindow
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

TEXT = "Kerala won in Lagos"
"""Of five pieces: "Ker" "ala" "won" "in" "Lagos"."""
TYPES = (MentionType.PERSON, MentionType.GPE)
NONE, PERSON_B, PERSON_I, GPE_B, GPE_I = range(5)


def pieces() -> Pieces:
    starts, ends = np.array([0, 3, 7, 11, 14]), np.array([3, 6, 10, 13, 19])
    blank = np.zeros(5, dtype=np.int64)
    return Pieces(blank, blank, starts, ends, np.array([0, 0, 1, 2, 3]))


def labels(*rows: int) -> np.ndarray:
    return np.eye(5, dtype=np.float32)[list(rows)]


def test_the_words_of_windows_stand_one_behind_the_other() -> None:
    scoring = WordScoring(TYPES)
    scoring.add(pieces(), TextWindow(0, 4, 0, 3), labels(PERSON_B, PERSON_I, NONE, NONE), 0)
    scoring.add(pieces(), TextWindow(2, 5, 3, 5), labels(NONE, NONE, GPE_B), 0)
    words = scoring.scores()
    assert [TEXT[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == TEXT.split()
    assert words.likely.argmax(axis=1).tolist() == [1, 0, 0, 2]
    assert words.begins[[0, 3]] == pytest.approx([1, 1], abs=1e-4)


def test_words_are_counted_from_the_start_of_the_text() -> None:
    scoring = WordScoring(TYPES)
    scoring.add(pieces(), TextWindow(0, 5, 0, 5), labels(PERSON_B, PERSON_I, NONE, NONE, GPE_B), 100)
    assert scoring.scores().starts.tolist() == [100, 107, 111, 114]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 6), (0, 1)),
        (Span(2, 8), (0, 2)),
        (Span(7, 19), (1, 4)),
        (Span(6, 7), (1, 2)),  # a space stands for the word behind it
        (Span(19, 20), (3, 4)),
    ],
)
def test_a_span_has_the_words_that_it_touches(span: Span, expected: tuple[int, int]) -> None:
    scoring = WordScoring(TYPES)
    scoring.add(pieces(), TextWindow(0, 5, 0, 5), labels(NONE, NONE, NONE, NONE, NONE), 0)
    firsts, ends = scoring.scores().rows([span])
    assert (firsts[0], ends[0]) == expected


def test_a_text_without_words_has_no_scores() -> None:
    words = WordScoring(TYPES).scores()
    assert words.likely.shape == (0, 3)
    assert len(words.starts) == 0
