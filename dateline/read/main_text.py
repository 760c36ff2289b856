"""The main text of a page by trafilatura, with its paragraphs kept apart."""

import copy
import re
from collections.abc import Iterator

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from dateline.read.cleaning import clean_line, join_paragraphs, word_count
from dateline.read.facts import Facts
from dateline.read.instants import stated_dates
from dateline.read.plain import BULLET

PARAGRAPH_MARK = "\ue000"  # stands for two line breaks while trafilatura works
# Captions and forms, but not a form or frame that holds a whole article, as some content systems make.
FRAME = (
    "//figcaption",
    "//*[contains(@class,'caption')][count(.//p) < 3]",
    "//button",
    "//form[count(.//p) < 3]",
)
LINKED_BODY_GAIN = 1.5  # the page's own full text wins where the extraction lost a third of it
LONGEST_HEAD = 6  # paragraphs before the text begins
LONGEST_LIST_HEADING = 60  # code points
LONGEST_HEAD_LINE = 250  # code points
REST_OF_HEAD = 0.4  # share of a head line's letters that are neither headline nor byline nor date
_SENTENCE_END = re.compile(r"[.!?؟。][\"”’»)\]]*$")
CONTAINERS = frozenset({"body", "list", "quote", "table", "div", "blockquote"})


def main_text(tree: HtmlElement, facts: Facts, heads: tuple[str | None, ...]) -> str:
    """Return the article's paragraphs, empty where the page has none.

    Lines at the top that only repeat one of `heads` (headline, byline) or state a date are left out.
    """
    paragraphs = _paragraphs(tree)
    while paragraphs and len(paragraphs[-1]) <= LONGEST_LIST_HEADING and paragraphs[-1].endswith(":"):
        paragraphs.pop()  # the heading of a list of links, which was left out
    extracted = join_paragraphs(paragraphs[_head_length(paragraphs, heads) :])
    linked = _linked_body(facts)
    return linked if word_count(linked) > LINKED_BODY_GAIN * word_count(extracted) else extracted


def _paragraphs(tree: HtmlElement) -> list[str]:
    marked = copy.deepcopy(tree)
    _mark_double_breaks(marked)
    return _extract(copy.deepcopy(marked), list(FRAME)) or _extract(marked, None)


def _extract(page: HtmlElement, without: list[str] | None) -> list[str]:
    extracted = bare_extraction(page, include_comments=False, with_metadata=False, prune_xpath=without)
    if extracted is None or isinstance(extracted, dict) or extracted.body is None:
        return []
    return [line for block in _blocks(extracted.body) if (line := clean_line(block))]


def _mark_double_breaks(page: HtmlElement) -> None:
    for line_break in page.iter("br"):
        following = line_break.getnext()
        if following is not None and following.tag == "br" and not (line_break.tail or "").strip():
            line_break.tail = PARAGRAPH_MARK


def _blocks(element: HtmlElement) -> Iterator[str]:
    """Yield the blocks of trafilatura's tree in order, list items with a bullet."""
    if element.tag == "row":
        yield " | ".join(filter(None, (clean_line("".join(cell.itertext())) for cell in element)))
    elif element.tag == "item":
        yield BULLET + _words(element)
    elif element.tag in CONTAINERS:
        yield element.text or ""
        for child in element:
            yield from _blocks(child)
            yield child.tail or ""
    else:
        yield from _words(element).split(PARAGRAPH_MARK)


def _words(element: HtmlElement) -> str:
    for line_break in element.iter("lb"):
        line_break.tail = " " + (line_break.tail or "")
    return "".join(element.itertext())


def _linked_body(facts: Facts) -> str:
    body = facts.article.get("articleBody")
    if not isinstance(body, str) or "<" in body:
        return ""
    return join_paragraphs(body.splitlines())


def _head_length(paragraphs: list[str], heads: tuple[str | None, ...]) -> int:
    """Return how many of the first paragraphs are the head of the page, kicker and motto included."""
    length = 0
    for position, paragraph in enumerate(paragraphs[:LONGEST_HEAD]):
        if len(paragraph) > LONGEST_HEAD_LINE:
            break
        if _is_head(paragraph, heads):
            length = position + 1
        elif _SENTENCE_END.search(paragraph):
            break
    return length


def _is_head(paragraph: str, heads: tuple[str | None, ...]) -> bool:
    """Say whether the line holds nothing but headline, byline and date."""
    rest = paragraph.casefold()
    for stated in stated_dates(paragraph, "text"):
        rest = rest.replace(stated.raw.casefold(), " ")
    for head in heads:
        rest = rest.replace(head.casefold(), " ") if head else rest
    return sum(map(str.isalpha, rest)) < REST_OF_HEAD * sum(map(str.isalpha, paragraph))
