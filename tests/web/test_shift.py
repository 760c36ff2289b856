"""A whole shift in the browser, by keyboard alone: docs/tutorial.md tells it to a person."""

from typing import Any

import pytest

from dateline.model.people import ActKind
from dateline.web.room import Room
from tests.web.browser import served

TRIAGED, ACCEPTED, REJECTED = 10, 5, 2
SLOW = 180_000  # milliseconds: an edition is proved from its archive


class Hands:
    """Presses keys and looks; it has no mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def count(self, selector: str) -> int:
        return int(self.page.locator(selector).count())

    def wait_for(self, selector: str, count: int | None = None) -> None:
        """Wait until something is there, or there so many times."""
        if count is None:
            self.page.locator(selector).first.wait_for(state="attached")
            return
        for _ in range(200):
            if self.count(selector) == count:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{self.count(selector)} of {selector}, expected {count}")

    def follow(self, key: str, timeout: int = 30_000) -> None:
        """Press a key that leads to another page, and wait for it."""
        with self.page.expect_navigation(timeout=timeout):
            self.press(*key.split())


@pytest.fixture
def hands(chromium: Any, room: Room) -> Any:
    with served(room) as address:
        context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        yield Hands(page)
        context.close()


def _triage(hands: Hands) -> None:
    """Skip five stories, mark five as seen, and take the last one back."""
    hands.page.goto("/triage")
    stories = hands.count("[data-story]")
    hands.press("j")
    for number in range(TRIAGED):
        hands.press("m" if number % 2 else "s")
        hands.wait_for("[data-story]", stories - number - 1)
    hands.press("z")
    hands.wait_for("[data-story]", stories - TRIAGED + 1)


def _decide(hands: Hands) -> None:
    """Open story after story, and accept or reject their claims with a reason."""
    decided = story = 0
    while decided < ACCEPTED + REJECTED:
        hands.page.goto("/triage?show=all")
        hands.press(*["j"] * (story + 1))
        hands.follow("Enter")
        if story == 0:
            hands.press("t")
            hands.wait_for(".story-head .mark")
        for _ in range(min(hands.count(".claim"), ACCEPTED + REJECTED - decided)):
            hands.press("j")
            hands.wait_for(".claim.at", 1)
            _accept(hands) if decided < ACCEPTED else _reject(hands)
            decided += 1
        story += 1


def _accept(hands: Hands) -> None:
    with hands.page.expect_response(lambda answer: answer.request.method == "POST"):
        hands.press("a")
    hands.wait_for(".claim.at.accepted")


def _reject(hands: Hands) -> None:
    hands.press("r")
    hands.write("The source is not where it says it was")
    hands.press("Enter")
    hands.wait_for(".claim.at.rejected")


def _merge_and_undo(hands: Hands) -> None:
    """Join two men who are not one, see it, and take it back."""
    hands.page.goto("/triage")
    hands.follow("g n")
    hands.press("/")
    hands.write("Barzan")
    hands.follow("Enter")
    hands.press("j")
    hands.follow("Enter")
    assert "Barzan" in hands.page.title()
    hands.press("m")
    hands.write("Omar Sabbagh")
    hands.follow("Enter")
    hands.wait_for('main:has-text("Omar Sabbagh")')
    hands.follow("z")
    hands.press("/")
    hands.write("Barzan")
    hands.follow("Enter")
    hands.wait_for(".entity:has-text('Barzan')", 1)
    assert "Omar Sabbagh" not in hands.page.locator("main").inner_text()


def _issue(hands: Hands) -> None:
    """Draft, break a sentence and mend it, leave one out, take disputes and gaps in, and issue."""
    hands.follow("g b")
    hands.follow("d", SLOW)
    sentences = hands.count(".sentence")
    hands.press("j", "e")
    hands.write("Seven hundred swans landed in Atlantis.")
    hands.press("Control+Enter")
    hands.wait_for(".sentence.fails")
    hands.press("z")
    hands.wait_for(".sentence.fails", 0)
    hands.press("j", "j", "r")
    hands.wait_for(".sentence", sentences - 1)
    proposed = hands.count(".proposal")
    hands.press("A")
    hands.wait_for(".proposal.taken", proposed)
    hands.follow("i", SLOW)
    assert hands.page.url.endswith("/bulletin/1")


def _correct(hands: Hands) -> None:
    """Take a sentence back in public."""
    hands.press("j", "c")
    hands.page.keyboard.press("Control+A")
    hands.press("Delete", "Tab")
    hands.page.keyboard.type("The harbour master withdrew it")
    hands.follow("Enter")
    hands.wait_for('main .warning:has-text("The harbour master withdrew it")')


@pytest.mark.timeout(600)
def test_a_shift_by_keyboard(hands: Hands, room: Room) -> None:
    _triage(hands)
    _decide(hands)
    _merge_and_undo(hands)
    _issue(hands)
    _correct(hands)
    assert hands.errors == []
    done = [act.kind for act in room.ledger.book.latest_acts(limit=500)]
    assert done.count(ActKind.ACCEPT) == ACCEPTED
    assert done.count(ActKind.REJECT) == REJECTED
    assert {ActKind.TAKE, ActKind.MERGE, ActKind.ISSUE, ActKind.CORRECT} <= set(done)


def test_what_is_typed_outlives_a_crash(hands: Hands) -> None:
    """What is being written is kept in the browser at each key, and given back."""
    hands.page.goto("/triage?show=all")
    hands.press("j")
    hands.follow("Enter")
    hands.press("j")
    hands.follow("Enter")
    hands.press("e")
    hands.write("Half a senten")
    hands.page.reload()
    assert hands.page.locator("textarea[name=words]").input_value() == "Half a senten"
