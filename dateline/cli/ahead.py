"""Answers in the order of their questions, the next of which are begun before the first is done."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from queue import Queue
from threading import Thread
from typing import Generic, TypeVar

from dateline.processes import end_with_parent

ALONE = 50
"""Questions answered before other processes are started, which takes each as long as some ten answers."""
WAITING = 3
"""Questions that are sent ahead for each process: bounds what waits in memory."""

Question = TypeVar("Question")
Answer = TypeVar("Answer")
_Begun = Queue[tuple[Question, Future[Answer]] | None]


def answer_each(
    answer: Callable[[Question], Answer], questions: Iterable[Question], *, at_once: int, workers: int = 1
) -> Iterator[Answer]:
    """Yield the answer to each question, in order, with so many worked on at a time.

    Questions are taken in a thread of their own: an answer is there as soon as it is ready, though the next
    question be long in coming. Where there are many, so many processes answer them, this one among them; then
    `answer` is a function of a module. What a process was asked that was killed is answered here.
    """
    begun: _Begun[Question, Answer] = Queue(max(at_once, workers * WAITING))
    pools = _Pools(answer, at_once, workers)
    try:
        Thread(target=_begin_each, args=(pools, questions, begun), daemon=True).start()
        while (waiting := begun.get()) is not None:
            question, future = waiting
            try:
                yield future.result()
            except BrokenProcessPool:
                yield answer(question)
    finally:
        pools.close()


class _Pools(Generic[Question, Answer]):
    """Where questions are answered: in threads of this process, by turns in others once there are many."""

    def __init__(self, answer: Callable[[Question], Answer], at_once: int, workers: int) -> None:
        self._answer = answer
        self._workers = workers
        self._threads = ThreadPoolExecutor(at_once)
        self._processes: ProcessPoolExecutor | None = None
        self._begun = 0

    def begin(self, question: Question) -> Future[Answer]:
        """Begin to answer a question. Raises RuntimeError when nobody waits for answers any more."""
        self._begun += 1
        if self._begun > ALONE and self._begun % self._workers:
            try:
                return self._others().submit(self._answer, question)
            except BrokenProcessPool:  # one was killed, for want of memory it may be: no others are started
                self._workers = 1
        return self._threads.submit(self._answer, question)

    def _others(self) -> Executor:
        if self._processes is None:
            self._processes = ProcessPoolExecutor(
                self._workers - 1, mp_context=get_context("spawn"), initializer=end_with_parent
            )
        return self._processes

    def close(self) -> None:
        """Let nothing more begin, and wait for what is at work."""
        for pool in (self._threads, self._processes):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)


def _begin_each(
    pools: _Pools[Question, Answer], questions: Iterable[Question], begun: _Begun[Question, Answer]
) -> None:
    try:
        for at, question in enumerate(questions):
            try:
                future = pools.begin(question)
            except RuntimeError:  # nobody waits for answers any more, and the pool is shut
                return
            begun.put((question, future))
            if at == 0:
                wait([future])
    finally:
        begun.put(None)
