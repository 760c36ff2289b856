"""Files for the desk's inbox, made from manuscripts: PDF, Word, mail, plain text and JSON lines."""

import io
import json
import textwrap
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from docx import Document as WordDocument

from examples.spotlight.article import FRONT_MATTER, HERE

ZIP_EPOCH = (2020, 3, 1, 0, 0, 0)
PAGE_COLUMNS = 84


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One text that reaches the desk as a file; several with one `file` are lines of it."""

    file: str
    arrives: datetime
    title: str
    author: str
    written: str
    lang: str
    body: str
    url: str = ""


def load_enclosures(folder: Path = HERE / "inbox") -> tuple[Enclosure, ...]:
    """Load the manuscripts in the order of their names."""
    enclosures = []
    for path in sorted(folder.glob("*.md")):
        parts = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
        if parts is None:
            raise ValueError(f"{path.name}: expected front matter between two lines '+++'")
        enclosures.append(Enclosure(body=parts[2].strip(), **tomllib.loads(parts[1])))
    return tuple(enclosures)


def deliver(enclosures: Sequence[Enclosure], inbox: Path, now: datetime) -> list[Path]:
    """Write the files that have arrived by `now` and are not in the inbox yet; return them."""
    written = []
    for name in dict.fromkeys(enclosure.file for enclosure in enclosures if enclosure.arrives <= now):
        path = inbox / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(MAKERS[path.suffix]([part for part in enclosures if part.file == name]))
            written.append(path)
    return written


def make_text(enclosures: Sequence[Enclosure]) -> bytes:
    """Make a plain text file: title, author and date above the text."""
    (enclosure,) = enclosures
    return f"{enclosure.title}\n\n{enclosure.author}\n{enclosure.written}\n\n{enclosure.body}\n".encode()


def make_json_lines(enclosures: Sequence[Enclosure]) -> bytes:
    """Make one JSON object a line."""
    lines = [
        {
            "url": part.url,
            "title": part.title,
            "byline": part.author,
            "published": part.written,
            "lang": part.lang,
            "text": part.body,
        }
        for part in enclosures
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def make_mail(enclosures: Sequence[Enclosure]) -> bytes:
    """Make a mail message."""
    (enclosure,) = enclosures
    message = EmailMessage()
    message["From"] = enclosure.author
    message["To"] = "Sample desk <desk@dateline.example>"
    message["Date"] = format_datetime(enclosure.arrives)
    message["Subject"] = enclosure.title
    message["Message-ID"] = f"<{enclosure.arrives:%Y%m%d%H%M}@harbour-wire.example>"
    message.set_content(enclosure.body)
    return message.as_bytes()


def make_word(enclosures: Sequence[Enclosure]) -> bytes:
    """Make a Word file whose bytes are the same each time."""
    (enclosure,) = enclosures
    document = WordDocument()
    document.core_properties.title = enclosure.title
    document.core_properties.author = enclosure.author
    document.core_properties.created = enclosure.arrives.replace(tzinfo=None)
    document.core_properties.modified = enclosure.arrives.replace(tzinfo=None)
    document.add_heading(enclosure.title, level=1)
    document.add_paragraph(f"{enclosure.author}, {enclosure.written}")
    for paragraph in enclosure.body.split("\n\n"):
        document.add_paragraph(" ".join(paragraph.split()))
    loose, fixed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), source.read(name))
    return fixed.getvalue()


def make_pdf(enclosures: Sequence[Enclosure]) -> bytes:
    """Make a PDF of one page in Helvetica; its text must be Latin (WinAnsi)."""
    (enclosure,) = enclosures
    paragraphs = [enclosure.title, f"{enclosure.author}, {enclosure.written}", *enclosure.body.split("\n\n")]
    lines = [
        line for text in paragraphs for line in [*textwrap.wrap(" ".join(text.split()), PAGE_COLUMNS), ""]
    ]
    shown = b"".join(b"(" + _pdf_escape(line) + b") '\n" for line in lines)
    stream = b"BT /F1 11 Tf 15 TL 60 790 Td\n" + shown + b"ET"
    return _pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Title (%b) /Author (%b) /CreationDate (D:%b) >>"
            % (
                _pdf_escape(enclosure.title),
                _pdf_escape(enclosure.author),
                f"{enclosure.arrives:%Y%m%d%H%M%S}+03'00'".encode(),
            ),
        ]
    )


def _pdf_escape(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return escaped.encode("cp1252")


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (size, size - 1)
    xref = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return body + xref + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(body)


MAKERS: dict[str, Callable[[Sequence[Enclosure]], bytes]] = {
    ".pdf": make_pdf,
    ".docx": make_word,
    ".eml": make_mail,
    ".txt": make_text,
    ".jsonl": make_json_lines,
}
