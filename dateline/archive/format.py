"""Captures as the bytes of WARC 1.1 records: the same capture gives the same bytes."""

import http
import json
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import quote, urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline import __version__
from dateline.archive.description import describe
from dateline.errors import ArchiveError
from dateline.model.evidence import Capture, Evidence, Headers
from dateline.model.identity import bytes_id

WARC_VERSION = "WARC/1.1"
REVISIT_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
REVISIT_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
CAPTURE_START = "Dateline-Capture-Start"  # bytes from a record back to the first record of its capture
NOT_MODIFIED = 304
RECORD_ID_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dateline:warc-record")
RESERVED = "/?#[]@!$&'()*+,;=:%"  # characters that stay as they are in a request target
# A capture's body is already decoded, so these would tell a reader of the record a falsehood.
TRANSPORT_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length"})


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record before it is written; `head` is its HTTP head, where it has one."""

    kind: str
    url: str
    date: str
    media_type: str
    body: bytes
    head: StatusAndHeaders | None = None
    fields: Headers = ()

    @property
    def id(self) -> str:
        """The record id: a version 5 UUID of what the record holds."""
        name = "\n".join((self.kind, self.url, self.date, sha256_label(self.block), repr(self.fields)))
        return f"<urn:uuid:{uuid.uuid5(RECORD_ID_NAMESPACE, name)}>"

    @property
    def block(self) -> bytes:
        """The bytes that WARC-Block-Digest covers."""
        if self.head is None:
            return self.body
        self.head.compute_headers_buffer()
        head = bytes(self.head.headers_buff or b"")
        return head if self.kind == "revisit" else head + self.body


def sha256_label(block: bytes) -> str:
    """Return the digest of `block` as WARC labels it."""
    return f"sha256:{bytes_id(block)}"


def format_record(record: Record) -> bytes:
    """Return the record as one gzip member without a time stamp."""
    rec_headers = StatusAndHeaders("", [], protocol=WARC_VERSION)
    rec_headers.add_header("WARC-Type", record.kind)
    rec_headers.add_header("WARC-Record-ID", record.id)
    if record.url:
        rec_headers.add_header("WARC-Target-URI", _one_line(record.url))
    rec_headers.add_header("WARC-Date", record.date)
    for name, value in record.fields:
        rec_headers.add_header(name, _one_line(value))
    if record.kind not in {"warcinfo", "revisit"}:
        rec_headers.add_header("WARC-Payload-Digest", sha256_label(record.body))
    rec_headers.add_header("WARC-Block-Digest", sha256_label(record.block))
    length = len(record.body)
    warc_record = ArcWarcRecord(
        "warc", record.kind, rec_headers, BytesIO(record.body), record.head, record.media_type, length
    )
    warc_record.payload_length = length
    out = BytesIO()
    WARCWriter(out, gzip=True, warc_version=WARC_VERSION).write_record(warc_record)
    return out.getvalue()


def format_warcinfo(file: str, at: datetime) -> bytes:
    """Return the record that opens a file."""
    fields = (
        f"software: dateline/{__version__}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    )
    named = (("WARC-Filename", file),)
    media_type = "application/warc-fields"
    return format_record(Record("warcinfo", "", format_date(at), media_type, fields.encode(), fields=named))


def format_capture(capture: Capture, *, repeats: Evidence | None) -> tuple[bytes, int]:
    """Return the records of one capture and the offset in them of the last, the one with the payload.

    `repeats` is the evidence that holds the same payload already; the last record is then a revisit.
    """
    payload = _payload_record(capture, repeats)
    concurrent = (("WARC-Concurrent-To", payload.id),)
    before = b"".join(
        format_record(replace(record, fields=concurrent)) for record in _companions(capture, repeats)
    )
    start = ((CAPTURE_START, str(len(before))),)
    return before + format_record(replace(payload, fields=payload.fields + start)), len(before)


def format_date(at: datetime) -> str:
    """Return `at` as WARC 1.1 writes it, to the microsecond where there are any."""
    if at.tzinfo is None:
        raise ArchiveError(f"a capture's time must be aware (UTC), found {at.isoformat()} without a zone")
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def media_type_of(headers: Headers) -> str:
    """Return the media type that the headers state, without parameters, in lower case."""
    stated = next((value for name, value in headers if name.lower() == "content-type"), "")
    return stated.partition(";")[0].strip().lower() or "application/octet-stream"


def _companions(capture: Capture, repeats: Evidence | None) -> Sequence[Record]:
    date = format_date(capture.captured_at)
    described = json.dumps(describe(capture, repeats), ensure_ascii=False, sort_keys=True).encode()
    metadata = Record("metadata", capture.final_url, date, "application/json", described)
    if _is_file(capture):
        return (metadata,)
    parts = urlsplit(capture.final_url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = StatusAndHeaders(
        f"GET {quote(target, safe=RESERVED)} HTTP/1.1", _clean(capture.request_headers), is_http_request=True
    )
    request = Record("request", capture.final_url, date, "application/http; msgtype=request", b"", head)
    return request, metadata


def _payload_record(capture: Capture, repeats: Evidence | None) -> Record:
    date = format_date(capture.captured_at)
    if _is_file(capture) and repeats is None:
        media_type = media_type_of(capture.response_headers)
        return Record("resource", capture.final_url, date, media_type, capture.body)
    head = _response_head(capture)
    http_type = "application/http; msgtype=response"
    if repeats is None and capture.status != NOT_MODIFIED:
        return Record("response", capture.final_url, date, http_type, capture.body, head)
    fields = _revisit_fields(capture, repeats)
    return Record("revisit", capture.final_url, date, http_type, b"", head, fields)


def _revisit_fields(capture: Capture, repeats: Evidence | None) -> Headers:
    profile = REVISIT_NOT_MODIFIED if capture.status == NOT_MODIFIED else REVISIT_IDENTICAL
    if repeats is None:
        return (("WARC-Profile", profile),)
    return (
        ("WARC-Profile", profile),
        ("WARC-Refers-To-Target-URI", repeats.final_url),
        ("WARC-Refers-To-Date", format_date(repeats.captured_at)),
        ("WARC-Payload-Digest", f"sha256:{repeats.id}"),
    )


def _response_head(capture: Capture) -> StatusAndHeaders:
    try:
        reason = http.HTTPStatus(capture.status).phrase
    except ValueError:
        reason = "Unknown"
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() in TRANSPORT_HEADERS else name, value)
        for name, value in _clean(capture.response_headers)
    ]
    headers.append(("Content-Length", str(len(capture.body))))
    return StatusAndHeaders(f"{capture.status} {reason}", headers, protocol="HTTP/1.1")


def _is_file(capture: Capture) -> bool:
    return capture.final_url.startswith("file:")


def _clean(headers: Headers) -> list[tuple[str, str]]:
    return [
        (_one_line(name.encode("ascii", "replace").decode()), _one_line(value)) for name, value in headers
    ]


def _one_line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text).strip()
