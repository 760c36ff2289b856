"""Finding an entity by what a person calls it, and the line that says what it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model.ledger import Entity

MOST_NAMED = 8


def find_entity(entities: Sequence["Entity"], wanted: str) -> "Entity":
    """Return the entity with that id, beginning of an id, or name. Raises NotFound for none and several."""
    from dateline.errors import NotFound

    found = _by_id(entities, wanted) or _by_name(entities, wanted)
    found = found or [entity for entity in entities if entity.id.startswith(wanted)]
    if len(found) != 1:
        listed = ", ".join(f"{entity.id} {entity.name}" for entity in found[:MOST_NAMED]) or "none"
        raise NotFound(
            f"{wanted!r}: expected one entity's id or name, found {listed}; see dateline entities list"
        )
    return found[0]


def _by_id(entities: Sequence["Entity"], wanted: str) -> list["Entity"]:
    return [entity for entity in entities if wanted in (entity.id, entity.known, *entity.ids)]


def _by_name(entities: Sequence["Entity"], wanted: str) -> list["Entity"]:
    """Return the entities of that name in any case and letters: as their main name, else as another."""
    from dateline.text.fold import folded_words

    key = folded_words(wanted)
    main = [entity for entity in entities if key and folded_words(entity.name) == key]
    return main or [
        entity for entity in entities if key and any(folded_words(name) == key for name in entity.aliases)
    ]


def entity_line(entity: "Entity") -> str:
    """Return an entity as one line for a person."""
    from dateline.text.counting import count

    aliases = f"  = {' | '.join(entity.aliases)}" if entity.aliases else ""
    return f"{entity.id}  {entity.type}  {entity.name}{aliases}  ({count(len(entity.documents), 'document')})"
