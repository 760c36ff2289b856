"""HTML pages: main text by trafilatura, the rest by what the page states in markup and in words."""

import re

from lxml.html import HtmlElement

from dateline.errors import Unreadable
from dateline.model.evidence import Evidence
from dateline.model.outlets import Outlet
from dateline.read.cleaning import clean_line, join_paragraphs, word_count
from dateline.read.encoding import decode
from dateline.read.facts import Facts, drop_code, page_facts, parse_page
from dateline.read.main_text import main_text
from dateline.read.page_dates import page_time
from dateline.read.parts import Parts
from dateline.read.pictures import page_pictures
from dateline.read.plain import web_address
from dateline.read.titles import page_byline, page_publisher, page_source, page_title, publisher_names

FEWEST_WORDS = 25  # a page with fewer and without a paragraph is a notice, a menu or a stub
LONGEST_ERROR_PAGE = 120  # words
BLOCKS = frozenset({
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "section", "article", "ul",
    "ol", "table", "pre",
})  # fmt: skip
SHORT_ARTICLE = 80  # in fewer words without one whole sentence stands a menu or a ticker
_SENTENCE_END = re.compile(r"[.!?؟۔…。！？][\"'”’»›)\]]*\s*$")
_ERROR = re.compile(
    r"(?i)^\W*(?:error\s*)?(?:40[0-9]|410|429|50[0-9])\b|\b(?:page|file) (?:not found|cannot be found)"
    r"|^access denied|^just a moment|^attention required|^forbidden|^not found|are you (?:a )?(?:human|robot)"
    r"|^bad gateway|^service unavailable|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|الصفحة غير موجودة"
)


def read_html(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read an article page. Raises Unreadable where it holds no article."""
    decoded = decode(body, evidence.response_headers)
    tree = parse_page(decoded.text)
    facts = page_facts(tree)
    title = page_title(tree, facts, publisher_names(facts, outlet, evidence.final_url))
    byline = page_byline(tree, facts)
    text = main_text(tree, facts, (title, byline))
    _require_article(text, title)
    lang, canonical = _language(tree, facts), _canonical(tree, facts)
    drop_code(tree)
    published, issues = page_time(tree, facts, evidence, text)
    return Parts(
        text=text,
        title=title,
        byline=byline,
        source=page_source(facts),
        publisher=page_publisher(facts),
        published=published,
        lang=lang,
        url=canonical,
        pictures=page_pictures(tree, facts, evidence.final_url),
        issues=decoded.issues + issues,
    )


def read_html_text(text: str) -> str:
    """Return the words of a fragment of HTML, all of them: for mails and feeds, which have no frame."""
    if not text.strip():
        return ""
    tree = parse_page(text)
    drop_code(tree)
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.text = "\n\n" + (element.text or "")
            element.tail = "\n\n" + (element.tail or "")
        elif element.tag == "br":
            element.tail = "\n" + (element.tail or "")
    return join_paragraphs(re.split(r"\n\s*\n", "".join(tree.itertext())))


def _require_article(text: str, title: str | None) -> None:
    words = word_count(text)
    if not words:
        raise Unreadable(f"expected an article, found no main text under the title {title!r}")
    if words < FEWEST_WORDS and "\n\n" not in text:
        raise Unreadable(f"expected an article, found {words} words: {text[:120]!r}")
    if words < SHORT_ARTICLE and not any(_SENTENCE_END.search(line) for line in text.splitlines()):
        raise Unreadable(f"expected an article, found no whole sentence in {words} words: {text[:120]!r}")
    if words < LONGEST_ERROR_PAGE and _ERROR.search(title or text):
        raise Unreadable(f"expected an article, found an error page: {title!r}")


def _language(tree: HtmlElement, facts: Facts) -> str | None:
    root = next(iter(tree.iter("html")), tree)
    stated = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    )
    stated = stated or facts.meta("content-language", "og:locale", "language", "dc.language")
    found = re.match(
        r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:$|[-_;,])",
        clean_line(stated) or "",
    )
    if not found:
        return None
    script = f"-{found[2].title()}" if found[2] else ""
    return found[1].lower() + script


def _canonical(tree: HtmlElement, facts: Facts) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return web_address(clean_line(link.get("href")))
    return web_address(facts.meta("og:url"))
