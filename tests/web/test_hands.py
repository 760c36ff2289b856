"""What hands do beyond a shift: stories of a draft moved by key and by drag, and the map by key."""

from collections.abc import Iterator
from typing import Any

import pytest

from dateline.model.editions import Period
from dateline.model.events import Event
from dateline.pipeline.editions.drafting import begin_draft, find_draft
from dateline.web.room import Room
from tests.web.browser import served

PERIOD = Period("2020-03-08", "2020-03-21")


@pytest.fixture
def page(chromium: Any, room: Room) -> Iterator[Any]:
    with served(room) as address:
        context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        opened = context.new_page()
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        yield opened
        context.close()
    assert errors == []


def _events(room: Room) -> list[Event]:
    return room.ledger.event_book.latest_events(begin=None, until=None, limit=400)


def _stories(room: Room, draft: str) -> list[str]:
    return [entry.story for part in find_draft(room.doors, draft).edition.sections for entry in part.items]


def _drag(page: Any, grip: str, onto: str) -> None:
    """Drag from the middle of one thing to the upper edge of another, as a hand does: by many small moves."""
    page.locator(onto).evaluate("node => node.scrollIntoView({block: 'start'})")
    start, end = page.locator(grip).bounding_box(), page.locator(onto).bounding_box()
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"], start["y"] - 20, steps=5)
    page.mouse.move(end["x"] + 40, end["y"] + 8, steps=10)
    page.mouse.up()


def test_stories_are_moved_by_key_and_by_drag(page: Any, room: Room) -> None:
    draft = begin_draft(room.doors, PERIOD, by="sara").draft
    first, second, *rest = _stories(room, draft)
    page.goto(f"/bulletin/drafts/{draft}")
    page.locator(f'[data-entry="{first}"] [data-row]').first.click()
    with page.expect_response("**/move"):
        page.keyboard.press("J")
    page.locator(f'[data-entry="{second}"] + [data-entry="{first}"]').wait_for()
    assert _stories(room, draft) == [second, first, *rest]
    with page.expect_response("**/move"):
        _drag(page, f'[data-entry="{first}"] .grip', f'[data-entry="{second}"]')
    assert _stories(room, draft) == [first, second, *rest]


def test_the_map_is_moved_and_its_days_chosen_by_key(page: Any, room: Room) -> None:
    days = sorted(event.begin[:10] for event in _events(room) if event.begin)
    page.goto("/map")
    page.locator(".land path").first.wait_for(state="attached")
    page.locator("svg.map").focus()
    page.keyboard.press("+")
    page.locator('.land[transform*="scale(1.6"]').wait_for(state="attached")
    page.locator("svg.days").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-days]").inner_text() == f"{days[0]} – {days[0]}"
    assert page.locator("[data-count]").inner_text() == str(days.count(days[0]))
    page.keyboard.press("Escape")
    assert page.locator("[data-count]").inner_text() == str(len(_events(room)))


def test_a_story_shows_where_it_happened(page: Any, room: Room) -> None:
    event = next(event for event in _events(room) if event.place)
    story = room.ledger.story_of(event.documents[0])
    page.goto(f"/stories/{story}")
    page.locator("aside .dots circle, aside .doubts path, aside .told").first.wait_for(state="attached")
    assert page.locator(f'a[href="/events/{event.id}"]').count() >= 1
