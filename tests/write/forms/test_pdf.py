import io
import re
import sys
from dataclasses import replace

import pypdf
import pytest

from dateline.write.forms.pdf import write_pdf
from tests.write.forms.factory import EDITION, FILE, HOSTILE, PNG, job, with_words

pytest.importorskip("typst")


def read(body: bytes | None) -> pypdf.PdfReader:
    assert body is not None
    return pypdf.PdfReader(io.BytesIO(body))


def words_of(body: bytes | None) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read(body).pages))


def test_the_pdf_states_that_it_is_accessible() -> None:
    printed = write_pdf(job())
    reader = read(printed.body)
    root = reader.trailer["/Root"]
    assert printed.notes == ()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Spotlight on the Rivers, No. 7: May 1, 2021 – May 14, 2021"
    assert reader.metadata.author == "R. Halabi"


def test_every_font_is_embedded_and_the_scripts_have_their_own() -> None:
    names = set()
    for page in read(write_pdf(job()).body).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert {"/FontFile2", "/FontFile3"} & descendant["/FontDescriptor"].keys()
            names.add(str(descendant["/BaseFont"]).partition("+")[2].partition("-")[0])
    assert {"NotoSerif", "NotoNaskhArabic", "NotoSerifHebrew"} <= names


def test_the_pages_print_sections_notes_disputes_and_changes() -> None:
    words = words_of(write_pdf(job()).body)
    for expected in (
        "Overview", "Roads", "In dispute", "What changed", "No. 6 said that the bridge was open",
        "Gaps", "2 independent origins · grade B2", "The Halfa bridge (Karun, May 3, 2021)", "TLP:GREEN",
        "https://en.example/bridge?a=1&b=2",
    ):  # fmt: skip
        assert expected in words


def test_right_to_left_words_are_kept_for_search() -> None:
    found = words_of(write_pdf(job()).body)
    assert [word for word in ("سیلاب", "کارگر", "مديرية", "גשר") if word not in found] == []
    root = read(write_pdf(job()).body).trailer["/Root"]
    assert {"/Link", "/Figure", "/Note", "/H1"} <= structure_types(root["/StructTreeRoot"])
    assert "fa" in languages(root["/StructTreeRoot"])


def walk(element: object) -> list[dict[str, object]]:
    resolved = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(resolved, list):
        return [found for child in resolved for found in walk(child)]
    if not isinstance(resolved, dict):
        return []
    return [resolved, *walk(resolved.get("/K", []))]


def structure_types(root: object) -> set[str]:
    return {str(element["/S"]) for element in walk(root) if "/S" in element}


def languages(root: object) -> set[str]:
    found = set()
    for element in walk(root):
        attributes = element.get("/Lang")
        found.add(str(attributes))
    return found


@pytest.mark.parametrize("body", [b"", b"\x89PNG\r\n\x1a\n broken", PNG[:-30], b"GIF89a\x01\x00\x01\x00"])
def test_a_broken_picture_is_left_out_with_a_note(body: bytes) -> None:
    printed = write_pdf(job(pictures={FILE: body}))
    assert "This picture could not be printed here" in words_of(printed.body)
    assert printed.notes == (f"PDF: {FILE} is no picture that can be printed; it is left out",)


def test_a_missing_character_is_said_and_the_pdf_stays_accessible() -> None:
    printed = write_pdf(job(with_words("emoji 😀")))
    assert printed.notes == ("PDF: characters that the shipped fonts do not have are printed as \ufffd",)
    assert b"pdfuaid:part" in read(printed.body).trailer["/Root"]["/Metadata"].get_data()


@pytest.mark.parametrize("words", HOSTILE[1:3])
def test_words_are_never_read_as_markup(words: str) -> None:
    assert words.replace(" ", "") in words_of(write_pdf(job(with_words(words))).body).replace(" ", "")


def test_an_edition_in_persian_is_set_from_right_to_left() -> None:
    printed = write_pdf(job(replace(EDITION, language="fa")))
    assert read(printed.body).trailer["/Root"]["/Lang"] == "fa"
    assert printed.notes == ()


def test_without_typst_the_form_is_left_out_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    printed = write_pdf(job())
    assert printed.body is None
    assert "pip install 'dateline[pdf]'" in printed.notes[0]
