"""Seals: the custody log holds the SHA-256 of the archived bytes of each capture, compression included."""

import re
from dataclasses import dataclass

from dateline.model.identity import bytes_id


def span_note(start: int, group: bytes) -> str:
    """Return the custody note that seals the archived bytes of one capture."""
    return f"archived bytes {start}-{start + len(group)} sha256:{bytes_id(group)}"


@dataclass(frozen=True, slots=True)
class Seal:
    """The archived bytes of one capture, `start` to `end` (not included) of a file, and their SHA-256."""

    start: int
    end: int
    sha256: str


def parse_seal(note: str) -> Seal | None:
    """Return the seal that a custody note holds, if it holds one.

    >>> parse_seal(span_note(10, b"abc")).end
    13
    """
    found = re.search(r"archived bytes (\d+)-(\d+) sha256:([0-9a-f]{64})", note)
    return Seal(int(found[1]), int(found[2]), found[3]) if found else None
