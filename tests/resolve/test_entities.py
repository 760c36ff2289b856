"""Entities: one for a name in its spellings, none for two people who share a surname."""

from datetime import UTC, datetime

from dateline.model.annotations import Annotations, DocumentEntity, MentionType
from dateline.model.documents import Document
from dateline.model.ledger import Entity, Verdict
from dateline.resolve.entities import judge_by_rule, resolve_entities
from dateline.resolve.judgements import judge, naming_id, undo

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


SPELLINGS = (
    "Rostam Behzadfar",
    "Rustam Behzadfar",
    "General Rostam Behzad-Far",
    "رستم بهزادفر",
    "سردار رستم بهزاد‌فر",
    "Ростам Бехзадфар",
)
LOOK_ALIKE = "Rostam Behnamfar"


def test_one_person_in_six_spellings_and_three_scripts_is_one_and_the_look_alike_another() -> None:
    documents = [named(f"d-{at}", (PERSON, name, ())) for at, name in enumerate((*SPELLINGS, LOOK_ALIKE))]
    one, other = sorted(resolve_entities(documents), key=lambda entity: -len(entity.documents))
    assert {one.name, *one.aliases} == set(SPELLINGS)
    assert (other.name, other.aliases) == (LOOK_ALIKE, ())


def test_a_name_without_a_type_joins_one_that_has_it() -> None:
    (entity,) = resolve(
        named("d-1", (MentionType.MISC, "Karim al-Hadithi", ())),
        named("d-2", (PERSON, "كريم الحديثي", ())),
    )
    assert entity.type is PERSON


def test_a_lone_surname_is_its_only_bearer_and_nobody_where_two_bear_it() -> None:
    one = named("d-1", (PERSON, "Rostam Behzadfar", ()))
    lone = named("d-2", (PERSON, "بهزادفر", ()))
    other = named("d-3", (PERSON, "Mina Behzadfar", ()))
    assert len(resolve(one, lone)) == 1
    assert len(resolve(one, lone, other)) == 3


def test_a_person_may_split_what_the_rule_joined_and_take_it_back() -> None:
    names = ("Rostam Behzadfar", "Rustam Behzadfar")
    documents = [named(name, (PERSON, name, ())) for name in names]
    ids = [naming_id(PERSON, name) for name in names]
    apart = judge(*ids, Verdict.NOT_SAME, by="mina", at=NOW, why="father and son")
    back = undo(apart, by="mina", at=NOW, why="one man after all")
    assert len(resolve_entities(documents)) == 1
    assert len(resolve_entities(documents, [apart])) == 2
    assert len(resolve_entities(documents, [apart, back])) == 1


def test_the_rule_says_why() -> None:
    documents = [named("d-1", (PERSON, "Rostam Behzadfar", ())), named("d-2", (PERSON, "رستم بهزادفر", ()))]
    (decision,) = judge_by_rule(documents, now=NOW)
    assert decision.verdict is Verdict.SAME
    assert decision.score is not None
    assert decision.score > 0.8
    assert "rostam" in decision.why


def test_what_the_rule_joined_is_taken_apart_by_undoing_that() -> None:
    names = ("Rostam Behzadfar", "Rustam Behzadfar")
    documents = [named(name, (PERSON, name, ())) for name in names]
    (decision,) = judge_by_rule(documents, now=NOW)
    assert len(resolve_entities(documents, [decision])) == 1
    assert len(resolve_entities(documents, [decision, undo(decision, by="mina", at=NOW, why="")])) == 2
