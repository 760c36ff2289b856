from itertools import product

import numpy as np
import pytest

from dateline.inference.trees import best_heads


def _is_tree(heads: tuple[int, ...]) -> bool:
    for start in range(len(heads)):
        at = start
        for _ in heads:
            at = heads[at]
        if heads[at] != at:
            return False
    return sum(head == place for place, head in enumerate(heads)) == 1


@pytest.mark.parametrize("seed", range(40))
def test_finds_the_best_of_all_trees_below_the_likeliest_root(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    root = int(scores.diagonal().argmax())
    every = (heads for heads in product(range(5), repeat=5) if heads[root] == root and _is_tree(heads))
    best = max(every, key=lambda heads: sum(scores[place, head] for place, head in enumerate(heads)))
    assert tuple(best_heads(scores).tolist()) == best


def test_opens_a_cycle_inside_a_cycle() -> None:
    scores = np.full((5, 5), -10.0, dtype=np.float32)
    scores[0, 0] = 0
    for place, head in ((1, 2), (2, 1), (3, 1), (4, 3), (1, 4)):
        scores[place, head] = 5
    scores[3, 0] = -1
    scores[1, 4] = 6
    heads = best_heads(scores)
    assert _is_tree(tuple(heads.tolist()))
    assert heads.tolist() == [0, 4, 1, 0, 3]


def test_one_word_is_its_own_root() -> None:
    assert best_heads(np.zeros((1, 1), dtype=np.float32)).tolist() == [0]
