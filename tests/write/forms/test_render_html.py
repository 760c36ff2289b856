import re
from dataclasses import replace

import lxml.html
import pytest

from dateline.model.documents import Document
from dateline.model.editions import Edition
from dateline.write.forms.markdown import render_markdown
from dateline.write.forms.render_html import render_evidence, render_html
from dateline.write.planning.plan import plan_edition
from tests.write.factory import (
    NOW,
    PERIOD,
    PNG,
    SETTINGS,
    claim,
    document,
    dossier,
    notes,
    stories,
    supplement,
)

RUNNING = "//script[not(@type='application/ld+json')]"
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def edition_of(*dossiers, settings=SETTINGS) -> tuple[Edition, dict[str, Document]]:
    edition = plan_edition(
        dossiers, settings=settings, period=PERIOD, number=7, now=NOW, supplement=supplement()
    )
    return edition, {found.id: found for story in dossiers for found in story.documents}


@pytest.fixture(scope="module")
def page() -> lxml.html.HtmlElement:
    edition, documents = edition_of(*stories())
    return lxml.html.fromstring(render_html(edition, documents, pictures={"pictures/gate.png": PNG}))


def test_the_page_asks_nothing_of_the_network(page: lxml.html.HtmlElement) -> None:
    assert [script.get("type") for script in page.xpath("//script")] == ["application/ld+json"]
    assert page.xpath("//link | //iframe | //object | //embed | //form | //base") == []
    assert all(source.startswith("data:image/png;base64,") for source in page.xpath("//img/@src"))
    assert not re.search(r"url\(|@import", page.xpath("string(//style)"))
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")


def test_every_marker_opens_its_passage_and_back(page: lxml.html.HtmlElement) -> None:
    identities = page.xpath("//@id")
    assert len(identities) == len(set(identities))
    inner = [target[1:] for target in page.xpath("//a/@href") if target.startswith("#")]
    assert set(inner) <= set(identities)
    assert len(page.xpath("//a[starts-with(@class, 'cite')]")) == 13


def test_a_passage_marks_the_cited_words_in_their_place(page: lxml.html.HtmlElement) -> None:
    (passage,) = page.xpath("//*[@id='c1']//blockquote")
    assert passage.xpath("string(mark)").startswith("At least nine rockets")
    assert "He added that the runway was not damaged." in passage.text_content()
    assert page.xpath("//*[@id='c1']//a/@rel")[0].startswith("noopener")


def test_persian_and_arabic_have_their_language_and_direction(page: lxml.html.HtmlElement) -> None:
    quoted = page.xpath("//bdi[@dir='auto']/@lang")
    assert quoted == ["fa", "ar"]
    assert set(page.xpath("//blockquote[@dir='auto']/@lang")) == {"en", "fa", "ar"}


def hostile() -> tuple[Edition, dict[str, Document]]:
    words = f"The road {ATTACK} to Balad was open on Monday, governor Peyman Rostami said."
    found = document(
        words, outlet="karun", url="javascript:alert(3)", title=f"Title {ATTACK}", lang='en" onload="x'
    )
    settings = replace(
        SETTINGS, title=f"T {ATTACK}", editor=ATTACK, tlp=ATTACK, outlet_names={"karun": ATTACK}
    )
    return edition_of(dossier((found, notes(found), (claim(found, words),))), settings=settings)


def test_no_markup_of_content_survives() -> None:
    edition, documents = hostile()
    pages = [render_html(edition, documents), *(render_evidence(d, edition) for d in documents.values())]
    for text in pages:
        parsed = lxml.html.fromstring(text)
        assert parsed.xpath(f"{RUNNING} | //img | //*[@onerror] | //*[@onload]") == []
        assert not any(address.lower().startswith("javascript") for address in parsed.xpath("//@href"))
        assert "alert(1)" in parsed.text_content()


def test_no_markup_of_content_survives_in_markdown() -> None:
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("commonmark", {"html": True}).render(render_markdown(hostile()[0]))
    parsed = lxml.html.fromstring(f"<div>{rendered}</div>")
    assert parsed.xpath("//script | //img | //*[@onerror]") == []
    assert not any(address.lower().startswith("javascript") for address in parsed.xpath("//@href"))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://", "//x"]
)
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    found = document("The road to Balad was open on Monday, governor Peyman Rostami said.", url=url)
    edition, documents = edition_of(dossier((found, notes(found), (claim(found, found.text),))))
    parsed = lxml.html.fromstring(render_html(edition, documents))
    assert [
        address for address in parsed.xpath("//@href") if not address.startswith(("#", "evidence/d-"))
    ] == []


def test_bytes_that_are_no_image_are_not_embedded() -> None:
    edition, documents = edition_of(*stories())
    text = render_html(edition, documents, pictures={"pictures/gate.png": b"<svg onload=alert(1)>"})
    assert lxml.html.fromstring(text).xpath("//img") == []


def test_the_evidence_page_anchors_each_cited_passage() -> None:
    edition, documents = edition_of(*stories())
    cited = edition.sections[0].items[0].sentences[1].citations[0]
    parsed = lxml.html.fromstring(render_evidence(documents[cited.document], edition))
    (anchor,) = parsed.xpath(f"//*[@id='s{cited.spans[0][0]}']")
    assert anchor.getnext().text == cited.quote


def test_characters_that_turn_text_round_are_left_out() -> None:
    words = "The road to \u202eBalad\u2066 was open on Monday, governor Peyman Rostami said."
    found = document(words, title="Road \u202e open")
    edition, documents = edition_of(dossier((found, notes(found), (claim(found, words),))))
    pages = (render_html(edition, documents), render_evidence(found, edition), render_markdown(edition))
    assert not any(character in page for page in pages for character in "\u202e\u2066")
    assert "\u202e" in edition.sections[0].items[0].sentences[0].text
