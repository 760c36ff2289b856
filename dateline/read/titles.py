"""Title, byline and publisher of a page."""

import re

from lxml.html import HtmlElement

from dateline.model.outlets import Outlet
from dateline.read.cleaning import clean_line, without_tags
from dateline.read.facts import Facts, linked_names, linked_string
from dateline.read.instants import LONGEST_STATEMENT, stated_dates
from dateline.read.page_dates import date_lines

LONGEST_TITLE = 500  # code points
LONGEST_BYLINE = 160  # code points; longer is a biography
_SEPARATOR = re.compile(r"\s+[|·•»«›]\s+|\s+[-–—]{1,2}\s+|\s+::?\s+|\s*\|\s*|\s+/\s+")
_BYLINE_NAME = re.compile(
    r"(?i)(?:^|[\s_-])(?:by-?line|author|writer|reporter|nevisande|autor|auteur|redacteur)(?:$|[\s_-]|s\b|-?name|__)"
)
_BYLINE_START = re.compile(
    r"(?i)^(?:(?:written\s+)?by|author|von|por|par|di|door|av|نویسنده|نوشته|خبرنگار|بقلم|كتب|كتبت|بواسطة|مאת|מאת)\s*[:：]?\s+"
)
_NAMES = r"[A-Z][\w.’'-]*,?(?: (?:[A-Z][\w.’'-]*|and|staff|with|de|al-\w+),?){1,7}"
_BYLINE_END = re.compile(r"(?i)\s*(?:[|•·–—]|\b(?:published|updated|posted)\b|\d{1,2}[./:]\d{2}|\d{4}).*$")
_BESIDE_DATE = re.compile(
    rf"(?P<before>{_NAMES})\s*[|—–·•-]\s*\0|\0\s*[|—–·•-]\s*(?P<after>{_NAMES})"
)  # \0 stands for the date
_ADDRESS = re.compile(r"https?://|www\.|@[\w.]+")


def page_title(tree: HtmlElement, facts: Facts, publishers: frozenset[str]) -> str | None:
    """Return the headline: the social title or the title element, without the name of the outlet."""
    headlines = [clean_line("".join(each.itertext())) for each in tree.iter("h1")]
    title_element = clean_line(next((each.text_content() for each in tree.iter("title")), None))
    linked = linked_string(facts.article.get("headline"))
    stated = (
        linked
        or facts.meta("og:title", "twitter:title", "dc.title", "sailthru.title", "title")
        or title_element
    )
    named = {
        name for name in headlines if name and _is_part(name, title_element, facts.meta("og:title"), linked)
    }
    best = max(named, key=len, default=None) or stated or next(filter(None, headlines), None)
    return without_publisher(best[:LONGEST_TITLE], publishers) if best else None


def without_publisher(title: str, publishers: frozenset[str]) -> str:
    """Return `title` without the outlet's name at its end or start.

    >>> without_publisher("Convoy crosses | Karun News", frozenset({"karun news"}))
    'Convoy crosses'
    """
    changed = True
    while changed:
        changed = False
        for found in _SEPARATOR.finditer(title):
            before, after = title[: found.start()].strip(), title[found.end() :].strip()
            if after.casefold() in publishers and before:
                title, changed = before, True
                break
            if before.casefold() in publishers and after:
                title, changed = after, True
                break
    return title


def publisher_names(facts: Facts, outlet: Outlet | None, url: str) -> frozenset[str]:
    """Return the names, lower case, under which the page's publisher may stand in a title."""
    names = [page_publisher(facts), facts.meta("og:site_name"), facts.meta("application-name")]
    names += [outlet.name, *outlet.aliases] if outlet else []
    host = url.partition("://")[2].partition("/")[0].removeprefix("www.")
    names += [host, host.rpartition(".")[0]]
    return frozenset(name.casefold() for name in names if name)


def page_publisher(facts: Facts) -> str | None:
    """Return the publisher as the page states it."""
    linked = linked_string(facts.article.get("publisher")) or linked_string(facts.page.get("publisher"))
    return facts.meta("og:site_name") or linked or facts.meta("application-name", "dc.publisher", "publisher")


def page_byline(tree: HtmlElement, facts: Facts) -> str | None:
    """Return the names of the authors, joined by commas."""
    linked = linked_names(facts.article.get("author")) or linked_names(facts.article.get("creator"))
    named = _joined(linked) or _joined(
        facts.metas.get("author", ())
        + facts.metas.get("parsely-author", ())
        + facts.metas.get("article:author", ())
        + facts.metas.get("dc.creator", ())
        + facts.metas.get("sailthru.author", ())
    )
    return named or _visible_byline(tree) or _byline_beside_date(tree)


def page_source(facts: Facts) -> str | None:
    """Return the one whom the page credits in its markup."""
    credited = linked_string(facts.article.get("sourceOrganization"))
    return credited or facts.meta("syndication-source-name", "article:source", "news:source", "dc.source")


def _is_part(name: str, *titles: str | None) -> bool:
    short = name.casefold()
    return any(title and (short in title.casefold()) for title in titles)


def _joined(names: object) -> str | None:
    clean: list[str] = []
    for name in names if isinstance(names, list | tuple) else ():
        byline = _clean_byline(name)
        if byline and byline not in clean:
            clean.append(byline)
    return ", ".join(clean) or None


def _clean_byline(name: str) -> str | None:
    line = without_tags(name)
    if not line or _ADDRESS.search(line) or len(line) > LONGEST_BYLINE:
        return None
    return _BYLINE_START.sub("", line).strip(" ,;|-–") or None


def _visible_byline(tree: HtmlElement) -> str | None:
    marked = (
        each
        for each in tree.iter("a", "span", "div", "p", "address", "li", "strong", "em")
        if _is_byline(each)
    )
    for _, element in zip(range(8), marked, strict=False):
        line = clean_line(" ".join(element.itertext()))
        name = _clean_byline(_BYLINE_END.sub("", _before_date(line))) if line else None
        if name and any(map(str.isalpha, name)):
            return name
    return None


def _before_date(line: str) -> str:
    """Return what stands before the date of a line, the line itself where it has none."""
    raw = next((stated.raw for stated in stated_dates(line[:LONGEST_STATEMENT], "byline")), None)
    return line.partition(raw)[0] if raw else line


def _byline_beside_date(tree: HtmlElement) -> str | None:
    """Return the name in a line such as "14 March 2020 — Rana Haddad"."""
    for line in date_lines(tree):
        raw = next((stated.raw for stated in stated_dates(line, "byline")), None)
        beside = _BESIDE_DATE.fullmatch(line.replace(raw, "\0", 1)) if raw else None
        if beside:
            return _clean_byline(beside["before"] or beside["after"])
    return None


def _is_byline(element: HtmlElement) -> bool:
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_BYLINE_NAME.search(names)) and "bio" not in names
