"""What the ledger knows across documents: judged and taken back, as it was, and what is new."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.options import parse_instant
from dateline.desk import create_desk, load_desk
from dateline.errors import InputError, NotFound
from dateline.pipeline import Doors, open_doors, run_desk
from dateline.pipeline.ledger.difference import News, find_news
from dateline.pipeline.ledger.gaps import ask_question, close_question, find_gaps, questions_standing
from dateline.pipeline.ledger.grading import (
    claim_grades,
    find_claim,
    grade_claim,
    grade_outlet,
    outlet_grades,
)
from dateline.pipeline.ledger.judging import merge, split, undo
from dateline.pipeline.ledger.knowing import know_again
from dateline.pipeline.ledger.standing import disputes_standing, events_standing, stories_standing

FIRST, SECOND, THIRD = (parse_instant(f"2020-03-{day}T20:00:00Z", "now") for day in (21, 22, 23))
PAGE = (
    '<html lang="en"><head><title>{title}</title><meta property="article:published_time" '
    'content="2020-03-1{day}T08:00:00+03:00"></head><body><article><h1>{title}</h1><p>{text}</p><p>{more}</p>'
    "</article></body></html>"
)
RAID = "{killed} people were killed when rockets struck the barracks of Mosul on March 10, the police said."
SHUT = (
    "The road to the old barracks was shut until noon and the wounded were taken to the hospital of Mosul, "
    "officials of the province said. Shops near the bus station stayed closed for the day."
)
HARVEST = "Farmers around Basra expect the best harvest in ten years, the ministry of agriculture said."
PALMS = "Their cooperative has ordered new cold stores, and buyers from Kuwait have come to see the groves."


def page(desk: Path, name: str, title: str, day: int, text: str, more: str) -> None:
    folder = desk / "inbox" / name
    folder.mkdir(parents=True, exist_ok=True)
    written = PAGE.format(title=title, day=day, text=text, more=more)
    (folder / "page.html").write_text(written, encoding="utf-8")


def raid(desk: Path, name: str, killed: str, day: int) -> None:
    page(desk, name, f"{killed} killed in Mosul", day, RAID.format(killed=killed), SHUT)


def learn(folder: Path) -> tuple[list[Any], list[Any]]:
    """Make a desk that learns of a harvest and a raid first, and a day later that the raid is disputed.

    Returns the export and the events after the first day.
    """
    create_desk(folder, "Trial")
    raid(folder, "herald", "Three", 1)
    page(folder, "farmer", "Dates", 1, HARVEST, PALMS)
    with open_doors(load_desk(folder), now=FIRST) as doors:
        list(run_desk(doors))
        then = list(doors.ledger.export(as_of=FIRST)), events_standing(doors.ledger)
    raid(folder, "courier", "Nine", 2)
    with open_doors(load_desk(folder), now=SECOND) as doors:
        list(run_desk(doors))
    return then


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk after both days."""
    folder = tmp_path_factory.mktemp("desk")
    learn(folder)
    return folder


@pytest.fixture
def doors(desk: Path) -> Iterator[Doors]:
    with open_doors(load_desk(desk), now=SECOND) as opened:
        yield opened


def derived(doors: Doors) -> list[dict[str, Any]]:
    """All that the ledger exports but the decisions, which only grow."""
    return [line for line in doors.ledger.export() if line["type"] != "decision"]


def test_splitting_and_merging_again_restores_the_export_exactly(doors: Doors) -> None:
    before = derived(doors)
    stories = sorted((each.story for each in stories_standing(doors.ledger)), key=lambda s: -len(s.documents))
    whole, other = stories[0], stories[1]
    assert len(whole.documents) > 1
    split(doors, whole.id, whole.documents[1:], by="mina", why="two raids")
    assert derived(doors) != before
    parts = [
        each.story
        for each in stories_standing(doors.ledger)
        if set(each.story.documents) < set(whole.documents)
    ]
    merge(doors, parts[0].id, parts[1].id, by="mina", why="one raid after all")
    assert derived(doors) == before
    (decision,) = merge(doors, whole.id, other.id, by="mina", why="one fire")
    assert derived(doors) != before
    undo(doors, decision.id, by="mina", why="no")
    assert derived(doors) == before


