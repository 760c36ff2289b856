"""What a writer of a form is handed, and what it hands back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.model.documents import Document
from dateline.model.editions import Edition, EditionDocument

StoredRecords = Callable[[EditionDocument], bytes]
"""Returns the WARC records of a cited capture, byte for byte as archived."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """An edition and what its forms are made from.

    `documents` are those cited, by id; `pictures` are bytes by the file printed. Without
    `stored_records` no evidence pack can be made. `style` is a folder whose templates stand in for ours.
    """

    edition: Edition
    documents: Mapping[str, Document]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    stored_records: StoredRecords | None = None
    style: Path | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A written form; `body` is None where it could not be made, and `notes` say what is missing and why."""

    body: bytes | None
    notes: tuple[str, ...] = ()
