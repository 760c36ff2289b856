import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.inference.pieces import STARTS_PARAGRAPH, Pieces
from dateline.inference.windows import plan_windows


def _pieces(words: list[int], *, paragraphs: tuple[int, ...] = ()) -> Pieces:
    """Return pieces of the words with these numbers; `paragraphs` are the words that begin one."""
    numbers = np.array(words, dtype=np.int64)
    features = np.isin(numbers, paragraphs) * STARTS_PARAGRAPH
    places = np.arange(len(words), dtype=np.int64)
    return Pieces(numbers, features, places, places + 1, numbers)


@given(st.integers(0, 300), st.integers(1, 40), st.integers(1, 5), st.lists(st.integers(0, 300), max_size=9))
def test_every_piece_is_owned_once_and_seen_by_its_owner(
    count: int, fresh: int, length: int, paragraphs: list[int]
) -> None:
    size = fresh + 10
    pieces = _pieces([index // length for index in range(count)], paragraphs=tuple(paragraphs))
    windows = plan_windows(pieces, size=size, overlap=8)
    owned = [index for window in windows for index in range(window.owned_start, window.owned_end)]
    assert owned == list(range(count))
    for window in windows:
        assert window.start <= window.owned_start <= window.owned_end <= window.end
        assert len(window) <= size


def test_windows_begin_with_a_word_and_are_of_like_length() -> None:
    windows = plan_windows(_pieces([index // 3 for index in range(100)]), size=60, overlap=16)
    assert all(window.start % 3 == 0 for window in windows)
    assert max(map(len, windows)) - min(map(len, windows)) < 10


def test_one_word_longer_than_a_window_is_cut() -> None:
    windows = plan_windows(_pieces([0] * 100), size=40, overlap=10)
    assert windows[-1].end == 100


def test_windows_own_whole_paragraphs_and_see_a_little_of_their_neighbours() -> None:
    pieces = _pieces([index // 2 for index in range(100)], paragraphs=(0, 14, 34))
    windows = plan_windows(pieces, size=50, overlap=8)
    assert [(window.owned_start, window.owned_end) for window in windows] == [(0, 28), (28, 68), (68, 100)]
    assert [(window.start, window.end) for window in windows] == [(0, 32), (24, 72), (64, 100)]
