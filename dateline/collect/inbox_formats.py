"""The kinds of files an inbox takes, by suffix: whole files, and containers that hold many captures."""

from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.collect.found import Bad, Found
from dateline.collect.json_lines import read_json_lines
from dateline.collect.warc import read_warc

ReadContainer = Callable[[Path, str], Iterator[Found | Bad]]

WHOLE_FILES: dict[str, str] = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
}
CONTAINERS: dict[str, ReadContainer] = {
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}


def known_suffixes() -> str:
    """List the suffixes for a message."""
    return ", ".join(sorted([*WHOLE_FILES, *CONTAINERS]))


def suffix_of(name: str) -> str:
    """Return the registered suffix of a file name, or the last one it has.

    >>> suffix_of("March.WARC.gz")
    '.warc.gz'
    """
    lower = name.lower()
    registered = [suffix for suffix in (*CONTAINERS, *WHOLE_FILES) if lower.endswith(suffix)]
    return max(registered, key=len, default=Path(lower).suffix)
