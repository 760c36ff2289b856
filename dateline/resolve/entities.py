"""Entities of the ledger, first form: one for the names of a type that fold to the same words.

Names that share an alias are joined; across alphabets and shortened forms a matcher has to judge.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.annotations import Annotations, DocumentEntity, MentionType
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.ledger import Entity
from dateline.text.fold import folded_words

Key = tuple[MentionType, str]

# One word is an alias of many people: "Qaemi" joins nobody across documents, "Farid Qaemi" does.
MIN_PERSON_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Naming:
    entity: DocumentEntity
    document: str


def resolve_entities(annotations: Iterable[tuple[Document, Annotations]]) -> tuple[Entity, ...]:
    """Return the entities that the documents name, each with its spellings and documents, by id."""
    namings = [
        _Naming(entity, document.id)
        for document, made in annotations
        for entity in made.entities
        if _key(entity.type, entity.name)[1]
    ]
    head = _join(namings)
    groups: dict[Key, list[_Naming]] = defaultdict(list)
    for naming in namings:
        groups[_find_head(head, _key(naming.entity.type, naming.entity.name))].append(naming)
    return tuple(sorted((_entity(group) for group in groups.values()), key=lambda entity: entity.id))


def _key(type: MentionType, name: str) -> Key:
    return type, " ".join(folded_words(name))


def _join(namings: Sequence[_Naming]) -> dict[Key, Key]:
    """Return for each key another that it stands with, in the end the head of its group."""
    head: dict[Key, Key] = {}
    for naming in namings:
        own = _key(naming.entity.type, naming.entity.name)
        head.setdefault(own, own)
        for alias in naming.entity.aliases:
            key = _key(naming.entity.type, alias)
            if _is_telling(key):
                head.setdefault(key, key)
                first, second = sorted((_find_head(head, own), _find_head(head, key)))
                head[second] = first
    return head


def _is_telling(key: Key) -> bool:
    type, name = key
    return bool(name) and (type is not MentionType.PERSON or len(name.split()) >= MIN_PERSON_WORDS)


def _find_head(head: Mapping[Key, Key], key: Key) -> Key:
    while head[key] != key:
        key = head[key]
    return key


def _entity(namings: Sequence[_Naming]) -> Entity:
    """Name an entity as most documents do; its id is by the first of its folded names."""
    names = Counter(naming.entity.name for naming in namings)
    name = min(names, key=lambda spelling: (-names[spelling], -len(spelling), spelling))
    spellings = {*names, *(alias for naming in namings for alias in naming.entity.aliases)}
    type = namings[0].entity.type
    first = min(_key(type, naming.entity.name)[1] for naming in namings)
    documents = tuple(sorted({naming.document for naming in namings}))
    return Entity(
        content_id("e", type.value, first), type, name, tuple(sorted(spellings - {name})), documents
    )
