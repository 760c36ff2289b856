"""Desk settings: what a user may write, and what a wrong line answers."""

from pathlib import Path

import pytest

from dateline.desk import create_desk, load_desk
from dateline.desk.settings import find_desk
from dateline.errors import DeskError


def _desk(folder: Path, text: str) -> Path:
    (folder / "desk.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_new_desk_loads_and_keeps_its_title(tmp_path: Path) -> None:
    create_desk(tmp_path / "desk", 'Spotlight on "Iran" \\ نمونه')
    desk = load_desk(tmp_path / "desk")
    assert desk.settings.title == 'Spotlight on "Iran" \\ نمونه'
    assert desk.inbox_folder.is_dir()
    assert desk.store_address == f"sqlite:///{(tmp_path / 'desk' / 'ledger.sqlite').resolve()}"


def test_a_desk_is_never_overwritten(tmp_path: Path) -> None:
    create_desk(tmp_path, "One")
    with pytest.raises(DeskError, match="already there"):
        create_desk(tmp_path, "Two")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel = 'x'", "titel: unknown setting; known here are beat"),
        ("title = 'x'\n[collect]\ndelay = 3", "collect.delay: unknown setting; known here are allow_hosts"),
        (
            "title = 'x'\n[[outlets]]\nid = 'a'\nname = 'A'\nhomepage = 'y'",
            "outlets.0.homepage: unknown setting",
        ),
        ("title = 'x'\ntimezone = 'Mars'", "IANA time zone"),
        ("title = 'x'\n[collect]\nmax_entries = 0", "collect.max_entries: Input should be greater"),
        ("title = ", "expected TOML"),
        (
            "title = 'x'\n[[outlets]]\nid = 'a'\nname = 'A'\n[[outlets]]\nid = 'a'\nname = 'B'",
            "two outlets have the id",
        ),
    ],
)
def test_a_wrong_setting_is_named_with_the_known_ones(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DeskError) as caught:
        load_desk(_desk(tmp_path, text))
    assert message in str(caught.value)
    assert "desk.toml" in str(caught.value)


def test_a_folder_without_a_desk_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="dateline init"):
        load_desk(tmp_path)


def test_imported_outlets_come_after_the_desks_own(tmp_path: Path) -> None:
    _desk(tmp_path, "title = 'x'\n[[outlets]]\nid = 'a'\nname = 'A'")
    (tmp_path / "outlets.toml").write_text("[[outlets]]\nid = 'b'\nname = 'B'\n", encoding="utf-8")
    assert [outlet.id for outlet in load_desk(tmp_path).outlets] == ["a", "b"]


def test_the_store_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = load_desk(_desk(tmp_path, "title = 'x'\n[store]\naddress = 'env:DATELINE_TEST_STORE'"))
    with pytest.raises(DeskError, match="DATELINE_TEST_STORE"):
        assert desk.store_address
    monkeypatch.setenv("DATELINE_TEST_STORE", "postgresql+pg8000://u@h/n")
    assert desk.store_address == "postgresql+pg8000://u@h/n"


def test_a_desk_is_found_from_a_folder_inside_it(tmp_path: Path) -> None:
    _desk(tmp_path, "title = 'x'")
    inner = tmp_path / "editions" / "001"
    inner.mkdir(parents=True)
    assert find_desk(inner) == tmp_path.resolve()
