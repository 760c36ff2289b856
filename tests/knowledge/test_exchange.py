"""FollowTheMoney in and out: nothing lost on the way, bad lines refused with line and reason."""

import json

import pytest

from dateline.errors import InputError
from dateline.knowledge import format_entity, parse_entities
from dateline.knowledge.exchange import format_known
from dateline.model.annotations import MentionType
from dateline.model.entities import NameUse
from dateline.model.ledger import Entity

PERSON = {
    "id": "NK-7xQ",
    "caption": "Rostam Behzadfar",
    "schema": "Person",
    "properties": {
        "name": ["رستم بهزادفر", "Rostam Behzadfar"],
        "alias": ["General Behzadfar"],
        "weakAlias": ["Rostam"],
        "birthDate": ["1961-04-02"],
        "nationality": ["ir"],
        "wikidataId": ["Q990011"],
        "topics": ["sanction"],
    },
}
COMPANY = {
    "id": "acme-1",
    "caption": "Basalt Cement",
    "schema": "Company",
    "properties": {"name": ["Basalt Cement"]},
}
BODY = {
    "id": "pb-1",
    "caption": "Customs of Mehran",
    "schema": "PublicBody",
    "properties": {"name": ["Customs of Mehran"], "country": ["ir"]},
}
ADDRESS = {"id": "addr-1", "schema": "Address", "properties": {"full": ["1 Brick Lane"]}}


def lines(*entities: dict[str, object]) -> bytes:
    return "\n".join(json.dumps(entity, ensure_ascii=False) for entity in entities).encode()


def test_what_comes_in_goes_out_as_it_came() -> None:
    known, left_out = parse_entities(lines(PERSON, COMPANY, BODY, ADDRESS), "list.jsonl")
    assert left_out == 1
    assert [format_known(each) for each in known] == [PERSON, COMPANY, BODY]


def test_names_and_registers_are_understood() -> None:
    (known,), _ = parse_entities(lines(PERSON), "list.jsonl")
    assert known.names == ("Rostam Behzadfar", "رستم بهزادفر", "General Behzadfar")
    assert known.ids == ("wikidata:Q990011", "opensanctions:NK-7xQ")
    assert (known.type, known.country, known.is_watched) == (MentionType.PERSON, "ir", True)


def test_what_the_ledger_met_is_added() -> None:
    (known,), _ = parse_entities(lines(PERSON), "list.jsonl")
    use = NameUse("Rustam Behzadfar", "Latn", ("en",), ("fars",), "2020-03-08", "2020-03-11", 2)
    entity = Entity("e-1", MentionType.PERSON, "Rostam Behzadfar", ("Rustam Behzadfar",), ("d-1",), (use,))
    made = format_entity(entity, known, ["https://fars.example/1"])
    assert made is not None
    assert made["properties"]["alias"] == ["General Behzadfar", "Rustam Behzadfar"]
    assert made["properties"]["birthDate"] == ["1961-04-02"]
    assert made["properties"]["sourceUrl"] == ["https://fars.example/1"]
    assert (made["first_seen"], made["last_seen"]) == ("2020-03-08", "2020-03-11")


def test_places_have_no_schema_there() -> None:
    assert format_entity(Entity("e-2", MentionType.GPE, "Basra", (), ("d-1",)), None) is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"id": "a"', "line 1: expected a JSON object"),
        (b"[]", "line 1: expected a JSON object, found list"),
        (b'{"id": "a", "properties": {}}', "line 1: expected `schema` to be a text"),
        (b'{"id": "a", "schema": "Person", "properties": {"name": "Ali"}}', "`properties.name` to be a list"),
        (b'{"id": "a", "schema": "Person", "properties": {}}', "expected `properties.name` to have a name"),
        (lines(COMPANY, COMPANY), "line 2: the id 'acme-1' is that of line 1"),
        ('{"id": "علي"}'.encode("windows-1256"), "line 1: expected UTF-8"),
    ],
)
def test_a_bad_line_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_entities(body, "list.jsonl")
    assert reason in str(refused.value)
