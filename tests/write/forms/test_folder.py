import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import EditionError
from dateline.model.editions import Edition
from dateline.write.forms.folder import load_edition, picture_bytes, write_edition
from dateline.write.planning.plan import plan_edition
from tests.write.factory import NOW, PERIOD, PNG, SETTINGS, stories, supplement

DOCUMENTS = {found.id: found for story in stories() for found in story.documents}
PICTURES = {"pictures/gate.png": PNG}


@pytest.fixture
def edition() -> Edition:
    return plan_edition(
        stories(), settings=SETTINGS, period=PERIOD, number=7, now=NOW, supplement=supplement()
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_all_forms_are_written_the_same_each_time(edition: Edition, tmp_path: Path) -> None:
    first = contents(write_edition(edition, DOCUMENTS, tmp_path / "a" / "7", pictures=PICTURES))
    second = contents(write_edition(edition, DOCUMENTS, tmp_path / "b", pictures=PICTURES))
    assert first == second
    assert {"edition.json", "index.html", "edition.md", "pictures/gate.png"} <= first.keys()
    assert sum(name.startswith("evidence/") for name in first) == len(edition.documents)
    assert [path.name for path in tmp_path.iterdir()] == ["a", "b"] or len(list(tmp_path.iterdir())) == 2


def test_an_issued_edition_is_frozen(edition: Edition, tmp_path: Path) -> None:
    folder = write_edition(edition, DOCUMENTS, tmp_path / "7", pictures=PICTURES)
    before = contents(folder)
    assert write_edition(replace(edition, issued_at="2021-06-01T00:00:00+00:00"), DOCUMENTS, folder) == folder
    with pytest.raises(EditionError, match="frozen"):
        write_edition(replace(edition, id="e-other"), DOCUMENTS, folder, pictures=PICTURES)
    assert contents(folder) == before


def test_another_folder_is_not_overwritten(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(EditionError, match="no edition here"):
        write_edition(edition, DOCUMENTS, tmp_path, pictures=PICTURES)


@pytest.mark.parametrize(
    "file", ["../gate.png", "pictures/../../gate.png", "/etc/gate.png", "gate.png", "pictures/.."]
)
def test_a_picture_stays_in_its_folder(edition: Edition, tmp_path: Path, file: str) -> None:
    section = edition.sections[0]
    picture = replace(section.items[0].pictures[0], file=file)
    entry = replace(section.items[0], pictures=(picture,))
    altered = replace(edition, sections=(replace(section, items=(entry,)), *edition.sections[1:]))
    with pytest.raises(EditionError, match="pictures/"):
        write_edition(altered, DOCUMENTS, tmp_path / "in" / "7", pictures={file: PNG})
    assert list((tmp_path / "in").iterdir()) == []


def test_a_failed_edition_leaves_nothing(edition: Edition, tmp_path: Path) -> None:
    with pytest.raises(EditionError, match=r"gate\.png"):
        write_edition(edition, DOCUMENTS, tmp_path / "7", pictures={"pictures/gate.png": b"other"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("text", "why"), [("{", "not JSON"), ("[]", "list"), (None, "no edition here")])
def test_a_broken_machine_form_is_named(tmp_path: Path, text: str | None, why: str) -> None:
    if text is not None:
        (tmp_path / "edition.json").write_text(text, encoding="utf-8")
    with pytest.raises(EditionError, match=why):
        load_edition(tmp_path)


def test_pictures_are_read_from_their_folder_alone(edition: Edition, tmp_path: Path) -> None:
    folder = write_edition(edition, DOCUMENTS, tmp_path / "7", pictures=PICTURES)
    assert picture_bytes(folder, "pictures/gate.png") == PNG
    assert picture_bytes(folder, "pictures/../edition.json") is None
    assert picture_bytes(folder, "edition.json") is None
    assert json.loads((folder / "edition.json").read_text(encoding="utf-8"))["number"] == 7
