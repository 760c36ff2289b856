"""A document: the immutable text that a named reader version took from archived bytes."""

from dataclasses import dataclass
from datetime import datetime

from dateline.model.times import StatedTime


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page; `url` is as the page gives it, made absolute."""

    url: str
    caption: str | None = None
    credit: str | None = None
    published: StatedTime | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `text` is NFC, its paragraphs are separated by blank lines, and it never changes.

    `id` is the hash of evidence, address and reader version. `outlet` printed it, `source` is the
    agency or outlet that the page or the feed credits with writing it. `lang` is BCP 47.
    """

    id: str
    evidence: str
    url: str
    outlet: str | None
    title: str | None
    byline: str | None
    source: str | None
    published: StatedTime | None
    captured_at: datetime
    lang: str
    text: str
    pictures: tuple[Picture, ...]
    reader: str
    issues: tuple[str, ...] = ()
