import os
from collections.abc import Iterator
from multiprocessing import parent_process
from queue import Queue
from threading import Barrier, BrokenBarrierError

import pytest

from dateline.cli.ahead import ALONE, answer_each


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


def process_of(number: int) -> tuple[int, int]:
    return number, os.getpid()


def process_of_one_that_lives(number: int) -> tuple[int, int]:
    if number == ALONE + 3 and parent_process() is not None:
        os._exit(9)
    return number, os.getpid()


def test_many_questions_are_answered_in_several_processes_this_one_among_them() -> None:
    numbers, processes = zip(*answer_each(process_of, range(ALONE + 8), at_once=1, workers=2), strict=True)
    assert numbers == tuple(range(ALONE + 8))
    assert set(processes[:ALONE]) == {os.getpid()}
    assert os.getpid() in processes[ALONE:]
    assert len(set(processes[ALONE:])) == 2


def test_a_process_that_dies_costs_no_answer() -> None:
    answers = list(answer_each(process_of_one_that_lives, range(ALONE + 20), at_once=1, workers=3))
    assert [number for number, _ in answers] == list(range(ALONE + 20))
