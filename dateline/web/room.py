"""What the server holds open for everybody, and what one request is handed of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dateline.archive import Archive
from dateline.desk import Desk
from dateline.model.people import Person, Role
from dateline.outlets import OutletIndex
from dateline.pipeline.doors import Doors
from dateline.pipeline.known import Known
from dateline.store import Ledger
from dateline.web.strings import Words

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Room:
    """The open desk.

    `resident` works without a login: the one who runs the server on loopback while nobody has been added;
    `None` asks everybody for one. `hosts` are the names by which the server may be asked, empty is any.
    """

    desk: Desk
    ledger: Ledger
    archive: Archive
    outlets: OutletIndex
    clock: Clock
    resident: Person | None
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: who asks, in which words they are answered, and a ledger of its own."""

    room: Room
    ledger: Ledger
    person: Person
    words: Words
    theme: str
    csrf: str
    now: datetime
    as_of: datetime | None = None

    def may(self, role: Role) -> bool:
        """Say whether the person has a role or one above it."""
        return self.person.role.may(role)

    @property
    def doors(self) -> Doors:
        """Return the doors that the pipeline takes, with this request's ledger and moment."""
        room = self.room
        return Doors(
            desk=room.desk,
            ledger=self.ledger,
            archive=room.archive,
            outlets=room.outlets,
            now=self.now,
            report=lambda stage, subject: None,
            reader=None,
            known=Known(room.desk.outlets, self.ledger),
        )
