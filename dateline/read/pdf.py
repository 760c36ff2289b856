"""PDF files by pypdf."""

import logging
import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dateline.errors import Unreadable
from dateline.model.evidence import Evidence
from dateline.model.outlets import Outlet
from dateline.read.cleaning import MAX_TEXT, clean_line, clean_text
from dateline.read.instants import parse_time
from dateline.read.parts import Parts
from dateline.text.paragraphs import paragraph_spans

MAX_PAGES = 2000
FEWEST_LETTERS = 20  # fewer on all pages is a page number, not a text
_NO_TITLE = re.compile(r"(?i)^(?:untitled|microsoft word - .*|.*\.(?:docx?|indd|pdf|qxd)|document\d*)$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
# What pypdf raises on damaged files.
_BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError,
           OverflowError, NotImplementedError, AssertionError)  # fmt: skip


def read_pdf(evidence: Evidence, body: bytes, outlet: Outlet | None) -> Parts:
    """Read the text layer of a PDF. Raises Unreadable for a password, a scan or a damaged file."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("the PDF is protected by a password; save a copy without it")
        pages = _pages(reader)
        described = {name: str(value) for name, value in (reader.metadata or {}).items() if value}
    except _BROKEN as error:
        raise Unreadable(f"the PDF is damaged ({type(error).__name__}: {error})") from error
    text = _flow(pages)
    if sum(letter.isalpha() for letter in text) < FEWEST_LETTERS:
        raise Unreadable(f"the PDF has {len(pages)} pages and no text: a scan, which needs OCR first")
    title = clean_line(described.get("/Title"))
    created = described.get("/CreationDate", "")
    return Parts(
        text=text,
        title=None if title and _NO_TITLE.match(title) else title,
        byline=clean_line(described.get("/Author")),
        published=parse_time(_pdf_date(created), "PDF creation date", evidence.captured_at),
    )


def _pages(reader: PdfReader) -> list[str]:
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise Unreadable(f"expected at most {MAX_PAGES} pages, found {count}")
    pages, size = [], 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > MAX_TEXT:
            raise Unreadable(f"expected at most {MAX_TEXT} characters of text, found more")
    return pages


def _flow(pages: list[str]) -> str:
    """Return the pages as paragraphs: wrapped lines are joined, line-end hyphens of Latin script dropped."""
    lines = clean_text("\n\n".join(pages))
    paragraphs = (span.of(lines) for span in paragraph_spans(lines))
    return clean_text("\n\n".join(" ".join(_HYPHEN.sub("", each).split()) for each in paragraphs))


def _pdf_date(raw: str) -> str:
    """Return a PDF date, "D:20200309063000+03'30'", as ISO 8601; empty where it is none."""
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}'?\d{2})?", raw)
    if not found:
        return ""
    year, month, day, hour, minute, second, zone = found.groups()
    zone = (zone or "").replace("'", "")
    clock = (
        f"T{hour}:{minute}:{second or '00'}{zone[:3] + ':' + zone[3:] if len(zone) > 1 else zone}"
        if hour
        else ""
    )
    return f"{year}-{month}-{day}{clock}"
