"""Judgements on who is who: joining two entities, or setting one name of an entity apart."""

from collections.abc import Sequence

from dateline.errors import InputError, NotFound
from dateline.model.annotations import MentionType
from dateline.model.ledger import Entity, Stage, Verdict
from dateline.model.people import Act, ActKind
from dateline.pipeline.known import Known
from dateline.pipeline.ledger.knowing import annotated_documents, entities_of, recognition
from dateline.resolve.entities import namings_of, pairs_apart
from dateline.resolve.gathering import gather
from dateline.resolve.judgements import judge
from dateline.web.acting.acts import record_act
from dateline.web.room import Visit


def merge(visit: Visit, one: str, other: str, why: str = "") -> Act:
    """Judge two entities the same. Raises NotFound and InputError."""
    first, second = _standing(visit, one), _standing(visit, other)
    _refuse(first, second)
    pair = _namings(visit, first)[0], _namings(visit, second)[0]
    return _decide(visit, ActKind.MERGE, first.id, f"{first.name} = {second.name}", [pair], why)


def split(visit: Visit, entity: str, name: str, why: str = "") -> Act:
    """Judge one name of an entity not the same as its others. Raises NotFound and InputError."""
    found = _standing(visit, entity)
    pairs = pairs_apart(found, name, gather(annotated_documents(visit.ledger)).namings)
    return _decide(visit, ActKind.SPLIT, found.id, name, pairs, why)


def _decide(
    visit: Visit, kind: ActKind, subject: str, value: str, pairs: Sequence[tuple[str, str]], why: str
) -> Act:
    verdict = Verdict.SAME if kind is ActKind.MERGE else Verdict.NOT_SAME
    made = [judge(*pair, verdict, by=visit.person.name, at=visit.now, why=why) for pair in pairs]
    with visit.ledger.transaction():
        visit.ledger.append_decisions(made, now=visit.now)
        act = record_act(visit, kind, subject, value, tuple(decision.id for decision in made))
        derive_entities(visit)
    return act


def derive_entities(visit: Visit) -> None:
    """Derive the entities anew from all judgements."""
    desk, ledger = visit.room.desk, visit.ledger
    known = recognition(desk, Known(desk.outlets, ledger))
    visit.report(Stage.RESOLVE, "")
    pairs, stories = annotated_documents(visit.ledger), ledger.stories()
    visit.report(Stage.RESOLVE, f"{len(pairs):,}")
    entities = entities_of(desk, ledger, pairs, known, stories)
    visit.report(Stage.RESOLVE, f"{len(entities):,}")
    visit.ledger.save_entities(entities, now=visit.now)
    visit.report(Stage.RESOLVE, "")


def _namings(visit: Visit, entity: Entity) -> list[str]:
    return namings_of(entity, gather(annotated_documents(visit.ledger)).namings)


def find_entity(visit: Visit, wanted: str) -> Entity:
    """Return the entity with that id or spelling, of several that which most is written of.

    Raises NotFound.
    """
    wanted = wanted.strip()
    found = visit.ledger.book.entities([wanted])
    if found:
        return found[wanted]
    named = [
        entity
        for entity in visit.ledger.book.entities_named(wanted)
        if wanted.casefold() in {name.casefold() for name in (entity.name, *entity.aliases)}
    ]
    if not named:
        raise NotFound(f"no entity has the id or the name {wanted!r}")
    return named[0]


def _standing(visit: Visit, id: str) -> Entity:
    found = visit.ledger.book.entities([id])
    if id not in found:
        raise NotFound(f"no entity has the id {id!r}; it may have been joined with another")
    return found[id]


def _refuse(one: Entity, other: Entity) -> None:
    if one.id == other.id:
        raise InputError(f"{one.name} and {other.name} are one already")
    if MentionType.MISC not in (one.type, other.type) and one.type is not other.type:
        raise InputError(f"{one.name} is a {one.type}, {other.name} a {other.type}: those are never one")
