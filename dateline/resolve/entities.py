"""Entities of the ledger: who is who across spellings and scripts, by judgements that can be undone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial

from dateline.model.annotations import Annotations, DocumentEntity, MentionType
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Entity, Verdict
from dateline.resolve.blocking import candidate_pairs
from dateline.resolve.clusters import Scored, derive_clusters
from dateline.resolve.judgements import (
    RULE,
    barred_pairs,
    judge,
    naming_id,
    naming_key,
    standing_judgements,
    verdicts,
)
from dateline.resolve.namings import Naming, analyse, is_telling, may_be_one, pools
from dateline.resolve.surnames import attach_surnames
from dateline.text.fold import folded_words
from dateline.text.naming import DECISION, match_names, score_names

LEAST_SAME = 0.8  # names are joined without being asked from here on: benchmarks/names.py, precision .99
APART = 0.25  # names this unlike keep their clusters apart
LEAST_JUDGED = 0.3  # pairs less likely are not worth a judgement


def resolve_entities(
    annotations: Iterable[tuple[Document, Annotations]], decisions: Iterable[Decision] = ()
) -> tuple[Entity, ...]:
    """Return the entities that the documents name, each with its spellings and documents, by id.

    `decisions` are all that were made: those of persons, undoing what a rule said too, overrule how alike
    the names are.
    """
    namings = gather_namings(annotations)
    head = _clusters(namings, list(decisions))
    groups: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings.values():
        groups[head[naming.id]].append(naming)
    return tuple(sorted((_entity(group) for group in groups.values()), key=lambda entity: entity.id))


def judge_by_rule(
    annotations: Iterable[tuple[Document, Annotations]], *, now: datetime
) -> Iterator[Decision]:
    """Yield what the matcher says of each two names that may be one: same, unsure or not, and why."""
    namings = gather_namings(annotations)
    for score, one, other in _scored(namings):
        why = match_names(
            namings[one].name, namings[other].name, _kind(namings[one], namings[other])
        ).explanation
        yield judge(one, other, _verdict(score), by=RULE, at=now, why=why, score=round(score, 4))


def _verdict(score: float) -> Verdict:
    if score >= LEAST_SAME:
        return Verdict.SAME
    return Verdict.UNSURE if score >= DECISION else Verdict.NOT_SAME


def gather_namings(annotations: Iterable[tuple[Document, Annotations]]) -> dict[str, Naming]:
    """Return the names that the documents give to those they name, by id."""
    namings: dict[str, Naming] = {}
    for document, made in annotations:
        for entity in made.entities:
            if folded_words(entity.name):
                _add(namings, entity, document.id)
    return dict(sorted(namings.items()))


def _add(namings: dict[str, Naming], entity: DocumentEntity, document: str) -> None:
    id = naming_id(entity.type, entity.name)
    naming = namings.setdefault(id, Naming(id, entity.type))
    naming.spellings[entity.name] += 1
    naming.aliases.update(entity.aliases)
    naming.documents.add(document)


def _personal(decisions: Iterable[Decision]) -> list[Decision]:
    return [decision for decision in decisions if not decision.by.startswith("rule:")]


def _clusters(namings: Mapping[str, Naming], decisions: Sequence[Decision]) -> dict[str, str]:
    scored = [*_scored(namings), *_by_alias(namings)]
    judged = barred_pairs(decisions) | verdicts(standing_judgements(_personal(decisions)))
    head = derive_clusters(namings, scored, judged, least=LEAST_SAME, are_apart=partial(_are_apart, namings))
    return attach_surnames(namings, head, judged)


def _are_apart(namings: Mapping[str, Naming], one: str, other: str) -> bool:
    first, second = namings[one], namings[other]
    if not may_be_one(first.type, second.type):
        return True
    kind = second.type if first.type is MentionType.MISC else first.type
    return score_names(analyse(first.name, kind), analyse(second.name, kind)) <= APART


def _scored(namings: Mapping[str, Naming]) -> list[Scored]:
    """Return the likely pairs of namings of types that go together with the probability that they are one."""
    scored: list[Scored] = []
    for kind, some in pools(namings.values()):
        names = [analyse(naming.name, kind) for naming in some]
        for one, other in candidate_pairs(names):
            if may_be_one(some[one].type, some[other].type):
                score = score_names(names[one], names[other])
                if score >= LEAST_JUDGED:
                    scored.append((score, some[one].id, some[other].id))
    return scored


def _by_alias(namings: Mapping[str, Naming]) -> Iterator[Scored]:
    """Yield the namings of which a document gives one as another name of the other."""
    for naming in namings.values():
        for alias in sorted(naming.aliases):
            other = naming_id(naming.type, alias)
            if other in namings and other != naming.id and is_telling(naming.type, alias):
                yield 1.0, naming.id, other


def _kind(one: Naming, other: Naming) -> MentionType:
    """Return the type by which two namings are compared."""
    type = other.type if one.type is MentionType.MISC else one.type
    return analyse(one.name, type).kind


def namings_of(entity: Entity, namings: Mapping[str, Naming]) -> list[str]:
    """Return the ids of the namings that an entity joins, that of its name first."""
    names, documents = {entity.name, *entity.aliases}, set(entity.documents)
    own = [
        naming
        for naming in namings.values()
        if may_be_one(naming.type, entity.type)
        and not names.isdisjoint(naming.spellings)
        and naming.documents <= documents
    ]
    return [
        naming.id
        for naming in sorted(own, key=lambda naming: (entity.name not in naming.spellings, naming.id))
    ]


def _type(namings: Sequence[Naming]) -> MentionType:
    """Return the type that most documents give, any rather than MISC."""
    types: Counter[MentionType] = Counter()
    for naming in namings:
        types[naming.type] += len(naming.documents)
    return min(types, key=lambda type: (type is MentionType.MISC, -types[type], type))


def _entity(namings: Sequence[Naming]) -> Entity:
    """Name an entity as most documents do; its id is by the first of its folded names."""
    names: Counter[str] = sum((naming.spellings for naming in namings), Counter())
    name = min(names, key=lambda spelling: (-names[spelling], -len(spelling), spelling))
    spellings = {*names, *(alias for naming in namings for alias in naming.aliases)}
    type = _type(namings)
    first = min(naming_key(naming.type, naming.name) for naming in namings)
    documents = tuple(sorted({document for naming in namings for document in naming.documents}))
    return Entity(content_id("e", first), type, name, tuple(sorted(spellings - {name})), documents)
