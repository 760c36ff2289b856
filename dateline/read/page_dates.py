"""When a page says it was published, from the surest statement to the weakest."""

import copy
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from htmldate import find_date
from lxml.etree import tostring
from lxml.html import HtmlElement

from dateline.model.evidence import Evidence
from dateline.model.times import Calendar, StatedTime
from dateline.read.cleaning import clean_line
from dateline.read.facts import Facts, linked_string
from dateline.read.instants import LONGEST_STATEMENT, announced_time, check_time, parse_time, stated_dates
from dateline.text.calendars import to_day

PUBLISHED_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published",
    "datepublished", "date_published", "publishdate", "publish_date", "publish-date", "pubdate",
    "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date",
    "cxenseparse:recs:publishtime", "article.published", "published_time", "published-date",
    "article_date_original", "originalpublicationdate", "date.issued", "rnews:datepublished",
    "release_date", "nrk:publishedtime", "iso-8601-publish-date", "last-published", "date",
    "article:post_date", "cre", "creation_date", "vr:published_time", "pdate", "ptime",
    "shareaholic:article_published_time",
)  # fmt: skip
NEAR_TITLE = 4  # steps up from the headline in which a date line is looked for
MOST_CANDIDATES = 40
LINE_TAGS = ("time", "span", "div", "p", "li", "b", "strong", "small", "td", "em", "i")
WHOLE_DAY = "2020-03-20"  # the precision below which a visible date is none of publication
_NOT_MAIN = re.compile(
    r"(?i)\b(?:nav|footer|sidebar|related|comments?|recommend\w*|teaser\w*|most-read"
    r"|widget|menu|popular|more-news|latest)\b"
)
_DATE_NAME = re.compile(
    r"(?i)date|time|publish|posted|entry-meta|byline|article-?info|meta-?data|tarikh|zaman|datum|fecha|תאריך"
)
_NOT_PUBLISHED = re.compile(
    r"(?i)updated|modified|last edited|copyright|©|به.?روز ?رسانی|آخرین تغییر"
    r"|آخر تحديث|اخر تحديث|aktualisiert|mis à jour|actualizado|עודכן"
)
_EASTERN = re.compile(
    "فروردین|اردیبهشت|خرداد|مرداد|شهریور|آبان|آذر|بهمن|اسفند|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|أيلول|تشرين"
    "|محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو ?القعدة|ذو ?الحجة|هـ|[1١۱][34٣٤۳۴][0-9٠-٩۰-۹]{2}\\s*[/-]"
)  # fmt: skip
_URL_GREGORIAN = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2]|[a-z]{3})\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)
_URL_JALALI = re.compile(r"/(1[34]\d\d)([/-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def page_time(
    tree: HtmlElement, facts: Facts, evidence: Evidence, text: str
) -> tuple[StatedTime | None, tuple[str, ...]]:
    """Return the first statement that can be true, and what was wrong with those before it."""
    issues: list[str] = []
    for stated in _statements(tree, facts, evidence, text):
        fault = check_time(stated, evidence.captured_at)
        if fault is None:
            return stated, tuple(issues)
        if fault not in issues:
            issues.append(fault)
    return None, tuple(issues)


def _statements(tree: HtmlElement, facts: Facts, evidence: Evidence, text: str) -> Iterator[StatedTime]:
    captured_at = evidence.captured_at
    yield from _stated_to_machines(facts, captured_at)
    yield from _time_elements(tree, captured_at)
    yield from _visible(tree)
    url_day = url_date(evidence.url, captured_at) or url_date(evidence.final_url, captured_at)
    if url_day:
        yield url_day
    announced = announced_time(evidence.announced)
    if announced:
        yield announced
    guessed = _guarded_htmldate(tree, text, captured_at)
    if guessed:
        yield guessed


def _stated_to_machines(facts: Facts, captured_at: datetime) -> Iterator[StatedTime]:
    fields = [
        ("JSON-LD", linked_string(facts.article.get(name)))
        for name in ("datePublished", "dateCreated", "uploadDate")
    ]
    fields += [("JSON-LD page", linked_string(facts.page.get("datePublished")))]
    fields[1:1] = [(f"meta {name}", facts.meta(name)) for name in PUBLISHED_METAS]
    for found_in, raw in fields:
        stated = parse_time(raw, found_in, captured_at)
        if stated:
            yield stated


def _time_elements(tree: HtmlElement, captured_at: datetime) -> Iterator[StatedTime]:
    """Yield `<time datetime>`, those marked as the date of publication first."""
    elements = [each for each in tree.iter("time", "abbr", "span", "div", "meta") if _machine_time(each)]
    marked = [
        each for each in elements if "publish" in _names(each).lower() or each.get("pubdate") is not None
    ]
    for element in marked + [each for each in elements if each.tag == "time" and not _outside(each)]:
        if _NOT_PUBLISHED.search(_names(element)) or _NOT_PUBLISHED.search(_words_before(element)):
            continue
        stated = parse_time(_machine_time(element), "time element", captured_at)
        if stated:
            yield stated


