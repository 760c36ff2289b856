"""Offices over time with their evidence, and offices that stand for their holders."""

import pytest

from dateline.knowledge import load_starter
from dateline.model.entities import RoleStage
from dateline.model.ledger import Entity
from dateline.resolve.entities import resolve_entities
from dateline.resolve.offices import read_office
from dateline.resolve.recognition import Recognition
from tests.resolve.factory import read


def one(*pairs: object, **settings: object) -> Entity:
    (entity,) = resolve_entities(pairs, **settings)  # type: ignore[arg-type]
    return entity


@pytest.mark.parametrize(
    ("phrase", "lang", "office", "of"),
    [
        ("the Iraqi president", "en", "president", "iq"),
        ("President of the Republic of Iraq", "en", "president", "iq"),
        ("رئیس جمهور عراق", "fa", "president", "iq"),
        ("الرئيس العراقي", "ar", "president", "iq"),
        ("رئيس الوزراء العراقي", "ar", "prime-minister", "iq"),
        ("U.S. Secretary of State", "en", "foreign-minister", "us"),
        ("Secretary of the Supreme National Security Council", "en", "secretary", "snsc"),
        ("Commander of the Qods Force", "en", "commander", "quds-force"),
    ],
)
def test_an_office_is_one_in_any_words(phrase: str, lang: str, office: str, of: str) -> None:
    found = read_office(phrase, lang)
    assert (found.name, found.of, found.is_whole) == (office, of, True)


def test_an_aide_to_the_president_is_not_the_president() -> None:
    assert not read_office("an aide to the Iraqi president", "en").is_whole
    assert read_office("deputy Iraqi prime minister", "en").is_whole is False


def test_an_office_has_its_evidence_by_day() -> None:
    title = "Secretary of the Supreme National Security Council"
    documents = [
        read(
            f"d-{day}",
            "Ali Rahbarian, the secretary, left.",
            "Ali Rahbarian",
            day=f"2020-03-{day}",
            roles={"Ali Rahbarian": title},
        )
        for day in ("09", "17")
    ]
    (role,) = one(*documents).roles
    assert (role.title, role.office, role.of) == (title, "secretary", "snsc")
    assert (role.first_seen, role.last_seen) == ("2020-03-09", "2020-03-17")
    assert [(each.document, each.start, each.end) for each in role.evidence] == [
        ("d-09", 0, 13),
        ("d-17", 0, 13),
    ]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Nadhim al-Qurnawi was appointed prime minister of Iraq on Tuesday.", RoleStage.APPOINTED),
        ("The president appointed Nadhim al-Qurnawi prime minister of Iraq.", RoleStage.APPOINTED),
        ("Nadhim al-Qurnawi resigned as prime minister of Iraq.", RoleStage.LEFT),
    ],
)
def test_beginnings_and_ends_are_read_from_the_text(text: str, stage: RoleStage) -> None:
    (role,) = one(read("d-1", text, "Nadhim al-Qurnawi")).roles
    assert (role.office, role.of) == ("prime-minister", "iq")
    assert [each.stage for each in role.evidence] == [stage]
    ends = role.begin if stage is RoleStage.APPOINTED else role.until
    assert ends == "2020-03-18"


def test_an_office_stands_for_its_holder_at_that_day() -> None:
    known = Recognition(load_starter())
    said = "The Iraqi president said talks would go on."
    entity = one(read("d-1", said, speaker="The Iraqi president"), known=known)
    assert (entity.known, entity.documents) == ("person:Barham Salih", ("d-1",))
    later = one(read("d-1", said, speaker="The Iraqi president", day="2023-03-18"), known=known)
    assert later.known == "person:Abdul Latif Rashid"


def test_the_holder_whom_the_documents_name_is_meant_where_none_is_known() -> None:
    named = read(
        "d-1",
        "Nadhim al-Qurnawi met envoys.",
        "Nadhim al-Qurnawi",
        roles={"Nadhim al-Qurnawi": "Omani foreign minister"},
    )
    stand_in = read(
        "d-2", "The Omani foreign minister denied it.", speaker="The Omani foreign minister", day="2020-03-20"
    )
    assert one(named, stand_in).documents == ("d-1", "d-2")
    years_later = read(
        "d-2", "The Omani foreign minister denied it.", speaker="The Omani foreign minister", day="2021-09-20"
    )
    assert one(named, years_later).documents == ("d-1",)


def test_a_spokesman_is_one_of_many() -> None:
    named = read(
        "d-1",
        "Nadhim al-Qurnawi met envoys.",
        "Nadhim al-Qurnawi",
        roles={"Nadhim al-Qurnawi": "Omani spokesman"},
    )
    stand_in = read("d-2", "An Omani spokesman denied it.", speaker="An Omani spokesman")
    assert one(named, stand_in).documents == ("d-1",)
