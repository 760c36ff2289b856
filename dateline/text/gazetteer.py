"""The packaged gazetteer: place names of the world in four scripts, mapped from one file.

Cities of 500 people and more, first-level regions and countries from GeoNames (CC BY 4.0), and an overlay of
our own. Built by `training/gazetteer/build.py`.
"""

import mmap
import struct
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.errors import ModelError
from dateline.text.tokens import tokenize

MAGIC = b"DLGAZ004"
SECTIONS = ("places", "hashes", "owners", "labels", "countries", "regions", "first_words", "longest")
FILE = "gazetteer.bin"
NAMES_REMEMBERED, WORDS_REMEMBERED = 20_000, 100_000  # at most some 20 MB
PLACE = np.dtype(
    [
        ("lat", "<i4"), ("lon", "<i4"), ("population", "<u4"), ("geonameid", "<u4"), ("label", "<u4"),
        ("region", "<u2"), ("country", "u1"), ("kind", "u1"), ("label_length", "u1"),
    ]
)  # fmt: skip
_ROW = struct.Struct("<iiIIIHBBB")  # the same: one row is read so in a twentieth of the time


class Kind(IntEnum):
    """What sort of place an entry is."""

    CITY = 0
    REGION = 1
    COUNTRY = 2
    SITE = 3
    AREA = 4
    CAPITAL = 5
    DISTRICT = 6


KINDS = tuple(Kind)


class Place(NamedTuple):
    """One place and its row. `region` is the first-level region in GeoNames' codes ("us.TX")."""

    row: int
    name: str
    lat: float
    lon: float
    country: str | None
    region: str | None
    population: int
    geonameid: int | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The mapped file as arrays; `longest` says how many words the longest name with a first word has."""

    places: npt.NDArray[np.void]
    rows_read: memoryview
    hashes: memoryview
    owners: memoryview
    labels: bytes
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    first_words: memoryview
    longest: memoryview
    rows: Mapping[str, int]

    def find(self, key: str) -> tuple[Place, ...]:
        """Return the places of a folded name, most people first.

        >>> gazetteer().find(name_key("بغداد"))[0].name
        'Baghdad'
        """
        wanted, hashes = name_hash(key), self.hashes
        first = last = bisect_left(hashes, wanted)
        while last < len(hashes) and hashes[last] == wanted:
            last += 1
        return tuple(map(self.place, self.owners[first:last]))

    def longest_name(self, word: str) -> int:
        """Return how many words the longest name that begins with a folded word has, 0 where none does."""
        wanted = name_hash(word)
        at = bisect_left(self.first_words, wanted)
        known = at < len(self.first_words) and self.first_words[at] == wanted
        return int(self.longest[at]) if known else 0

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166 code."""
        row = self.rows.get(code)
        return None if row is None else self.place(row)

    def region(self, code: str) -> Place | None:
        """Return the first-level region of a code ("us.TX")."""
        return self.country(code)

    def place(self, row: int) -> Place:
        """Return the place of a row."""
        lat, lon, people, geonameid, label, region, country, kind, length = _ROW.unpack_from(
            self.rows_read, row * _ROW.size
        )
        code = self.regions[region]
        return Place(
            row, self.labels[label : label + length].decode(), lat / 1e5, lon / 1e5,
            self.countries[country] or None, code if code[-1:] != "." else None, people, geonameid or None,
            KINDS[kind],
        )  # fmt: skip


@lru_cache(maxsize=NAMES_REMEMBERED)
def name_key(name: str) -> str:
    """Return the form under which a name is looked up: folded words, marks left out.

    >>> name_key("Deir ez-Zor"), name_key("Khān Ţūmān")
    ('deir ez zor', 'khan tuman')
    """
    return " ".join(word for word in tokenize(name).words if word[0].isalnum())


def name_hash(key: str) -> int:
    """Return the 64-bit hash of a folded name."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


@cache
def gazetteer() -> Gazetteer:
    """Open the packaged gazetteer, once for a process."""
    with resources.as_file(resources.files("dateline.text") / FILE) as path:
        return open_gazetteer(path)


@lru_cache(maxsize=NAMES_REMEMBERED)
def find_places(key: str) -> tuple[Place, ...]:
    """Return the places of a folded name in the packaged gazetteer, most people first."""
    return gazetteer().find(key)


@lru_cache(maxsize=WORDS_REMEMBERED)
def longest_name(word: str) -> int:
    """Return how many words the longest name that begins with a folded word has, 0 where none does."""
    return gazetteer().longest_name(word)


def open_gazetteer(path: Path) -> Gazetteer:
    """Map a gazetteer file. Raises ModelError where it is missing or of another version."""
    try:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: no gazetteer can be mapped here ({error}); reinstall dateline") from error
    if mapped[: len(MAGIC)] != MAGIC:
        raise ModelError(f"{path}: expected a gazetteer {MAGIC!r}, found {mapped[:8]!r}; reinstall dateline")
    lengths = np.frombuffer(mapped, dtype="<u8", count=len(SECTIONS), offset=len(MAGIC))
    starts = _starts([int(length) for length in lengths])
    view = memoryview(mapped)
    parts = {
        name: view[start : start + int(length)]
        for name, start, length in zip(SECTIONS, starts, lengths, strict=True)
    }
    places = np.frombuffer(parts["places"], PLACE)
    countries, regions = (tuple(bytes(parts[name]).decode().split("\n")) for name in ("countries", "regions"))
    return Gazetteer(
        places=places,
        rows_read=parts["places"],
        hashes=parts["hashes"].cast("Q"),
        owners=parts["owners"].cast("I"),
        labels=bytes(parts["labels"]),
        countries=countries,
        regions=regions,
        rows=_rows(places, countries, regions),
        first_words=parts["first_words"].cast("Q"),
        longest=parts["longest"],
    )


def _rows(
    places: npt.NDArray[np.void], countries: tuple[str, ...], regions: tuple[str, ...]
) -> dict[str, int]:
    """Return the rows of countries and regions by code; of several the one with most people."""
    rows: dict[str, int] = {}
    for row in np.flatnonzero(places["kind"] == Kind.COUNTRY).tolist():
        rows.setdefault(countries[int(places["country"][row])], row)
    for row in np.flatnonzero(places["kind"] == Kind.REGION).tolist():
        rows.setdefault(regions[int(places["region"][row])], row)
    return rows


def write_sections(path: Path, sections: Mapping[str, bytes]) -> None:
    """Write a gazetteer file; each section begins at a multiple of eight bytes."""
    bodies = [sections[name] for name in SECTIONS]
    with path.open("wb") as file:
        file.write(MAGIC)
        file.write(np.array([len(body) for body in bodies], dtype="<u8").tobytes())
        for start, body in zip(_starts([len(body) for body in bodies]), bodies, strict=True):
            file.write(b"\0" * (start - file.tell()))
            file.write(body)


def _starts(lengths: list[int]) -> list[int]:
    at, starts = len(MAGIC) + 8 * len(lengths), []
    for length in lengths:
        starts.append(at)
        at += (length + 7) // 8 * 8
    return starts
