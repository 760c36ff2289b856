"""What the desk was told of before it read: each source's list replaces the one it gave before."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

from dateline.model.entities import KnownEntity
from dateline.model.identity import content_id
from dateline.store import schema
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import replace_standing, standing


def save_known(connection: Connection, told: Iterable[KnownEntity], source: str, *, now: datetime) -> None:
    """Make `told` all that stands of `source`; what it no longer has is closed."""
    rows = (
        {"id": content_id("k", source, known.id), "source": source, "record": dump_json(known)}
        for known in told
    )
    replace_standing(connection, schema.known, rows, scope=schema.known.c.source == source, now=now)


def known_entities(connection: Connection, as_of: datetime | None) -> list[KnownEntity]:
    """Return what stood, by source and id."""
    table = schema.known
    query = select(table.c.record).where(standing(table, as_of)).order_by(table.c.source, table.c.id)
    return [load_json(KnownEntity, record) for record in connection.execute(query).scalars()]
