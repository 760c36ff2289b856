"""Backups: consistent while others write, checked whole before anything is replaced, and put back."""

import io
import json
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dateline.desk import load_desk
from dateline.errors import DeskError
from dateline.model.people import ActKind
from dateline.pipeline import open_to_look, run_desk
from dateline.pipeline.backup import MANIFEST, write_backup
from dateline.pipeline.doors import open_doors
from dateline.pipeline.restore import check_backup, earlier_states, put_in_place, undo_restore, waits
from dateline.store import Ledger

NOW = datetime(2020, 3, 22, 9, tzinfo=UTC)


def _back_up(desk: Path, path: Path) -> Path:
    with open_to_look(load_desk(desk), now=NOW) as doors:
        write_backup(doors, path, by="ada")
    return path


def _export(desk: Path) -> list[dict[str, Any]]:
    with Ledger.open(load_desk(desk).store_address) as ledger:
        return list(ledger.export())


def _acts(desk: Path) -> list[tuple[ActKind, str]]:
    with Ledger.open(load_desk(desk).store_address) as ledger:
        return [(act.kind, act.by) for act in ledger.book.latest_acts()]


def _print_more(desk: Path) -> None:
    """Have the desk read one more article and change its settings."""
    (desk / "inbox" / "late.html").write_text(
        "<html><head><title>Late</title></head><body><article><p>The mayor of Basra said on Friday that the "
        "bridge would be closed until the end of the month for repairs.</p></article></body></html>"
    )
    with open_doors(load_desk(desk), now=NOW) as doors:
        list(run_desk(doors))
    settings = desk / "desk.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("title = ", "title = 'Later' #", 1))


def test_a_backup_restores_the_desk_as_it_was_and_undo_brings_the_later_one_back(
    desk: Path, tmp_path: Path
) -> None:
    as_was, title = _export(desk), load_desk(desk).settings.title
    backup = _back_up(desk, tmp_path / "desk.tar")
    _print_more(desk)
    later = _export(desk)
    assert later != as_was

    check_backup(backup, desk, by="ada")
    assert waits(desk) and _export(desk) == later, "nothing is replaced by the check"
    kept = put_in_place(desk, now=NOW)
    assert kept is not None and earlier_states(desk) == [kept]
    assert (_export(desk), load_desk(desk).settings.title) == (as_was, title)
    assert _acts(desk)[0] == (ActKind.RESTORE, "ada")

    undo_restore(desk, by="edna", now=NOW)
    assert (_export(desk), load_desk(desk).settings.title) == (later, "Later")
    assert _acts(desk)[:2] == [(ActKind.RESTORE, "edna"), (ActKind.BACKUP, "ada")]
    with pytest.raises(DeskError, match="nothing was restored"):
        undo_restore(desk, by="edna", now=NOW)


def test_a_backup_is_of_one_moment_while_the_archive_grows(desk: Path, tmp_path: Path) -> None:
    """What is archived after the ledger was copied is left out: the two belong together."""
    archive = next((desk / "archive").glob("*.warc.gz"))
    length = archive.stat().st_size
    with open_to_look(load_desk(desk), now=NOW, report=lambda stage, subject: _grow(archive)) as doors:
        write_backup(doors, tmp_path / "desk.tar", by="ada")
    assert archive.stat().st_size > length
    restored = tmp_path / "restored"
    restored.mkdir()
    check_backup(tmp_path / "desk.tar", restored, by="ada")
    put_in_place(restored, now=NOW)
    assert (restored / "archive" / archive.name).stat().st_size == length
    with open_doors(load_desk(restored), now=NOW) as doors:  # refuses an archive that is not the ledger's
        assert list(run_desk(doors))


def _grow(archive: Path) -> None:
    with archive.open("ab") as file:
        file.write(b"what a run is just writing")


