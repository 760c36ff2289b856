"""Hashing everything again: what was altered, cut, removed, or put in without the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.archive.preserve import Archive
from dateline.archive.records import iterate_records
from dateline.archive.seal import Seal, parse_seal
from dateline.errors import ArchiveError
from dateline.model.evidence import CustodyEntry, Evidence
from dateline.model.identity import bytes_id


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was kept. `offset` is where in `file`; `url` is empty where unknown."""

    file: str
    offset: int
    url: str
    what: str


@dataclass(frozen=True, slots=True)
class _Sealed:
    seal: Seal
    entry: CustodyEntry


def verify_archive(
    archive: Archive, evidence: Iterable[Evidence], custody: Iterable[CustodyEntry]
) -> list[Fault]:
    """Return what is wrong with the archive, file by file; empty where all is as it was kept."""
    sealed: dict[str, list[_Sealed]] = defaultdict(list)
    for entry in custody:
        seal = parse_seal(entry.note)
        if entry.record is not None and seal is not None:
            sealed[entry.record.file].append(_Sealed(seal, entry))
    faults = [
        fault
        for file in sorted(set(archive.files()) | set(sealed))
        for fault in _verify_file(archive, file, sorted(sealed[file], key=lambda each: each.seal.start))
    ]
    known = {(fault.file, fault.url) for fault in faults}
    return faults + [
        fault for fault in _evidence_faults(archive, evidence) if (fault.file, fault.url) not in known
    ]


def _verify_file(archive: Archive, file: str, sealed: Sequence[_Sealed]) -> Iterator[Fault]:
    path = archive.folder / file
    if not path.is_file():
        for each in sealed:
            yield Fault(file, each.seal.start, each.entry.url, "the file is missing")
        return
    with path.open("rb") as handle:
        end = 0
        for each in sealed:
            if each.seal.start != end:
                yield from _unknown(file, end, handle.read(max(0, each.seal.start - end)))
            handle.seek(each.seal.start)
            yield from _verify_capture(file, each, handle.read(each.seal.end - each.seal.start))
            end = each.seal.end
        handle.seek(end)
        yield from _unknown(file, end, handle.read())


def _verify_capture(file: str, sealed: _Sealed, stored: bytes) -> Iterator[Fault]:
    seal, url = sealed.seal, sealed.entry.url
    expected = seal.end - seal.start
    if len(stored) < expected:
        what = f"the record is cut off: expected {expected} bytes, found {len(stored)}"
        yield Fault(file, seal.start, url, what)
        return
    try:
        for _ in iterate_records(stored, seal.start, file):
            pass
    except ArchiveError as error:
        yield Fault(file, seal.start, url, f"altered: {error}")
        return
    found = bytes_id(stored)
    if found != seal.sha256:
        what = f"altered: expected SHA-256 {seal.sha256} over {expected} archived bytes, found {found}"
        yield Fault(file, seal.start, url, what)


def _unknown(file: str, offset: int, stored: bytes) -> Iterator[Fault]:
    if not stored:
        return
    try:
        for record in iterate_records(stored, offset, file):
            what = f"the ledger does not know this {record.kind} record"
            yield Fault(file, record.offset, record.url, what)
    except ArchiveError as error:
        yield Fault(file, offset, "", f"{len(stored)} bytes that the ledger does not know: {error}")


def _evidence_faults(archive: Archive, evidence: Iterable[Evidence]) -> Iterator[Fault]:
    for each in evidence:
        try:
            archive.read_body(each)
        except ArchiveError as error:
            yield Fault(each.record.file, each.record.offset, each.url, str(error))