def _machine_time(element: HtmlElement) -> str | None:
    stated: str | None = None
    if element.tag == "time":
        stated = element.get("datetime")
    elif element.get("itemprop") == "datePublished":
        stated = element.get("content")
    return stated


def _visible(tree: HtmlElement) -> Iterator[StatedTime]:
    """Yield the dates of short lines that are named as dates or stand near the headline."""
    for words in date_lines(tree):
        before_update = _NOT_PUBLISHED.split(words)[0]
        for stated in stated_dates(before_update, "visible date"):
            if len(stated.value) >= len(WHOLE_DAY) and "/" not in stated.value:
                yield stated


def date_lines(tree: HtmlElement) -> Iterator[str]:
    """Yield the short lines that are named as dates, then those with digits near the headline."""
    named = (each for each in tree.iter(*LINE_TAGS) if _is_date_line(each))
    lines = [clean_line(" ".join(each.itertext())) for each in islice(named, MOST_CANDIDATES)]
    near = (clean_line(" ".join(each.itertext())) for each in _near_headline(tree))
    lines += [line for line in near if line and any(map(str.isdigit, line))]
    yield from dict.fromkeys(line for line in lines if line and len(line) <= LONGEST_STATEMENT)


def _is_date_line(element: HtmlElement) -> bool:
    return element.tag == "time" or (bool(_DATE_NAME.search(_names(element))) and not _outside(element))


def _near_headline(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the leaf elements around the main headline, nearest first, up to the first long paragraph."""
    headline = next(iter(tree.iter("h1")), None)
    container = headline
    for _ in range(NEAR_TITLE):
        if container is None or container.tag in {"body", "html"}:
            return
        for sibling in container.itersiblings(preceding=True):
            yield from islice(_leaves(sibling), MOST_CANDIDATES)
            break
        for sibling in container.itersiblings():
            yield from islice(_leaves(sibling), MOST_CANDIDATES)
        container = container.getparent()


def _leaves(element: HtmlElement) -> Iterator[HtmlElement]:
    for each in element.iter():
        if (
            isinstance(each.tag, str)
            and each.tag not in {"script", "style"}
            and len(each) == 0
            and each.text
            and not _outside(each)
        ):
            yield each


def _names(element: HtmlElement) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "property", "title"))


def _outside(element: HtmlElement) -> bool:
    """Say whether the element belongs to the frame of the page: navigation, footer, teasers, site header."""
    for each in [element, *element.iterancestors()]:
        if each.tag in {"nav", "footer", "aside", "a"} or (
            each.tag not in {"body", "html"} and _NOT_MAIN.search(_names(each))
        ):
            return True
        if each.tag == "header" and not any(True for _ in each.iter("h1")):
            return each.getparent() is None or each.getparent().tag in {"body", "html"}
    return False


def _words_before(element: HtmlElement) -> str:
    parent = element.getparent()
    before = (parent.text or "") if parent is not None else ""
    previous = element.getprevious()
    tail = (previous.tail or "") if previous is not None else ""
    return f"{before[-30:]} {tail[-30:]}"


def url_date(url: str, captured_at: datetime) -> StatedTime | None:
    """Return the day that an address holds, Gregorian or Jalali.

    >>> url_date("https://karun.example/1398/12/24/540", datetime(2020, 3, 20)).value
    '2020-03-14'
    """
    path = url.lower().partition("://")[2].partition("/")[2].partition("?")[0]
    for pattern, calendar in ((_URL_GREGORIAN, Calendar.GREGORIAN), (_URL_JALALI, Calendar.JALALI)):
        for found in pattern.finditer("/" + path):
            month = _MONTHS.index(found[3]) + 1 if found[3] in _MONTHS else found[3]
            day = (
                to_day(calendar, int(found[1]), int(month), int(found[4])) if str(month).isdecimal() else None
            )
            if day and day <= captured_at.date():
                return StatedTime(day.isoformat(), found[0].strip("/"), calendar, "address")
    return None


def _guarded_htmldate(tree: HtmlElement, text: str, captured_at: datetime) -> StatedTime | None:
    """Return htmldate's finding, unless the page has dates that htmldate is known to misread."""
    if _EASTERN.search(text) or _EASTERN.search(
        " ".join(tree.itertext("title", "h1", "span", "time", "div", "p"))
    ):
        return None
    page = copy.deepcopy(tree)
    for element in list(filter(_is_no_date_of_publication, page.iter())):
        element.drop_tree()
    source = tostring(page, encoding="unicode", method="html")
    found = find_date(
        source, original_date=True, extensive_search=False, max_date=captured_at.date().isoformat()
    )
    if not found or found == captured_at.date().isoformat():
        return None
    return StatedTime(found, found, Calendar.GREGORIAN, "htmldate")


def _is_no_date_of_publication(element: HtmlElement) -> bool:
    """Say whether the element is a footer, or a line on a change or a copyright."""
    if element.tag in {"html", "body"} or element.getparent() is None:
        return False
    return element.tag == "footer" or bool(_NOT_PUBLISHED.search(element.text or ""))