def test_only_judgements_on_stories_are_taken_back(doors: Doors) -> None:
    story = doors.ledger.stories()[0].id
    with pytest.raises(InputError):
        undo(doors, story, by="mina", why="")
    with pytest.raises(InputError):
        merge(doors, story, "s-nothing", by="mina", why="")


def test_the_state_before_is_shown_to_the_byte(tmp_path: Path) -> None:
    then = learn(tmp_path)
    with open_doors(load_desk(tmp_path), now=SECOND) as doors:
        assert (list(doors.ledger.export(as_of=FIRST)), events_standing(doors.ledger, as_of=FIRST)) == then
        assert events_standing(doors.ledger) != then[1]
        assert disputes_standing(doors.ledger, as_of=FIRST) == []


def test_a_raid_told_twice_is_one_event_with_a_disputed_toll(doors: Doors) -> None:
    (dispute,) = disputes_standing(doors.ledger)
    assert [version.value for version in dispute.attribute.versions] == ["3", "9"]
    assert dispute.event.begin == "2020-03-10"
    assert len(dispute.event.tellings) == 2
    claims = [giver.claim for version in dispute.attribute.versions for giver in version.givers]
    grades = claim_grades(doors.ledger, [find_claim(doors.ledger, claim) for claim in claims if claim])
    assert {grade.digit for grade in grades.values()} == {4}


def test_what_is_new_since_the_first_day(doors: Doors) -> None:
    news = find_news(doors.ledger, FIRST)
    assert {line.kind for line in news} >= {News.UPDATED, News.DISPUTED}
    assert all(line.claims for line in news)
    assert find_news(doors.ledger, SECOND) == []
    everything = find_news(doors.ledger, parse_instant("2020-01-01", "since"))
    assert len([line for line in everything if line.kind is News.NEW]) == len(doors.ledger.stories())


def test_questions_stay_open_until_they_are_closed(doors: Doors) -> None:
    question = ask_question(doors.ledger, "Who fired at the barracks?", by="mina", at=SECOND)
    assert question in find_gaps(doors.ledger, now=SECOND).questions
    close_question(doors.ledger, question.id, by="omid", at=SECOND, why="A group said so.")
    assert question not in find_gaps(doors.ledger, now=SECOND).questions
    (standing,) = questions_standing(doors.ledger)
    assert standing.closed is not None
    assert standing.closed.why == "A group said so."
    with pytest.raises(InputError):
        close_question(doors.ledger, question.id, by="omid", at=SECOND, why="again")
    with pytest.raises(NotFound):
        ask_question(doors.ledger, "About what?", by="mina", at=SECOND, about="ev-nothing")


def test_grades_are_decisions_with_a_reason(doors: Doors) -> None:
    grade_outlet(doors.ledger, "herald", "b", by="mina", at=SECOND, why="corrects itself in the open")
    assert [each.letter for each in outlet_grades(doors.ledger, ["herald", "courier"])] == ["B", "F"]
    assert outlet_grades(doors.ledger, ["herald"], as_of=FIRST)[0].letter == "F"
    claim = doors.ledger.claims()[0].id
    grade_claim(doors.ledger, claim, "2", by="mina", at=SECOND, why="seen by two of us")
    assert claim_grades(doors.ledger, [find_claim(doors.ledger, claim)])[claim].by == "mina"
    for subject, value in ((claim, "9"), (claim, "B"), ("herald", "2")):
        with pytest.raises((InputError, NotFound)):
            grade_claim(doors.ledger, subject, value, by="mina", at=SECOND, why="no")
    with pytest.raises(InputError):
        grade_outlet(doors.ledger, "herald", "C", by="mina", at=SECOND, why=" ")


def test_a_run_derives_anew_only_where_something_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    learn(folder)
    with open_doors(load_desk(folder), now=SECOND) as doors:
        before = list(doors.ledger.export()), know_again(doors)
    watched = '\n[[watch]]\ntype = "ORG"\nname = "Ferry Guild"\naliases = []\n'
    with (folder / "desk.toml").open("a", encoding="utf-8") as settings:
        settings.write(watched)
    with open_doors(load_desk(folder), now=THIRD) as doors:
        inputs = count_derivations(folder)
        assert know_again(doors) == before[1]
        assert list(doors.ledger.export()) == before[0]
        assert know_again(doors) == before[1]
    assert (inputs, count_derivations(folder)) == (2, 3)


def count_derivations(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as ledger:
        return int(ledger.execute("SELECT count(*) FROM derivations").fetchone()[0])
