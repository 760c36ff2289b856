"""Reading WARC records back, one gzip member at a time, each against its own digests."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader

from dateline.errors import ArchiveError
from dateline.model.identity import bytes_id

GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00"  # no name, no time stamp
GZIP_BITS = 16 + zlib.MAX_WBITS
MAX_RECORD_BYTES = 1 << 30  # far above what collect lets through; stops a bomb in a foreign file
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """One record as it lies in a file; `payload` is the block without its HTTP head."""

    offset: int
    length: int
    kind: str
    url: str
    fields: dict[str, str]
    block: bytes

    @property
    def payload(self) -> bytes:
        """The body of a response, or the block of a record without an HTTP head."""
        if self.kind in {"response", "request", "revisit"}:
            return self.block.partition(b"\r\n\r\n")[2]
        return self.block


def iterate_records(stored: bytes, base: int, file: str) -> Iterator[StoredRecord]:
    """Yield the records of `stored`, which begins at the offset `base` of `file`.

    Raises ArchiveError at the first record that is cut, altered or no record.
    """
    offset = 0
    while offset < len(stored):
        member, length = _inflate(stored, offset, f"{file} at byte {base + offset}")
        yield _parse_record(member, base + offset, length, file)
        offset += length


def _inflate(stored: bytes, offset: int, where: str) -> tuple[bytes, int]:
    if stored[offset : offset + len(GZIP_HEADER)] != GZIP_HEADER:
        raise ArchiveError(
            f"{where}: expected the start of a gzip member, found {stored[offset : offset + 8]!r}"
        )
    inflater = zlib.decompressobj(GZIP_BITS)
    parts: list[bytes] = []
    size, position = 0, offset
    try:
        while not inflater.eof and position < len(stored):
            parts.append(
                inflater.decompress(stored[position : position + CHUNK], MAX_RECORD_BYTES - size + 1)
            )
            size += len(parts[-1])
            position += CHUNK
            if size > MAX_RECORD_BYTES:
                raise ArchiveError(f"{where}: a record of more than {MAX_RECORD_BYTES} bytes")
    except zlib.error as error:
        raise ArchiveError(f"{where}: the compressed bytes are damaged ({error})") from error
    if not inflater.eof:
        raise ArchiveError(f"{where}: the record is cut off after {len(stored) - offset} bytes")
    return b"".join(parts), min(position, len(stored)) - offset - len(inflater.unused_data)


def _parse_record(member: bytes, offset: int, length: int, file: str) -> StoredRecord:
    where = f"{file} at byte {offset}"
    try:
        record = ArcWarcRecordLoader().parse_record_stream(
            BytesIO(member), known_format="warc", no_record_parse=True
        )
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise ArchiveError(f"{where}: expected a WARC record, found none ({error})") from error
    fields = {str(name): str(value) for name, value in record.rec_headers.headers}
    block: bytes = record.raw_stream.read()
    stated, found = fields.get("WARC-Block-Digest", ""), f"sha256:{bytes_id(block)}"
    url = fields.get("WARC-Target-URI", "")
    if stated != found:
        raise ArchiveError(f"{where}, {url}: expected the block digest {stated}, found {found}")
    return StoredRecord(offset, length, str(record.rec_type), url, fields, block)
