"""Search in the browser: facets that keep their word, both clocks, and what was known on a day."""

import re
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from dateline.assess.grades import grade
from dateline.pipeline.ledger.grading import claim_grades
from dateline.web.addresses import address, carried
from dateline.web.room import Room
from tests.web.desks import NOW


def _hits(browser: TestClient, **asked: str) -> list[str]:
    answer = browser.get(address("/api/search", **asked)).json()
    return [hit["document"] for hit in answer["hits"]]


def test_a_facet_finds_as_many_as_it_says(client: TestClient, room: Room) -> None:
    outlet = next(document.outlet or "" for document in room.ledger.documents())
    room.ledger.append_decision(grade(outlet, "B", by="ada", at=NOW, why="known long"), now=NOW)
    found = client.get("/api/search?q=factory").json()
    groups = {group["field"]: group["facets"] for group in found["groups"]}
    assert {"lang", "grade", "digit", "event", "entity", "disputed"} <= groups.keys()
    for field, facets in groups.items():
        for facet in facets:
            narrowed = _hits(client, q="factory", **{field: facet["value"]})
            assert len(narrowed) == facet["hits"], (field, facet)


def test_a_search_by_digit_agrees_with_what_the_claims_show(client: TestClient, room: Room) -> None:
    claims = room.ledger.claims()
    shown = claim_grades(room.ledger, claims)
    assert len({shown[claim.id].digit for claim in claims}) > 1
    for digit in range(1, 7):
        reports = {claim.document for claim in claims if shown[claim.id].digit == digit}
        current = {document.id for document in room.ledger.documents()}
        assert set(_hits(client, digit=str(digit))) == reports & current


def test_the_page_keeps_what_it_is_narrowed_by(client: TestClient) -> None:
    page = client.get("/search?q=factory&disputed=yes&begin=2020-03").text
    assert '<input type="hidden" name="disputed" value="yes">' in page
    assert re.search(r'aria-current="true" href="/search\?q=factory&amp;begin=2020-03"', page)


@pytest.mark.parametrize(
    ("asked", "finds"),
    [
        ({"q": '"soap burned"~2'}, True),
        ({"q": "burned NEAR/1 soap"}, True),
        ({"q": '"soap gate"~1'}, False),
        ({"q": "factory", "learned_begin": "2020-03-21"}, True),
        ({"q": "factory", "learned_until": "2020-03-20"}, False),
        ({"q": "factory", "until": "2020-03-10"}, False),
        ({"q": "factory", "as_of": "2020-03-20"}, False),
        ({"q": "factory", "as_of": "2020-03-21"}, True),
    ],
)
def test_what_is_asked_for(client: TestClient, asked: dict[str, str], finds: bool) -> None:
    assert bool(_hits(client, **asked)) is finds


def test_a_moment_is_carried_from_page_to_page(client: TestClient, room: Room) -> None:
    document = room.ledger.documents()[0]
    later = {name: getattr(document, name) for name in document.__slots__}
    room.ledger.save_document(
        type(document)(**{**later, "id": "doc-later", "url": "http://a/"}), now=NOW + timedelta(days=3)
    )
    page = client.get("/triage?as_of=2020-03-22").text
    assert re.search(r'href="/stories/[^"?]+\?as_of=2020-03-22"', page)
    assert 'href="/map?as_of=2020-03-22"' in page
    assert 'type="range" min="0" max="3" value="1" data-moment-of="2020-03-21"' in page
    assert "as_of=" not in client.get("/triage").text


def test_links_elsewhere_carry_nothing() -> None:
    page = '<link href="/static/desk.css?v=1"><a href="https://a.example/">x</a><a href="//b.example">y</a>'
    assert carried(page, NOW) == page
