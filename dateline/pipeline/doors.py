"""The doors that the stages are handed: opened once by a command, closed when it ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from dateline.archive import Archive
from dateline.desk import Desk
from dateline.inference.reading import Reader
from dateline.model.ledger import Stage
from dateline.outlets import OutletIndex, load_outlets
from dateline.pipeline.known import Known
from dateline.store import Ledger

Report = Callable[[Stage, str], None]


@dataclass(frozen=True, slots=True)
class Doors:
    """What a command opened.

    `report` is told of each subject as its stage is done with it. Without a `reader` English too is read by
    the grammar alone. `known` is what the desk knows of names before it reads.
    """

    desk: Desk
    ledger: Ledger
    archive: Archive
    outlets: OutletIndex
    now: datetime
    report: Report
    reader: Reader | None
    known: Known


@contextmanager
def open_doors(
    desk: Desk,
    *,
    now: datetime,
    report: Report = lambda stage, subject: None,
    reader: Reader | None = None,
) -> Iterator[Doors]:
    """Open ledger and archive of a desk, and drop what an interrupted run left half written."""
    with open_to_look(desk, now=now, report=report, reader=reader) as doors:
        with doors.archive.lock():
            doors.archive.truncate(doors.ledger.committed_offsets())
        yield doors


@contextmanager
def open_to_look(
    desk: Desk,
    *,
    now: datetime,
    report: Report = lambda stage, subject: None,
    reader: Reader | None = None,
) -> Iterator[Doors]:
    """Open ledger and archive of a desk as they are, however damaged the archive is."""
    with Ledger.open(desk.store_address) as ledger:
        outlets = OutletIndex((*desk.outlets, *load_outlets()))
        known = Known(desk.outlets, ledger)
        yield Doors(desk, ledger, Archive(desk.archive_folder), outlets, now, report, reader, known)
