"""Small stories that found no other at once: after a while each joins what it is most like, best first."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from heapq import heapify, heappop, heappush

# Constants were chosen on half 0 of 5W1H, NTREX and the even topics of ECB+ (benchmarks/clustering.py): who
# joins only what is much like it at first, and what is somewhat like it later, finds the reports of its own
# happening before those of one that looks alike.
SMALL = 2  # documents; a larger story stands for itself
SETTLING = timedelta(hours=36)
SETTLED_FIT = 0.32
SETTLED_ACROSS = 0.42  # where no language is shared: marks of two reports have more in common by chance

Nearest = Callable[[int], tuple[float, int] | None]
Join = Callable[[int, int], int]
Size = Callable[[int], int]


def join_best_first(numbers: Iterable[int], nearest: Nearest, join: Join, size: Size) -> None:
    """Join each of some small groups with its nearest, those that fit best first.

    `nearest` gives how well the best other group fits, and which it is; `join` gives the group that two
    became; `size` gives how many documents a group has, 0 where it is gone.
    """

    def entry(number: int) -> Iterable[tuple[float, int, int, int]]:
        best = nearest(number) if 0 < size(number) <= SMALL else None
        if best is not None and best[0] >= SETTLED_FIT:
            yield -best[0], number, best[1], size(number) + size(best[1])

    waiting = [found for number in numbers for found in entry(number)]
    heapify(waiting)
    while waiting:
        _, number, other, together = heappop(waiting)
        if size(number) and size(other) and size(number) + size(other) == together:
            number = join(number, other)
        for found in entry(number):
            heappush(waiting, found)
