from pathlib import Path

import pytest

from dateline.write.forms.folder import write_edition
from dateline.write.forms.table import FORMS
from tests.write.forms.factory import DOCUMENTS, EDITION, FILE, HOSTILE, PNG, job, with_words

pytest.importorskip("typst")
ON_REQUEST = {"evidence"}
FROM_THE_LEDGER = {"html", "markdown", "json"}  # read NFC text, which holds no half characters


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_the_same_to_the_byte_each_time(name: str) -> None:
    first, second = FORMS[name].write(job()), FORMS[name].write(job())
    assert first == second
    assert (first.body is None) is (name in ON_REQUEST)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("name", sorted(FORMS.keys() - ON_REQUEST))
def test_no_words_from_outside_break_a_form(name: str, words: str) -> None:
    whole = words.replace("\ud800", "") if name in FROM_THE_LEDGER else words
    assert FORMS[name].write(job(with_words(whole))).body


def test_files_of_forms_do_not_collide() -> None:
    assert len({form.file for form in FORMS.values()}) == len(FORMS)


def test_every_form_is_described() -> None:
    page = (Path(__file__).parents[3] / "docs" / "forms.md").read_text(encoding="utf-8")
    assert [form.file for form in FORMS.values() if f"`{form.file}`" not in page] == []


def test_the_folder_holds_every_form_and_says_what_is_left_out(tmp_path: Path) -> None:
    notes: list[str] = []
    folder = write_edition(EDITION, DOCUMENTS, tmp_path / "7", pictures={FILE: PNG}, report=notes.append)
    written = {file.name for file in folder.iterdir()} - {"pictures", "evidence"}
    assert written == {form.file for name, form in FORMS.items() if name not in ON_REQUEST}
    assert len(notes) == 1
    assert "evidence pack" in notes[0]
