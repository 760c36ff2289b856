import pytest

from training.scoring import Counts, Said, count_hits, token_starts, tokens_in


def _said(content: range, source: range) -> Said:
    return Said(frozenset(content), frozenset(source))


def test_tokens_are_those_that_a_span_touches() -> None:
    tokens = token_starts("He said: no, never.")
    assert tokens_in(tokens, [(0, 2), (9, 18)]) == {0, 3, 4, 5}
    assert tokens_in(tokens, [(10, 11)]) == {3}


@pytest.mark.parametrize(
    ("predicted", "with_source", "hits"),
    [
        ([_said(range(10), range(20, 22))], True, 1),
        ([_said(range(5), range(20, 22))], True, 1),
        ([_said(range(4), range(20, 22))], True, 0),
        ([_said(range(10), range(30, 32))], True, 0),
        ([_said(range(10), range(30, 32))], False, 1),
        ([_said(range(10), range(20, 22)), _said(range(9), range(20, 22))], True, 1),
    ],
)
def test_a_hit_shares_half_of_the_tokens(predicted: list[Said], with_source: bool, hits: int) -> None:
    counts = count_hits(predicted, [_said(range(10), range(20, 22))], with_source=with_source)
    assert counts == Counts(hits, len(predicted), 1)


def test_counts_become_scores() -> None:
    assert (Counts(1, 2, 4) + Counts(1, 2, 0)).scores == pytest.approx((0.5, 0.5, 0.5))
