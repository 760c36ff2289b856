"""Backups from the browser: made into the desk's folder, taken away, and one that came back."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from starlette.responses import FileResponse

from dateline.errors import InputError, NotFound
from dateline.model.people import ActKind
from dateline.pipeline.backup import backup_name, write_backup
from dateline.pipeline.restore import check_backup, earlier_states, waits
from dateline.web.acting.acts import record_act
from dateline.web.room import Visit

INCOMING = ".incoming.tar"


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup that lies in the desk's folder."""

    name: str
    length: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class BackupState:
    """The backups at hand, whether a checked one waits for a restart, and the states kept from before.

    `can` is false for a ledger in a database server, which has tools of its own.
    """

    can: bool
    waits: bool
    backups: tuple[BackupLine, ...]
    before: tuple[str, ...]


def backup_state(visit: Visit) -> BackupState:
    """Return what there is of backups, the newest first."""
    desk = visit.room.desk
    paths = sorted(desk.backups_folder.glob("*.tar"), reverse=True)
    lines = (
        BackupLine(path.name, path.stat().st_size, datetime.fromtimestamp(path.stat().st_mtime, UTC))
        for path in paths
    )
    before = tuple(path.name for path in earlier_states(desk.folder))
    return BackupState(visit.ledger.is_file, waits(desk.folder), tuple(lines), before)


def back_up(visit: Visit) -> str:
    """Write a backup into the desk's folder and return its name. Raises DeskError."""
    path = visit.room.desk.backups_folder / backup_name(visit.doors)
    write_backup(visit.doors, path, by=visit.person.name)
    return path.name


def download_backup(visit: Visit, name: str) -> FileResponse:
    """Give a backup, and keep who took it. Raises NotFound."""
    path = _find(visit, name)
    record_act(visit, ActKind.EXPORT, "backup", name[:200])
    return FileResponse(path, filename=name, media_type="application/x-tar")


def remove_backup(visit: Visit, name: str) -> None:
    """Remove a backup from the desk's folder. Raises NotFound."""
    _find(visit, name).unlink()
    record_act(visit, ActKind.BACKUP, "desk", f"removed {name[:200]}")


async def receive_backup(visit: Visit, body: AsyncIterator[bytes], length: int) -> Path:
    """Write what is sent to a file beside the desk and return it. Raises InputError for want of room."""
    folder = visit.room.desk.folder
    free = shutil.disk_usage(folder).free
    if not 0 < length < free:
        raise InputError(f"a backup of {length:,} bytes was announced, and {free:,} bytes are free")
    path = folder / INCOMING
    with path.open("wb") as file:
        async for chunk in body:
            file.write(chunk)
    return path


def check_received(visit: Visit, path: Path) -> None:
    """Check a backup that came in; with the next start of the server it takes the desk's place.

    Raises DeskError, and leaves everything as it is, for one that is not whole.
    """
    try:
        manifest = check_backup(path, visit.room.desk.folder, by=visit.person.name, report=visit.doors.report)
    finally:
        path.unlink(missing_ok=True)
    record_act(visit, ActKind.RESTORE, "desk", f"checked: {manifest.title}, {manifest.made_at}"[:400])


def restart(visit: Visit) -> None:
    """Have the server start anew, which puts a checked backup in place. Raises InputError for want of one."""
    if not waits(visit.room.desk.folder):
        raise InputError("no checked backup waits to be put in place")
    record_act(visit, ActKind.RESTORE, "desk", "put in place")
    visit.room.restart()


def _find(visit: Visit, name: str) -> Path:
    folder = visit.room.desk.backups_folder
    if name not in {path.name for path in folder.glob("*.tar")}:
        raise NotFound(f"no backup is named {name!r}")
    return folder / name
