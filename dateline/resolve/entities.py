"""Entities of the ledger: who is who across spellings and scripts, by judgements that can be undone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.errors import InputError
from dateline.model.annotations import Annotations, MentionType
from dateline.model.documents import Document
from dateline.model.entities import KnownEntity
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Entity, Story, Verdict
from dateline.resolve.clusters import derive_clusters
from dateline.resolve.context import place_surnames
from dateline.resolve.gathering import Gathered, RoleReading, gather
from dateline.resolve.histories import roles_of, uses_of
from dateline.resolve.holders import Holders
from dateline.resolve.judgements import (
    RULE,
    barred_pairs,
    judge,
    naming_key,
    standing_judgements,
    verdicts,
)
from dateline.resolve.likeness import KNOWN_ONE, LEAST_SAME, Likenesses, recognise
from dateline.resolve.naming_choice import choose_name
from dateline.resolve.namings import Naming, may_be_one, settle_kinds, word_count
from dateline.resolve.recognition import Recognition
from dateline.text.naming import DECISION

NOTHING_KNOWN = Recognition(())


@dataclass(frozen=True, slots=True)
class Group:
    """What is one entity: its namings as they stand in its documents, and its known entity, if any."""

    namings: tuple[Naming, ...]
    known: KnownEntity | None
    readings: tuple[RoleReading, ...] = ()


def resolve_entities(
    annotations: Iterable[tuple[Document, Annotations]],
    decisions: Iterable[Decision] = (),
    *,
    known: Recognition = NOTHING_KNOWN,
    stories: Iterable[Story] = (),
    language: str = "en",
) -> tuple[Entity, ...]:
    """Return the entities that the documents name, each with its spellings and documents, by id.

    `decisions` are all that were made: those of persons, undoing what a rule said too, overrule how alike
    the names are. `stories` say which documents are on one happening, `language` is the house language, in
    whose letters an entity is named where it was printed in them.
    """
    gathered = gather(annotations)
    groups = _groups(gathered, list(decisions), known, stories)
    groups = _with_stand_ins(gathered, groups, known)
    entities = (_entity(id, group, gathered, language) for id, group in groups.items())
    return tuple(sorted(entities, key=lambda entity: entity.id))


def judge_by_rule(
    annotations: Iterable[tuple[Document, Annotations]],
    *,
    now: datetime,
    known: Recognition = NOTHING_KNOWN,
) -> Iterator[Decision]:
    """Yield what the matcher says of each two names that may be one: same, unsure or not, and why."""
    namings = gather(annotations).namings
    recognised = recognise(namings, known, {})
    likenesses = Likenesses(namings, recognised)
    for score, one, other in likenesses.by_names():
        why = likenesses.why(one, other)
        yield judge(one, other, _verdict(score), by=RULE, at=now, why=why, score=round(score, 4))
    for id, entity in recognised.items():
        why = f"a name of {entity.names[0]} ({entity.source})"
        yield judge(id, entity.id, Verdict.SAME, by=RULE, at=now, why=why, score=KNOWN_ONE)


def _verdict(score: float) -> Verdict:
    if score >= LEAST_SAME:
        return Verdict.SAME
    return Verdict.UNSURE if score >= DECISION else Verdict.NOT_SAME


def _personal(decisions: Iterable[Decision]) -> list[Decision]:
    return [decision for decision in decisions if not decision.by.startswith("rule:")]


def _groups(
    gathered: Gathered, decisions: Sequence[Decision], known: Recognition, stories: Iterable[Story]
) -> dict[str, Group]:
    """Return what is one by the id of its entity."""
    namings = gathered.namings
    judged = barred_pairs(decisions) | verdicts(standing_judgements(_personal(decisions)))
    recognised = recognise(namings, known, judged)
    slips = settle_kinds(naming for naming in namings.values() if naming.id not in recognised)
    likenesses = Likenesses(namings, recognised, slips)
    head = derive_clusters(
        namings,
        [*likenesses.pairs(), *likenesses.by_place(gathered.geonames), *likenesses.by_alias()],
        judged,
        least=LEAST_SAME,
        are_apart=likenesses.are_apart,
    )
    placed = place_surnames(namings, head, judged, stories)
    placed = likenesses.lone_known(head, placed) | placed
    parts: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings.values():
        for cluster, documents in _documents_by_cluster(naming, head, placed).items():
            whole = len(documents) == len(naming.documents)
            parts[cluster].append(naming if whole else naming.within(documents))
    groups = [_group(members, likenesses, gathered) for members in parts.values()]
    return {_entity_id(group.namings): group for group in _each_known_once(groups)}


def _each_known_once(groups: Iterable[Group]) -> Iterator[Group]:
    """Leave what is known with the group of most documents: a name that was split off is somebody else."""
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: -sum(len(naming.documents) for naming in group.namings)):
        if group.known and group.known.id in taken:
            yield replace(group, known=None)
            continue
        taken |= {group.known.id} if group.known else set()
        yield group


def _documents_by_cluster(
    naming: Naming, head: Mapping[str, str], placed: Mapping[tuple[str, str], str]
) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for document in naming.documents:
        found[placed.get((naming.id, document), head[naming.id])].add(document)
    return found


def _group(namings: Sequence[Naming], likenesses: Likenesses, gathered: Gathered) -> Group:
    recognised: Counter[str] = Counter()
    entities: dict[str, KnownEntity] = {}
    for naming in namings:
        if entity := likenesses.known_of(naming.id):
            entities[entity.id] = entity
            recognised[entity.id] += len(naming.documents)
    best = min(recognised, key=lambda id: (-recognised[id], id), default=None)
    readings = [
        reading
        for naming in namings
        for document in sorted(naming.documents)
        for reading in gathered.roles.get((naming.id, document), ())
    ]
    return Group(tuple(namings), entities[best] if best else None, tuple(readings))


def _entity_id(namings: Sequence[Naming]) -> str:
    """Return an id by the first of the folded names; a surname alone may be several people's."""
    telling = [naming for naming in namings if _is_telling(naming)] or namings
    return content_id("e", min(naming_key(naming.type, naming.name) for naming in telling))