def test_a_crash_between_two_files_loses_nothing(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_was = _export(desk)
    backup = _back_up(desk, tmp_path / "desk.tar")
    _print_more(desk)
    later, moved = _export(desk), 0
    while True:
        check_backup(backup, desk, by="ada")
        if _crash_after(moved, desk, monkeypatch):
            break
        kept = put_in_place(desk, now=NOW + timedelta(hours=1 + moved))
        assert kept is not None and _export(desk) == as_was
        undo_restore(desk, by="ada", now=NOW)
        assert _export(desk) == later
        moved += 1
    assert moved > 4


def _crash_after(moves: int, desk: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Put in place until so many files were moved, then fail; say whether it came to its end before."""
    rename, left = Path.rename, [moves]

    def failing(self: Path, target: Path) -> Path:
        if not left[0]:
            raise OSError("the power went")
        left[0] -= 1
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", failing)
        try:
            put_in_place(desk, now=NOW)
        except OSError:
            return False
    return True


Change = Callable[[dict[str, Any], dict[str, bytes]], None]


def _altered(backup: Path, change: Change) -> Path:
    """Return a backup in which the list or the files were changed."""
    with tarfile.open(backup) as tar:
        files = {member.name: file.read() for member in tar if (file := tar.extractfile(member))}
    listed = json.loads(files.pop(MANIFEST))
    change(listed, files)
    path = backup.with_name("altered.tar")
    with tarfile.open(path, "w") as tar:
        for name, body in {MANIFEST: json.dumps(listed).encode(), **files}.items():
            member = tarfile.TarInfo(name)
            member.size = len(body)
            tar.addfile(member, io.BytesIO(body))
    return path


def _flip_a_byte(listed: dict[str, Any], files: dict[str, bytes]) -> None:
    body = files["archive/00001.warc.gz"]
    files["archive/00001.warc.gz"] = body[:-1] + bytes([body[-1] ^ 0xFF])


def _leave_a_file_out(listed: dict[str, Any], files: dict[str, bytes]) -> None:
    del files["archive/00001.warc.gz"]


def _add_a_file(listed: dict[str, Any], files: dict[str, bytes]) -> None:
    files["editions/more.html"] = b"<p>more"


def _list_and_hold_nothing_of_the_archive(listed: dict[str, Any], files: dict[str, bytes]) -> None:
    del files["archive/00001.warc.gz"]
    listed["files"] = [file for file in listed["files"] if not file["name"].startswith("archive/")]


def _of_another_format(listed: dict[str, Any], files: dict[str, bytes]) -> None:
    listed["format"] = 99


def _reaching(name: str) -> Change:
    def change(listed: dict[str, Any], files: dict[str, bytes]) -> None:
        old = listed["files"][-1]["name"]
        listed["files"][-1]["name"] = name
        files[name] = files.pop(old)

    return change


def _linking_out(listed: dict[str, Any], files: dict[str, bytes]) -> None:
    listed["links"] = {"editions/latest": "../../elsewhere"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_flip_a_byte, "altered or damaged"),
        (_leave_a_file_out, "another file or none"),
        (_add_a_file, "more files than it lists"),
        (_list_and_hold_nothing_of_the_archive, "archived records"),
        (_of_another_format, "format 99"),
        (_reaching("../out.toml"), "no backup of Dateline holds"),
        (_reaching("/tmp/out.toml"), "no backup of Dateline holds"),
        (_reaching("archive/../../out.toml"), "no backup of Dateline holds"),
        (_reaching("inbox/other.html"), "no backup of Dateline holds"),
        (_linking_out, "not beside it"),
    ],
)
def test_what_is_not_whole_replaces_nothing(desk: Path, tmp_path: Path, change: Change, words: str) -> None:
    backup = _altered(_back_up(desk, tmp_path / "desk.tar"), change)
    before, names = _export(desk), {path.name for path in desk.iterdir()}
    with pytest.raises(DeskError, match=words):
        check_backup(backup, desk, by="ada")
    assert not waits(desk) and _export(desk) == before
    assert {path.name for path in desk.iterdir()} == names


@pytest.mark.parametrize("body", [b"", b"not a tar", b"PK\x03\x04" + b"\x00" * 2000])
def test_what_is_no_backup_is_refused(desk: Path, tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "other.tar"
    path.write_bytes(body)
    with pytest.raises(DeskError, match=r"other\.tar"):
        check_backup(path, desk, by="ada")
