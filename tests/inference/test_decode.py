import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.inference.decode import DISTANCES, best_run, bucket_distances, labelled_runs, runs_with_gaps

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


def _probabilities(labels: list[str]) -> np.ndarray:
    rows = np.full((len(labels), len(LABELS)), 0.05, dtype=np.float32)
    for row, label in enumerate(labels):
        rows[row, LABELS.index(label)] = 0.8
    return rows


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        (["O", "O"], []),
        (["B-PERSON", "I-PERSON", "O"], [(0, 2, "PERSON")]),
        (["B-PERSON", "B-PERSON"], [(0, 1, "PERSON"), (1, 2, "PERSON")]),
        (["I-ORG", "I-ORG"], [(0, 2, "ORG")]),
        (["B-ORG", "B-PERSON", "I-PERSON"], [(0, 1, "ORG"), (1, 3, "PERSON")]),
        (["B-ORG", "I-PERSON", "I-ORG"], [(0, 3, "ORG")]),
    ],
)
def test_labelled_runs(labels: list[str], runs: list[tuple[int, int, str]]) -> None:
    found = labelled_runs(_probabilities(labels), LABELS, np.arange(len(labels)))
    assert [(run.start, run.end, run.label) for run in found] == runs


def test_the_pieces_of_a_word_decide_together() -> None:
    probabilities = _probabilities(["B-ORG", "I-PERSON", "I-PERSON"])
    (run,) = labelled_runs(probabilities, LABELS, np.array([7, 7, 7]))
    assert (run.start, run.end, run.label) == (0, 3, "PERSON")
    assert labelled_runs(probabilities[:0], LABELS, np.array([], dtype=np.int64)) == []


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=12))
def test_best_run_has_the_greatest_sum(scores: list[float]) -> None:
    array = np.array(scores, dtype=np.float32)
    (start, end), total = best_run(array)
    every = [float(array[a:b].sum()) for a in range(len(array)) for b in range(a + 1, len(array) + 1)]
    assert total == pytest.approx(max(0.0, *every), abs=1e-3)
    assert total == pytest.approx(float(array[start:end].sum()), abs=1e-3)


def test_a_gap_that_pays_splits_a_run() -> None:
    scores = np.array([4, 4, -3, -3, 4, 4], dtype=np.float32)
    assert runs_with_gaps(scores, cost=5) == [(0, 2), (4, 6)]
    assert runs_with_gaps(scores, cost=7) == [(0, 6)]


def test_a_further_run_must_pay_too() -> None:
    scores = np.array([9, -20, 3, 3], dtype=np.float32)
    assert runs_with_gaps(scores, cost=5) == [(0, 1), (2, 4)]
    assert runs_with_gaps(scores, cost=6) == [(0, 1)]
    assert runs_with_gaps(-np.ones(3, dtype=np.float32), cost=1) == []


@given(st.integers(-5000, 5000))
def test_buckets_tell_before_from_after(offset: int) -> None:
    here, there = bucket_distances(np.array([offset, -offset])).tolist()
    assert 0 <= here < DISTANCES
    assert (here == there) == (offset == 0)
