"""One article: the format is told from its bytes, its parts are read, and the document is made of them."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import version

from dateline.errors import Unreadable
from dateline.model.documents import Document
from dateline.model.evidence import Evidence
from dateline.model.identity import content_id
from dateline.model.outlets import Outlet
from dateline.model.times import StatedTime
from dateline.read.article_line import read_article_line
from dateline.read.cleaning import clean_line
from dateline.read.date_line import date_line
from dateline.read.docx import read_docx
from dateline.read.email import read_email
from dateline.read.html import read_html
from dateline.read.instants import announced_time, check_time
from dateline.read.parts import Parts
from dateline.read.pdf import read_pdf
from dateline.read.plain import read_markdown, read_plain
from dateline.read.sniff import Format, format_of
from dateline.read.sources import credited_source
from dateline.text.scripts import language_of

READER = f"dateline-reader/1+trafilatura-{version('trafilatura')}"
SHORTEST_SURE_TEXT = 40  # code points from which the letters decide the language against the page's word

FORMATS: dict[Format, Callable[[Evidence, bytes, Outlet | None], Parts]] = {
    Format.HTML: read_html,
    Format.PLAIN: read_plain,
    Format.MARKDOWN: read_markdown,
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.EMAIL: read_email,
    Format.ARTICLE_LINE: read_article_line,
}


def read_document(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Document:
    """Read one article. Raises Unreadable with the reason where there is no article in `body`."""
    parts = read_parts(evidence, body, outlet)
    return Document(
        id=content_id("doc", evidence.id, parts.url or evidence.url, READER),
        evidence=evidence.id,
        url=parts.url or evidence.url,
        outlet=evidence.outlet or (outlet.id if outlet else None),
        title=parts.title,
        byline=parts.byline,
        source=parts.source,
        published=parts.published,
        captured_at=evidence.captured_at,
        lang=parts.lang or "und",
        text=parts.text,
        pictures=parts.pictures,
        reader=READER,
        issues=parts.issues,
    )


def read_parts(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read the parts of one article, completed by what the feed announced of it."""
    if not body:
        raise Unreadable(f"{evidence.url}: expected an article, found an empty file")
    read = FORMATS[format_of(evidence, body)]
    try:
        parts = read(evidence, body, outlet)
    except Unreadable as error:
        raise Unreadable(f"{evidence.url}: {error}") from error
    if not parts.text:
        raise Unreadable(f"{evidence.url}: expected text, found none in {len(body)} bytes")
    return _complete(parts, evidence, outlet)


def _complete(parts: Parts, evidence: Evidence, outlet: Outlet | None) -> Parts:
    announced = evidence.announced
    published, issues = _published(parts, evidence)
    title = parts.title or clean_line(announced.title if announced else None)
    byline = parts.byline or clean_line(announced.author if announced else None)
    source = credited_source(parts, byline, evidence, outlet)
    lang, doubt = _language(parts, title)
    return Parts(
        text=parts.text,
        title=title,
        byline=byline,
        source=source,
        publisher=parts.publisher,
        published=published,
        lang=lang,
        url=parts.url if evidence.url.startswith("file:") else None,
        pictures=parts.pictures,
        issues=parts.issues + issues + doubt,
    )


def _published(parts: Parts, evidence: Evidence) -> tuple[StatedTime | None, tuple[str, ...]]:
    issues: tuple[str, ...] = ()
    for candidate in (parts.published, announced_time(evidence.announced), date_line(parts.text)):
        if candidate is None:
            continue
        fault = check_time(candidate, evidence.captured_at)
        if fault is None:
            return candidate, issues
        issues += (fault,)
    return None, (*issues, "no date of publication found")


def _language(parts: Parts, title: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the language: the page's word for it, unless the text plainly is in another."""
    found = language_of(f"{title or ''}\n{parts.text}")
    stated = parts.lang
    if not stated:
        return found, ()
    if stated.split("-")[0] == found or found == "und" or len(parts.text) < SHORTEST_SURE_TEXT:
        return stated, ()
    if stated.split("-")[0] in known_relatives(found):
        return stated, ()
    return found, (f"the page says its language is {stated}, its text is {found}",)


@cache
def known_relatives(code: str) -> frozenset[str]:
    """Return the languages that are easily taken for `code`: there the page's word counts."""
    families = (
        {"no", "nb", "nn", "da", "sv"}, {"fa", "prs", "ps", "ur", "ckb", "ar", "az", "ku"}, {"ms", "id"},
        {"hr", "sr", "bs", "sl", "mk"}, {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"},
        {"cs", "sk"}, {"es", "ca", "gl", "pt"}, {"tr", "az"},
    )  # fmt: skip
    return frozenset().union(*(family for family in families if code in family))
