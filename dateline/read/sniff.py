"""The format of a body: by its bytes where they tell, else by the media type and the name of the file."""

import json
import re
from enum import StrEnum
from urllib.parse import urlsplit

from dateline.errors import Unreadable
from dateline.model.evidence import Evidence

START = 2048  # bytes looked at


class Format(StrEnum):
    """The formats that can be read."""

    HTML = "HTML"
    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    PDF = "PDF"
    DOCX = "DOCX"
    EMAIL = "EML"
    ARTICLE_LINE = "JSON article line"


MEDIA_TYPES = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/plain": Format.PLAIN,
    "text/markdown": Format.MARKDOWN,
    "text/x-markdown": Format.MARKDOWN,
    "message/rfc822": Format.EMAIL,
    "application/json": Format.ARTICLE_LINE,
    "application/x-ndjson": Format.ARTICLE_LINE,
    "application/jsonl": Format.ARTICLE_LINE,
}
SUFFIXES = {
    "html": Format.HTML, "htm": Format.HTML, "xhtml": Format.HTML, "txt": Format.PLAIN, "text": Format.PLAIN,
    "md": Format.MARKDOWN, "markdown": Format.MARKDOWN, "eml": Format.EMAIL, "json": Format.ARTICLE_LINE,
    "jsonl": Format.ARTICLE_LINE, "ndjson": Format.ARTICLE_LINE,
}  # fmt: skip
_HTML = re.compile(rb"<!doctype\s+html|<html\b|<head\b|<body\b|<article\b|<meta\b|<div\b", re.I)
_FEED = re.compile(
    rb"^\s*(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)*(?:<\?[^>]*>\s*)*<(rss|feed|rdf:RDF|opml|urlset|sitemapindex)\b",
    re.S,
)
_MAIL = re.compile(rb"\A(?:(?:From |[A-Za-z][A-Za-z0-9-]*:).*\r?\n(?:[ \t].*\r?\n)*){3,}")
_MAIL_FIELD = re.compile(rb"^(?:received|message-id|mime-version|return-path):", re.I | re.M)
UNREADABLE = (
    (b"\xff\xd8\xff", "a JPEG picture"), (b"\x89PNG", "a PNG picture"), (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"), (b"\x00\x00\x00", "a media file"), (b"ID3", "a sound file"),
    (b"\x1f\x8b", "a gzip file"), (b"WARC/", "a WARC file: it holds many pages, collect it"),
    (b"\xd0\xcf\x11\xe0", "an old Office file or an encrypted one; save it as DOCX without a password"),
    (b"{\\rtf", "an RTF file; save it as DOCX or text"), (b"7z\xbc\xaf", "a 7z file"),
)  # fmt: skip


def format_of(evidence: Evidence, body: bytes) -> Format:
    """Return the format of `body`. Raises Unreadable, naming what was found, where it is none we read."""
    start = body[:START].lstrip(b"\xef\xbb\xbf \t\r\n")
    by_bytes = _by_bytes(start, body, evidence)
    if by_bytes is not None:
        return by_bytes
    path = urlsplit(evidence.final_url).path or evidence.final_url
    suffix = path.rpartition("/")[2].rpartition(".")[2].lower() if "." in path else ""
    is_file = evidence.final_url.startswith("file:")
    by_name, by_type = SUFFIXES.get(suffix), MEDIA_TYPES.get(evidence.media_type)
    found = (by_name or by_type) if is_file else (by_type or by_name)
    if found is Format.ARTICLE_LINE and not start.startswith(b"{"):
        raise Unreadable(f"{evidence.url}: expected a JSON object, found {start[:20]!r}")
    if found in {Format.HTML, None} and _HTML.search(start):
        return Format.HTML
    if found is None and _looks_binary(start):
        kinds = ", ".join(Format)
        raise Unreadable(
            f"{evidence.url}: expected one of {kinds}; found {evidence.media_type}, {start[:8]!r}"
        )
    return found or Format.PLAIN


def _by_bytes(start: bytes, body: bytes, evidence: Evidence) -> Format | None:
    if b"%PDF-" in body[:1024]:
        return Format.PDF
    if start.startswith(b"PK\x03\x04"):
        if b"word/" in body:
            return Format.DOCX
        raise Unreadable(f"{evidence.url}: expected an article, found a ZIP file that is no Word document")
    for magic, name in UNREADABLE:
        if start.startswith(magic):
            raise Unreadable(f"{evidence.url}: expected an article, found {name}")
    feed = _FEED.match(start)
    if feed:
        raise Unreadable(
            f"{evidence.url}: expected an article, found a feed or listing (<{feed[1].decode()}>)"
        )
    if start.startswith(b"{") and _is_article_line(body):
        return Format.ARTICLE_LINE
    if _MAIL.match(start) and _MAIL_FIELD.search(start):
        return Format.EMAIL
    return None


def _is_article_line(body: bytes) -> bool:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and bool(fields.keys() & {"text", "html"})


def _looks_binary(start: bytes) -> bool:
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return False
    return b"\x00" in start
