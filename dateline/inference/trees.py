"""From a score for each head of each word to the best tree.

Reference: Chu and Liu 1965, On the shortest arborescence of a directed graph; Edmonds 1967, Optimum
branchings.
"""

import numpy as np

from dateline.inference.decode import FloatArray, IntArray


def best_heads(scores: FloatArray) -> IntArray:
    """Return the head of each word in the tree with the greatest sum of scores; the root is its own head.

    `scores[i, j]` says how well word j is the head of word i, `scores[i, i]` how well i is the root.
    The root is the likeliest one, the rest the best tree below it.
    """
    root = int(scores.diagonal().argmax())
    apart = scores.copy()
    np.fill_diagonal(apart, -np.inf)
    return _below(apart, root)


def _below(scores: FloatArray, root: int) -> IntArray:
    heads = scores.argmax(axis=1)
    heads[root] = root
    cycle = _find_cycle(heads)
    return _without_cycle(scores, root, heads, cycle) if len(cycle) else heads


def _without_cycle(scores: FloatArray, root: int, heads: IntArray, cycle: IntArray) -> IntArray:
    """Solve the problem in which a cycle is one word, and open the cycle where that tree enters it."""
    outside = np.ones(len(heads), dtype=bool)
    outside[cycle] = False
    others = np.flatnonzero(outside)
    entering = scores[np.ix_(cycle, others)] - scores[cycle, heads[cycle]][:, None]
    leaving = scores[np.ix_(others, cycle)]
    count = len(others)
    smaller = np.full((count + 1, count + 1), -np.inf, dtype=scores.dtype)
    smaller[:count, :count] = scores[np.ix_(others, others)]
    smaller[count, :count], smaller[:count, count] = entering.max(axis=0), leaving.max(axis=1)
    found = _below(smaller, int(np.searchsorted(others, root)))
    through = cycle[leaving.argmax(axis=1)]
    heads[others] = np.where(found[:count] == count, through, np.append(others, -1)[found[:count]])
    heads[cycle[entering[:, found[count]].argmax()]] = others[found[count]]
    return heads


def _find_cycle(heads: IntArray) -> IntArray:
    """Return the words of a cycle of more than one, in order, or none."""
    above = heads.tolist()
    seen = [-1] * len(above)
    for start in range(len(above)):
        at = start
        while seen[at] < 0:
            seen[at] = start
            at = above[at]
        if seen[at] == start and above[at] != at:
            cycle = [at]
            while (at := above[at]) != cycle[0]:
                cycle.append(at)
            return np.array(sorted(cycle), dtype=np.int64)
    return np.zeros(0, dtype=np.int64)
