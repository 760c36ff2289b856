"""What a page says of itself to machines: JSON-LD, meta elements, microdata.

Reference: schema.org Article; the Open Graph protocol.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.errors import Unreadable
from dateline.read.cleaning import without_tags

ARTICLE_TYPES = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
    "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting", "ScholarlyArticle",
    "TechArticle", "SatiricalArticle",
})  # fmt: skip
MAX_LINKED_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_PAGE = 5_000_000  # characters; the longest articles with their frames have a fifth of this
CODE = ("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "head")
_MANY_BREAKS = re.compile(r"(?:<br\s*/?>\s*+){3,}+", re.I)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """`article` is the JSON-LD object of the article, `page` of the web page, `metas` by lower-case name."""

    article: dict[str, Any]
    page: dict[str, Any]
    metas: dict[str, tuple[str, ...]]

    def meta(self, *names: str) -> str | None:
        """Return the first clean content of the first of `names` that is there."""
        contents = (content for name in names for content in self.metas.get(name, ()))
        return next(filter(None, map(without_tags, contents)), None)


def parse_page(text: str) -> HtmlElement:
    """Parse a page, however broken. Raises Unreadable where there is nothing to parse."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    if len(text) > MAX_PAGE:
        raise Unreadable(f"expected a page of at most {MAX_PAGE} characters, found {len(text)}")
    source = _MANY_BREAKS.sub("<br><br>", text.replace("\x00", "")).encode("utf-8", errors="replace")
    try:
        tree: HtmlElement = document_fromstring(source, parser=parser)
    except (LxmlError, ValueError, AssertionError, TypeError) as error:  # lxml's words for "no elements"
        raise Unreadable(f"expected an HTML page, found no element in {len(source)} bytes") from error
    for element in tree.iter():
        element.text, element.tail = _without_controls(element.text), _without_controls(element.tail)
    return tree


def _without_controls(text: str | None) -> str | None:
    """Return `text` without what a tree gets from references such as "&#1;" and refuses to be given."""
    return _NOT_XML.sub("", text) if text and _NOT_XML.search(text) else text


def page_facts(tree: HtmlElement) -> Facts:
    """Collect what the page says of itself."""
    linked = list(_linked_objects(tree))
    article = next((each for each in linked if _types(each) & ARTICLE_TYPES), {})
    page = next((each for each in linked if _types(each) & {"WebPage", "ItemPage"}), {})
    metas: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = element.get("content")
        if name and content:
            key = name.strip().lower()
            metas[key] = (*metas.get(key, ()), content)
    return Facts(article, page, metas)


def drop_code(tree: HtmlElement) -> None:
    """Take out of the tree whatever is not for a reader: scripts, styles, drawings, frames."""
    for element in list(tree.iter(*CODE)):
        if element.getparent() is not None:
            element.drop_tree()


def linked_names(value: object) -> list[str]:
    """Return the names in a JSON-LD value: a string, an object with a name, or a list of such."""
    if isinstance(value, str):
        return [html.unescape(value)]
    if isinstance(value, dict):
        return linked_names(value.get("name"))
    if isinstance(value, list):
        return [name for each in value for name in linked_names(each)]
    return []


def linked_string(value: object) -> str | None:
    """Return a JSON-LD value that should be one string."""
    found = next(iter(linked_names(value)), None)
    return without_tags(found)


def _linked_objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        yield from _objects(_parse_linked(script.text), 0)


def _parse_linked(raw: str) -> object:
    if len(raw) > MAX_LINKED_BYTES:
        return None
    stripped = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|/\*\]\]>\*/)\s*$", "", raw
    )
    cleaned = _CONTROLS.sub(" ", stripped).strip().rstrip(";")
    for attempt in (cleaned, re.sub(r",\s*([}\]])", r"\1", cleaned)):
        try:
            parsed: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return parsed
    return None


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(name), depth + 1)


def _types(linked: dict[str, Any]) -> set[str]:
    stated = linked.get("@type")
    kinds = stated if isinstance(stated, list) else [stated]
    return {str(kind).rpartition("/")[2] for kind in kinds}
