"""Feeds of the editions of a desk. Reference: RSS 2.0.11 (RSS Advisory Board); JSON Feed 1.1."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from dateline.model.editions import Edition
from dateline.write.forms.folder import MACHINE_FORM, load_edition
from dateline.write.forms.machine import parse_edition
from dateline.write.forms.notices import notice_text
from dateline.write.forms.render_html import edition_period
from dateline.write.forms.words import one_line
from dateline.write.settings import print_words

RSS_FILE, JSON_FILE = "feed.xml", "feed.json"
ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An edition and the folder that it lies in."""

    edition: Edition
    folder: str


def write_feeds(editions: Path, *, address: str | None = None) -> tuple[Path, ...]:
    """Write `feed.xml` and `feed.json` over all editions in the folder, newest first; return the files.

    `address` is where the folder is published; without it the links are relative to the feed. A
    folder without editions gets no feed. Raises EditionError for an edition that cannot be read.
    """
    entries = sorted(_load(editions), key=lambda entry: entry.edition.number, reverse=True)
    if not entries:
        return ()
    base = f"{address.rstrip('/')}/" if address else ""
    bodies = {RSS_FILE: format_rss(entries, base), JSON_FILE: format_json_feed(entries, base)}
    for name, body in bodies.items():
        fresh = editions / f".{name}"
        fresh.write_bytes(body)
        fresh.replace(editions / name)
    return tuple(editions / name for name in bodies)


def format_rss(entries: list[FeedEntry], base: str) -> bytes:
    """Return the RSS of editions, newest first."""
    rss = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM})
    channel = etree.SubElement(rss, "channel")
    newest = entries[0].edition
    _add(channel, "title", one_line(newest.title))
    _add(channel, "link", f"{base}latest/index.html")
    _add(channel, "description", f"Editions of {one_line(newest.title)}")
    _add(channel, "language", newest.language)
    _add(channel, "lastBuildDate", _mail_date(newest))
    if base:
        link = {"href": f"{base}{RSS_FILE}", "rel": "self", "type": "application/rss+xml"}
        etree.SubElement(channel, f"{{{ATOM}}}link", link)
    for entry in entries:
        element = etree.SubElement(channel, "item")
        _add(element, "title", _title(entry.edition))
        _add(element, "link", _link(entry, base))
        _add(element, "guid", _identity(entry.edition)).set("isPermaLink", "false")
        _add(element, "pubDate", _mail_date(entry.edition))
        _add(element, "description", _content(entry.edition))
    body: bytes = etree.tostring(rss, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return body


def format_json_feed(entries: list[FeedEntry], base: str) -> bytes:
    """Return the JSON Feed of editions, newest first."""
    newest = entries[0].edition
    feed: dict[str, object] = {
        "version": JSON_FEED,
        "title": one_line(newest.title),
        "home_page_url": f"{base}latest/index.html",
        "language": newest.language,
    }
    if base:
        feed["feed_url"] = f"{base}{JSON_FILE}"
    feed["items"] = [_json_entry(entry, base) for entry in entries]
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _json_entry(entry: FeedEntry, base: str) -> dict[str, object]:
    edition = entry.edition
    stated: dict[str, object] = {
        "id": _identity(edition),
        "url": _link(entry, base),
        "title": _title(edition),
        "content_html": _content(edition),
        "date_published": edition.issued_at,
        "language": edition.language,
    }
    if edition.notices:
        stated["date_modified"] = edition.notices[-1].at
    if edition.editor:
        stated["authors"] = [{"name": one_line(edition.editor)}]
    return stated


def _load(editions: Path) -> Iterator[FeedEntry]:
    for file in sorted(editions.glob(f"*/{MACHINE_FORM}")):
        folder = file.parent
        if not folder.is_symlink() and not folder.name.startswith("."):
            yield FeedEntry(parse_edition(load_edition(folder)), folder.name)


def _title(edition: Edition) -> str:
    status = f" ({edition.status.value})" if edition.status.value in ("corrected", "withdrawn") else ""
    return f"{one_line(edition.title)}, No. {edition.number}: {edition_period(edition)}{status}"


def _link(entry: FeedEntry, base: str) -> str:
    return f"{base}{quote(entry.folder)}/index.html"


def _identity(edition: Edition) -> str:
    return f"urn:dateline:{quote(edition.id)}"


def _content(edition: Edition) -> str:
    notices = [notice_text(edition, notice) for notice in edition.notices]
    bullets = [" ".join(sentence.text for sentence in each.sentences) for each in edition.overview]
    changes = [change.get("text", "") for change in edition.changes]
    title = escape(print_words(edition.language)["changes"])
    noted = f"<div>{_list(notices)}</div>" if notices else ""
    return noted + _list(bullets) + (f"<h2>{title}</h2>{_list(changes)}" if changes else "")


def _list(lines: list[str]) -> str:
    points = "".join(f'<li dir="auto">{escape(one_line(line))}</li>' for line in lines)
    return f"<ul>{points}</ul>"


def _mail_date(edition: Edition) -> str:
    return format_datetime(datetime.fromisoformat(edition.issued_at))


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, name)
    element.text = text
    return element
