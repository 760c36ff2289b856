"""Pictures on paper: how large they are, and which of them are safe to print."""

import struct

from dateline.model.editions import EditionItem, EditionPicture
from dateline.text.scripts import direction
from dateline.write.forms.job import PrintJob
from dateline.write.forms.layout import LaidPicture
from dateline.write.forms.words import one_line
from dateline.write.prose.cite import full_date

WIDEST, HIGHEST = 110.0, 48.0  # millimetres on A4
PIXELS_PER_MILLIMETRE = 5.0  # 127 dots an inch: small pictures are not blown up
MOST_PIXELS = 60_000_000  # what decoding may take in memory: 240 MB
JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def lay_out_pictures(job: PrintJob, entry: EditionItem, *, fallback: str) -> tuple[LaidPicture, ...]:
    """Lay out the pictures of a bullet; a width of 0 is a picture whose bytes cannot be printed."""
    return tuple(_laid(job, picture, fallback) for picture in entry.pictures)


def _laid(job: PrintJob, picture: EditionPicture, fallback: str) -> LaidPicture:
    caption = one_line(picture.caption)
    date = full_date(picture.published[:10], job.edition.language) if picture.published else ""
    source = ", ".join(part for part in (one_line(picture.credit), date) if part)
    return LaidPicture(
        file=picture.file,
        alt=one_line(picture.alt) or caption or fallback,
        caption=caption,
        source=source,
        width=printed_width(job.pictures.get(picture.file, b"")),
        rtl=direction(caption) == "rtl",
    )


def printed_width(body: bytes) -> float:
    """Return the width on paper in millimetres, 0 for bytes that are no picture or too large a one."""
    size = picture_size(body)
    if size is None or min(size) < 1 or size[0] * size[1] > MOST_PIXELS:
        return 0.0
    width, height = size
    return round(min(WIDEST, width / PIXELS_PER_MILLIMETRE, HIGHEST * width / height), 2)


def picture_size(body: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels as the head of a PNG, GIF, JPEG or WebP file states them."""
    try:
        if body.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack_from(">II", body, 16)
        elif body.startswith(b"GIF8"):
            width, height = struct.unpack_from("<HH", body, 6)
        elif body.startswith(b"\xff\xd8\xff"):
            width, height = _jpeg_size(body)
        elif body.startswith(b"RIFF") and body[8:12] == b"WEBP":
            width, height = _webp_size(body)
        else:
            return None
    except (struct.error, ValueError):
        return None
    return width, height


def _jpeg_size(body: bytes) -> tuple[int, int]:
    at = 2
    while True:
        start, marker, length = struct.unpack_from(">BBH", body, at)
        if start != 0xFF:
            raise ValueError("no JPEG segment")
        if marker in JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", body, at + 5)
            return width, height
        at += 1 if marker == 0xFF else 2 + length


def _webp_size(body: bytes) -> tuple[int, int]:
    """Reference: RFC 9649, WebP image format."""
    kind = body[12:16]
    if kind == b"VP8X":
        return int.from_bytes(body[24:27], "little") + 1, int.from_bytes(body[27:30], "little") + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", body, 26)
    return width & 0x3FFF, height & 0x3FFF
