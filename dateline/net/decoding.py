"""Bodies as they come over the wire, decoded within bounds; headers as they are kept."""

import zlib
from collections.abc import Iterable

from dateline.errors import FetchError
from dateline.model.evidence import Headers

ACCEPTED_ENCODINGS = "gzip"

# Bodies are kept decoded, so headers that describe the wire form are kept under these names, as web
# archives do: with their own names a replay would decode a second time.
WIRE_HEADERS = frozenset({"content-encoding", "content-length", "transfer-encoding"})
WIRE_PREFIX = "X-Archive-Orig-"

_WINDOW_BITS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def kept_headers(headers: Iterable[tuple[str, str]]) -> Headers:
    """Return `headers` with those of the wire form set aside.

    >>> kept_headers([("Content-Encoding", "gzip"), ("ETag", "x")])
    (('X-Archive-Orig-Content-Encoding', 'gzip'), ('ETag', 'x'))
    """
    return tuple(
        (WIRE_PREFIX + name if name.lower() in WIRE_HEADERS else name, field) for name, field in headers
    )


def read_body(chunks: Iterable[bytes], *, encoding: str, max_bytes: int, url: str) -> bytes:
    """Join and decode `chunks`, stopping as soon as either form passes `max_bytes`. Raises FetchError."""
    decoder = _decoder(encoding, url)
    body = bytearray()
    received = 0
    for chunk in chunks:
        received += len(chunk)
        room = max_bytes - len(body) + 1
        body += _decode(decoder, chunk, room, url) if decoder else chunk
        if received > max_bytes or len(body) > max_bytes:
            raise FetchError(
                f"{url}: the body is larger than the limit of {max_bytes:,} bytes; nothing of it is kept"
            )
    if decoder and received and not decoder.eof:
        raise FetchError(
            f"{url}: the {encoding} body ends before its end; the connection was cut or the page is bad"
        )
    return bytes(body)


def _decoder(encoding: str, url: str) -> "zlib._Decompress | None":
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return None
    if name not in _WINDOW_BITS:
        raise FetchError(f"{url}: the body has the encoding {encoding!r}, which was not asked for")
    return zlib.decompressobj(_WINDOW_BITS[name])


def _decode(decoder: "zlib._Decompress", chunk: bytes, room: int, url: str) -> bytes:
    if decoder.eof:
        return b""
    try:
        return decoder.decompress(chunk, room)
    except zlib.error as error:
        raise FetchError(f"{url}: the body is not what its Content-Encoding says ({error})") from error
