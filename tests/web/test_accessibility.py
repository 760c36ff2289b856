"""Every kind of page held to WCAG 2.2 AA by axe, in both directions and both colour schemes.

Reference: W3C, Web Content Accessibility Guidelines 2.2; Deque, axe-core rules.
"""

import re
from collections.abc import Iterator
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

import pytest

from dateline.web.room import Room
from tests.web.browser import served

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
FORMS = ("light", "en"), ("dark", "fa")
LOOKED_AT = 60  # addresses
KINDS = 16  # the least that a desk with news and an edition has
ELSEWHERE = ("/static/", "/api/", "/logout")
AN_ID = re.compile(r"(?<=/)(?:[a-z]+-[0-9a-f]{6,}|\d+)(?=/|$)")


@pytest.fixture
def address(room: Room) -> Iterator[str]:
    with served(room) as address:
        yield address


def kind_of(path: str) -> str:
    """Return an address without what only names one of many."""
    return AN_ID.sub("*", urlsplit(path).path)


def pages_of(page: Any) -> dict[str, str]:
    """Return an address for every kind of page that a link leads to."""
    found = {"/triage": "/triage"}
    waiting = ["/triage", "/map"]
    looked = 0
    while waiting and looked < LOOKED_AT:
        path = waiting.pop(0)
        looked += 1
        answer = page.goto(path)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        found.setdefault(kind_of(path), path)
        links = "a[href^='/']:not([download])"
        for link in page.eval_on_selector_all(links, "all => all.map(a => a.getAttribute('href'))"):
            is_new = kind_of(link) not in found and kind_of(link) not in map(kind_of, waiting)
            if is_new and not link.startswith(ELSEWHERE) and "download" not in link:
                waiting.append(link)
    return found


def faults_of(page: Any, axe: str) -> list[str]:
    """Return what axe finds on the page that is open."""
    page.evaluate(axe)
    chosen = {"runOnly": {"type": "tag", "values": list(STANDARDS)}}
    found = page.evaluate("async chosen => (await axe.run(document, chosen)).violations", chosen)
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in found]


@pytest.mark.timeout(900)  # a browser on a busy machine
@pytest.mark.parametrize(("theme", "language"), FORMS)
def test_no_page_shuts_anybody_out(chromium: Any, address: str, theme: str, language: str) -> None:
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(
        base_url=address, color_scheme=theme, reduced_motion="reduce", bypass_csp=True
    )
    context.add_cookies([{"name": "dateline_language", "value": language, "url": address}])
    page = context.new_page()
    pages = pages_of(page)
    assert len(pages) >= KINDS, sorted(pages)
    faults = {}
    for kind, path in pages.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        if found := faults_of(page, axe):
            faults[kind] = found
    context.close()
    assert not faults, faults
