"""The archive folder: appending captures, reading them back, dropping what a crash left."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.archive.description import parse_capture
from dateline.archive.format import (
    CAPTURE_START,
    NOT_MODIFIED,
    format_capture,
    format_warcinfo,
    media_type_of,
)
from dateline.archive.records import StoredRecord, iterate_records
from dateline.archive.seal import span_note
from dateline.errors import ArchiveError
from dateline.model.evidence import Capture, CustodyEntry, Evidence, WarcPointer
from dateline.model.identity import bytes_id

COMPONENT = "dateline-archive/1"
ROTATE_AT = 1_000_000_000  # bytes after which a new file is begun, as web archives do
FIRST_SUCCESS_STATUS = 200
FIRST_REDIRECT_STATUS = 300
PAYLOAD_KINDS = frozenset({"response", "resource", "revisit"})


@dataclass(frozen=True, slots=True)
class Appended:
    """What appending one capture gave: evidence where it brought a body not kept before."""

    evidence: Evidence | None
    custody: CustodyEntry


def committed_lengths(custody: Iterable[CustodyEntry]) -> dict[str, int]:
    """Return for each file the number of bytes that the custody log accounts for."""
    lengths: dict[str, int] = {}
    for entry in custody:
        if entry.record is not None:
            end = entry.record.offset + entry.record.length
            lengths[entry.record.file] = max(end, lengths.get(entry.record.file, 0))
    return lengths


class Archive:
    """A folder of WARC files, appended to under its lock and never rewritten."""

    def __init__(self, folder: Path, *, rotate_at: int = ROTATE_AT) -> None:
        self.folder = folder
        self._rotate_at = rotate_at

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the archive against other processes; waits for the one that holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(handle, fcntl.LOCK_UN)

    def files(self) -> tuple[str, ...]:
        """List the names of the WARC files in order."""
        return tuple(sorted(path.name for path in self.folder.glob("[0-9]*.warc.gz")))

    def append(self, capture: Capture, *, earlier: Sequence[Evidence] = ()) -> Appended:
        """Write one capture and flush it to the disk.

        `earlier` is the evidence kept from the same address, oldest first: a body among it is not
        written again, and a 304 refers to the last of it. Errors (status 400 and above) are written
        too, but give no evidence.
        """
        repeats = _repeated(capture, earlier)
        file, start = self._position()
        opening = b"" if start else format_warcinfo(file, capture.captured_at)
        records, payload_offset = format_capture(capture, repeats=repeats)
        group = opening + records
        self._write(file, start, group)
        pointer = WarcPointer(file, start + len(opening) + payload_offset, len(records) - payload_offset)
        return _appended(capture, repeats, pointer, span_note(start, group))

    def read_body(self, evidence: Evidence) -> bytes:
        """Return the kept body. Raises ArchiveError where it is missing, cut or altered."""
        record = self._record(evidence.record, evidence.url)
        found = bytes_id(record.payload)
        if record.kind not in {"response", "resource"} or found != evidence.id:
            raise ArchiveError(
                f"{_place(evidence.record)}, {evidence.url}: expected a body of {evidence.length} bytes with "
                f"SHA-256 {evidence.id}, found a {record.kind} of {len(record.payload)} bytes with {found}"
            )
        return record.payload

    def read_capture(self, pointer: WarcPointer) -> Capture:
        """Return the capture whose payload record `pointer` points to, its announcement included."""
        payload = self._record(pointer, "")
        before = _stated_number(payload, CAPTURE_START, pointer)
        stored = self._read(pointer.file, pointer.offset - before, before, "")
        companions = iterate_records(stored, pointer.offset - before, pointer.file)
        described = next((record for record in companions if record.kind == "metadata"), None)
        if described is None:
            raise ArchiveError(f"{_place(pointer)}: expected a metadata record before it, found none")
        fields = json.loads(described.block)
        return parse_capture(fields, self._body(payload, fields))

    def copy_records(self, pointer: WarcPointer) -> bytes:
        """Return the records of the capture whose payload `pointer` points to, byte for byte as archived."""
        before = _stated_number(self._record(pointer, ""), CAPTURE_START, pointer)
        return self._read(pointer.file, pointer.offset - before, before + pointer.length, "")

    def truncate(self, committed: Mapping[str, int], *, most_captures: int = 1) -> None:
        """Drop what was written after `committed` (file name to length), as a crash leaves it.

        Raises ArchiveError where more than `most_captures` whole captures would go (then the ledger
        is not this archive's), or where committed bytes are missing.
        """
        self._require(committed)
        tails = [
            (file, committed.get(file, 0))
            for file in self.files()
            if self._size(file) > committed.get(file, 0)
        ]
        whole = sum(self._captures_after(file, length) for file, length in tails)
        if whole > most_captures:
            raise ArchiveError(
                f"{self.folder}: the ledger does not know {whole} captures, from {tails[0][0]} "
                f"at byte {tails[0][1]} on; an interrupted run leaves one at most. "
                "Restore the ledger that belongs to this archive."
            )
        for file, length in tails:
            _cut(self.folder / file, length)

    def _require(self, committed: Mapping[str, int]) -> None:
        for file, length in committed.items():
            size = self._size(file)
            if size < length:
                raise ArchiveError(
                    f"{self.folder / file}: expected at least {length} bytes, found {size}; "
                    "restore the file from a backup"
                )

    def _size(self, file: str) -> int:
        path = self.folder / file
        return path.stat().st_size if path.exists() else 0

    def _captures_after(self, file: str, length: int) -> int:
        stored = self._read(file, length, self._size(file) - length, "")
        count = 0
        try:
            for record in iterate_records(stored, length, file):
                count += record.kind in PAYLOAD_KINDS
        except ArchiveError:
            return count  # the cut record of the interrupted capture
        return count

    def _position(self) -> tuple[str, int]:
        files = self.files()
        if not files:
            return _file_name(1), 0
        size = self._size(files[-1])
        if size < self._rotate_at:
            return files[-1], size
        return _file_name(int(files[-1].partition(".")[0]) + 1), 0

    def _write(self, file: str, start: int, group: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / file).open("ab") as handle:
            handle.write(group)
            handle.flush()
            os.fsync(handle.fileno())
        if not start:
            _sync_folder(self.folder)

    def _read(self, file: str, offset: int, length: int, url: str) -> bytes:
        path = self.folder / file
        if Path(file).name != file or not path.is_file():
            raise ArchiveError(
                f"{path}: expected an archive file with the record of {url or 'a capture'}, found none"
            )
        with path.open("rb") as handle:
            handle.seek(offset)
            stored = handle.read(length)
        if len(stored) != length:
            raise ArchiveError(
                f"{path} at byte {offset}, {url}: expected {length} bytes, "
                f"found {len(stored)}: the file was cut"
            )
        return stored

    def _record(self, pointer: WarcPointer, url: str) -> StoredRecord:
        stored = self._read(pointer.file, pointer.offset, pointer.length, url)
        record = next(iterate_records(stored, pointer.offset, pointer.file), None)
        if record is None or record.length != pointer.length:
            raise ArchiveError(f"{_place(pointer)}, {url}: expected one record of {pointer.length} bytes")
        return record

    def _body(self, payload: StoredRecord, fields: dict[str, Any]) -> bytes:
        if payload.kind != "revisit":
            return payload.payload
        if fields["status"] == NOT_MODIFIED or fields["payload_at"] is None:
            return b""
        return self._record(WarcPointer(**fields["payload_at"]), fields["url"]).payload


def _repeated(capture: Capture, earlier: Sequence[Evidence]) -> Evidence | None:
    if capture.status == NOT_MODIFIED:
        return earlier[-1] if earlier else None
    if not FIRST_SUCCESS_STATUS <= capture.status < FIRST_REDIRECT_STATUS:
        return None
    body = bytes_id(capture.body)
    return next(
        (evidence for evidence in earlier if evidence.id == body and evidence.url == capture.url), None
    )


def _appended(capture: Capture, repeats: Evidence | None, pointer: WarcPointer, note: str) -> Appended:
    evidence = None
    action = "confirmed unchanged" if repeats or capture.status == NOT_MODIFIED else "refused by server"
    if repeats is None and FIRST_SUCCESS_STATUS <= capture.status < FIRST_REDIRECT_STATUS:
        action, evidence = "preserved", _evidence(capture, pointer)
    kept = evidence or repeats
    custody = CustodyEntry(
        capture.captured_at, action, f"{capture.collector}; {COMPONENT}", capture.url,
        kept.id if kept else None, capture.status, pointer, note,
    )  # fmt: skip
    return Appended(evidence, custody)


def _evidence(capture: Capture, pointer: WarcPointer) -> Evidence:
    return Evidence(
        id=bytes_id(capture.body),
        url=capture.url,
        final_url=capture.final_url,
        captured_at=capture.captured_at,
        media_type=media_type_of(capture.response_headers),
        length=len(capture.body),
        outlet=capture.outlet,
        response_headers=capture.response_headers,
        record=pointer,
        announced=capture.announced,
    )


def _stated_number(record: StoredRecord, field: str, pointer: WarcPointer) -> int:
    stated = record.fields.get(field, "")
    if not stated.isdecimal() or int(stated) > pointer.offset:
        raise ArchiveError(f"{_place(pointer)}: expected the field {field} with a number, found {stated!r}")
    return int(stated)


def _cut(path: Path, length: int) -> None:
    if length == 0:
        path.unlink()
        _sync_folder(path.parent)
        return
    with path.open("r+b") as handle:
        handle.truncate(length)
        os.fsync(handle.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _file_name(number: int) -> str:
    return f"{number:05}.warc.gz"


def _place(pointer: WarcPointer) -> str:
    return f"{pointer.file} at byte {pointer.offset}"
