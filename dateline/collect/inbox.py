"""A folder of files into captures; names and contents are taken as hostile."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

from dateline.collect.found import MAX_RECORD_BYTES, Bad, Found
from dateline.collect.inbox_formats import CONTAINERS, WHOLE_FILES, known_suffixes, suffix_of
from dateline.collect.known import collect_issue
from dateline.errors import InputError
from dateline.model.evidence import Capture
from dateline.model.identity import bytes_id
from dateline.model.ledger import Issue
from dateline.outlets import OutletIndex

INBOX_COLLECTOR = "inbox/1"
_ESCAPED = re.compile(r"[%#?\s\x00-\x1f\x7f]")

KnownEvidence = Callable[[str], str | None]
Seen = Callable[[str, str], bool]


def collect_inbox(
    folder: Path,
    *,
    known: KnownEvidence,
    outlets: OutletIndex,
    now: datetime,
    seen: Seen | None = None,
) -> Iterator[Capture | Issue]:
    """Yield a capture for each new or changed file below `folder`, and for each article in its containers.

    `known` gives the latest evidence id of an address. `seen` says whether an address was ever kept with an
    evidence id: pages of containers are compared with it, so that an old WARC is not taken for news after
    the same page was captured from the net. Files and folders that begin with a dot are passed over.
    """
    kept = seen or (lambda url, evidence: known(url) == evidence)
    for path in _walk(folder):
        yield from _collect_file(path, folder, known, kept, outlets, now)


def file_address(relative: PurePosixPath) -> str:
    """Return the address of a file of the inbox.

    >>> file_address(PurePosixPath("fars/a 1.html"))
    'file:fars/a%201.html'
    """
    return "file:" + _ESCAPED.sub(lambda found: f"%{ord(found.group()):02X}", str(relative))


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise InputError(f"{folder}: expected the inbox, a folder; create it or change `inbox` in desk.toml")
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.startswith(".") and not path.name.startswith(".."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _collect_file(
    path: Path, folder: Path, known: KnownEvidence, seen: Seen, outlets: OutletIndex, now: datetime
) -> Iterator[Capture | Issue]:
    relative = PurePosixPath(path.relative_to(folder).as_posix())
    address = file_address(PurePosixPath(str(relative).encode("utf-8", "backslashreplace").decode()))
    fault = _fault(path, folder)
    if fault:
        yield collect_issue(address, f"{address}: {fault}", at=now)
        return
    outlet = outlets.get(relative.parts[0]) if len(relative.parts) > 1 else None
    for found in _contents(path, address, known, seen):
        if isinstance(found, Bad):
            outlet_id = outlet.id if outlet else None
            yield collect_issue(
                address, f"{address}: {found.place}: {found.reason}", at=now, outlet=outlet_id
            )
        else:
            printed_by = outlet or outlets.find_by_address(found.url)
            yield _capture(found, printed_by.id if printed_by else None, now)


def _fault(path: Path, folder: Path) -> str | None:
    """Say why a file must not or cannot be read, `None` when all is well."""
    return _fault_of_name(path.name) or _fault_of_place(path, folder) or _fault_of_kind(path)


def _fault_of_name(name: str) -> str | None:
    if ".." in re.split(r"[\\/]", name):
        return "the name leads out of its folder; rename the file"
    if not name.isprintable():
        return "the name holds control characters or is not UTF-8; rename the file"
    return None


def _fault_of_place(path: Path, folder: Path) -> str | None:
    if not path.resolve().is_relative_to(folder.resolve()):
        return "the link leads out of the inbox and is not followed; copy the file instead"
    if not path.is_file():
        return "expected a file, found something else (a broken link, a link to a folder, a device)"
    return None


def _fault_of_kind(path: Path) -> str | None:
    suffix, size = suffix_of(path.name), path.stat().st_size
    if size == 0:
        return "the file is empty"
    if suffix not in CONTAINERS and suffix not in WHOLE_FILES:
        return f"the kind {suffix or 'without suffix'!r} is not known; known are {known_suffixes()}"
    if suffix in WHOLE_FILES and size > MAX_RECORD_BYTES:
        return f"the file has {size:,} bytes, the limit is {MAX_RECORD_BYTES:,}"
    return None


def _contents(path: Path, address: str, known: KnownEvidence, seen: Seen) -> Iterator[Found | Bad]:
    suffix = suffix_of(path.name)
    try:
        if suffix in CONTAINERS:
            for found in CONTAINERS[suffix](path, address):
                if isinstance(found, Bad) or not seen(found.url, bytes_id(found.body)):
                    yield found
            return
        body = path.read_bytes()
    except OSError as error:
        yield Bad("whole file", f"cannot be read ({error.strerror or error})")
        return
    if known(address) != bytes_id(body):
        yield Found(address, body, (("Content-Type", WHOLE_FILES[suffix]),))


def _capture(found: Found, outlet: str | None, now: datetime) -> Capture:
    return Capture(
        url=found.url,
        final_url=found.url,
        captured_at=found.captured_at or now,
        status=found.status,
        request_headers=found.request_headers,
        response_headers=found.response_headers,
        body=found.body,
        outlet=outlet,
        collector=INBOX_COLLECTOR,
    )
