"""Restoring a backup: checked whole before anything is replaced, and what was replaced is kept.

The three steps are files of the desk folder: a backup is laid out in `.restoring`; once every hash and the
ledger have been checked it becomes `.restored`, which the next start puts in place; what it takes the place
of goes to `before-restore-INSTANT`, from where it can be put back.
"""

import hashlib
import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from dateline.archive import Archive, verify_archive
from dateline.desk import load_desk
from dateline.desk.settings import DESK_FILE
from dateline.errors import DatelineError, DeskError
from dateline.model.ledger import Stage
from dateline.model.people import ActKind, new_act
from dateline.pipeline.backup import FOLDERS, FORMAT, MANIFEST, SETTINGS, Manifest, chunks_of
from dateline.pipeline.doors import Report
from dateline.store import Ledger

MOST_MANIFEST = 64_000_000  # bytes; a desk of a million files has less
LAYING_OUT, CHECKED = ".restoring", ".restored"
BEFORE = "before-restore-"
PLAN, ASKED_BY = "plan.json", "asked-by"
_ADAPTER = TypeAdapter(Manifest)


def check_backup(
    path: Path, folder: Path, *, by: str, report: Report = lambda stage, subject: None
) -> Manifest:
    """Lay a backup out beside the desk in `folder` and check all of it; `put_in_place` then takes it over.

    `by` is who restores: the log of the restored ledger names them.

    Raises DeskError, and leaves the desk as it is, where a hash, the ledger, the archive or the settings
    are not what they should be.
    """
    laid_out, checked = folder / LAYING_OUT, folder / CHECKED
    _remove(laid_out)
    _remove(checked)
    laid_out.mkdir(parents=True)
    with ExitStack() as undo:
        undo.callback(_remove, laid_out)
        manifest = _lay_out(path, laid_out, report)
        _check(laid_out, manifest, report)
        _write_synced(laid_out / ASKED_BY, by.encode())
        undo.pop_all()
    laid_out.rename(checked)
    return manifest


def waits(folder: Path) -> bool:
    """Say whether a checked backup waits to be put in place."""
    return (folder / CHECKED).is_dir()


def put_in_place(folder: Path, *, now: datetime) -> Path | None:
    """Put a checked backup in the place of the desk's files, which nobody may have open.

    Returns the folder that keeps what was there; None where no backup waits. A crash between two files
    loses nothing: the next call goes on.
    """
    checked = folder / CHECKED
    if not checked.is_dir():
        return None
    if not (checked / PLAN).is_file():
        _begin(folder, checked, f"{BEFORE}{now:%Y-%m-%dT%H%M%S}")
    plan = _load_plan(checked)
    kept = folder / plan.kept
    for name in plan.names:
        here, fresh, aside = folder / name, checked / name, kept / name
        if name in plan.had and not _is_there(aside):
            _move(here, aside)
        if _is_there(fresh):
            _move(fresh, here)
    _log(folder, (checked / ASKED_BY).read_text(encoding="utf-8"), f"kept in {kept.name}", now)
    _remove(checked)
    return kept


def undo_restore(folder: Path, *, by: str, now: datetime) -> Path:
    """Put back what the last restore replaced. Raises DeskError where nothing was restored.

    Nobody may have the desk open. What was restored is gone then; the backup it came from is not.
    """
    kept = earlier_states(folder)
    if not kept:
        raise DeskError(f"{folder}: nothing was restored here, so there is nothing to put back")
    last = kept[-1]
    plan = _load_plan(last)
    for name in plan.names:
        if name not in plan.had or _is_there(last / name):
            _remove(folder / name)
        if _is_there(last / name):
            _move(last / name, folder / name)
    _remove(last)
    _log(folder, by, "undone", now)
    return last


def earlier_states(folder: Path) -> list[Path]:
    """Return the folders that keep what restores replaced, the oldest first."""
    return sorted(path for path in folder.glob(f"{BEFORE}*") if path.is_dir())


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which names of the desk folder are replaced, which of them were there, and where those are kept."""

    kept: str
    names: tuple[str, ...]
    had: tuple[str, ...]


def _begin(folder: Path, checked: Path, kept: str) -> None:
    """Write down what is going to be replaced, before anything is."""
    manifest = _parse((checked / MANIFEST).read_bytes(), checked)
    ledgers = sorted({manifest.ledger, _ledger_of(folder)})
    logs = [f"{name}{suffix}" for name in ledgers for suffix in ("", "-wal", "-shm")]
    names = (*logs, *SETTINGS, "archive", *FOLDERS)
    had = tuple(name for name in names if _is_there(folder / name))
    plan = json.dumps(asdict(_Plan(kept, names, had))).encode()
    (folder / kept).mkdir(exist_ok=True)
    _write_synced(folder / kept / PLAN, plan)
    _write_synced(checked / PLAN, plan)


def _log(folder: Path, by: str, what: str, now: datetime) -> None:
    """Keep in the ledger that now stands who put it there."""
    if not (folder / DESK_FILE).is_file():
        return  # undone to an empty folder
    desk = load_desk(folder)
    desk.inbox_folder.mkdir(parents=True, exist_ok=True)
    with Ledger.open(desk.store_address) as ledger:
        ledger.book.append_acts([new_act(ActKind.RESTORE, "desk", by=by, now=now, value=what)])


def _load_plan(folder: Path) -> _Plan:
    return TypeAdapter(_Plan).validate_json((folder / PLAN).read_bytes())


def _ledger_of(folder: Path) -> str:
    """Return the ledger's file by its name in a desk folder, the usual one where the settings cannot say."""
    try:
        path = Path(load_desk(folder).store_address.removeprefix("sqlite:///"))
        return path.relative_to(folder.resolve()).as_posix()
    except (DeskError, ValueError):
        return "ledger.sqlite"


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.rename(target)