def _is_telling(naming: Naming) -> bool:
    return naming.kind is not MentionType.PERSON or word_count(naming.name) > 1


def _with_stand_ins(gathered: Gathered, groups: dict[str, Group], known: Recognition) -> dict[str, Group]:
    """Return the groups with what is told of the holders of offices that stand for them."""
    told = ((id, roles_of(group.readings)) for id, group in groups.items())
    holders = Holders(known.known.values(), told) if gathered.stand_ins else None
    by_known = {group.known.id: id for id, group in groups.items() if group.known}
    made = dict(groups)
    for each in gathered.stand_ins if holders else ():
        day = each.evidence.day
        if holders is None or day is None:
            continue
        holder = holders.known_holder(each.office, day)
        if holder is not None:
            id = by_known.setdefault(holder, content_id("e", f"known {holder}"))
            made.setdefault(id, Group((), known.known[holder]))
        else:
            id = holders.told_holder(each.office, day) or ""
        if id in made:
            group = made[id]
            made[id] = Group(group.namings, group.known, (*group.readings, each))
    return made


def _entity(id: str, group: Group, gathered: Gathered, language: str) -> Entity:
    """Return an entity with all that was gathered of it."""
    uses = uses_of(group.namings, gathered.printings)
    name = choose_name(group.namings, group.known, language)
    documents = {document for naming in group.namings for document in naming.documents}
    documents |= {reading.evidence.document for reading in group.readings}
    return Entity(
        id=id,
        type=_type(group),
        name=name,
        aliases=tuple(sorted({use.name for use in uses} - {name})),
        documents=tuple(sorted(documents)),
        uses=uses,
        roles=roles_of(group.readings),
        known=group.known.id if group.known else None,
        ids=group.known.ids if group.known else (),
        note=group.known.note if group.known else "",
    )


def _type(group: Group) -> MentionType:
    """Return the type that is known, else the one that most documents give, any rather than MISC."""
    if group.known and group.known.type is not MentionType.MISC:
        return group.known.type
    types: Counter[MentionType] = Counter()
    for naming in group.namings:
        types[naming.kind] += len(naming.documents)
    return min(types, key=lambda type: (type is MentionType.MISC, -types[type], type))


def namings_of(entity: Entity, namings: Mapping[str, Naming]) -> list[str]:
    """Return the ids of the namings that an entity joins, that of its name first."""
    names, documents = {entity.name, *entity.aliases}, set(entity.documents)
    own = [
        naming
        for naming in namings.values()
        if not names.isdisjoint(naming.spellings)
        and not documents.isdisjoint(naming.documents)
        and (may_be_one(naming.kind, entity.type) or naming.documents <= documents)
    ]
    own.sort(key=lambda naming: (entity.name not in naming.spellings, not _is_telling(naming), naming.id))
    return [naming.id for naming in own]


def pairs_apart(entity: Entity, name: str, namings: Mapping[str, Naming]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of namings to be judged not the same, so that one name of an entity stands for itself.

    Raises InputError where the name is none of the entity's, its only one, or no naming of its own.
    """
    names = entity.name, *entity.aliases
    if name not in names:
        raise InputError(f"{name!r} is no name of {entity.id}; it has {', '.join(names)}")
    own = namings_of(replace(entity, name=name, aliases=()), namings)
    if not own:
        raise InputError(
            f"{name!r} is of {entity.id} only by what stands around it; split the full name that it follows"
        )
    others = [id for id in namings_of(entity, namings) if id not in own]
    if not others:
        raise InputError(f"{entity.id} has one name only, {entity.name!r}: there is nothing to split")
    return tuple((one, other) for one in own for other in others)
