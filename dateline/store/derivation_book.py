"""The ledger's door to how it was last derived: from what, and how far stories were put together."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection

from dateline.store import checkpoints, derivations
from dateline.store.checkpoints import Checkpoint

Opener = Callable[[], AbstractContextManager[Connection]]


class DerivationBook:
    """From what the ledger was last derived. `Ledger.derivation_book` gives one."""

    def __init__(self, read: Opener, write: Opener) -> None:
        self._read = read
        self._write = write

    def state_of_inputs(self) -> str:
        """Return a hash of all in the ledger that is derived from; what rules decided is not."""
        with self._read() as connection:
            return derivations.state_of_inputs(connection)

    def find_derivation(self, inputs: str) -> dict[str, int] | None:
        """Return how much came of the last derivation, `None` where that was from other inputs."""
        with self._read() as connection:
            return derivations.find_derivation(connection, inputs)

    def save_derivation(self, inputs: str, came: Mapping[str, int], *, now: datetime) -> None:
        """Keep from what the ledger is derived now, and how much came of it."""
        with self._write() as connection:
            derivations.save_derivation(connection, inputs, came, now=now)

    def newest_readings(self, documents: Iterable[str]) -> dict[str, int]:
        """Return the number of the newest annotations of each of the documents that has some."""
        with self._read() as connection:
            return checkpoints.newest_readings(connection, documents)

    def checkpoints(self) -> list[Checkpoint]:
        """Return the kept states of stories without their bytes, those after most documents first."""
        with self._read() as connection:
            return checkpoints.standing_checkpoints(connection)

    def checkpoint_bytes(self, name: str) -> bytes:
        """Return the bytes of a kept state."""
        with self._read() as connection:
            return checkpoints.checkpoint_bytes(connection, name)

    def save_checkpoint(self, kept: Checkpoint, record: bytes, *, now: datetime) -> None:
        """Keep a state of stories in place of the one of that name."""
        with self._write() as connection:
            checkpoints.save_checkpoint(connection, kept, record, now=now)
