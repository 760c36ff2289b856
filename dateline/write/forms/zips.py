"""ZIP files whose bytes follow from their contents alone."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime

READABLE = 0o644 << 16
UNIX = 3  # the system that wrote the file, said the same on every machine


def pack(files: Iterable[tuple[str, bytes]], at: datetime, *, stored: tuple[str, ...] = ()) -> bytes:
    """Return a ZIP of `files` in their order, dated `at`; names that end as in `stored` stay as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in files:
            entry = zipfile.ZipInfo(name, date_time=at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(stored) else zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = READABLE, UNIX
            archive.writestr(entry, body)
    return out.getvalue()


def repack(body: bytes, at: datetime) -> bytes:
    """Return the same ZIP with every date set to `at`."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return pack([(name, archive.read(name)) for name in archive.namelist()], at)
