import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from dateline.write.forms.docx import write_docx
from tests.write.forms.factory import ARABIC, EDITION, FILE, HEBREW, HOSTILE, PERSIAN, PNG, job, with_words


def opened(body: bytes | None) -> WordDocument:
    assert body is not None
    return docx.Document(io.BytesIO(body))


def footnotes(body: bytes | None) -> etree._Element:
    assert body is not None
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return etree.fromstring(archive.read("word/footnotes.xml"))


def test_headings_bullets_and_captions_have_named_styles() -> None:
    word = opened(write_docx(job()).body)
    by_style: dict[str, list[str]] = {}
    for paragraph in word.paragraphs:
        by_style.setdefault(paragraph.style.name, []).append(paragraph.text)
    assert by_style["Title"] == ["Spotlight on the Rivers"]
    assert by_style["Heading 1"] == [
        "Overview", "Roads", "In dispute", "What changed", "Source summary", "Gaps", "Sources cited",
    ]  # fmt: skip
    assert "The Halfa bridge (Karun, May 3, 2021)" in by_style["Caption"]
    assert by_style["Original Quotation"] == [f"«{PERSIAN}»", f"«{ARABIC}»"]
    assert len(word.inline_shapes) == 1
    assert word.inline_shapes[0]._inline.docPr.get("descr") == "A bridge under water"


def test_each_passage_has_one_footnote_and_later_marks_refer_to_it() -> None:
    body = write_docx(job()).body
    marks = opened(body).element.body.iter(qn("w:footnoteReference"))
    assert [mark.get(qn("w:id")) for mark in marks] == ["1", "2", "3"]
    notes = [note for note in footnotes(body) if note.get(qn("w:type")) is None]
    texts = ["".join(note.itertext()) for note in notes]
    assert [text.split(",")[0].strip() for text in texts] == ["Qalamoun Post", "Karun", "al-Sahil"]
    fields = [element.text for element in opened(body).element.body.iter(qn("w:instrText"))]
    assert [field.split()[1] for field in fields] == ["note_1", "note_2", "note_1"]


def test_right_to_left_words_are_marked() -> None:
    word = opened(write_docx(job()).body)
    turned = [
        paragraph.text for paragraph in word.paragraphs if paragraph._p.find(f".//{qn('w:bidi')}") is not None
    ]
    runs = {
        run.text for p in word.paragraphs for run in p.runs if run._r.find(f".//{qn('w:rtl')}") is not None
    }
    assert turned == [f"«{PERSIAN}»", f"«{ARABIC}»"]
    assert {f"«{PERSIAN}»", f"«{ARABIC}»", HEBREW} <= runs


def test_an_edition_in_persian_turns_every_paragraph() -> None:
    word = opened(write_docx(job(replace(EDITION, language="fa"))).body)
    plain = [p.text for p in word.paragraphs if p.text and p._p.find(f".//{qn('w:bidi')}") is None]
    assert "Overview" not in plain


def test_core_properties_are_those_of_the_edition() -> None:
    properties = opened(write_docx(job()).body).core_properties
    assert (properties.author, properties.language) == ("R. Halabi", "en")
    assert properties.created is not None
    assert properties.created.isoformat() == "2021-05-15T09:00:00+00:00"


def test_the_marking_stands_in_head_and_foot_of_each_page() -> None:
    (section,) = opened(write_docx(job()).body).sections
    parts = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    assert all(part.paragraphs[0].text.endswith("TLP:GREEN") for part in parts)


@pytest.mark.parametrize(
    "body", [b"", b"\x89PNG\r\n\x1a\n broken", b"RIFF\x1a\x00\x00\x00WEBPVP8L", PNG[:20]]
)
def test_a_broken_picture_is_left_out_with_a_note(body: bytes) -> None:
    printed = write_docx(job(pictures={FILE: body}))
    word = opened(printed.body)
    assert len(word.inline_shapes) == 0
    assert any("could not be printed here" in paragraph.text for paragraph in word.paragraphs)
    assert printed.notes == (f"DOCX: {FILE} is no picture that Word can show; it is left out",)


@pytest.mark.parametrize("words", HOSTILE[:3])
def test_words_stay_words(words: str) -> None:
    body = write_docx(job(with_words(words))).body
    word = opened(body)
    assert word.paragraphs[0].text == " ".join(words.split())
    assert words in "".join(footnotes(body).itertext())
