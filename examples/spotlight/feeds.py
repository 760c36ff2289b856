"""The outlets' feeds: RSS 2.0, Atom and JSON Feed."""

import json
import re
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from examples.spotlight.article import SAMPLE_NOTE, Article, SampleOutlet
from examples.spotlight.pages import address, isoformat

SUMMARY_CHARACTERS = 220
MARKS = re.compile(r"^[#>\-\s]+|\*+", re.MULTILINE)


def summary(article: Article) -> str:
    """Return the beginning of the first paragraph, cut at a word."""
    first = " ".join(MARKS.sub("", article.body.split("\n\n", 1)[0]).split())
    if len(first) <= SUMMARY_CHARACTERS:
        return first
    return first[:SUMMARY_CHARACTERS].rsplit(" ", 1)[0] + "…"


def render_rss(outlet: SampleOutlet, articles: Sequence[Article], base: str, now: datetime) -> bytes:
    """Render RSS 2.0; a credit stands in `source`, an author in `dc:creator`."""
    entries = "".join(_rss_entry(outlet, article, base) for article in articles)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{escape(outlet.name)}</title><link>{base}/</link>"
        f"<description>{escape(outlet.tagline)}. {escape(SAMPLE_NOTE)}</description>"
        f"<language>{outlet.language}</language>{entries}</channel></rss>\n"
    ).encode()


def _rss_entry(outlet: SampleOutlet, article: Article, base: str) -> str:
    link = base + address(outlet, article)
    source = ""
    if article.source:
        source = f"<source url={quoteattr(_source_url(article.source))}>{escape(article.source)}</source>"
    date = f"<pubDate>{format_datetime(article.published)}</pubDate>" if article.feed_date else ""
    author = f"<dc:creator>{escape(article.byline)}</dc:creator>" if article.byline else ""
    return (
        f"\n<item><title>{escape(article.title)}</title><link>{link}</link>"
        f'<guid isPermaLink="true">{link}</guid>'
        f"<description>{escape(summary(article))}</description>{author}{date}{source}</item>"
    )


def _source_url(name: str) -> str:
    return f"https://{name.lower().replace(' ', '-')}.example/feed"


def render_atom(outlet: SampleOutlet, articles: Sequence[Article], base: str, now: datetime) -> bytes:
    """Render Atom (RFC 4287); `updated` moves only for changes that the outlet owns up to."""
    updated = max((article.updated_at(now) for article in articles), default=now)
    entries = "".join(_atom_entry(outlet, article, base, now) for article in articles)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet.language}">'
        f"<title>{escape(outlet.name)}</title><subtitle>{escape(SAMPLE_NOTE)}</subtitle>"
        f'<id>{base}/</id><link rel="self" href="{base}/feed"/><link href="{base}/"/>'
        f"<updated>{isoformat(updated)}</updated>{entries}</feed>\n"
    ).encode()


def _atom_entry(outlet: SampleOutlet, article: Article, base: str, now: datetime) -> str:
    link = base + address(outlet, article)
    author = article.byline or outlet.name
    source = ""
    if article.source:
        url = quoteattr(_source_url(article.source))
        source = (
            f"<source><id>{url[1:-1]}</id><title>{escape(article.source)}</title><link href={url}/></source>"
        )
    return (
        f"\n<entry><title>{escape(article.title)}</title><id>{link}</id><link href={quoteattr(link)}/>"
        f"<published>{isoformat(article.published)}</published>"
        f"<updated>{isoformat(article.updated_at(now))}</updated>"
        f"<author><name>{escape(author)}</name></author>{source}"
        f"<summary>{escape(summary(article))}</summary></entry>"
    )


def render_json_feed(outlet: SampleOutlet, articles: Sequence[Article], base: str, now: datetime) -> bytes:
    """Render JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "description": SAMPLE_NOTE,
        "language": outlet.language,
        "home_page_url": f"{base}/",
        "feed_url": f"{base}/feed",
        "items": [_json_entry(outlet, article, base) for article in articles],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _json_entry(outlet: SampleOutlet, article: Article, base: str) -> dict[str, object]:
    link = base + address(outlet, article)
    entry: dict[str, object] = {
        "id": link,
        "url": link,
        "title": article.title,
        "summary": summary(article),
        "date_published": isoformat(article.published),
    }
    if article.byline:
        entry["authors"] = [{"name": article.byline}]
    return entry


FEEDS = {
    "rss": (render_rss, "application/rss+xml; charset=utf-8"),
    "atom": (render_atom, "application/atom+xml; charset=utf-8"),
    "json": (render_json_feed, "application/feed+json"),
}
