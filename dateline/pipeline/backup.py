"""A backup: ledger, archive, settings and editions of a desk as they stand at one moment, in one tar file.

Made while others collect, read and decide: the ledger is copied first, and of the archive, which only
grows, as much is taken as that copy accounts for. Its first member lists the others with their SHA-256.
"""

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from dateline import __version__
from dateline.archive import committed_lengths
from dateline.errors import DeskError
from dateline.model.ledger import Stage
from dateline.model.people import ActKind, new_act
from dateline.pipeline.doors import Doors
from dateline.store import Ledger

MANIFEST = "backup.json"
FORMAT = 1
CHUNK = 1 << 20
SETTINGS = ("desk.toml", "outlets.toml")
FOLDERS = ("editions", "style")  # with the archive, all that a desk keeps beside its ledger


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a backup: its name in the desk, its length in bytes and their SHA-256."""

    name: str
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds; `links` are symbolic links by name, each to a name beside it."""

    title: str
    made_at: str
    ledger: str
    files: tuple[KeptFile, ...]
    links: dict[str, str]
    dateline: str = __version__
    format: int = FORMAT

    @property
    def length(self) -> int:
        """The bytes of all files together."""
        return sum(file.length for file in self.files)


@dataclass(frozen=True, slots=True)
class _Part:
    """A file that goes into the backup, of which the first `length` bytes are taken."""

    name: str
    path: Path
    length: int


def write_backup(doors: Doors, path: Path, *, by: str) -> Manifest:
    """Write a backup of the desk to `path`, whole or not at all, log it, and return what it holds.

    Raises DeskError for a desk whose ledger is not a file in its folder.
    """
    folder = doors.desk.folder
    name = ledger_name(doors)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as working:
        copy = Path(working) / "ledger"
        doors.report(Stage.ARCHIVE, name)
        doors.ledger.backup(copy)
        parts = [_Part(name, copy, copy.stat().st_size), *_archive_parts(doors, copy), *_other_parts(folder)]
        manifest = Manifest(
            title=doors.desk.settings.title,
            made_at=doors.now.isoformat(),
            ledger=name,
            files=tuple(_hashed(doors, part) for part in parts),
            links=_links(folder),
        )
        whole = Path(working) / path.name
        _write_tar(doors, whole, manifest, parts)
        whole.replace(path)
    value = f"{path.name}, {manifest.length:,} bytes"
    doors.ledger.book.append_acts([new_act(ActKind.BACKUP, "desk", by=by, now=doors.now, value=value)])
    return manifest


def ledger_name(doors: Doors) -> str:
    """Return the ledger's file by its name in the desk folder. Raises DeskError where it is not there."""
    address = doors.desk.store_address
    folder = doors.desk.folder.resolve()
    path = Path(address.removeprefix("sqlite:///"))
    if not doors.ledger.is_file or not path.is_relative_to(folder):
        raise DeskError(
            "the ledger is not a file in the desk's folder; back up the database with its own tools, such "
            f"as pg_dump, and with it the folder {folder}"
        )
    return path.relative_to(folder).as_posix()


def backup_name(doors: Doors) -> str:
    """Return a name for a backup of this moment."""
    return f"dateline-{doors.now:%Y-%m-%dT%H%M%S}.tar"


def _archive_parts(doors: Doors, copy: Path) -> Iterator[_Part]:
    """Yield as much of each archive file as the copy of the ledger accounts for."""
    with Ledger.open(str(copy)) as ledger:
        lengths = committed_lengths(ledger.custody())
    for name, length in sorted(lengths.items()):
        yield _Part(f"archive/{name}", doors.archive.folder / name, length)


def _other_parts(folder: Path) -> Iterator[_Part]:
    paths = [folder / name for name in SETTINGS]
    paths += [path for name in FOLDERS for path in sorted((folder / name).rglob("*"))]
    for path in paths:
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield _Part(path.relative_to(folder).as_posix(), path, path.stat().st_size)


def _links(folder: Path) -> dict[str, str]:
    links = (path for name in FOLDERS for path in sorted((folder / name).rglob("*")) if path.is_symlink())
    return {path.relative_to(folder).as_posix(): str(path.readlink()) for path in links}


def _hashed(doors: Doors, part: _Part) -> KeptFile:
    digest = hashlib.sha256()
    with part.path.open("rb") as file:
        for chunk in chunks_of(file, part.length):
            doors.report(Stage.ARCHIVE, part.name)
            digest.update(chunk)
    return KeptFile(part.name, part.length, digest.hexdigest())


def chunks_of(file: IO[bytes], length: int) -> Iterator[bytes]:
    """Yield the next `length` bytes of a file in pieces. Raises DeskError where it ends before."""
    left = length
    while left:
        chunk = file.read(min(CHUNK, left))
        if not chunk:
            raise DeskError(f"expected {length:,} bytes, found {length - left:,}: the file was cut")
        left -= len(chunk)
        yield chunk


def _write_tar(doors: Doors, path: Path, manifest: Manifest, parts: list[_Part]) -> None:
    at = datetime.fromisoformat(manifest.made_at).timestamp()
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        listed = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
        tar.addfile(_member(MANIFEST, len(listed), at), io.BytesIO(listed))
        for part in parts:
            doors.report(Stage.WRITE, part.name)
            with part.path.open("rb") as file:
                tar.addfile(_member(part.name, part.length, at), file)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _member(name: str, length: int, at: float) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = length, int(at), 0o600
    return member
