"""What the server holds open for everybody, and what one request is handed of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache

from dateline.archive import Archive
from dateline.desk import Desk
from dateline.inference.reading import Reader
from dateline.model.editions import SentenceVerdict
from dateline.model.people import Person, Role
from dateline.outlets import OutletIndex
from dateline.pipeline.doors import Doors, Report
from dateline.store import Ledger
from dateline.web.jobs import Jobs
from dateline.web.strings import Words

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Room:
    """The open desk.

    `resident` works without a login: the one who runs the server on loopback while nobody has been added;
    `None` asks everybody for one. `hosts` are the names by which the server may be asked, empty is any.
    `patience` is how many seconds a page waits for its work before it shows the progress instead. `proofs`
    are the last proofs of editions by number. `restart` has the server close the desk and open it anew.
    """

    doors: Doors
    clock: Clock
    resident: Person | None
    hosts: tuple[str, ...] = ()
    jobs: Jobs = field(default_factory=Jobs)
    patience: float = 1.0
    proofs: dict[int, tuple[SentenceVerdict, ...]] = field(default_factory=dict)
    restart: Callable[[], None] = lambda: None

    @property
    def desk(self) -> Desk:
        """The desk and its settings."""
        return self.doors.desk

    @property
    def ledger(self) -> Ledger:
        """The ledger, from which each request takes a door of its own."""
        return self.doors.ledger

    @property
    def archive(self) -> Archive:
        """The archive."""
        return self.doors.archive

    @property
    def outlets(self) -> OutletIndex:
        """The outlets that the desk knows."""
        return self.doors.outlets


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: who asks, in which words they are answered, and a ledger of its own.

    `report` is told of each step of long work, and raises where the work was stopped.
    """

    room: Room
    ledger: Ledger
    person: Person
    words: Words
    theme: str
    csrf: str
    now: datetime
    as_of: datetime | None = None
    report: Report = lambda stage, subject: None

    def may(self, role: Role) -> bool:
        """Say whether the person has a role or one above it."""
        return self.person.role.may(role)

    @property
    def doors(self) -> Doors:
        """The doors that the pipeline takes, with this request's ledger and moment, to look with."""
        return replace(self.room.doors, ledger=self.ledger, now=self.now, report=self.report)

    @property
    def reading_doors(self) -> Doors:
        """The same with the packaged reader, which proving an edition reads again with."""
        return replace(self.doors, reader=_reader())


@cache
def _reader() -> Reader:
    """Load the packaged reader once, when it is first wanted: the pages do without it."""
    from dateline.inference.reader import load_reader

    return load_reader()
