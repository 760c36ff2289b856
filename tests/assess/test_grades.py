"""Grades: a letter with its history, a digit with its rule, never one from the other."""

from datetime import UTC, datetime, timedelta

import pytest

from dateline.assess.grades import Support, claim_grade, credibility, grade, grade_history, outlet_grade
from dateline.errors import InputError
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict

AT = datetime(2020, 3, 16, tzinfo=UTC)


def graded(value: str, days: int = 0, subject: str = "herald") -> Decision:
    return grade(subject, value, by="mina", at=AT + timedelta(days=days), why="two open corrections")


def test_an_outlet_is_f_until_somebody_grades_it() -> None:
    assert outlet_grade([], "herald").letter == "F"
    assert outlet_grade([], "herald").by is None


def test_the_last_grade_stands_and_the_earlier_ones_are_kept() -> None:
    decisions = [graded("B"), graded("C", 3), graded("A", subject="courier")]
    assert (outlet_grade(decisions, "herald").letter, outlet_grade(decisions, "herald").by) == ("C", "mina")
    assert [each.value for each in grade_history(decisions, "herald")] == ["B", "C"]
    undone = Decision(content_id("j", 1), Verdict.UNDO, decisions[1].id, "mina", AT)
    assert outlet_grade([*decisions, undone], "herald").letter == "B"


@pytest.mark.parametrize("value", ["G", "0", "7", "", "AB"])
def test_only_the_scale_is_taken(value: str) -> None:
    with pytest.raises(InputError):
        graded(value)


@pytest.mark.parametrize(
    ("support", "digit"),
    [
        (None, 6),
        (Support(1), 3),
        (Support(2), 2),
        (Support(3), 1),
        (Support(2, otherwise=1), 4),
        (Support(1, otherwise=2), 5),
        (Support(1, denying=1), 4),
        (Support(2, taken_back=True), 5),
    ],
)
def test_the_digit_follows_from_origins_and_dispute(support: Support | None, digit: int) -> None:
    assert credibility(support)[0] == digit
    assert credibility(support)[1]


def test_an_analysts_own_grade_outranks_the_rule() -> None:
    own = claim_grade([graded("2", subject="c-1")], "c-1", Support(1, otherwise=5))
    assert (own.digit, own.by, own.rule) == (2, "mina", "two open corrections")
    assert claim_grade([], "c-1", Support(1)).by is None
