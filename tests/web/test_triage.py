"""Triage: what is new for whom, put aside, shared out and taken back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.assess.grades import grade
from dateline.desk import create_desk, load_desk
from dateline.model.ledger import Story
from dateline.model.people import Person, Role
from dateline.web.app import create_app
from dateline.web.room import Room
from dateline.web.server import Address, open_room
from tests.web.desks import NOW, Clock, token_of


def _stories(browser: TestClient, show: str = "new") -> list[str]:
    return re.findall(r'data-story="([^"]+)"', browser.get(f"/triage?show={show}").text)


def _act(browser: TestClient, what: str, *stories: str, **values: str) -> None:
    form = {"csrf": token_of(browser), "what": what, "story": list(stories), **values}
    assert browser.post("/triage", data=form).status_code == 303


def _undo(browser: TestClient) -> int:
    return browser.post("/undo", data={"csrf": token_of(browser)}).status_code


def test_every_story_is_new_at_first(client: TestClient, room: Room) -> None:
    assert sorted(_stories(client)) == sorted(story.id for story in room.ledger.stories())


def test_a_desk_to_which_nothing_came_says_how_to_begin(tmp_path: Path, clock: Clock) -> None:
    create_desk(tmp_path / "desk", "Harbour Watch")
    with open_room(load_desk(tmp_path / "desk"), Address(), clock) as opened:
        fresh = replace(opened, resident=Person("sara", Role.ADMIN), hosts=(*opened.hosts, "testserver"))
        with TestClient(create_app(fresh)) as browser:
            assert "Nothing has come in yet." in browser.get("/triage").text
            assert "No outlet has been named yet" in browser.get("/desk").text


def test_a_desk_read_through_does_not_begin_again(client: TestClient) -> None:
    _act(client, "skip", *_stories(client))
    page = client.get("/triage").text
    assert "You have seen everything" in page
    assert "Nothing has come in yet." not in page


def test_a_skipped_story_is_gone_until_undone(client: TestClient) -> None:
    first, *rest = _stories(client)
    _act(client, "skip", first)
    assert _stories(client) == rest
    assert _stories(client, "skipped") == [first]
    _undo(client)
    assert _stories(client) == [first, *rest]


def test_a_skipped_story_is_back_with_a_new_report(client: TestClient, room: Room) -> None:
    first = _stories(client)[0]
    story = room.ledger.book.stories([first])[first]
    _act(client, "skip", first)
    document = room.ledger.document(story.documents[0])
    later = room.clock() + timedelta(minutes=5)
    again = type(document)(**{
        **{name: getattr(document, name) for name in document.__slots__}, "id": "doc-later", "url": "http://a/"
    })  # fmt: skip
    room.ledger.save_document(again, now=later)
    known = [s for s in room.ledger.stories() if s.id != first]
    room.ledger.save_stories([*known, type(story)(first, (*story.documents, "doc-later"))], now=later)
    assert first in _stories(client)


def test_a_snoozed_story_wakes_up(client: TestClient, clock: Clock) -> None:
    first, *rest = _stories(client)
    _act(client, "snooze", first, days="1")
    assert _stories(client) == rest
    clock.now += timedelta(days=1)
    assert first in _stories(client)


def test_skipping_concerns_the_one_who_skips(log_in: Callable[[str], TestClient]) -> None:
    arash, edna = log_in("arash"), log_in("edna")
    first = _stories(arash)[0]
    _act(arash, "skip", first)
    assert first in _stories(edna)


def test_taking_and_tagging_are_seen_by_all(log_in: Callable[[str], TestClient]) -> None:
    arash, edna = log_in("arash"), log_in("edna")
    first, second, *_ = _stories(arash)
    _act(arash, "take", first, second)
    _act(arash, "tag", first, tag="border")
    assert set(_stories(arash, "mine")) == {first, second}
    assert _stories(edna, "mine") == []
    page = edna.get("/triage?show=all&tag=border").text
    assert re.findall(r'data-story="([^"]+)"', page) == [first]


def test_a_seen_story_is_not_new(client: TestClient) -> None:
    first, *rest = _stories(client)
    form = {"csrf": token_of(client), "what": "seen", "story": [first]}
    client.post("/triage", data=form)
    assert _stories(client) == rest
    assert first in _stories(client, "open")


def test_what_is_new_since_my_last_shift(client: TestClient, room: Room, clock: Clock) -> None:
    everything = _stories(client, "shift")
    assert sorted(everything) == sorted(_stories(client, "all"))  # a first shift
    _act(client, "tag", everything[0], tag="border")
    assert _stories(client, "shift") == everything  # the shift goes on
    clock.now += timedelta(hours=9)
    assert _stories(client, "shift") == []
    document = room.ledger.document(room.ledger.book.stories(everything[:1])[everything[0]].documents[0])
    later = {name: getattr(document, name) for name in document.__slots__}
    room.ledger.save_document(type(document)(**{**later, "id": "doc-new", "url": "http://a/"}), now=clock.now)
    stories = [s for s in room.ledger.stories() if s.id != everything[0]]
    room.ledger.save_stories([*stories, Story(everything[0], (document.id, "doc-new"))], now=clock.now)
    assert _stories(client, "shift") == everything[:1]
    assert "when you last did something here" in client.get("/triage?show=shift").text


def test_the_grade_of_an_outlet_is_on_the_card(client: TestClient, room: Room) -> None:
    outlet = next(document.outlet or "" for document in room.ledger.documents())
    room.ledger.append_decision(grade(outlet, "B", by="ada", at=NOW, why="known long"), now=NOW)
    assert 'title="B, usually reliable">B</strong>' in client.get("/triage?show=all").text


def test_undo_takes_back_one_act_after_the_other(client: TestClient) -> None:
    first, second, *_ = _stories(client)
    _act(client, "skip", first)
    _act(client, "skip", second)
    assert [_undo(client), _undo(client), _undo(client)] == [303, 303, 404]
    assert {first, second} <= set(_stories(client))


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"what": "fly", "story": "s-1"}, 400),
        ({"what": "skip", "story": "s-nowhere"}, 404),
        ({"what": "skip"}, 400),
        ({"what": "assign", "story": "FIRST", "assignee": "nobody"}, 400),
        ({"what": "snooze", "story": "FIRST", "days": "9999999"}, 400),
        ({"what": "tag", "story": "FIRST", "tag": "x" * 500}, 400),
    ],
)
def test_what_makes_no_sense_is_refused(client: TestClient, form: dict[str, str], status: int) -> None:
    first = _stories(client)[0]
    form = {name: first if value == "FIRST" else value for name, value in form.items()}
    assert client.post("/triage", data={"csrf": token_of(client), **form}).status_code == status


def test_pages_hold_every_story_once(client: TestClient, room: Room) -> None:
    arrivals = room.ledger.book.arrivals(limit=2)
    told = [arrival.story for arrival in arrivals]
    while arrivals:
        arrivals = room.ledger.book.arrivals(before=arrivals[-1].number, limit=2)
        told += [arrival.story for arrival in arrivals]
    assert sorted(told) == sorted(story.id for story in room.ledger.stories())
