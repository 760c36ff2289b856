"""Entities: one for a name in its spellings, none for two people who share a surname."""

from datetime import UTC, datetime

from dateline.model.annotations import Annotations, DocumentEntity, MentionType
from dateline.model.documents import Document
from dateline.model.ledger import Entity
from dateline.resolve.entities import resolve_entities

NOW = datetime(2020, 3, 10, tzinfo=UTC)
PERSON, GPE = MentionType.PERSON, MentionType.GPE


def named(document: str, *entities: tuple[MentionType, str, tuple[str, ...]]) -> tuple[Document, Annotations]:
    read = Document(
        document, "e", "https://a.example", None, None, None, None, None, NOW, "en", "", (), "plain/1"
    )
    found = tuple(DocumentEntity(f"e{n}", *entity) for n, entity in enumerate(entities))
    return read, Annotations(document, (), entities=found)


def resolve(*pairs: tuple[Document, Annotations]) -> list[Entity]:
    return sorted(resolve_entities(pairs), key=lambda entity: entity.name)


def test_spellings_that_fold_alike_are_one() -> None:
    (entity,) = resolve(
        named("d-1", (PERSON, "Esmail Qa’emi", ("Qa’emi",))),
        named("d-2", (PERSON, "Esmail Qa’emi", ())),
        named("d-3", (PERSON, "ESMAIL QAEMI", ())),
    )
    assert (entity.name, entity.aliases) == ("Esmail Qa’emi", ("ESMAIL QAEMI", "Qa’emi"))
    assert entity.documents == ("d-1", "d-2", "d-3")


def test_a_full_alias_joins_and_a_surname_does_not() -> None:
    entities = resolve(
        named("d-1", (PERSON, "Esmail Qaemi", ("Qaemi", "General Esmail Qaemi"))),
        named("d-2", (PERSON, "General Esmail Qaemi", ())),
        named("d-3", (PERSON, "Farid Qaemi", ("Qaemi",))),
    )
    assert [entity.documents for entity in entities] == [("d-3",), ("d-1", "d-2")]


def test_types_are_kept_apart() -> None:
    entities = resolve(named("d-1", (PERSON, "Basra", ()), (GPE, "Basra", ())))
    assert sorted(entity.type for entity in entities) == [GPE, PERSON]


def test_the_order_does_not_matter_and_empty_names_are_left_out() -> None:
    pairs = [
        named("d-1", (PERSON, "Salam Dizayi", ("Governor Salam Dizayi",))),
        named("d-2", (PERSON, "Governor Salam Dizayi", ("S. A. Dizayi",))),
        named("d-3", (PERSON, "S. A. Dizayi", ()), (PERSON, "’", ())),
    ]
    forward, backward = resolve_entities(pairs), resolve_entities(reversed(pairs))
    assert forward == backward
    assert len(forward) == 1
