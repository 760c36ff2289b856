"""JSON lines of articles: one object a line, with at least "text" or "html"."""

import json
from collections.abc import Iterator
from pathlib import Path

from dateline.collect.addresses import canonical_url
from dateline.collect.found import MAX_RECORD_BYTES, Bad, Found

CONTENT_KEYS = ("text", "html", "body", "content")
HEADERS = (("Content-Type", "application/json"),)


def read_json_lines(path: Path, address: str) -> Iterator[Found | Bad]:
    """Yield one article a line under its own `url`, or under the file's `address` and line number."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAX_RECORD_BYTES + 1):
            number += 1
            if len(line) > MAX_RECORD_BYTES:
                yield Bad(f"line {number}", f"longer than {MAX_RECORD_BYTES:,} bytes; the rest is not read")
                return
            if line.strip():
                yield _read_line(line.strip(), number, address)


def _read_line(line: bytes, number: int, address: str) -> Found | Bad:
    place = f"line {number}"
    try:
        article = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Bad(place, f"expected a JSON object ({error})")
    if not isinstance(article, dict):
        return Bad(place, f"expected a JSON object, found {type(article).__name__}")
    if not any(isinstance(article.get(key), str) and article[key] for key in CONTENT_KEYS):
        return Bad(place, f"expected words under one of {', '.join(CONTENT_KEYS)}, found none")
    stated = article.get("url")
    if not stated:
        return Found(f"{address}#line={number}", line, HEADERS)
    url = canonical_url(stated) if isinstance(stated, str) else None
    if url is None:
        return Bad(place, f"expected an http or https address under url, found {stated!r}")
    return Found(url, line, HEADERS)
