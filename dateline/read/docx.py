"""Word files by python-docx, behind a bound on what they unpack to."""

import zipfile
import zlib
from datetime import datetime
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from dateline.errors import Unreadable
from dateline.model.evidence import Evidence
from dateline.model.outlets import Outlet
from dateline.model.times import StatedTime
from dateline.read.cleaning import clean_line, join_paragraphs
from dateline.read.instants import parse_time
from dateline.read.parts import Parts
from dateline.read.plain import BULLET

MAX_UNPACKED = 200_000_000  # bytes
MAX_ENTRIES = 5000
# What zipfile, lxml and python-docx raise on damaged files.
BROKEN = (zipfile.BadZipFile, zlib.error, LxmlError, KeyError, ValueError, TypeError, AttributeError,
          IndexError, NotImplementedError, EOFError, OSError)  # fmt: skip
TEMPLATE_AUTHOR = "python-docx"


def read_docx(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read paragraphs, tables and core properties of a Word file. Raises Unreadable where it is none."""
    _check_size(body)
    try:
        word = docx.Document(BytesIO(body))
        paragraphs = [Paragraph(element, word) for element in word.element.body.iter(qn("w:p"))]
        title, rest = _split_title(paragraphs)
        properties = word.core_properties
        named, author, created = properties.title, properties.author, properties.created
    except BROKEN as error:
        raise Unreadable(f"the Word file is damaged ({type(error).__name__}: {error})") from error
    template = author == TEMPLATE_AUTHOR
    return Parts(
        text=join_paragraphs(rest),
        title=title or clean_line(named),
        byline=None if template else clean_line(author),
        published=None if template else _created(created, evidence),
    )


def _created(created: datetime | None, evidence: Evidence) -> StatedTime | None:
    return parse_time(created.isoformat(), "Word creation date", evidence.captured_at) if created else None


def _check_size(body: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            entries = packed.infolist()
    except BROKEN as error:
        raise Unreadable(f"the Word file is damaged ({error})") from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or len(entries) > MAX_ENTRIES:
        raise Unreadable(
            f"expected at most {MAX_UNPACKED} bytes in {MAX_ENTRIES} parts, "
            f"found {unpacked} in {len(entries)}: a compressed bomb"
        )


def _split_title(paragraphs: list[Paragraph]) -> tuple[str | None, list[str]]:
    """Return the first paragraph where its style is a title or first heading, and the other paragraphs."""
    title: str | None = None
    rest: list[str] = []
    for paragraph in paragraphs:
        style = str(paragraph.style.name if paragraph.style is not None else "")
        if title is None and not rest and style in {"Title", "Heading 1"}:
            title = clean_line(paragraph.text)
            continue
        words = paragraph.text.strip()
        rest.append(BULLET + words if words and style.startswith("List") else words)
    return title, rest
