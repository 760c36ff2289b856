"""Windows over the pieces of a long text: overlapping, each piece owned by exactly one."""

from dataclasses import dataclass
from math import ceil

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

    def owns(self, piece: int) -> bool:
        """Say whether what begins at a piece of the text is read in this window."""
        return self.owned_start <= piece < self.owned_end


def plan_windows(pieces: Pieces, *, size: int, overlap: int) -> tuple[TextWindow, ...]:
    """Cover all pieces by as few windows as there can be, of like length, cut between words.

    Two neighbours share at least `overlap`; half of it is owned by the window before, half by the one after.
    """
    count = max(1, ceil((len(pieces) - overlap) / (size - overlap)))
    length = min(size, ceil((len(pieces) + (count - 1) * overlap) / count))
    windows: list[TextWindow] = []
    start = owned_start = 0
    while owned_start < len(pieces):
        end = min(start + length, len(pieces))
        following = _word_start(pieces, end - overlap, floor=start)
        owned_end = len(pieces) if end == len(pieces) else (end + following) // 2
        windows.append(TextWindow(start, end, owned_start, owned_end))
        start, owned_start = following, owned_end
    return tuple(windows)


def _word_start(pieces: Pieces, index: int, *, floor: int) -> int:
    """Step back to the first piece of a word, but never to `floor` or before."""
    begin = index
    while begin > floor and pieces.words[begin] == pieces.words[begin - 1]:
        begin -= 1
    return begin if begin > floor else index