def _lay_out(path: Path, folder: Path, report: Report) -> Manifest:
    try:
        with tarfile.open(path, "r:") as tar:
            members = iter(tar)
            manifest = _read_manifest(tar, next(members, None), path)
            _require_room(folder, manifest)
            _extract(tar, members, manifest, folder, report)
    except (tarfile.TarError, OSError) as error:
        raise DeskError(f"{path.name} is not a backup of Dateline, or was cut: {error}") from error
    for name, target in manifest.links.items():
        link = folder / _safe(name, manifest)
        if "/" in target or target in ("", ".", ".."):
            raise DeskError(f"the backup links {name!r} to {target!r}, which is not beside it")
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)
    return manifest


def _read_manifest(tar: tarfile.TarFile, member: tarfile.TarInfo | None, path: Path) -> Manifest:
    file = tar.extractfile(member) if member and member.name == MANIFEST and member.isreg() else None
    if member is None or file is None or member.size > MOST_MANIFEST:
        raise DeskError(f"{path.name}: expected {MANIFEST} as its first file; this is no backup of Dateline")
    return _parse(file.read(), path)


def _parse(listed: bytes, path: Path) -> Manifest:
    try:
        manifest = _ADAPTER.validate_json(listed)
    except ValidationError as error:
        raise DeskError(f"{path.name}: {MANIFEST} cannot be understood: {error.errors()[0]['msg']}") from None
    if manifest.format != FORMAT:
        raise DeskError(
            f"{path.name} is of format {manifest.format}, this version of Dateline reads {FORMAT}"
        )
    return manifest


def _require_room(folder: Path, manifest: Manifest) -> None:
    free = shutil.disk_usage(folder).free
    if manifest.length > free:
        raise DeskError(f"the backup holds {manifest.length:,} bytes and the disk has {free:,} free")


def _extract(
    tar: tarfile.TarFile, members: Iterator[tarfile.TarInfo], manifest: Manifest, folder: Path, report: Report
) -> None:
    """Write each listed file, hashed on the way. Raises DeskError where anything differs from the list."""
    for listed in manifest.files:
        member = next(members, None)
        file = tar.extractfile(member) if member is not None and member.isreg() else None
        if member is None or file is None or (member.name, member.size) != (listed.name, listed.length):
            raise DeskError(
                f"expected {listed.name} with {listed.length:,} bytes, found another file or none"
            )
        target = folder / _safe(listed.name, manifest)
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with target.open("xb") as out:
            for chunk in chunks_of(file, listed.length):
                report(Stage.ARCHIVE, listed.name)
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        if digest.hexdigest() != listed.sha256:
            raise DeskError(
                f"{listed.name}: expected SHA-256 {listed.sha256}, found {digest.hexdigest()}; "
                "the backup was altered or damaged and nothing of it was restored"
            )
    if next(members, None) is not None:
        raise DeskError("the backup holds more files than it lists; nothing of it was restored")
    _write_synced(folder / MANIFEST, json.dumps(_ADAPTER.dump_python(manifest, mode="json")).encode())


def _safe(name: str, manifest: Manifest) -> str:
    """Return a name of a backup that stays in the desk folder. Raises DeskError."""
    parts = PurePosixPath(name).parts
    is_plain = PurePosixPath(name).as_posix() == name and ".." not in parts and "\\" not in name
    is_ours = name in (manifest.ledger, *SETTINGS) or (len(parts) > 1 and parts[0] in ("archive", *FOLDERS))
    if not (is_plain and is_ours) or name.startswith(("/", ".")):
        raise DeskError(f"the backup names {name!r}, which no backup of Dateline holds")
    return name


def _check(folder: Path, manifest: Manifest, report: Report) -> None:
    """Open what was laid out and hold it against itself. Raises DeskError."""
    try:
        desk = load_desk(folder)
        if _ledger_of(folder) != manifest.ledger:
            raise DeskError(f"its settings name another ledger than {manifest.ledger}")
        with Ledger.open(f"sqlite:///{folder / manifest.ledger}") as ledger:
            ledger.check()
            report(Stage.ARCHIVE, "")
            faults = verify_archive(Archive(desk.archive_folder), ledger.evidence(), ledger.custody())
    except DatelineError as error:
        raise DeskError(f"the backup cannot be restored: {error}") from error
    if faults:
        raise DeskError(
            f"the backup cannot be restored: {len(faults)} of its archived records are not as they were "
            f"kept, the first {faults[0].file} at byte {faults[0].offset}: {faults[0].what}"
        )


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
