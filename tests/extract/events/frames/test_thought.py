"""What is only thought of or usually so is no event; what is about to be done is planned."""

import pytest

from dateline.model.annotations import EventStage
from tests.extract.events.test_finding import read, told


@pytest.mark.parametrize(
    "text",
    [
        "Preachers are allowed to speak.",
        "The state is not recognised by Norway.",
        "The display should have been longer, Ola Berg said.",
        "Kenya will pay if Norway delays the meeting.",
        "Norway seized the opportunity.",
    ],
)
def test_tells_nothing_that_did_not_happen(text: str) -> None:
    assert [event for event in read(text).events if event.mode not in ("no comment",)] == []


def test_is_to_is_a_plan() -> None:
    events = read("Angela Merkel is also to visit Oslo on Monday.").events
    assert [(event.mode, event.stage) for event in events] == [("visit", EventStage.PLANNED)]


def test_who_has_a_meeting_acts_in_it() -> None:
    expected = ("CONSULT", "meeting", "meeting", ["Angela Merkel"], ["Ola Berg"])
    assert expected in told("Angela Merkel had a meeting with Ola Berg in Oslo.")


def test_all_who_say_it_together_act() -> None:
    expected = ("ACCUSE", "accusation", "condemned", ["Norway", "Kenya"], ["the attack"])
    assert expected in told("Norway and Kenya condemned the attack.")


def test_who_says_must_asks_though_no_name_is_known() -> None:
    expected = ("REQUEST", "demand", "must", ["a shepherd"], ["Norway"])
    assert expected in told("Norway must withdraw its troops, a shepherd said.")
