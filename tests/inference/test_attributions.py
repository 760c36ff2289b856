import numpy as np
import pytest

from dateline.inference.attributions import (
    Distances,
    PieceAttribution,
    Settings,
    WindowScores,
    believe,
    cue_runs,
    jaccard,
    merge_attributions,
    propose,
    window_attributions,
)
from dateline.inference.decode import DISTANCES
from dateline.inference.judging import Judges, Marks, Weights, describe

NOWHERE = Distances(np.zeros(DISTANCES, dtype=np.float32), np.zeros(DISTANCES, dtype=np.float32))


def _cues(labels: str) -> np.ndarray:
    rows = {"O": (0.9, 0.05, 0.05), "B": (0.1, 0.8, 0.1), "I": (0.1, 0.1, 0.8)}
    return np.array([rows[label] for label in labels], dtype=np.float32)


def _scores(cues: str, content: list[float], source: list[float]) -> WindowScores:
    """Return scores where the content and the source of any cue are the same."""
    nothing = np.zeros((len(cues), 2), dtype=np.float32)
    return WindowScores(
        mentions=nothing,
        cues=_cues(cues),
        content_query=nothing,
        content_key=nothing,
        content_prior=np.array(content, dtype=np.float32),
        source_query=nothing,
        source_key=nothing,
        source_prior=np.array(source, dtype=np.float32),
        happenings=nothing,
    )


def _read(scores: WindowScores, settings: Settings) -> list[PieceAttribution]:
    return window_attributions(scores, _marks(len(scores.cues)), NOWHERE, settings, None)


def _marks(count: int, stops: tuple[int, ...] = ()) -> Marks:
    ids = np.full(count, 2_500, dtype=np.int64)
    ids[list(stops)] = 1_012
    return Marks.of(ids, np.zeros(count, dtype=np.int64))


@pytest.mark.parametrize(
    ("labels", "runs"),
    [("OBIO", [(1, 3)]), ("BB", [(0, 1), (1, 2)]), ("OIO", [(1, 2)]), ("OOO", [])],
)
def test_cue_runs(labels: str, runs: list[tuple[int, int]]) -> None:
    assert cue_runs(_cues(labels), 0.3) == runs


def test_a_cue_with_source_and_content_is_an_attribution() -> None:
    scores = _scores("OOBOOO", [-9, -9, -9, 4, 4, 4], [3, 3, -5, -9, -9, -9])
    (found,) = _read(scores, Settings(gap=5, source=0))
    assert (found.cue, found.source, found.content) == (((2, 3),), ((0, 2),), ((3, 6),))
    assert 0.9 < found.score < 1


def test_a_content_goes_on_after_its_cue() -> None:
    scores = _scores("OOBOO", [5, 5, 5, 5, 5], [-1, -1, -1, -1, -1])
    (found,) = _read(scores, Settings(gap=5))
    assert found.content == ((0, 2), (3, 5))
    assert found.source == ()


def test_no_content_no_attribution() -> None:
    assert _read(_scores("BO", [-4, -4], [-4, 4]), Settings()) == []


def test_a_judge_chooses_where_a_content_ends() -> None:
    scores = _scores("BOOOOO", [-9, 5, 5, 5, -0.5, -0.5], [-9] * 6)
    marks = _marks(6, stops=(3, 5))
    (extents,) = propose(scores, NOWHERE, Settings())
    assert {candidate.contents[0] for candidate in extents} == {(1, 4), (1, 6)}
    shift = len(describe(extents[1], marks)) - 2
    judge = Weights(np.eye(shift + 2)[shift], 0.0)
    (found,) = window_attributions(scores, marks, NOWHERE, Settings(), Judges(judge, judge))
    assert found.content == ((1, 6),)


def test_what_is_believed_is_told_from_the_others_too() -> None:
    described = (1.0, 2.0)
    inner = PieceAttribution(((4, 5),), (), ((5, 6),), 0.5, (1.0,), described)
    outer = PieceAttribution(((0, 1),), (), ((1, 9),), 0.9, (1.0,), described)
    around = len(described) + 1
    judge = Weights(np.eye(len(described) + 7)[around], -0.9)
    believed = believe([outer, inner], Judges(judge, judge))
    assert [round(each.score, 3) for each in believed] == [round(1 / (1 + np.exp(0.9)), 3), 0.5]


def _attribution(
    cue: int, source: tuple[int, int] | None, content: tuple[int, int], score: float
) -> PieceAttribution:
    return PieceAttribution(((cue, cue + 1),), (source,) if source else (), (content,), score, (score,))


@pytest.mark.parametrize(
    ("others", "left"),
    [
        ([_attribution(4, (0, 2), (6, 12), 0.8)], 1),
        ([_attribution(4, None, (6, 13), 0.8)], 1),
        ([_attribution(4, (20, 22), (6, 12), 0.8)], 2),
        ([_attribution(4, (0, 2), (11, 20), 0.8)], 2),
        ([_attribution(4, (20, 22), (6, 12), 0.2)], 1),
    ],
)
def test_one_speech_act_is_one_attribution(others: list[PieceAttribution], left: int) -> None:
    first = _attribution(2, (0, 2), (6, 12), 0.9)
    merged = merge_attributions([*others, first], Settings(keep=0.4, same=0.5))
    assert len(merged) == left
    assert merged[0].content == first.content


def test_two_cues_share_out_what_both_claim() -> None:
    denied = PieceAttribution(((1, 2),), ((0, 1),), ((2, 6), (8, 12)), 0.9, (6.0, 1.0))
    declared = PieceAttribution(((7, 8),), ((0, 1),), ((3, 6), (8, 12)), 0.8, (1.0, 5.0))
    merged = merge_attributions([denied, declared], Settings(keep=0.4, same=0.5))
    assert [(each.cue, each.content) for each in merged] == [
        (((1, 2),), ((2, 6),)),
        (((7, 8),), ((8, 12),)),
    ]


def test_a_cue_in_two_parts_stays_one() -> None:
    told = PieceAttribution(((1, 2),), ((0, 1),), ((4, 9),), 0.9, (6.0,))
    in_an_interview = PieceAttribution(((3, 4),), (), ((5, 9),), 0.6, (2.0,))
    (merged,) = merge_attributions([told, in_an_interview], Settings(keep=0.4, same=0.5))
    assert (merged.cue, merged.source, merged.content) == (((1, 2), (3, 4)), ((0, 1),), ((4, 9),))


def test_jaccard_of_runs() -> None:
    assert jaccard([(0, 4)], [(2, 6)]) == pytest.approx(2 / 6)
    assert jaccard([(0, 2), (4, 6)], [(0, 6)]) == pytest.approx(4 / 6)
    assert jaccard([], []) == 0
