"""Groups join what they are most like, best first: at once if they are much like it, later if somewhat."""

import math
from collections.abc import Callable, Iterable
from datetime import timedelta
from heapq import heapify, heappop, heappush

from dateline.link.groups import Group, fit_across, fit_of_groups

# Constants were chosen on half 0 of 5W1H, NTREX and the even topics of ECB+ (benchmarks/clustering.py): who
# joins only what is much like it at first, and what is somewhat like it later, finds the reports of its own
# happening before those of one that looks alike.
MIN_FIT = 1.0
LARGER = 1.1  # two groups of several documents each have more in common by chance
SMALL = 2  # documents; a larger story stands for itself
SETTLING = timedelta(hours=36)
SETTLED_FIT = 0.36
SETTLED_ACROSS = 0.42  # in languages apart: marks of two reports have more in common by chance
CLEAR = 0.7  # who is so much like a story in one language need not be like what it says in others

Nearest = Callable[[int], tuple[float, int] | None]
Join = Callable[[int, int], int]
Size = Callable[[int], int]


def fit_at_once(one: Group, other: Group) -> float:
    """Return how well two groups fit when a document of one has just come: from `MIN_FIT` on they are one."""
    fit = fit_of_groups(one, other)
    return fit / LARGER if min(one.size, other.size) > 1 else fit


def fit_settled(one: Group, other: Group) -> float:
    """Return how well two groups fit after a while.

    What is but somewhat like in one language has to be like what others say in another, too.
    """
    fit = fit_of_groups(one, other)
    if fit < CLEAR and one.words.keys() != other.words.keys() and fit_across(one, other) < SETTLED_ACROSS:
        return 0.0
    return fit


def join_best_first(
    numbers: Iterable[int], nearest: Nearest, join: Join, size: Size, *, least: float, most: float = math.inf
) -> None:
    """Join each of some groups with its nearest, those that fit best first, from the `least` fit on.

    `nearest` gives how well the best other group fits, and which it is; `join` gives the group that two
    became; `size` gives how many documents a group has, 0 where it is gone. Groups of more than `most`
    documents are joined only by others.
    """

    def entry(number: int) -> Iterable[tuple[float, int, int, int]]:
        best = nearest(number) if 0 < size(number) <= most else None
        if best is not None and best[0] >= least:
            yield -best[0], number, best[1], size(number) + size(best[1])

    waiting = [found for number in numbers for found in entry(number)]
    heapify(waiting)
    while waiting:
        _, number, other, together = heappop(waiting)
        if size(number) and size(other) and size(number) + size(other) == together:
            number = join(number, other)
        for found in entry(number):
            heappush(waiting, found)
