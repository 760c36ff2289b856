import io
import json
import zipfile
from datetime import datetime

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from dateline.errors import Unreadable
from dateline.read.cleaning import clean_text

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf_of(lines: list[str], *, password: str | None = None) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = "".join(f"({line}) Tj 0 -16 Td " for line in lines)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 50 780 Td {shown}ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Title": "Report on the canal", "/CreationDate": "D:20200309103000+03'30'"})
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word_of(paragraphs: list[tuple[str, str]]) -> bytes:
    word = docx.Document()
    word.core_properties.author = "Rana Haddad"
    word.core_properties.created = datetime(2020, 3, 9, 10, 30)
    for style, words in paragraphs:
        word.add_paragraph(words, style=style)
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Basra"
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_pdf_text_title_and_date(read) -> None:
    lines = [
        "The council met on Sunday to hear the report of the water autho-",
        "rity on the canal and on the dam.",
    ]
    document = read(pdf_of(lines), media_type="application/pdf")
    assert (
        document.text
        == "The council met on Sunday to hear the report of the water authority on the canal and on the dam."
    )
    assert (document.title, document.published.value) == ("Report on the canal", "2020-03-09T10:30:00+03:30")
    assert document.published.found_in == "PDF creation date"


def test_pdf_with_password_says_so(read) -> None:
    with pytest.raises(Unreadable, match="protected by a password"):
        read(pdf_of(["Secret"], password="open sesame"), media_type="application/pdf")


def test_pdf_that_opens_with_an_empty_password_is_read(read) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(["The council met on Sunday to hear the report."])))
    writer.encrypt(user_password="", owner_password="owner")
    out = io.BytesIO()
    writer.write(out)
    assert read(out.getvalue()).text == "The council met on Sunday to hear the report."


def test_scanned_pdf_says_so(read) -> None:
    with pytest.raises(Unreadable, match="1 pages and no text: a scan"):
        read(pdf_of([]), media_type="application/pdf")


@pytest.mark.parametrize("cut", [9, 60, 300])
def test_damaged_pdf_says_so(cut: int, read) -> None:
    with pytest.raises(Unreadable, match="PDF"):
        read(pdf_of(["The council met."])[:cut], media_type="application/pdf")


def test_word_file(read) -> None:
    body = word_of(
        [("Title", "Council puts off its vote"), ("Normal", "It met on Sunday."), ("List Bullet", "the dam")]
    )
    document = read(body, media_type=WORD)
    assert document.text == "It met on Sunday.\n\n• the dam\n\nBasra"
    assert (document.title, document.byline) == ("Council puts off its vote", "Rana Haddad")
    assert document.published.value.startswith("2020-03-09T10:30:00")


def test_word_file_that_unpacks_to_a_bomb(read) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\x00" * 210_000_000)
    with pytest.raises(Unreadable, match="a compressed bomb"):
        read(out.getvalue(), media_type=WORD)


