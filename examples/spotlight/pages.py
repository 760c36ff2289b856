"""Render articles and front pages as each outlet's content system would."""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from examples.spotlight.article import SAMPLE_NOTE, Article, SampleOutlet

RELATED = 3
TEXT_MARK = "<!-- text -->"


@cache
def _environment() -> Environment:
    templates = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def address(outlet: SampleOutlet, article: Article) -> str:
    """Return the path of an article on its outlet's host."""
    day = article.published
    return outlet.path.format(
        year=f"{day:%Y}", month=f"{day:%m}", day=f"{day:%d}", slug=article.slug, number=article.number
    )


def render_body(article: Article) -> Markup:
    """Turn the Markdown of an article into HTML."""
    return Markup(MarkdownIt("commonmark", {"html": False}).render(article.body))  # noqa: S704 our own files


def render_article(outlet: SampleOutlet, article: Article, earlier: Sequence[Article], base: str) -> bytes:
    """Render the page of an article; it links to some of the `earlier` articles of its outlet."""
    related = [(address(outlet, other), other.title) for other in tuple(earlier)[-RELATED:]]
    page = (
        _environment()
        .get_template(outlet.template)
        .render(
            outlet=outlet,
            article=article,
            body=render_body(article),
            related=related,
            address=base + address(outlet, article),
            json_ld=json_ld(outlet, article, base),
            note=SAMPLE_NOTE,
            listing=None,
        )
    )
    return damage(article, page).encode(outlet.encoding, "xmlcharrefreplace")


def damage(article: Article, page: str) -> str:
    """Break the page in the way its article asks for."""
    before_text, mark, _ = page.partition(TEXT_MARK)
    if article.broken == "truncated":
        return before_text
    if article.broken == "hollow":
        return (
            before_text
            + '<div id="app"></div><script>window.__boot = true;</script></main>'
            + f"<footer><p>{SAMPLE_NOTE}</p></footer></body></html>"
        )
    return page if not mark else page.replace(TEXT_MARK, "")


def render_front(outlet: SampleOutlet, articles: Sequence[Article]) -> bytes:
    """Render the front page: the newest article first."""
    listing = [(address(outlet, article), article) for article in reversed(articles)]
    page = (
        _environment()
        .get_template(outlet.template)
        .render(
            outlet=outlet,
            article=None,
            body="",
            related=[],
            address="",
            json_ld="",
            note=SAMPLE_NOTE,
            listing=listing,
        )
    )
    return page.replace(TEXT_MARK, "").encode(outlet.encoding, "xmlcharrefreplace")


def json_ld(outlet: SampleOutlet, article: Article, base: str) -> Markup:
    """Return schema.org markup, with the date only where the outlet's system gives one."""
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "inLanguage": outlet.language,
        "publisher": {"@type": "Organization", "name": outlet.name},
    }
    if article.byline:
        described["author"] = {"@type": "Person", "name": article.byline}
    if article.machine_date:
        described["datePublished"] = isoformat(article.published)
    if article.pictures:
        described["image"] = [f"{base}/pictures/{picture.file}" for picture in article.pictures]
    return Markup(json.dumps(described, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 our own files


def isoformat(instant: datetime) -> str:
    """Format an instant with the zone that the article states."""
    return instant.isoformat(timespec="seconds")
