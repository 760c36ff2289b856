"""The spellings of entities as they are folded: what a name in a query is looked up in.

A spelling stays when its entity loses it: the standing record says whether it is still borne.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from dateline.model.ledger import Entity
from dateline.store import schema
from dateline.store.codec import load_json
from dateline.store.rows import add_new, chunks, standing
from dateline.text.fold import folded_words


def save_spellings(connection: Connection, entities: Iterable[Entity], *, now: datetime) -> None:
    """Remember the spellings of some entities; those that are known of them stay as they are."""
    spelled = ((folded, entity.id) for entity in entities for folded in _folded(entity))
    rows = ({"folded": folded, "entity": id, "learned_at": now} for folded, id in dict.fromkeys(spelled))
    add_new(connection, schema.spellings, rows)


def entities_spelled(
    connection: Connection, names: Sequence[str], as_of: datetime | None
) -> dict[str, list[Entity]]:
    """Return for each of some names the entities that bore it at a moment, by id; spelled as it is folded."""
    spellings, entities = schema.spellings, schema.entities
    wanted = {name: " ".join(folded_words(name)) for name in names}
    borne: dict[str, dict[str, Entity]] = {}
    for chunk in chunks(sorted(set(wanted.values()))):
        query = (
            select(spellings.c.folded, entities.c.record)
            .join(spellings, spellings.c.entity == entities.c.id)
            .where(spellings.c.folded.in_(chunk), standing(entities, as_of))
            .order_by(entities.c.id)
        )
        for folded, record in connection.execute(query):
            entity = load_json(Entity, record)
            if folded in _folded(entity):
                borne.setdefault(folded, {})[entity.id] = entity
    return {name: list(borne[folded].values()) for name, folded in wanted.items() if folded in borne}


def _folded(entity: Entity) -> Iterator[str]:
    for name in (entity.name, *entity.aliases):
        folded = " ".join(folded_words(name))
        if folded:
            yield folded
