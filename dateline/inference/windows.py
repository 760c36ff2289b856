"""Windows over the pieces of a long text: overlapping, each piece owned by exactly one."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.inference.pieces import Pieces


@dataclass(frozen=True, slots=True)
class TextWindow:
    """Pieces `start` to `end`, seen together; what begins in `owned_start` to `owned_end` is read here."""

    start: int
    end: int
    owned_start: int
    owned_end: int

    def __len__(self) -> int:
        return self.end - self.start


def plan_windows(pieces: Pieces, *, size: int, stride: int) -> tuple[TextWindow, ...]:
    """Cover all pieces by windows of at most `size`, a new one each `stride`, cut between words.

    Half of each overlap is owned by the window before it and half by the window after it.
    """
    starts = list(_window_starts(pieces, size, stride))
    windows: list[TextWindow] = []
    owned_start = 0
    for index, start in enumerate(starts):
        end = min(start + size, len(pieces))
        last = index + 1 == len(starts)
        owned_end = len(pieces) if last else (end + starts[index + 1]) // 2
        windows.append(TextWindow(start, end, owned_start, owned_end))
        owned_start = owned_end
    return tuple(windows)


def _window_starts(pieces: Pieces, size: int, stride: int) -> Iterator[int]:
    start = 0
    while start < len(pieces):
        yield start
        if start + size >= len(pieces):
            return
        start = _word_start(pieces, min(start + stride, len(pieces) - size), floor=start + 1)


def _word_start(pieces: Pieces, index: int, *, floor: int) -> int:
    """Step back to the first piece of a word, but never to `floor` or before."""
    begin = index
    while begin > floor and pieces.words[begin] == pieces.words[begin - 1]:
        begin -= 1
    return begin if begin > floor else index
