"""What was received from outside, and what is kept of it."""

from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a feed, a mailbox or a file listing said of an article before it was fetched.

    `source_name` and `source_url` are the feed's own credit (`<source>`): who wrote it, where
    that is another than who prints it.
    """

    feed_url: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    source_name: str | None = None
    source_url: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as received from one address at one moment.

    `url` is the canonical address of the article, `final_url` the address that answered. A status
    of 304 has an empty body: the bytes kept before still stand. Files of an inbox have the status
    200 and a `file:` address relative to the inbox.
    """

    url: str
    final_url: str
    captured_at: datetime
    status: int
    request_headers: Headers
    response_headers: Headers
    body: bytes
    outlet: str | None
    collector: str
    announced: Announcement | None = None


@dataclass(frozen=True, slots=True)
class WarcPointer:
    """Where a record lies: file name in the archive folder, byte offset and length."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Bytes that are kept. `id` is the SHA-256 of the body; one body at two addresses is two records.

    `collector` says how it came: `feed/1` and `page/1` bodies are listings, which are kept and not read.
    """

    id: str
    url: str
    final_url: str
    captured_at: datetime
    media_type: str
    length: int
    outlet: str | None
    response_headers: Headers
    record: WarcPointer
    announced: Announcement | None = None
    collector: str = ""


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One line of the custody log: what was done to which bytes, when, by which component.

    Reference: Berkeley Protocol on Digital Open Source Investigations, chapter VI.
    """

    at: datetime
    action: str
    component: str
    url: str
    evidence: str | None
    status: int
    record: WarcPointer | None
    note: str = ""