def test_damaged_word_file(read) -> None:
    body = word_of([("Normal", "It met on Sunday.")])
    with pytest.raises(Unreadable, match="Word file is damaged"):
        read(body[: len(body) // 2], media_type=WORD)


MAIL = """\
From: =?utf-8?b?2LHZhtinINit2K/Yp9iv?= <rana@courier.example>
To: desk@example.org
Subject: Fwd: =?utf-8?q?Council_puts_off_its_vote?=
Date: Mon, 09 Mar 2020 23:30:00 +0330
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: {kind}; charset=utf-8
Content-Transfer-Encoding: 8bit

{text}
--b--
"""


@pytest.mark.parametrize(
    ("kind", "text"),
    [("text/plain", "It met on Sunday.\n\nNo vote was held."), ("text/html",
      "<p>It met on <b>Sunday</b>.</p><script>x()</script><p>No vote was held.</p>")],
)  # fmt: skip
def test_mail(kind: str, text: str, read) -> None:
    document = read(MAIL.format(kind=kind, text=text).encode(), url="file:a.eml", media_type="message/rfc822")
    assert document.text == "It met on Sunday.\n\nNo vote was held."
    assert (document.title, document.byline) == ("Council puts off its vote", "رنا حداد")
    assert document.published.value == "2020-03-09T23:30:00+03:30"


def test_plain_text_with_header_lines(read) -> None:
    body = (
        "Title: Council puts off its vote\nOutlet: Levant Courier\nDate: 19 اسفند 1398\nAuthor: Rana Haddad\n"
        "URL: https://courier.example/7\n\nIt met on Sunday.\n"
        "No vote  was held. \r\n\r\n\r\nIt will meet again."
    ).encode()
    document = read(body, url="file:a.txt", media_type="text/plain")
    assert document.text == "It met on Sunday.\nNo vote was held.\n\nIt will meet again."
    assert (document.title, document.byline, document.url) == (
        "Council puts off its vote", "Rana Haddad", "https://courier.example/7",
    )  # fmt: skip
    assert (document.published.value, document.published.raw) == ("2020-03-09", "19 اسفند 1398")


def test_plain_text_takes_its_first_line_as_title(read) -> None:
    document = read(
        b"Council puts off its vote\n\nIt met: no vote was held.", url="file:a.txt", media_type="text/plain"
    )
    assert (document.title, document.text) == ("Council puts off its vote", "It met: no vote was held.")
    assert document.issues == ("no date of publication found",)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("March 18, 2020", "2020-03-18"),
        ("Published Wednesday, 18 March 2020", "2020-03-18"),
        ("۲۸ اسفند ۱۳۹۸", "2020-03-18"),
        ("The bridge was opened on March 18, 2020", None),
        ("The governor spoke on March 18, 2020.", None),
        ("March 2020", None),
        ("March 17, 2020 - March 18, 2020", None),
        ("May 18, 2020", None),
    ],
)
def test_a_line_that_tells_only_its_day_dates_a_plain_text(line: str, day: str | None, read) -> None:
    text = f"Fire at the port of Basra\n\n{line}\n\nA fire broke out on Tuesday.\n"
    made = read(text.encode(), url="file:inbox/fire.txt", media_type="text/plain")
    assert (made.published.value if made.published else None) == day
    assert line in made.text


def test_header_date_that_is_none_is_named(read) -> None:
    body = b"Title: Council\nDate: last week\n\nIt met on Sunday."
    assert any(
        "'last week'" in issue for issue in read(body, url="file:a.txt", media_type="text/plain").issues
    )


def test_markdown(read) -> None:
    body = (
        b"---\ndate: 2020-03-09\n---\n# Council *puts off* its vote\n\n"
        b"It met on\n[Sunday](javascript:x()).\n\n"
        b"- the dam\n- the canal\n\n<script>x()</script>\n"
    )
    document = read(body, url="file:a.md", media_type="text/markdown")
    assert document.title == "Council puts off its vote"
    assert document.text.startswith("It met on Sunday.") and document.text.endswith(
        "• the dam\n\n• the canal"
    )
    assert "script" not in document.text
    assert document.published.value == "2020-03-09"


def test_article_line(read) -> None:
    fields = {
        "url": "https://courier.example/7", "title": "Council",
        "html": "<p>It met.</p><p>No <i>vote</i>.</p>",
        "published": "2020-03-09T10:30+03:30", "byline": "Rana", "publisher": "Courier", "lang": "en",
    }  # fmt: skip
    document = read(json.dumps(fields).encode(), url="file:a.jsonl", media_type="application/json")
    assert document.text == "It met.\n\nNo vote."
    assert (document.title, document.byline, document.lang) == ("Council", "Rana", "en")
    assert document.published.value == "2020-03-09T10:30+03:30"


@pytest.mark.parametrize("body", [b'{"text": 7}', b"[1]", b'{"title": "only"}', b"{"])
def test_article_line_that_is_none(body: bytes, read) -> None:
    with pytest.raises(Unreadable):
        read(body, url="file:a.jsonl", media_type="application/json")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\u0301te\u0301", "été"),
        ("one\x00 two\u202e three\u2066", "one two three"),
        ("می\u200cشود", "می\u200cشود"),
        ("one \t two  \n \n\n\n three\u2028four\r\nfive", "one two\n\nthree\nfour\nfive"),
    ],
)
def test_text_is_clean(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean
    assert clean_text(clean) == clean


def test_text_has_a_bound() -> None:
    with pytest.raises(Unreadable, match="at most 5000000 characters"):
        clean_text("a" * 5_000_001)
