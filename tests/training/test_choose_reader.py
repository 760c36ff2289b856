import random

import pytest

from dateline.errors import ModelError
from dateline.inference.reader import load_reader
from training.choose_reader import learn, regress


def test_a_regression_finds_what_decides() -> None:
    chance = random.Random(5)
    rows = [[chance.gauss(3, 2), chance.gauss(0, 1)] for _ in range(400)]
    judge = regress(rows, [row[0] > 3 for row in rows])
    likely = judge.judge([[6.0, 0.0], [0.0, 0.0], [3.0, 2.0], [3.0, -2.0]]).tolist()
    assert likely[0] > 0.95
    assert likely[1] < 0.05
    assert likely[2] == pytest.approx(likely[3], abs=0.35)


def test_nothing_is_learnt_where_no_cue_is_found() -> None:
    with pytest.raises(ModelError, match="train it longer"):
        learn(load_reader(), [])
