import struct

import pytest

from dateline.write.forms.pictures import picture_size, printed_width
from tests.write.forms.factory import PNG, png

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04JF\xff\xff\xc2\x00\x11\x08"
    + struct.pack(">HH", 600, 900)
    + b"\x03" + bytes(9)
)  # fmt: skip
EXTENDED = b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x83\x03\x00\x57\x02\x00"
LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 899 | 599 << 14)
LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 900, 600)


def stating(width: int, height: int) -> bytes:
    return PNG[:16] + struct.pack(">II", width, height) + PNG[24:]


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (png(900, 600), (900, 600)),
        (b"GIF89a" + struct.pack("<HH", 900, 600), (900, 600)),
        (JPEG, (900, 600)),
        (EXTENDED, (900, 600)),
        (LOSSLESS, (900, 600)),
        (LOSSY.replace(bytes(7), bytes(7), 1), (900, 600)),
        (JPEG[:12], None),
        (b"\xff\xd8\xff", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_size_is_read_from_the_head(body: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(body) == size


@pytest.mark.parametrize(
    ("width", "height", "printed"),
    [
        (2000, 1000, 96.0),
        (5000, 1000, 110.0),
        (1000, 2000, 24.0),
        (100, 50, 20.0),
        (0, 5, 0.0),
        (90_000, 90_000, 0.0),
    ],
)
def test_width_on_paper(width: int, height: int, printed: float) -> None:
    assert printed_width(stating(width, height)) == printed
