"""The shipped fonts (SIL Open Font License 1.1, see OFL.txt): Latin, Greek, Cyrillic, Arabic, Hebrew."""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FAMILIES = ("Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew")
REPLACEMENT = "\ufffd"
SEGMENTS, GROUPS = 4, 12  # formats of the character map


def font_folder() -> Path:
    """Return the folder of the font files."""
    return Path(__file__).parent


@cache
def covered() -> frozenset[int]:
    """Return the code points that one of the upright fonts has a glyph for."""
    return frozenset(
        point for file in sorted(font_folder().glob("*.ttf")) for point in _mapped(file.read_bytes())
    )


def printable_words(text: str) -> str:
    """Put the replacement character for each character that no shipped font has.

    >>> printable_words("a😀")
    'a\\ufffd'
    """
    known = covered()
    return "".join(letter if ord(letter) in known else REPLACEMENT for letter in text)


def _mapped(body: bytes) -> Iterator[int]:
    """Reference: OpenType 1.9, the table `cmap`."""
    at = _table(body, b"cmap")
    (count,) = struct.unpack_from(">H", body, at + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", body, at + 8 + 8 * number)
        (kind,) = struct.unpack_from(">H", body, at + offset)
        if kind == SEGMENTS:
            yield from _segments(body, at + offset)
        elif kind == GROUPS:
            yield from _groups(body, at + offset)


def _table(body: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", body, 4)
    records = (struct.unpack_from(">4sIII", body, 12 + 16 * number) for number in range(count))
    return next(int(offset) for tag, _, offset, _ in records if tag == name)


def _segments(body: bytes, at: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", body, at + 6)
    ends = struct.unpack_from(f">{doubled // 2}H", body, at + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", body, at + 16 + doubled)
    for start, end in zip(starts, ends, strict=True):
        yield from range(start, min(end, 0xFFFE) + 1)


def _groups(body: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", body, at + 12)
    for number in range(count):
        start, end, _ = struct.unpack_from(">III", body, at + 16 + 12 * number)
        yield from range(start, end + 1)
