"""Plain text and Markdown files of an inbox, with an optional block of header lines."""

import re

from markdown_it import MarkdownIt

from dateline.model.evidence import Evidence
from dateline.model.outlets import Outlet
from dateline.model.times import StatedTime
from dateline.read.cleaning import clean_line, clean_text, join_paragraphs
from dateline.read.encoding import decode
from dateline.read.instants import parse_time
from dateline.read.parts import Parts

LONGEST_TITLE = 200  # code points; a longer first line is a paragraph
_HEADER = re.compile(
    r"\A(?:[ \t]*(?:title|outlet|publisher|date|published|author|by|byline|source|url|lang|language)"
    r"[ \t]*:[^\n]*\n)+(?:[ \t]*\n|\Z)",
    re.I,
)
_FENCED = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.S)
BULLET = "• "


def read_plain(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read a plain text; its title is the header's, or its first line where that stands alone."""
    decoded = decode(body, evidence.response_headers)
    text = clean_text(decoded.text)
    fields, rest = _split_header(text)
    title, rest = (fields.get("title"), rest) if fields else _first_line(rest)
    return _with_fields(rest.strip("\n"), title, fields, evidence, decoded.issues)


def read_markdown(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read a Markdown text; its title is the header's or its first heading."""
    decoded = decode(body, evidence.response_headers)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    fields, rest = _split_header(lines)
    heading, paragraphs = _markdown_paragraphs(rest)
    if fields.get("title") and heading and heading != fields["title"]:
        paragraphs.insert(0, heading)
    title = fields.get("title") or heading
    return _with_fields(join_paragraphs(paragraphs), title, fields, evidence, decoded.issues)


def _split_header(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of the leading "Title: …" lines, or between two "---" lines, and the rest."""
    fenced = _FENCED.match(text)
    header = fenced or _HEADER.match(text)
    if not header:
        return {}, text
    lines = (fenced[1] if fenced else header[0]).splitlines()
    pairs = (line.partition(":") for line in lines if ":" in line)
    fields = {name.strip().lower(): value.strip().strip("\"'") for name, _, value in pairs if value.strip()}
    return fields, text[header.end() :]


def _first_line(text: str) -> tuple[str | None, str]:
    first, parted, rest = text.partition("\n\n")
    alone = (
        parted
        and "\n" not in first
        and len(first) <= LONGEST_TITLE
        and not first.rstrip().endswith((".", "؟", "،"))
    )
    return (first, rest) if alone else (None, text)


def _with_fields(
    text: str, title: str | None, fields: dict[str, str], evidence: Evidence, issues: tuple[str, ...]
) -> Parts:
    stated = fields.get("date") or fields.get("published")
    published: StatedTime | None = None
    if stated:
        published = parse_time(stated, "header line", evidence.captured_at)
        issues += () if published else (f"the header line's date {stated!r} is no date that can be read",)
    return Parts(
        text=text,
        title=clean_line(title),
        byline=clean_line(fields.get("author") or fields.get("byline") or fields.get("by")),
        source=clean_line(fields.get("source")),
        publisher=clean_line(fields.get("outlet") or fields.get("publisher")),
        published=published,
        lang=clean_line(fields.get("lang") or fields.get("language")),
        url=web_address(fields.get("url")),
        issues=issues,
    )


def web_address(stated: str | None) -> str | None:
    """Return `stated` where it is an address on the web."""
    return stated if stated and re.fullmatch(r"https?://[^\s<>\"]+", stated) else None


def _markdown_paragraphs(text: str) -> tuple[str | None, list[str]]:
    heading: str | None = None
    paragraphs: list[str] = []
    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # a link is its words here, whatever it leads to
    tokens = parser.parse(text)
    opened: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            opened.append(token.type)
        elif token.nesting == -1:
            opened.pop()
        elif token.type == "inline":
            words = "".join(_inline_words(child) for child in token.children or ())
            if heading is None and not paragraphs and opened[-1] == "heading_open":
                heading = clean_line(words)
                continue
            paragraphs.append(BULLET + words if "list_item_open" in opened else words)
        elif token.type in {"code_block", "fence"}:
            paragraphs.append(token.content)
    return heading, paragraphs


def _inline_words(token: object) -> str:
    kind, content = getattr(token, "type", ""), str(getattr(token, "content", ""))
    if kind in {"softbreak", "hardbreak"}:
        return " "
    return content if kind in {"text", "code_inline", "text_special"} else ""
