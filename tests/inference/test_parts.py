import numpy as np

from dateline.inference.parts import window_parts
from dateline.inference.pieces import Pieces
from dateline.inference.reading import PART_ROLES, RawPart
from dateline.inference.windows import TextWindow
from dateline.model.annotations import PartRole
from dateline.model.spans import Span

# "Gunmen shot": two pieces, then one.
PIECES = Pieces(
    *(np.array(row, dtype=np.int64) for row in ([7, 8, 9], [0, 0, 0], [0, 3, 7], [3, 6, 11], [0, 0, 1]))
)


def _read(window: TextWindow, *rows: dict[PartRole, float]) -> list[RawPart]:
    scores = np.array([[row.get(role, 0.0) for role in PART_ROLES] for row in rows], dtype=np.float32)
    return list(window_parts(PIECES, window, scores))


def test_a_word_is_as_likely_as_its_likeliest_piece_and_unlikely_words_are_left_out() -> None:
    found = _read(
        TextWindow(0, 3, 0, 3),
        {PartRole.INDIVIDUAL: 0.5},
        {PartRole.INDIVIDUAL: 0.75, PartRole.VICTIM: 0.25},
        {PartRole.WEAPON: 0.01},
    )
    assert [part.span for part in found] == [Span(0, 6)]
    assert dict(zip(PART_ROLES, found[0].likely, strict=True)) == {
        **dict.fromkeys(PART_ROLES, 0.0), PartRole.INDIVIDUAL: 0.75, PartRole.VICTIM: 0.25,
    }  # fmt: skip


def test_a_window_says_nothing_of_words_that_it_does_not_own() -> None:
    rows = [{PartRole.VICTIM: 0.9}] * 3
    assert [part.span for part in _read(TextWindow(0, 3, 2, 3), *rows)] == [Span(7, 11)]
    assert [part.span for part in _read(TextWindow(0, 2, 0, 2), *rows[:2])] == [Span(0, 6)]
