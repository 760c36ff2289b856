"""The evidence pack: exactly the cited captures, copied byte for byte, with index and hashes.

Reference: WACZ 1.1.1; CDXJ; Frictionless Data Package 1.0. Opens offline in any WACZ player.
"""

import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator

from dateline.model.editions import Edition
from dateline.model.identity import bytes_id
from dateline.write.choosing.summary import components_of
from dateline.write.forms.job import Printed, PrintJob
from dateline.write.forms.words import one_line
from dateline.write.forms.zips import pack

WARC, INDEX, PAGES = "archive/cited.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"
PACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"
PAYLOADS = ("response", "resource")
UNASKED = "the evidence pack is left out: the caller gave no way to copy the archived records"


@dataclass(frozen=True, slots=True)
class IndexedRecord:
    """A record of the pack with a body, and its line in the index."""

    url: str
    date: str
    digest: str
    line: str


def write_wacz(job: PrintJob) -> Printed:
    """Write the evidence pack. A player wants the records stored and not compressed again."""
    if job.stored_records is None:
        return Printed(None, (UNASKED,))
    groups = dict.fromkeys(job.stored_records(entry) for entry in job.edition.documents)
    files = {WARC: b"".join(groups)}
    records = list(_records(files[WARC]))
    files[INDEX] = "".join(sorted(record.line for record in records)).encode()
    files[PAGES] = _pages(job.edition, records)
    files[PACKAGE] = _package(job.edition, files)
    files[DIGEST] = _json({"path": PACKAGE, "hash": f"sha256:{bytes_id(files[PACKAGE])}"})
    issued = datetime.fromisoformat(job.edition.issued_at)
    return Printed(pack(files.items(), issued, stored=(".gz", ".cdx", ".jsonl", ".json")))


def _records(warc: bytes) -> Iterator[IndexedRecord]:
    records = ArchiveIterator(io.BytesIO(warc))
    for record in records:
        record.content_stream().read()
        if record.rec_type not in PAYLOADS:
            continue
        url, date, digest = (
            str(record.rec_headers.get_header(name) or "")
            for name in ("WARC-Target-URI", "WARC-Date", "WARC-Payload-Digest")
        )
        fields = {
            "url": url,
            "mime": _media_type(record),
            "status": record.http_headers.get_statuscode() if record.http_headers else "200",
            "digest": digest,
            "length": str(records.get_record_length()),
            "offset": str(records.get_record_offset()),
            "filename": WARC.rpartition("/")[2],
        }
        stamp = re.sub(r"\D", "", date)[:14]
        yield IndexedRecord(url, date, digest, f"{sort_key(url)} {stamp} {json.dumps(fields)}\n")


def _media_type(record: object) -> str:
    headers = getattr(record, "http_headers", None) or getattr(record, "rec_headers", None)
    stated = headers.get_header("Content-Type") if headers else None
    return (stated or "application/octet-stream").partition(";")[0].strip()


def sort_key(url: str) -> str:
    """Return the address with its host turned round, by which an index is sorted.

    >>> sort_key("https://www.Karun.example:8080/a?b=1")
    'example,karun:8080)/a?b=1'
    """
    parts = urlsplit(url)
    if not parts.hostname:
        return url.replace(" ", "%20").lower()
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}){parts.path or '/'}{query}".replace(" ", "%20").lower()


def _pages(edition: Edition, records: Sequence[IndexedRecord]) -> bytes:
    """List the cited pages by the addresses under which the pack holds them."""
    kept: dict[str, list[IndexedRecord]] = {}
    for record in records:
        kept.setdefault(record.digest.removeprefix("sha256:"), []).append(record)
    lines: list[dict[str, str]] = [{"format": "json-pages-1.0", "id": "pages", "title": "Cited pages"}]
    for entry in edition.documents:
        same = kept.get(entry.evidence, [])
        title = one_line(entry.title or entry.url)
        for kept_as in [each for each in same if each.url == entry.url][:1] or same[:1]:
            lines.append({"id": entry.id, "url": kept_as.url, "ts": kept_as.date, "title": title})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _package(edition: Edition, files: dict[str, bytes]) -> bytes:
    resources = [
        {
            "name": path.rpartition("/")[2],
            "path": path,
            "hash": f"sha256:{bytes_id(files[path])}",
            "bytes": len(files[path]),
        }
        for path in sorted(files)
    ]
    return _json(
        {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": f"{one_line(edition.title)}, No. {edition.number}: cited captures",
            "description": f"The captures that edition {edition.id} cites, byte for byte as archived.",
            "created": edition.issued_at,
            "software": components_of(edition),
            "resources": resources,
        }
    )


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
