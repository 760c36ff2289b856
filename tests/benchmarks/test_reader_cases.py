from collections.abc import Iterator

import pytest

from benchmarks import certainty
from benchmarks.reader_cases import AGENCIES, Case, f_of, marks_of, read_cases, score_cases
from benchmarks.run import FLOORS
from benchmarks.syntax_cases import read_deeds, share_right
from benchmarks.times import persian_misses
from dateline.inference.reader import load_reader


def test_reader_and_grammar_stay_above_their_floor() -> None:
    score = score_cases(load_reader(threads=1), read_cases())
    assert f_of(score, score.hits) >= FLOORS["content"]
    assert f_of(score, score.sourced) >= FLOORS["with source"]


def test_styles_of_agencies_stay_above_their_floor() -> None:
    score = score_cases(load_reader(threads=1), read_cases(AGENCIES))
    assert f_of(score, score.sourced) >= FLOORS["agencies"]


def test_certainty_stays_above_its_floor() -> None:
    levels = certainty.judge(certainty.read_cases(), verbose=False)
    assert certainty.mean(certainty.f_scores(levels)) >= FLOORS["certainty"]


def test_syntax_stays_above_its_floor() -> None:
    assert share_right(load_reader(threads=1), list(read_deeds())) >= FLOORS["who did what"]


def test_persian_times_stay_above_their_floor() -> None:
    count, misses = persian_misses()
    assert 1 - len(misses) / count >= FLOORS["persian times"], misses


def test_the_grammar_alone_reads_less() -> None:
    alone, together = score_cases(None, read_cases()), score_cases(load_reader(threads=1), read_cases())
    assert f_of(together, together.sourced) > f_of(alone, alone.sourced)


def test_gold_stands_beside_its_cue() -> None:
    text = "He left. Later, he said, the road was cut."
    (mark,) = marks_of(Case(text, (("he", "said", "the road was cut"),)))
    assert mark.source == {text.index("he said")}


@pytest.mark.parametrize("bad", ["A text.\nA | said"])
def test_a_case_without_three_fields_is_refused(bad: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("cases") / "cases.txt"
    path.write_text(bad, encoding="utf-8")
    cases: Iterator[Case] = read_cases(path)
    with pytest.raises(ValueError, match="not enough values"):
        next(cases)
