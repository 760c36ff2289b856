"""RSS, Atom, RDF and JSON Feed into entries: an address and what the feed says of it."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from feedparser.api import parse as parse_xml_feed
from lxml import etree, html

from dateline.collect.addresses import canonical_url
from dateline.errors import Unreadable
from dateline.model.evidence import Announcement

MAX_FEED_ENTRIES = 20_000  # real feeds have hundreds; parsing takes 0.15 ms an entry
MAX_FEED_TAGS = 500_000  # 40 microseconds a tag; nested without end they cost the most
MAX_SUMMARY_CHARACTERS = 2_000
MAX_FIELD_CHARACTERS = 500
_FIRST_ELEMENT = re.compile(rb"<[A-Za-z]")
_ENTITY_DECLARATION = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One announced article; `url` is `None` where it links to nothing, `order` sorts by date."""

    url: str | None
    announced: Announcement
    order: str


def parse_feed(body: bytes, *, url: str, content_type: str = "") -> tuple[FeedEntry, ...]:
    """Return the entries of a feed, newest first where all are dated, else in the feed's order.

    Raises Unreadable for what is no feed, and for XML that declares entities.
    """
    text = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"{"):
        entries = tuple(_json_entries(text, url))
    else:
        entries = tuple(_xml_entries(body, url, content_type))
    if all(entry.order for entry in entries):
        return tuple(sorted(entries, key=lambda entry: entry.order, reverse=True))
    return entries


def declares_entities(body: bytes) -> bool:
    """Say whether an XML prolog declares entities, in any encoding that XML parsers guess."""
    plain = body.replace(b"\0", b"")
    element = _FIRST_ELEMENT.search(plain)
    prolog = plain[: element.start()] if element else plain
    return _ENTITY_DECLARATION.search(prolog) is not None


def plain_text(markup: str) -> str:
    """Return the words of a piece of HTML on one line, cut to a bounded length.

    >>> plain_text("<p>Two &amp; <b>three</b></p><script>x()</script>")
    'Two & three'
    """
    if "<" in markup or "&" in markup:
        markup = _text_of_html(markup)
    return _SPACE.sub(" ", markup).strip()[:MAX_SUMMARY_CHARACTERS]


def _text_of_html(markup: str) -> str:
    try:
        fragment = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return re.sub(r"<[^>]*>", " ", markup)
    etree.strip_elements(fragment, "script", "style", etree.Comment, with_tail=False)
    return " ".join(fragment.itertext())


def _xml_entries(body: bytes, url: str, content_type: str) -> Iterator[FeedEntry]:
    if declares_entities(body):
        raise Unreadable(f"{url}: the feed declares XML entities, which feeds have no use for; it is refused")
    _require_bounded(body.replace(b"\0", b""), url)
    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    # A stream, never bytes: feedparser takes bytes for a file name when such a file exists.
    stream = io.BytesIO(body)
    parsed = parse_xml_feed(stream, response_headers=headers, sanitize_html=False)  # type: ignore[no-untyped-call]
    if not parsed.get("version") and not parsed.entries:
        raise Unreadable(
            f"{url}: expected an RSS, Atom or JSON feed, found something else; check the address"
        )
    for entry in parsed.entries:
        yield _xml_entry(entry, url)


def _require_bounded(plain: bytes, url: str) -> None:
    entries, tags = sum(1 for _ in _ENTRY.finditer(plain)), plain.count(b"<")
    if entries > MAX_FEED_ENTRIES:
        raise Unreadable(
            f"{url}: {entries:,} entries, a feed has at most {MAX_FEED_ENTRIES:,}; it is not parsed"
        )
    if tags > MAX_FEED_TAGS:
        raise Unreadable(f"{url}: {tags:,} tags, a feed has at most {MAX_FEED_TAGS:,}; it is not parsed")


def _xml_entry(entry: Mapping[str, Any], feed_url: str) -> FeedEntry:
    source = entry.get("source") or {}
    announced = Announcement(
        feed_url=feed_url,
        title=_field(plain_text(str(entry.get("title") or ""))),
        published=_field(entry.get("published") or entry.get("updated")),
        author=_field(entry.get("author")),
        source_name=_field(source.get("title")),
        source_url=_field(source.get("href") or source.get("link")),
        summary=plain_text(str(entry.get("summary") or "")) or None,
    )
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    order = "".join(f"{part:04d}" for part in moment[:6]) if moment else ""
    return FeedEntry(_entry_url(entry.get("link"), entry.get("id"), feed_url), announced, order)


def _json_entries(body: bytes, url: str) -> Iterator[FeedEntry]:
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{url}: the JSON feed cannot be parsed ({error})") from error
    entries = feed.get("items")
    if "jsonfeed.org/version" not in str(feed.get("version")) or not isinstance(entries, list):
        raise Unreadable(f"{url}: JSON, but neither a version of jsonfeed.org nor a list of items in it")
    for entry in entries:
        if isinstance(entry, dict):
            yield _json_entry(entry, url)


def _json_entry(entry: Mapping[str, Any], feed_url: str) -> FeedEntry:
    """Reference: https://www.jsonfeed.org/version/1.1/ (`authors` replaced `author` in 1.1)."""
    authors = entry.get("authors") or [entry.get("author")]
    names = [author["name"] for author in authors if isinstance(author, dict) and author.get("name")]
    announced = Announcement(
        feed_url=feed_url,
        title=_field(entry.get("title")),
        published=_field(entry.get("date_published")),
        author=_field(", ".join(map(str, names))),
        source_url=_field(entry.get("external_url")),
        summary=plain_text(str(entry.get("summary") or "")) or None,
    )
    url = _entry_url(entry.get("url"), entry.get("id"), feed_url)
    return FeedEntry(url, announced, _iso_order(announced.published))


def _entry_url(link: object, entry_id: object, feed_url: str) -> str | None:
    """Return where an entry leads: its link, which may be relative, or its id where that is an address."""
    return canonical_url(str(link), feed_url) if link else canonical_url(str(entry_id or ""))


def _iso_order(published: str | None) -> str:
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return ""
    return f"{moment.timestamp():020.3f}" if moment.tzinfo else ""


def _field(stated: object) -> str | None:
    text = _SPACE.sub(" ", str(stated)).strip() if stated else ""
    return text[:MAX_FIELD_CHARACTERS] or None
