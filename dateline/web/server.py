"""Serving a desk: one process, loopback unless told otherwise, and then never without a login."""

import getpass
import ipaddress
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.desk import Desk, load_desk
from dateline.errors import DeskError
from dateline.model.people import Person, Role
from dateline.pipeline import open_to_look
from dateline.pipeline.restore import put_in_place
from dateline.web.room import Clock, Room, Visit
from dateline.web.strings import ENGLISH, load_words

if TYPE_CHECKING:
    import uvicorn

SECONDS_TO_NEXT = 75  # how long a browser's connection may rest: it fails where it is closed as it is used
SECONDS_TO_END = 20  # what requests under way are given when the server ends
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; `names` are those by which the server may be asked beyond loopback, empty is any."""

    host: str = "127.0.0.1"
    port: int = 8400
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None

    @property
    def is_loopback(self) -> bool:
        """Say whether only this computer can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        scheme = "https" if self.certificate else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}:{self.port}/"


def read_clock() -> datetime:
    """Return the present."""
    return datetime.now(UTC)


@contextmanager
def open_room(desk: Desk, address: Address, clock: Clock = read_clock) -> Iterator[Room]:
    """Open a desk for serving. Raises DeskError beyond loopback while nobody can log in."""
    with open_to_look(desk, now=clock()) as doors:
        people = [login for login in doors.ledger.book.logins() if not login.person.disabled]
        if not people and not address.is_loopback:
            raise DeskError(
                f"{address.host} can be reached from elsewhere and nobody can log in yet; "
                f"add somebody first: dateline users add NAME --role admin --desk {desk.folder}"
            )
        resident = None if people else Person(getpass.getuser(), Role.ADMIN)
        hosts = (*LOOPBACK_NAMES, *address.names) if address.is_loopback else address.names
        room = Room(doors, clock, resident, hosts)
        try:
            yield room
        finally:
            room.jobs.close()


def serve(folder: Path, address: Address) -> None:
    """Serve a desk until interrupted. Raises DeskError where the address is taken.

    A restore asks for a restart: the desk is closed, the checked backup put in place, and served again at
    the same address, where browsers wait meanwhile.
    """
    with _listening(address) as listener:
        goes_on = True
        while goes_on:
            put_in_place(folder, now=read_clock())
            goes_on = _serve_once(folder, address, listener)


def _serve_once(folder: Path, address: Address, listener: socket.socket) -> bool:
    """Serve until interrupted or asked for a restart, and say whether it was asked for."""
    import uvicorn

    from dateline.web.app import create_app

    restart = _Restart()
    with open_room(load_desk(folder), address) as room:
        settings = uvicorn.Config(
            create_app(replace(room, restart=restart)),
            host=address.host,
            port=address.port,
            log_level="warning",
            access_log=False,
            server_header=False,
            ssl_certfile=address.certificate,
            ssl_keyfile=str(address.key) if address.key else None,
            timeout_keep_alive=SECONDS_TO_NEXT,
            timeout_graceful_shutdown=SECONDS_TO_END,
        )
        restart.server = uvicorn.Server(settings)
        restart.server.run(sockets=[listener.dup()])
    return restart.is_asked


@dataclass(slots=True)
class _Restart:
    """Has the server end, and remembers that it is to begin anew."""

    server: "uvicorn.Server | None" = None
    is_asked: bool = False

    def __call__(self) -> None:
        self.is_asked = True
        if self.server is not None:
            self.server.should_exit = True


@contextmanager
def _listening(address: Address) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((address.host, address.port))
        except OSError as error:
            raise DeskError(
                f"cannot listen at {address.host}:{address.port}: {error.strerror}; "
                "another server may be there: choose another with --port"
            ) from None
        yield listener


@contextmanager
def open_to_read(desk: Desk, clock: Clock = read_clock) -> Iterator[Callable[[], Visit]]:
    """Open a desk and give a function that makes a reader's visit."""
    with open_to_look(desk, now=clock()) as doors:
        room = Room(doors, clock, None)
        yield lambda: _visit(room, Person("mcp", Role.READER))


@contextmanager
def open_as_owner(desk: Desk, clock: Clock = read_clock) -> Iterator[Visit]:
    """Open a desk as the one who has its folder."""
    with open_to_look(desk, now=clock()) as doors:
        yield _visit(Room(doors, clock, None), Person(getpass.getuser(), Role.ADMIN))


def _visit(room: Room, person: Person) -> Visit:
    return Visit(room, room.ledger.twin(), person, load_words(ENGLISH), "system", "", room.clock())
