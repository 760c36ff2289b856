"""Who is who: the spellings of an entity and who uses them, its offices, and why its names are one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import NotFound
from dateline.model.annotations import MentionType
from dateline.model.entities import NameUse, Role
from dateline.model.ledger import Decision, Entity
from dateline.resolve.judgements import JUDGED, naming_id
from dateline.web.room import Visit
from dateline.web.views.outlets import Badge, badge

SHOWN, MOST_DOCUMENTS, MOST_JUDGEMENTS = 60, 40, 60


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity on one line."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Told:
    """A document that names the entity."""

    document: str
    title: str
    lang: str
    outlet: Badge
    printed: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of two names; `act` takes it back where a person made it here."""

    id: str
    verdict: str
    one: str
    other: str
    by: str
    at: datetime
    why: str
    score: float | None


@dataclass(frozen=True, slots=True)
class EntityView:
    """All that the desk shows of an entity; `outlets` are the names of those that used its spellings."""

    line: EntityLine
    uses: tuple[NameUse, ...]
    outlets: Mapping[str, str]
    roles: tuple[Role, ...]
    note: str
    told: tuple[Told, ...]
    judgements: tuple[Judgement, ...]


def entity_lines(visit: Visit, words: str, type: MentionType | None = None) -> tuple[EntityLine, ...]:
    """Return the entities of a name, in any script; without words those most written of."""
    found = visit.ledger.book.entities_named(
        words.strip(), type=type.value if type else None, limit=SHOWN, as_of=visit.as_of
    )
    return tuple(_line(entity) for entity in found)


def entity_view(visit: Visit, id: str) -> EntityView:
    """Return an entity. Raises NotFound."""
    entity = visit.ledger.book.entities([id], as_of=visit.as_of).get(id)
    if entity is None:
        raise NotFound(f"no entity has the id {id!r}; it may have been joined with another")
    return EntityView(
        line=_line(entity),
        uses=entity.uses,
        outlets={id: badge(id, visit.room.outlets).name for use in entity.uses for id in use.outlets},
        roles=entity.roles,
        note=entity.note,
        told=_told(visit, entity.documents[-MOST_DOCUMENTS:]),
        judgements=_judgements(visit, entity),
    )


def _line(entity: Entity) -> EntityLine:
    return EntityLine(entity.id, entity.type.value, entity.name, entity.aliases, len(entity.documents))


def _told(visit: Visit, documents: Sequence[str]) -> tuple[Told, ...]:
    found = visit.ledger.documents_by_id(documents).values()
    told = [
        Told(
            each.id,
            each.title or each.url,
            each.lang,
            badge(each.outlet, visit.room.outlets),
            each.published.value if each.published else None,
        )
        for each in found
    ]
    return tuple(sorted(told, key=lambda each: (each.printed or "", each.document), reverse=True))


def _judgements(visit: Visit, entity: Entity) -> tuple[Judgement, ...]:
    """Return what was judged of any two names of the entity, what a person said first."""
    names = {naming_id(type, name): name for name in (entity.name, *entity.aliases) for type in MentionType}
    made = [
        decision
        for decision in visit.ledger.book.decisions_on(list(names), as_of=visit.as_of)
        if decision.verdict in JUDGED and decision.other in names
    ]
    made.sort(key=lambda decision: (decision.by.startswith("rule:"), -(decision.score or 0)))
    return tuple(_judgement(decision, names) for decision in made[:MOST_JUDGEMENTS])


def _judgement(decision: Decision, names: dict[str, str]) -> Judgement:
    return Judgement(
        id=decision.id,
        verdict=decision.verdict.value,
        one=names[decision.subject],
        other=names[decision.other or decision.subject],
        by=decision.by,
        at=decision.at,
        why=decision.why,
        score=decision.score,
    )
