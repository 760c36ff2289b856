"""How well mentions are grouped: MUC, B-cubed and CEAF-e, whose mean is CoNLL F.

Reference: Pradhan et al. 2014, Scoring Coreference Partitions.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from benchmarks.clustering import b_cubed

Partition = Mapping[str, str]


def conll(found: Partition, gold: Partition) -> tuple[float, float, float]:
    """Return the F of MUC, of B-cubed and of CEAF-e; their mean is CoNLL F."""
    return muc(found, gold), b_cubed(found, gold)[2], ceaf_e(found, gold)


def muc(found: Partition, gold: Partition) -> float:
    """Return MUC F. Reference: Vilain et al. 1995."""
    precision, recall = _links(found, gold), _links(gold, found)
    return _f(precision, recall)


def _links(of: Partition, other: Partition) -> float:
    right = total = 0
    for members in _groups(of).values():
        right += len(members) - len({other[id] for id in members})
        total += len(members) - 1
    return right / total if total else 0.0


def ceaf_e(found: Partition, gold: Partition) -> float:
    """Return CEAF with the entity measure of similarity. Reference: Luo 2005."""
    groups, events = list(_groups(found).values()), list(_groups(gold).values())
    place = {id: number for number, members in enumerate(events) for id in members}
    scores = np.zeros((len(groups), len(events)))
    for row, members in enumerate(groups):
        for column, shared in Counter(place[id] for id in members).items():
            scores[row, column] = 2 * shared / (len(members) + len(events[column]))
    best = _best_alignment(scores)
    return _f(best / len(groups), best / len(events))


def _best_alignment(scores: NDArray[np.float64]) -> float:
    """Return the score of the best one-to-one alignment, part by part: most groups touch few events."""
    total, seen = 0.0, set[int]()
    rows, columns = np.nonzero(scores)
    of_row, of_column = defaultdict(list), defaultdict(list)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        of_row[row].append(column)
        of_column[column].append(row)
    for start in of_row:
        if start not in seen:
            part, touched, queue = [start], set[int](), [start]
            seen.add(start)
            while queue:
                for column in of_row[queue.pop()]:
                    touched.add(column)
                    new = [row for row in of_column[column] if row not in seen]
                    seen.update(new)
                    part += new
                    queue += new
            total += _assign(scores[np.ix_(part, sorted(touched))])
    return total


def _assign(scores: NDArray[np.float64]) -> float:
    """Return the greatest sum of a one-to-one assignment. Reference: Kuhn 1955, by shortest paths."""
    cost = -scores if scores.shape[0] <= scores.shape[1] else -scores.T
    rows, columns = cost.shape
    over_rows, over_columns = np.zeros(rows + 1), np.zeros(columns + 1)
    match = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, way, used = (
            np.full(columns + 1, np.inf),
            np.zeros(columns + 1, dtype=int),
            np.zeros(columns + 1, bool),
        )
        while match[column] != 0:
            used[column] = True
            at = match[column]
            reduced = cost[at - 1] - over_rows[at] - over_columns[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better], way[1:][better] = reduced[better], column
            open_least = np.where(used[1:], np.inf, least[1:])
            following = int(np.argmin(open_least)) + 1
            delta = open_least[following - 1]
            over_rows[match[used]] += delta
            over_columns[used] -= delta
            least[~used] -= delta
            column = following
        while column:
            match[column], column = match[way[column]], int(way[column])
    return float(
        -sum(cost[match[column] - 1, column - 1] for column in range(1, columns + 1) if match[column])
    )


def _groups(labels: Partition) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for id, label in labels.items():
        groups[label].append(id)
    return groups


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
