"""Grouping by average link: two groups join while their members are alike enough on average.

The outcome depends on the members and their likeness alone, not on the order in which they come, as
long as they are numbered in an order of their own.
"""

import heapq
from collections.abc import Mapping

Likeness = Mapping[tuple[int, int], float]


def average_link(count: int, likeness: Likeness, threshold: float) -> list[list[int]]:
    """Return the groups of members 0 to `count`; pairs that are not in `likeness` are not alike at all.

    >>> average_link(3, {(0, 1): 0.9, (1, 2): 0.2}, 0.5)
    [[0, 1], [2]]
    """
    groups: dict[int, list[int]] = {member: [member] for member in range(count)}
    sums: dict[int, dict[int, float]] = {member: {} for member in range(count)}
    for (one, other), alike in likeness.items():
        sums[one][other] = sums[other][one] = alike
    heap = [(-alike, min(pair), max(pair)) for pair, alike in likeness.items() if alike >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, one, other = heapq.heappop(heap)
        if one not in groups or other not in groups or _average(groups, sums, one, other) != -negative:
            continue  # one of them has joined another since
        for neighbour in _join(groups, sums, one, other):
            average = _average(groups, sums, one, neighbour)
            if average >= threshold:
                heapq.heappush(heap, (-average, min(one, neighbour), max(one, neighbour)))
    return sorted(sorted(members) for members in groups.values())


def _average(
    groups: Mapping[int, list[int]], sums: Mapping[int, dict[int, float]], one: int, other: int
) -> float:
    return sums[one].get(other, 0.0) / (len(groups[one]) * len(groups[other]))


def _join(groups: dict[int, list[int]], sums: dict[int, dict[int, float]], one: int, other: int) -> list[int]:
    """Move the members of `other` to `one` and return whom the group is now next to."""
    groups[one] += groups.pop(other)
    for neighbour, total in sums.pop(other).items():
        del sums[neighbour][other]
        if neighbour != one:
            sums[one][neighbour] = sums[neighbour][one] = sums[one].get(neighbour, 0.0) + total
    return sorted(sums[one])
