"""Who and what the reports of a story name: each entity once, however it is spelled, with its offices."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.model.annotations import Annotations
from dateline.model.ledger import Entity
from dateline.web.room import Visit

MOST_NAMES = 24
MOST_ROLES = 3


@dataclass(frozen=True, slots=True)
class NamedIn:
    """Somebody or something that the reports name, and in which offices; `entity` where it is known."""

    name: str
    type: str
    entity: str | None
    reports: int
    roles: tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    """What the reports say of one name."""

    name: str
    type: str
    entity: str | None
    reports: set[str] = field(default_factory=set)
    roles: dict[str, None] = field(default_factory=dict)


def names_in_story(visit: Visit, made: Mapping[str, Annotations]) -> tuple[NamedIn, ...]:
    """Return who is named in most reports, with the offices that the texts give them."""
    spelled = sorted({entity.name for annotations in made.values() for entity in annotations.entities})
    known = visit.ledger.book.entities_spelled(spelled, as_of=visit.as_of)
    gathered: dict[str, _Gathered] = {}
    for document, annotations in made.items():
        for entity in annotations.entities:
            bearer = _bearer(known.get(entity.name, []), entity.type.value)
            key = bearer.id if bearer else f"{entity.type} {entity.name}"
            named = gathered.setdefault(key, _gather(bearer, entity.name, entity.type.value))
            named.reports.add(document)
            named.roles.update(
                {each.role: None for each in annotations.mentions if each.entity == entity.id and each.role}
            )
    ordered = sorted(gathered.values(), key=lambda each: (-len(each.reports), not each.roles, each.name))
    return tuple(
        NamedIn(each.name, each.type, each.entity, len(each.reports), tuple(each.roles)[:MOST_ROLES])
        for each in ordered[:MOST_NAMES]
    )


def _gather(bearer: Entity | None, name: str, type: str) -> _Gathered:
    return _Gathered(bearer.name, bearer.type.value, bearer.id) if bearer else _Gathered(name, type, None)


def _bearer(entities: list[Entity], type: str) -> Entity | None:
    """Return the one entity that bears a name, of several the one of the type that was read."""
    of_type = [entity for entity in entities if entity.type.value == type] or entities
    return of_type[0] if len(of_type) == 1 else None
