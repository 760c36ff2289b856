"""WARC files of others, plain and gzipped: one capture a response. Reference: ISO 28500:2017 (WARC 1.1)."""

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path
from typing import Any

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed

from dateline.collect.addresses import canonical_url
from dateline.collect.found import MAX_RECORD_BYTES, Bad, Found
from dateline.net.decoding import kept_headers

GZIP_MAGIC = b"\x1f\x8b"
END_OF_RECORD = b"\r\n\r\n"
MAX_HEADER_BYTES = 1_000_000
CHUNK = 65_536
ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
# AttributeError: warcio fails with it on a record cut inside its HTTP status line.
BROKEN = (ArchiveLoadFailed, AttributeError, OSError, ValueError, zlib.error)


class _BrokenStreamError(ValueError):
    """The bytes end too early, or go on without an end of headers: no WARC, a cut one, or a bomb."""


class _BoundedStream:
    """A stream to be read for `MAX_HEADER_BYTES` between two marks: warcio sets its lines no limit."""

    def __init__(self, stream: BufferedReader | gzip.GzipFile) -> None:
        self._stream = stream
        self._unmarked = 0
        self.tail = b""

    def mark(self) -> None:
        self._unmarked = 0

    def read(self, size: int = CHUNK) -> bytes:
        try:
            chunk = self._stream.read1(size)  # one read, so that what stands before a cut is still given
        except EOFError as error:  # warcio takes an EOFError for the end of the file
            raise _BrokenStreamError(str(error)) from error
        self.tail = (self.tail + chunk)[-len(END_OF_RECORD) :]
        self._unmarked += len(chunk)
        if self._unmarked > MAX_HEADER_BYTES:
            raise _BrokenStreamError(f"no end of the record's headers in {MAX_HEADER_BYTES:,} bytes")
        return chunk


def read_warc(path: Path, address: str) -> Iterator[Found | Bad]:
    """Yield every 2xx response that is whole. The first broken record ends the file and is named."""
    del address
    end, other_answers = 0, 0
    with _open(path) as opened:
        stream = _BoundedStream(opened)
        records = WARCIterator(stream)
        try:
            for record in records:
                other_answers += _is_other_answer(record)
                outcome = _read_record(record, stream)
                # Only now: asking for the offset makes warcio skip what is left of the record.
                start = records.get_record_offset()
                end = start + records.get_record_length()
                if outcome is not None:
                    yield outcome if isinstance(outcome, Found) else Bad(f"byte {start}", outcome)
        except BROKEN as error:
            yield Bad(f"after byte {end}", f"the WARC is cut or broken in the record that follows ({error})")
        else:
            if stream.tail != END_OF_RECORD:
                yield Bad(
                    f"after byte {end}", "the file does not end with the end of a WARC record; it was cut"
                )
    if other_answers:
        yield Bad("whole file", f"{other_answers} answers with a status other than 2xx are left out")


def _open(path: Path) -> Any:
    with path.open("rb") as file:
        zipped = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    # Unzipped here, not by warcio, which takes a cut member for the end of the file.
    return gzip.open(path) if zipped else path.open("rb")


def _is_other_answer(record: Any) -> bool:
    return record.rec_type == "response" and record.http_headers is not None and not _is_success(record)


def _is_success(record: Any) -> bool:
    return str(record.http_headers.get_statuscode()).startswith("2")


def _read_record(record: Any, stream: _BoundedStream) -> Found | str | None:
    """Return the page of a record, why it has none, or `None` for records that are not meant to have one."""
    stream.mark()
    length = record.rec_headers.get_header("Content-Length")
    if length is None or not length.isdigit():
        raise _BrokenStreamError(f"expected the record's Content-Length, found {length}")
    outcome = _found(record, stream) if _is_wanted(record) else None
    while record.raw_stream.read(CHUNK):
        stream.mark()
    if record.raw_stream.limit > 0:
        raise _BrokenStreamError(f"{record.raw_stream.limit} bytes of the record are missing")
    stream.mark()
    return outcome


def _is_wanted(record: Any) -> bool:
    """Say whether a record should hold a page; crawlers keep look-ups of names as responses too."""
    if record.rec_type == "response" and record.http_headers is None:
        return not str(record.rec_headers.get_header("WARC-Target-URI")).startswith("dns:")
    return record.rec_type == "resource" or (record.rec_type == "response" and _is_success(record))


def _found(record: Any, stream: _BoundedStream) -> Found | str:
    stated = record.rec_headers.get_header("WARC-Target-URI") or ""
    url = canonical_url(stated.strip("<>"))
    if url is None:
        return f"expected an http or https address, found {stated!r}"
    encoding = (record.http_headers.get_header("Content-Encoding", "") if record.http_headers else "").lower()
    if encoding not in ENCODINGS:
        return f"{url}: the body has the encoding {encoding!r}; gzip and deflate are read"
    body = _read_bounded(record.content_stream(), stream)
    if len(body) > MAX_RECORD_BYTES:
        return f"{url}: the body is larger than {MAX_RECORD_BYTES:,} bytes"
    moment = _instant(record.rec_headers.get_header("WARC-Date") or "")
    if moment is None:
        return f"{url}: expected a WARC-Date in ISO 8601"
    return Found(url, body, _headers(record), _status(record), moment)


def _read_bounded(content: Any, stream: _BoundedStream) -> bytes:
    body = bytearray()
    while len(body) <= MAX_RECORD_BYTES and (chunk := content.read(CHUNK)):
        body += chunk
        stream.mark()
    return bytes(body)


def _headers(record: Any) -> tuple[tuple[str, str], ...]:
    if record.http_headers is None:
        return (
            ("Content-Type", record.rec_headers.get_header("Content-Type") or "application/octet-stream"),
        )
    return kept_headers(record.http_headers.headers)


def _status(record: Any) -> int:
    return int(record.http_headers.get_statuscode()) if record.http_headers else 200


def _instant(stated: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
