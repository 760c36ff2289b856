"""Content from outside in every field: nothing runs, nothing loads, nothing breaks the layout."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dateline.model.annotations import DocumentEntity, MentionType
from dateline.model.evidence import WarcPointer
from dateline.model.identity import content_id
from dateline.model.ledger import Assessment, Entity, Issue, Stage, Story
from dateline.web.room import Room
from tests.store.nouns import make_annotations, make_claim, make_custody, make_document, make_evidence
from tests.web.browser import served
from tests.web.desks import NOW, token_of

SCRIPT = "<script>document.title='owned'</script>"
HOSTILE = (
    f"{SCRIPT}<svg onload=alert(1)><img src=x onerror=\"document.title='owned'\">"
    '"><iframe src=javascript:alert(1)></iframe>{{7*7}}</textarea></title><style>*{display:none}</style>'
    "\u202egnp.exe\u2066\u0000\x1b[31m\ufffd"
)
LONG = "Ä" + "W" * 20_000


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        found = dict(attrs)
        if tag == "script":
            self.scripts.append(found.get("src") or "inline")
        self.handlers += [name for name in found if name.startswith("on")]
        self.addresses += [found.get(name) or "" for name in ("href", "src", "action") if name in found]


@pytest.fixture
def hostile_story(room: Room) -> str:
    """A story in which every field that comes from outside is hostile."""
    ledger = room.ledger
    evidence = replace(
        make_evidence("javascript:alert(1)//" + HOSTILE[:50], HOSTILE),
        outlet=HOSTILE,
        record=WarcPointer(HOSTILE[:60], 0, 10),
        response_headers=((HOSTILE, HOSTILE),),
        media_type=HOSTILE,
    )
    ledger.save_capture(evidence, replace(make_custody(evidence), note=HOSTILE, component=HOSTILE), now=NOW)
    text = f"{HOSTILE} said {HOSTILE}.\n\n{LONG}"
    document = replace(
        make_document(evidence, text, title=HOSTILE + LONG, lang='en"><script>', printed=None),
        byline=HOSTILE,
        source=HOSTILE,
        issues=(HOSTILE,),
    )
    claim = make_claim(document, 0, len(HOSTILE))
    claim = replace(claim, chain=tuple(replace(link, name=HOSTILE) for link in claim.chain))
    entities = (DocumentEntity("e0", MentionType.PERSON, HOSTILE, (HOSTILE,)),)
    ledger.save_document(document, now=NOW)
    made = replace(make_annotations(document, claim), entities=entities)
    ledger.save_annotations(made, made_by="hostile/1", now=NOW)
    story = Story("s-hostile", (document.id,))
    ledger.save_stories([*ledger.stories(), story], now=NOW)
    told = Assessment(story.id, ((document.id,),), HOSTILE)
    ledger.save_assessments([*ledger.assessments(), told], now=NOW)
    entity = Entity("e-hostile", MentionType.PERSON, HOSTILE, (HOSTILE + "2", LONG), (document.id,))
    ledger.save_entities([*ledger.entities(), entity], now=NOW)
    ledger.save_issue(Issue(content_id("i", 1), Stage.READ, HOSTILE, HOSTILE, NOW, HOSTILE), now=NOW)
    return document.id


def _pages(room: Room, document: str) -> Iterator[str]:
    found = room.ledger.document(document)
    claim = room.ledger.claims([document])[0].id
    yield from ("/triage?show=all", "/stories/s-hostile", f"/claims/{claim}", f"/documents/{document}")
    yield from (f"/documents/{document}/changes/{document}", f"/evidence/{found.evidence}")
    yield from ("/search?q=gnp", f"/search?q={quote(HOSTILE[:300])}", f"/search?begin={quote(HOSTILE[:90])}")
    yield from ("/entities", "/entities/e-hostile", f"/entities?q={quote(HOSTILE[:100])}")
    yield from ("/desk", "/desk/issues", "/desk/log", "/map", "/network", f"/{quote(HOSTILE)}")


def _tags(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_no_page_carries_what_was_sent(client: TestClient, room: Room, hostile_story: str) -> None:
    form = {"csrf": token_of(client), "what": "tag", "story": ["s-hostile"], "tag": HOSTILE[:300]}
    client.post("/triage", data=form)
    for path in _pages(room, hostile_story):
        answer = client.get(path)
        assert answer.status_code < 500, f"{path}: {answer.text[:200]}"
        tags = _tags(answer.text)
        assert [src for src in tags.scripts if not src.startswith("/static/")] == [], path
        drawn = {"svg"} if path in ("/map", "/network") else set()
        assert tags.handlers == [] and not ({"svg", "style"} - drawn) & tags.names, path
        outside = [each for each in tags.addresses if not re.match(r"(/(?!/)|#|\?|https?://)", each)]
        assert outside == [], path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", answer.text), path


def test_the_archived_page_is_only_words(client: TestClient, room: Room) -> None:
    document = room.ledger.documents()[0]
    answer = client.get(f"/documents/{document.id}/archived")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert _tags(answer.text).names <= {"html", "head", "meta", "style", "body", "article", "h1", "p"}


def test_nothing_runs_in_a_browser(chromium: Any, room: Room, hostile_story: str) -> None:
    """Open every page: no title is changed, nothing is asked of another host, nothing runs over the edge."""
    with served(room) as address:
        context = chromium.new_context(base_url=address, viewport={"width": 390, "height": 800})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append("dialog"))
        for path in _pages(room, hostile_story):
            page.goto(path)
            assert page.title() != "owned", path
            over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(over) <= 1, f"{path} is wider than the screen"
        assert [url for url in asked if not url.startswith((address, "data:"))] == []
        context.close()
