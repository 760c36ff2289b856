"""How far stories were put together: states from which a derivation goes on. They may be lost at any time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from dateline.store import schema
from dateline.store.rows import add_new, chunks


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A kept state: what it is called, after how many documents it was kept, and a hash of what went in."""

    name: str
    documents: int
    inputs: str


def standing_checkpoints(connection: Connection) -> list[Checkpoint]:
    """Return the kept states without their bytes, those after most documents first."""
    table = schema.checkpoints
    query = select(table.c.name, table.c.documents, table.c.inputs).order_by(table.c.documents.desc())
    return [Checkpoint(*row) for row in connection.execute(query)]


def checkpoint_bytes(connection: Connection, name: str) -> bytes:
    """Return the bytes of a kept state."""
    table = schema.checkpoints
    return bytes(connection.execute(select(table.c.record).where(table.c.name == name)).scalar_one())


def save_checkpoint(connection: Connection, kept: Checkpoint, record: bytes, *, now: datetime) -> None:
    """Keep a state in place of the one of that name."""
    table = schema.checkpoints
    connection.execute(table.delete().where(table.c.name == kept.name))
    row = {"name": kept.name, "documents": kept.documents, "inputs": kept.inputs, "record": record}
    add_new(connection, table, [{**row, "learned_at": now}])


def newest_readings(connection: Connection, documents: Iterable[str]) -> dict[str, int]:
    """Return the number of the newest annotations of each of the documents that has some."""
    table, found = schema.annotations, dict[str, int]()
    for chunk in chunks(list(documents)):
        query = select(table.c.document, func.max(table.c.number)).where(table.c.document.in_(chunk))
        found.update(
            (document, number) for document, number in connection.execute(query.group_by(table.c.document))
        )
    return found
