import json
from datetime import date
from pathlib import Path
from typing import Any

import jdatetime
import pytest
from persiantools.jdatetime import JalaliDate

from dateline.extract.times import find_times
from dateline.model.times import StatedTime

CASES = Path(__file__).parents[3] / "benchmarks" / "cases" / "persian_times.jsonl"
FEWEST_CASES = 200
SHARE_RIGHT = 0.98


def cases() -> list[dict[str, Any]]:
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def test_values_of_the_cases_are_those_of_two_calendar_libraries() -> None:
    stated = [case for case in cases() if "stated" in case]
    for case in stated:
        for parts, day in zip(case["stated"], (case["begin"], case["until"]), strict=True):
            assert JalaliDate(*parts).to_gregorian() == date.fromisoformat(day)
            assert jdatetime.date(*parts).togregorian() == date.fromisoformat(day)
    assert len(stated) > FEWEST_CASES * 0.9


def test_cases_are_many_and_read_right() -> None:
    right = 0
    for case in cases():
        anchor = StatedTime(case["published"], case["published"])
        found = {
            (each.begin, each.until, str(each.calendar))
            for each in find_times(case["text"], "fa", anchor=anchor)
        }
        right += (case["begin"], case["until"], case["calendar"]) in found
    assert len(cases()) >= FEWEST_CASES
    assert right / len(cases()) == pytest.approx(1.0, abs=1 - SHARE_RIGHT)
