"""Answers in the order of their questions, the next of which are begun before the first is done."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import Queue
from threading import Thread
from typing import TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")
_Begun = Queue[Future[Answer] | None]


def answer_each(
    answer: Callable[[Question], Answer], questions: Iterable[Question], *, at_once: int
) -> Iterator[Answer]:
    """Yield the answer to each question, in order, with so many worked on at a time.

    Questions are taken in a thread of their own: an answer is there as soon as it is ready, though the next
    question be long in coming.
    """
    begun: _Begun[Answer] = Queue(at_once)
    with ThreadPoolExecutor(at_once) as pool:
        Thread(target=_begin_each, args=(pool, answer, questions, begun), daemon=True).start()
        while (future := begun.get()) is not None:
            yield future.result()


def _begin_each(
    pool: ThreadPoolExecutor,
    answer: Callable[[Question], Answer],
    questions: Iterable[Question],
    begun: _Begun[Answer],
) -> None:
    try:
        for at, question in enumerate(questions):
            try:
                future = pool.submit(answer, question)
            except RuntimeError:  # nobody waits for answers any more, and the pool is shut
                return
            begun.put(future)
            if at == 0:
                wait([future])
    finally:
        begun.put(None)
