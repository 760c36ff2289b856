"""Draw the sample's pictures: abstract skylines, maps and scenes, as PNG, with the standard library alone.

`python -m examples.spotlight.draw_pictures` writes the folder `pictures` again, byte for byte the same.
"""

import struct
import zlib
from collections.abc import Callable
from itertools import pairwise
from math import cos, hypot, sin
from pathlib import Path
from random import Random

WIDTH, HEIGHT = 640, 400
FOLDER = Path(__file__).parent / "pictures"
Colour = tuple[int, int, int]

SKY, DUSK, SAND, CLAY, RIVER = (
    (214, 226, 233),
    (238, 205, 176),
    (226, 210, 178),
    (168, 122, 88),
    (92, 140, 160),
)
NIGHT, STONE, LEAF, INK, WHITE = (38, 48, 66), (120, 116, 110), (96, 124, 84), (44, 42, 44), (246, 244, 238)
RED, GOLD = (176, 64, 52), (214, 168, 72)


class Canvas:
    """640 by 400 points of palette colours."""

    def __init__(self, ground: Colour) -> None:
        self.palette: list[Colour] = [ground]
        self.rows = [bytearray(WIDTH) for _ in range(HEIGHT)]

    def ink(self, colour: Colour) -> int:
        """Return the palette index of a colour."""
        if colour not in self.palette:
            self.palette.append(colour)
        return self.palette.index(colour)

    def box(self, left: int, top: int, right: int, bottom: int, colour: Colour) -> None:
        """Fill a rectangle; what lies outside the canvas is cut."""
        left, right = max(left, 0), min(right, WIDTH)
        for row in self.rows[max(top, 0) : max(bottom, 0)]:
            row[left:right] = bytes([self.ink(colour)]) * max(right - left, 0)

    def disc(self, x: int, y: int, radius: int, colour: Colour) -> None:
        """Fill a circle."""
        for row in range(y - radius, y + radius + 1):
            half = int((radius**2 - (row - y) ** 2) ** 0.5)
            self.box(x - half, row, x + half + 1, row + 1, colour)

    def line(self, points: list[tuple[int, int]], width: int, colour: Colour) -> None:
        """Draw a line through points."""
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(1, int(hypot(x2 - x1, y2 - y1) / max(width / 3, 1)))
            for step in range(steps + 1):
                part = step / steps
                self.disc(round(x1 + (x2 - x1) * part), round(y1 + (y2 - y1) * part), width // 2, colour)

    def png(self) -> bytes:
        """Return the picture as PNG with a palette."""
        scanlines = b"".join(b"\0" + bytes(row) for row in self.rows)
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
        chunks = [
            (b"IHDR", header),
            (b"PLTE", b"".join(bytes(colour) for colour in self.palette)),
            (b"IDAT", zlib.compress(scanlines, 9)),
            (b"IEND", b""),
        ]
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            for kind, body in chunks
        )


