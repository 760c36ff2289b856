"""Events: one happening told by many is one event, a look-alike is another, whatever the wording."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.link.events import link_events
from dateline.model.annotations import (
    Annotations,
    EventMention,
    EventStage,
    EventType,
    Mention,
    MentionType,
    PlacePrecision,
    PlaceReference,
    Quantity,
)
from dateline.model.documents import Document
from dateline.model.ledger import Story
from dateline.model.spans import Span
from dateline.model.times import StatedTime
from dateline.text.naming.parties import party_keys

BASE = PlaceReference("m0", 35.8, 43.26, "Qarya", "iq", 94001, PlacePrecision.CITY, 0.9)
CITY_NEAR = PlaceReference("m0", 35.85, 43.3, "Qarya airfield", "iq", 94002, PlacePrecision.POINT, 0.9)
CITY_FAR = PlaceReference("m0", 30.5, 47.8, "Basra", "iq", 99532, PlacePrecision.CITY, 0.9)
COUNTRY = PlaceReference("m0", 33.0, 44.0, "Iraq", "iq", 99237, PlacePrecision.COUNTRY, 0.9)


def article(
    id: str, day: int, lang: str = "en", text: str = "Qarya was told of here, at length."
) -> Document:
    moment = datetime(2020, 3, day, 12, tzinfo=UTC)
    stated = StatedTime(moment.isoformat(), "")
    url = f"https://{id}.example/"
    return Document(id, id, url, id, None, None, None, stated, moment, lang, text, (), "plain/1")


def attack(day: int | None, **changes: object) -> EventMention:
    begin = f"2020-03-{day:02}" if day else None
    mention = EventMention(
        "v0", EventType.ASSAULT, "rocket attack", Span(0, 5), (), (), ("m0",), begin, begin, (), 0.9
    )
    return replace(mention, **changes)


def told(id: str, *events: EventMention, place: PlaceReference | None = BASE, killed: int = 0) -> Annotations:
    mention = Mention("m0", 0, 5, MentionType.GPE, "e0", 0.9)
    places = (place,) if place else ()
    counts = (Quantity(6, 9, killed, killed, "killed"),) if killed else ()
    numbered = tuple(replace(event, quantities=(0,)) if killed else event for event in events)
    return Annotations(
        id, (Span(0, 30),), mentions=(mention,), places=places, quantities=counts, events=numbered
    )


def events(*pairs: tuple[Document, Annotations]) -> list[tuple[str, ...]]:
    found = link_events([document for document, _ in pairs], {document.id: made for document, made in pairs})
    return sorted(event.documents for event in found)


FIRST = article("a", 12), told("a", attack(11), killed=3)


@pytest.mark.parametrize(
    ("document", "made"),
    [
        (article("b", 12), told("b", attack(11), killed=5)),
        (article("b", 18), told("b", attack(11))),
        (article("b", 12, "ar"), told("b", attack(11, mode="attack"), place=CITY_NEAR)),
        (article("b", 12), told("b", attack(None), killed=3)),
        (article("b", 13), told("b", attack(11), place=COUNTRY, killed=3)),
        (article("b", 13), told("b", attack(11, mode="killing"), killed=3)),
    ],
    ids=["another toll", "a week later", "another name and tongue", "no day", "only the country", "its dead"],
)
def test_tellings_of_one_happening_are_one_event(document: Document, made: Annotations) -> None:
    assert events(FIRST, (document, made)) == [("a", "b")]


@pytest.mark.parametrize(
    ("document", "made"),
    [
        (article("b", 15), told("b", attack(14), killed=3)),
        (article("b", 12), told("b", attack(11), place=CITY_FAR, killed=3)),
        (article("b", 12), told("b", attack(11, mode="airstrike"), killed=3)),
        (article("b", 12), told("b", attack(11, type=EventType.PROTEST, mode="protest"), killed=3)),
        (article("b", 12), told("b", attack(None), killed=7)),
        (article("b", 12), told("b", attack(None, targets=("m0",)))),
        (article("b", 31), told("b", attack(1, until="2020-03-31"), place=COUNTRY, killed=30)),
    ],
    ids=[
        "three days later on the same base",
        "elsewhere",
        "from the air",
        "no attack",
        "the same town on no day",
        "the same town on no day, as a target",
        "the sum of a month",
    ],
)
def test_look_alikes_are_events_of_their_own(document: Document, made: Annotations) -> None:
    assert events(FIRST, (document, made)) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("story", "expected"), [(("a", "b"), [("a", "b")]), (("a",), [("a",), ("b",)])], ids=["one", "another"]
)
def test_a_day_and_a_figure_tell_a_happening_within_a_story(
    story: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    made = {id: told(id, attack(11, places=()), place=None, killed=9) for id in "ab"}
    stories = [Story("s-1", story, ())]
    found = link_events([article("a", 12), article("b", 13)], made, stories=stories)
    assert sorted(event.documents for event in found) == expected


@pytest.mark.parametrize("stage", [EventStage.PLANNED, EventStage.THREATENED, EventStage.HYPOTHETICAL])
def test_what_has_not_happened_is_no_event(stage: EventStage) -> None:
    assert events((article("a", 12), told("a", attack(11, stage=stage), killed=3))) == []


def test_an_event_keeps_its_id_and_the_order_does_not_matter() -> None:
    later = article("b", 18), told("b", attack(11))
    (alone,) = link_events([FIRST[0]], {"a": FIRST[1]})
    made = {"a": FIRST[1], "b": later[1]}
    (both,) = link_events([later[0], FIRST[0]], made)
    assert both.id == alone.id
    assert link_events([FIRST[0], later[0]], made) == (both,)


def test_an_event_has_the_narrowest_place_and_the_day_that_most_give() -> None:
    exact = article("b", 13), told("b", attack(11), place=CITY_NEAR, killed=3)
    (event,) = link_events([FIRST[0], exact[0]], {"a": FIRST[1], "b": exact[1]})
    assert event.place is not None
    assert (event.place.name, event.begin, event.mode) == ("Qarya airfield", "2020-03-11", "rocket attack")


def test_a_town_is_no_actor_of_what_happens_in_it() -> None:
    made = told("a", attack(11, actors=("m0",), targets=("m0",)))
    (event,) = link_events([article("a", 12)], {"a": made})
    assert event.place is not None
    assert (event.place.name, event.actors, event.targets) == ("Qarya", (), ("Qarya",))


def test_what_a_text_tells_again_with_other_days_is_another_happening() -> None:
    war = attack(None, id="v1", begin="2011-01-01", until="2011-12-31", same_as="v0")
    found = link_events([FIRST[0]], {"a": told("a", attack(11), war)})
    assert [(event.begin, event.tellings[0].mentions) for event in found] == [
        ("2020-03-11", ("v0",)),
        (None, ("v1",)),
    ]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("al-Nusra Front", {"groups nusra"}),
        ("Levant Front", {"sound LBNT"}),
        ("Syrian Observatory", {"sound BSRBTR"}),
        ("Syrian", {"states sy"}),
        ("U.S.", {"states us"}),
    ],
)
def test_words_of_many_names_tell_a_party_only_where_it_has_no_other(name: str, keys: set[str]) -> None:
    assert party_keys(name, "en") == keys


def test_casualties_belong_to_the_attack_of_their_text() -> None:
    harm = attack(None, id="v1", mode="wounding", places=(), quantities=(1,))
    made = told("a", attack(11, quantities=(0,)), killed=0)
    counts = (Quantity(6, 9, 3, 3, "killed"), Quantity(10, 12, 12, 12, "wounded"))
    made = replace(made, quantities=counts, events=(*made.events, harm))
    (event,) = link_events([FIRST[0]], {"a": made})
    assert event.tellings[0].mentions == ("v0", "v1")


def test_what_is_only_said_counts_when_two_tell_it() -> None:
    speech = attack(11, type=EventType.ACCUSE, mode="accusation")
    one, other = ((article(id, 12), told(id, speech)) for id in "ab")
    assert events(one) == []
    assert events(one, other) == [("a", "b")]
