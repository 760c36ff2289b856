from dataclasses import replace

import pytest

from dateline.write.forms.lay_out import lay_out
from dateline.write.forms.words import one_line
from tests.write.forms.factory import ARABIC, EDITION, HEBREW, PERSIAN, QUOTED, job, say


def test_a_long_quotation_has_its_own_paragraph_and_a_short_one_stays() -> None:
    first, second, third = lay_out(job()).sections[1].entries[0].paragraphs
    assert [(run.text, run.lang) for run in first.runs if run.rtl] == [(HEBREW, "en")]
    assert (second.rtl, second.lang, second.runs[0].text) == (True, "fa", f"«{PERSIAN}»")
    assert [run.text for run in third.runs if run.quiet] == [" — R. Halabi"]


def test_words_between_quotations_are_kept_in_order() -> None:
    text = f"One «{PERSIAN}», two «{ARABIC}». Three"
    section = replace(
        EDITION.sections[0], items=(replace(EDITION.sections[0].items[1], sentences=(say(text),)),)
    )
    entry = lay_out(job(replace(EDITION, sections=(section,)))).sections[1].entries[0]
    assert "".join(run.text for paragraph in entry.paragraphs for run in paragraph.runs) == text
    assert [paragraph.rtl for paragraph in entry.paragraphs] == [False, True, False, True, False]


def test_a_right_to_left_edition_keeps_one_paragraph() -> None:
    layout = lay_out(job(replace(EDITION, language="fa")))
    assert layout.rtl
    assert len(layout.sections[1].entries[0].paragraphs) == 1


def test_marks_are_first_once_and_numbered_in_the_order_of_print() -> None:
    layout = lay_out(job())
    bullets = [p for section in layout.sections for entry in section.entries for p in entry.paragraphs]
    versions = [version for dispute in layout.disputes for version in dispute.versions]
    marks = [(run.note, run.first) for p in (*bullets, *versions) for run in p.runs if run.note]
    assert marks == [(1, True), (1, False), (2, True), (3, True), (2, False), (1, False)]
    assert [note.number for note in layout.notes] == [1, 2, 3]


def test_a_note_repeats_no_words_that_the_bulletin_prints() -> None:
    quotes = [note.quote for note in lay_out(job()).notes]
    assert quotes[0].startswith("The Halfa bridge was closed")  # the sentence adds a name in brackets
    assert quotes[1:] == ["", ""]


def test_a_note_is_clipped_at_a_word() -> None:
    words = "flood " * 100
    cited = replace(QUOTED.citations[0], quote=words, label="")
    paragraph = replace(EDITION.overview[0], sentences=(say("Other.", cited),))
    note = lay_out(job(replace(EDITION, overview=(paragraph,)))).notes[0]
    assert note.quote.endswith("flood …")
    assert len(note.quote) <= 322


@pytest.mark.parametrize(
    ("text", "line"), [("a\ud800b\ufffe", "ab"), ("a \r\n\tb", "a b"), ("\u202ea\u2066", "a")]
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line