def skyline(seed: int) -> Canvas:
    """A city behind a river."""
    random, canvas = Random(seed), Canvas(DUSK if seed % 2 else SKY)
    canvas.disc(500, 110, 38, WHITE)
    for colour, floor in ((STONE, 60), (CLAY, 20)):
        left = -10
        while left < WIDTH:
            width, height = random.randrange(24, 70), random.randrange(30, 130) + floor
            canvas.box(left, 290 - height, left + width, 290, colour)
            if random.random() < 0.2:
                canvas.disc(left + width // 2, 290 - height, width // 3, colour)
            left += width + random.randrange(0, 12)
    canvas.box(0, 290, WIDTH, HEIGHT, RIVER)
    for _ in range(40):
        left, top = random.randrange(WIDTH), random.randrange(300, 395)
        canvas.box(left, top, left + random.randrange(20, 70), top + 2, SKY)
    return canvas


def airfield(seed: int) -> Canvas:
    """A runway, palms, and a parked aeroplane."""
    random, canvas = Random(seed), Canvas(SKY)
    canvas.box(0, 230, WIDTH, HEIGHT, SAND)
    canvas.box(0, 300, WIDTH, 350, STONE)
    for left in range(10, WIDTH, 60):
        canvas.box(left, 323, left + 30, 327, WHITE)
    for _ in range(12):
        x, top = random.randrange(WIDTH), random.randrange(150, 190)
        canvas.box(x, top, x + 5, 232, CLAY)
        for angle in range(7):
            canvas.line([(x + 2, top), (x + 2 + int(26 * cos(angle)), top + int(12 * sin(angle)))], 4, LEAF)
    canvas.line([(180, 285), (420, 285)], 26, WHITE)
    canvas.line([(300, 285), (250, 310)], 10, WHITE)
    canvas.line([(190, 280), (175, 245)], 12, RED)
    return canvas


def hall(seed: int) -> Canvas:
    """A hall with a table and flags of no country."""
    canvas = Canvas(WHITE)
    canvas.box(0, 280, WIDTH, HEIGHT, CLAY)
    for left in range(40, WIDTH, 140):
        canvas.box(left, 60, left + 80, 210, SKY)
        canvas.box(left + 38, 60, left + 42, 210, STONE)
    canvas.box(120, 250, 520, 275, INK)
    for left in range(140, 520, 60):
        canvas.disc(left, 225 - seed % 3, 14, STONE)
        canvas.box(left - 18, 236, left + 18, 252, NIGHT)
    for left, colour in ((60, GOLD), (570, RED)):
        canvas.box(left, 90, left + 4, 300, INK)
        canvas.box(left + 4, 95, left + 54, 130, colour)
    return canvas


def containers(seed: int) -> Canvas:
    """A yard of stacked boxes under a crane."""
    random, canvas = Random(seed), Canvas(SKY)
    canvas.box(0, 320, WIDTH, HEIGHT, STONE)
    for left in range(20, WIDTH - 40, 76):
        for floor in range(random.randrange(1, 6)):
            colour = random.choice((RED, RIVER, GOLD, LEAF, CLAY))
            canvas.box(left, 286 - floor * 36, left + 70, 320 - floor * 36, colour)
    canvas.box(470, 30, 480, 320, INK)
    canvas.box(250, 40, 620, 50, INK)
    canvas.box(330, 50, 333, 120, INK)
    return canvas


def map_of_river(seed: int) -> Canvas:
    """A map: land, a river, roads and places as dots."""
    random, canvas = Random(seed), Canvas(SAND)
    river = [(120 + 70 * step + random.randrange(-40, 40), 40 * step) for step in range(12)]
    canvas.line(river, 18, RIVER)
    canvas.line([(0, random.randrange(80, 320)), (320, 200), (WIDTH, random.randrange(80, 320))], 5, WHITE)
    canvas.line([(random.randrange(100, 300), 0), (320, 200), (random.randrange(300, 600), HEIGHT)], 4, WHITE)
    for _ in range(9):
        canvas.disc(random.randrange(30, 610), random.randrange(30, 370), 5, INK)
    canvas.disc(320, 200, 16, RED)
    canvas.disc(320, 200, 8, WHITE)
    return canvas


def square(seed: int) -> Canvas:
    """A square full of people, with a monument."""
    random, canvas = Random(seed), Canvas(DUSK)
    canvas.box(0, 220, WIDTH, HEIGHT, SAND)
    canvas.box(300, 70, 330, 230, STONE)
    canvas.disc(315, 62, 22, GOLD)
    for _ in range(260):
        x, y = random.randrange(WIDTH), random.randrange(225, 390)
        canvas.disc(x, y, 4, INK)
        canvas.box(x - 5, y + 4, x + 6, y + 16, random.choice((NIGHT, CLAY, WHITE, RIVER)))
    return canvas


def gate(seed: int) -> Canvas:
    """A border gate with a barrier and a lorry."""
    canvas = Canvas(SKY)
    canvas.box(0, 260, WIDTH, HEIGHT, STONE)
    canvas.box(80, 90, 130, 262, WHITE)
    canvas.box(60, 70, 580, 100, CLAY)
    canvas.box(520, 90, 570, 262, WHITE)
    for step in range(10):
        canvas.box(130 + step * 39, 225, 169 + step * 39, 237, RED if (step + seed) % 2 else WHITE)
    canvas.box(250, 150, 420, 250, LEAF)
    canvas.box(420, 180, 470, 250, GOLD)
    for wheel in (280, 320, 390, 445):
        canvas.disc(wheel, 258, 15, INK)
    return canvas


def portrait(seed: int) -> Canvas:
    """A figure without a face."""
    canvas = Canvas((SKY, DUSK, SAND)[seed % 3])
    canvas.disc(320, 400, 150, NIGHT if seed % 2 else CLAY)
    canvas.box(295, 210, 345, 280, DUSK if seed % 3 != 1 else SAND)
    canvas.disc(320, 165, 62, STONE)
    canvas.box(258, 100, 382, 140, INK)
    return canvas


def mountains(seed: int) -> Canvas:
    """A pass in the mountains with a road."""
    random, canvas = Random(seed), Canvas(SKY)
    for colour, base in ((STONE, 250), (LEAF, 320)):
        peaks = [random.randrange(60, 170) for _ in range(9)]
        for x in range(WIDTH):
            place, part = divmod(x, 80)
            height = peaks[place] + (peaks[min(place + 1, 8)] - peaks[place]) * part / 80
            canvas.box(x, base - int(height), x + 1, HEIGHT, colour)
    canvas.line([(300, 240), (350, 290), (290, 340), (380, 399)], 20, SAND)
    return canvas


SCENES: dict[str, tuple[Callable[[int], Canvas], int]] = {
    "baghdad-skyline": (skyline, 3),
    "baghdad-arrival": (airfield, 1),
    "adviser-office": (hall, 1),
    "sohar-yard": (containers, 5),
    "qayyarah-map": (map_of_river, 2),
    "euphrates-map": (map_of_river, 11),
    "nasiriyah-square": (square, 4),
    "shalamcheh-gate": (gate, 1),
    "mehran-gate": (gate, 2),
    "sangtarash": (portrait, 3),
    "tavakkolipour": (portrait, 4),
    "qurnawi": (portrait, 5),
    "bashmakh-pass": (mountains, 7),
    "beirut-front": (skyline, 8),
    "basra-quay": (containers, 12),
}


def main() -> None:
    """Draw every scene into the folder."""
    FOLDER.mkdir(exist_ok=True)
    for name, (draw, seed) in SCENES.items():
        (FOLDER / f"{name}.png").write_bytes(draw(seed).png())


if __name__ == "__main__":
    main()
