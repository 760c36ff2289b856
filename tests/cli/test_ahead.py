from collections.abc import Iterator
from queue import Queue
from threading import Barrier, BrokenBarrierError

import pytest

from dateline.cli.ahead import answer_each


def test_answers_come_in_the_order_of_their_questions() -> None:
    assert list(answer_each(str, range(50), at_once=3)) == [str(number) for number in range(50)]
    assert list(answer_each(str, [], at_once=2)) == []


def test_an_answer_is_given_before_the_next_question_comes() -> None:
    asked: Queue[str | None] = Queue()

    def questions() -> Iterator[str]:
        while (question := asked.get(timeout=5)) is not None:
            yield question

    answers = answer_each(str.upper, questions(), at_once=2)
    for word in ("one", "two", "three"):
        asked.put(word)
        assert next(answers) == word.upper()
    asked.put(None)
    assert list(answers) == []


def test_the_first_is_answered_alone_and_the_others_together() -> None:
    meeting = Barrier(2, timeout=5)

    def meet(number: int) -> bool:
        try:
            return number == 0 or meeting.wait() >= 0
        except BrokenBarrierError:
            return False

    assert list(answer_each(meet, range(5), at_once=2)) == [True] * 5


def test_what_goes_wrong_with_a_question_is_raised_in_its_turn() -> None:
    answers = answer_each(int, ["1", "x", *map(str, range(100))], at_once=2)
    assert next(answers) == 1
    with pytest.raises(ValueError, match="invalid literal"):
        next(answers)


def test_answers_may_be_left_before_the_last_question() -> None:
    """What the thread that takes questions then raises would be a warning, and so an error."""
    assert next(answer_each(str, range(1000), at_once=2)) == "0"
