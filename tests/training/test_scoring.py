import pytest

from training.scoring import Counts, Said, count_hits, token_starts, tokens_in


def _said(content: range, source: range) -> Said:
    return Said(frozenset(content), frozenset(source))


def test_tokens_are_those_that_a_span_touches() -> None:
    tokens = token_starts("He said: no, never.")
    assert tokens_in(tokens, [(0, 2), (9, 18)]) == {0, 2, 3}
    assert tokens_in(tokens, [(10, 11)]) == {2}


@pytest.mark.parametrize(
    ("predicted", "hits", "sourced"),
    [
        ([_said(range(10), range(20, 22))], 1, 1),
        ([_said(range(5), range(20, 22))], 1, 1),
        ([_said(range(4), range(20, 22))], 0, 0),
        ([_said(range(10), range(30, 32))], 1, 0),
        ([_said(range(10), range(30, 32)), _said(range(10), range(20, 22))], 1, 1),
        ([_said(range(10), range(20, 22)), _said(range(9), range(20, 22))], 1, 1),
    ],
)
def test_a_hit_shares_half_of_the_tokens(predicted: list[Said], hits: int, sourced: int) -> None:
    counts = count_hits(predicted, [_said(range(10), range(20, 22))])
    assert counts == Counts(hits, sourced, len(predicted), 1)


def test_counts_become_scores() -> None:
    total = Counts(1, 0, 2, 4) + Counts(1, 1, 2, 0)
    assert total.scores(total.hits) == pytest.approx((0.5, 0.5, 0.5))
    assert total.scores(total.sourced) == pytest.approx((0.25, 0.25, 0.25))
