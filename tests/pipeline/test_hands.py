"""Reading with several processes: the same ledger, in the same order, whatever becomes of a worker."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing import parent_process
from pathlib import Path

import pytest

from benchmarks.kills import make_desk
from dateline.desk import load_desk
from dateline.errors import Failed
from dateline.pipeline import Doors, open_doors, run_desk
from dateline.pipeline.hands import WORTH_STARTING, Hands, open_hands

NOW = datetime(2020, 3, 21, 20, tzinfo=UTC)


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[Doors]:
    with open_doors(load_desk(make_desk(tmp_path / "desk", articles=1)), now=NOW) as opened:
        yield opened


def squared(doors: Doors, number: int) -> int:
    if number == 3:
        raise ValueError("three is not squared")
    return number * number


def squared_by_a_worker_that_dies(doors: Doors, number: int) -> int:
    if number == 5 and parent_process() is not None:
        os._exit(9)
    return number * number


def test_a_subject_that_fails_stops_no_other(doors: Doors) -> None:
    with open_hands(doors, workers=1) as hands:
        found = dict(hands.derive_each(squared, range(5)))
    failed = Failed("unforeseen ValueError: three is not squared; please report it with the page")
    assert found == {0: 0, 1: 1, 2: 4, 3: failed, 4: 16}


def test_a_worker_that_dies_costs_no_subject(doors: Doors) -> None:
    numbers = range(WORTH_STARTING)
    with open_hands(doors, workers=2) as hands:
        found = list(hands.derive_each(squared_by_a_worker_that_dies, numbers))
    assert found == [(each, each * each) for each in numbers]


def test_few_subjects_start_no_process(doors: Doors) -> None:
    hands = Hands(doors, workers=2)
    assert list(hands.derive_each(squared, range(2))) == [(0, 0), (1, 1)]
    assert not hands.started


def test_any_number_of_workers_leaves_the_same_ledger(tmp_path: Path) -> None:
    claims = {}
    for workers in (1, 2):
        desk = load_desk(make_desk(tmp_path / f"desk-{workers}", articles=WORTH_STARTING))
        with open_doors(desk, now=NOW) as doors:
            list(run_desk(doors, workers=workers))
            claims[workers] = (doors.ledger.claims(), doors.ledger.issues())
    assert claims[1] == claims[2]
    assert len(claims[1][0]) > WORTH_STARTING
