"""The map, the network and the page of one event."""

import json
from importlib import resources
from itertools import accumulate

import pytest
from starlette.testclient import TestClient

from dateline.model.annotations import (
    Annotations,
    DocumentEntity,
    EventType,
    MentionType,
    PlacePrecision,
)
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.events import (
    Account,
    Attribute,
    AttributeVersion,
    Event,
    EventPlace,
    Giver,
    Relation,
    Telling,
)
from dateline.model.spans import Span
from dateline.web.room import Room
from dateline.web.views.happenings import CLASS_OF, QUARTERS, EventClass
from tests.web.desks import NOW

HARBOUR = EventPlace("Port Sallum", "eg", 31.55, 25.16, PlacePrecision.CITY)
PROVINCE = EventPlace("Wasit", "iq", 32.6, 45.8, PlacePrecision.ADMIN)


def _event(
    id: str, type: EventType, day: str | None, *parties: str, place: EventPlace | None = None
) -> Event:
    telling = Telling("doc-none", ("m1",))
    return Event(id, type, None, day, day, place, parties[:1], parties[1:], (telling,))


@pytest.fixture(autouse=True)
def _events(room: Room) -> None:
    document = room.ledger.documents()[0]
    told = Event(
        "ev-shelling",
        EventType.ASSAULT,
        "shelling",
        "2020-03-10",
        "2020-03-10",
        HARBOUR,
        ("Band of Anvils",),
        ("<b>Harbour</b> Guard",),
        (Telling(document.id, ("m1",)),),
    )
    events = [
        told,
        _event("ev-talks", EventType.CONSULT, "2020-03-12", "Sallum", "Wasit", place=PROVINCE),
        _event("ev-when", EventType.AID, None, "Sallum", "Band of Anvils"),
    ]
    versions = (
        AttributeVersion("3", (Giver(document.outlet or "", document.id, "2020-03-10"),)),
        AttributeVersion("5", (Giver("elsewhere", document.id, "2020-03-11"),)),
    )
    disputed = Attribute("killed", "guards", versions, Relation.DIFFERENT)
    room.ledger.event_book.save_events(events, now=NOW)
    room.ledger.event_book.save_accounts([Account("ev-shelling", (disputed,))], now=NOW)


def test_the_map_lists_what_it_draws(client: TestClient) -> None:
    page = client.get("/map").text
    drawn = [event["id"] for event in client.get("/api/events").json()["events"]]
    assert drawn == ["ev-talks", "ev-shelling", "ev-when"]  # the latest first, the undated last
    assert all(f'data-event="{id}"' in page for id in drawn)
    assert "place unknown" in page and "province" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("begin=2020-03-11", ["ev-talks"]),
        ("until=2020-03-10", ["ev-shelling"]),
        ("begin=2020-03", ["ev-talks", "ev-shelling"]),
        ("begin=2019&until=2019", []),
        ("as_of=2020-03-01T00:00:00Z", []),
    ],
)
def test_a_period_chooses(client: TestClient, query: str, expected: list[str]) -> None:
    assert [event["id"] for event in client.get(f"/api/events?{query}").json()["events"]] == expected


def test_more_than_is_shown_is_said(client: TestClient) -> None:
    answer = client.get("/api/events?limit=1").json()
    assert answer["cut"] and len(answer["events"]) == 1


@pytest.mark.parametrize("query", ["begin=yesterday", "limit=0", "until=2020-3-1"])
def test_a_wrong_period_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/api/events?{query}").status_code == 422


def test_the_network_counts_who_did_what_to_whom(client: TestClient) -> None:
    answer = client.get("/api/network").json()
    ties = {(tie["source"], tie["target"]): tie["kind"] for tie in answer["ties"]}
    assert ties["Sallum", "Wasit"] == "friendly-words"
    assert ties["Sallum", "Band of Anvils"] == "friendly-deeds"
    assert answer["names"]["Sallum"] == 2


def test_the_network_counts_who_spoke_of_whom(client: TestClient, room: Room) -> None:
    document = room.ledger.documents()[0]
    fields = {name: getattr(document, name) for name in document.__slots__}
    words = "Darwish said that Lana Barzan had left. Sami Darwish is the harbour master."
    said = type(document)(**{**fields, "id": "doc-said", "url": "http://a/", "text": words})
    names = (("e1", MentionType.PERSON, "Sami Darwish"), ("e2", MentionType.PERSON, "Lana Barzan"))
    chain = (Link(LinkKind.SPEAKER, "Darwish"), Link(LinkKind.PUBLISHER, "herald"))
    claim = Claim(
        "c-said", "doc-said", (Span(18, 38),), chain, Span(8, 12), Mode.PARAPHRASE, Certainty.CERTAIN,
        Polarity.AFFIRMED, 0.9, Span(0, 39),
    )  # fmt: skip
    read = Annotations(
        "doc-said", (Span(0, 39),), entities=tuple(DocumentEntity(*name) for name in names), claims=(claim,)
    )
    room.ledger.save_document(said, now=NOW)
    room.ledger.save_annotations(read, made_by="hand/1", now=NOW)
    ties = {(tie["source"], tie["target"]): tie for tie in client.get("/api/network").json()["ties"]}
    assert ties["Sami Darwish", "Lana Barzan"]["modes"] == ["spoke of"]
    assert ties["Sami Darwish", "Lana Barzan"]["kind"] == "other"


def test_an_event_shows_versions_and_reports(client: TestClient) -> None:
    page = client.get("/events/ev-shelling").text
    assert "different figure" in page and "(<bdi>guards</bdi>)" in page
    assert "&lt;b&gt;Harbour&lt;/b&gt; Guard" in page and "<b>Harbour" not in page


@pytest.mark.parametrize("path", ["/events/ev-none", "/api/events/ev-none"])
def test_an_unknown_event_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_type_has_one_quarter() -> None:
    assert set(CLASS_OF) == set(EventType)
    assert sum(map(len, QUARTERS.values())) == len(EventType)
    assert set(QUARTERS) == set(EventClass)


def test_the_outlines_carry_the_codes_of_the_ledger() -> None:
    packaged = resources.files("dateline.web") / "static" / "map" / "countries.json"
    atlas = json.loads(packaged.read_text(encoding="utf-8"))
    codes = {shape["id"] for shape in atlas["objects"]["countries"]["geometries"]}
    assert {"iq", "ir", "sy", "lb", "il", "us", "fr", "no", "xk"} <= codes


def test_the_borders_of_provinces_lie_in_their_country() -> None:
    packaged = resources.files("dateline.web") / "static" / "map" / "provinces.json"
    borders = json.loads(packaged.read_text(encoding="utf-8"))
    assert {"iq", "ir", "sy", "lb", "ye", "ua", "us"} <= borders["lines"].keys()
    points = [point for line in borders["lines"]["iq"] for point in _placed(line, borders["scale"])]
    assert all(38.5 < longitude < 49 and 29 < latitude < 37.6 for longitude, latitude in points)
    assert any(longitude < 43.5 and latitude > 36 for longitude, latitude in points)  # Dahuk and Nineveh
    assert any(longitude > 46 and latitude < 31.5 for longitude, latitude in points)  # Basra and Maysan


def _placed(line: list[int], scale: int) -> list[tuple[float, float]]:
    return [
        (x / scale, y / scale) for x, y in zip(accumulate(line[::2]), accumulate(line[1::2]), strict=True)
    ]
