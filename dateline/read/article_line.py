"""One article as a JSON object: a line of an inbox file of articles."""

import json
from typing import Any

from dateline.errors import Unreadable
from dateline.model.evidence import Evidence
from dateline.model.outlets import Outlet
from dateline.read.cleaning import clean_line, clean_text
from dateline.read.html import read_html_text
from dateline.read.instants import parse_time
from dateline.read.parts import Parts
from dateline.read.plain import web_address


def read_article_line(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read the fields of `{url, title, text | html, published, byline, publisher, source, lang}`."""
    try:
        fields: Any = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"expected a JSON object, found {body[:40]!r} ({error})") from error
    if not isinstance(fields, dict):
        raise Unreadable(f"expected a JSON object, found a {type(fields).__name__}")
    text, html = _string(fields, "text"), _string(fields, "html")
    stated = _string(fields, "published")
    published = parse_time(stated, "published field", evidence.captured_at)
    issues = (
        (f"the published field {stated!r} is no date that can be read",) if stated and not published else ()
    )
    return Parts(
        text=clean_text(text) if text else read_html_text(html),
        title=clean_line(_string(fields, "title")),
        byline=clean_line(_string(fields, "byline") or _string(fields, "author")),
        source=clean_line(_string(fields, "source")),
        publisher=clean_line(_string(fields, "publisher") or _string(fields, "outlet")),
        published=published,
        lang=clean_line(_string(fields, "lang")),
        url=web_address(_string(fields, "url")),
        issues=issues,
    )


def _string(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise Unreadable(f"expected a string in {name!r}, found {json.dumps(value)[:40]}")
