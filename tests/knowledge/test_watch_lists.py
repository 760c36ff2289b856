"""Watch lists: tables and lists are read whole, or refused with the line and the reason."""

import pytest

from dateline.errors import InputError
from dateline.knowledge import parse_watch_list
from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity

TABLE = """name,type,aliases,id
Rostam Behzadfar,PERSON,General Behzadfar; رستم بهزادفر,Q1
Third Dawn Brigade,ORG,لواء الفجر الثالث,q2
"""
LIST = """# people and groups
- name: Rostam Behzadfar
  aliases: [General Behzadfar, رستم بهزادفر]
  id: Q1
- name: Third Dawn Brigade
  type: ORG
  aliases:
    - لواء الفجر الثالث
  id: q2
"""


@pytest.mark.parametrize(("body", "source"), [(TABLE, "watch.csv"), (LIST, "watch.yaml")])
def test_a_list_is_read_in_either_form(body: str, source: str) -> None:
    assert parse_watch_list(body.encode("utf-8-sig"), source) == (
        KnownEntity(
            "Q1",
            MentionType.PERSON,
            ("Rostam Behzadfar", "General Behzadfar", "رستم بهزادفر"),
            source,
            ids=("wikidata:Q1",),
            is_watched=True,
        ),
        KnownEntity(
            "q2", MentionType.ORG, ("Third Dawn Brigade", "لواء الفجر الثالث"), source, is_watched=True
        ),
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"title,type\nAli,PERSON\n", "w.csv line 1: expected the columns name, type, aliases, id, country"),
        (b"", "w.csv line 1: expected the columns"),
        (b"name,id\nAli,1\nMina,1\n", "w.csv line 3: the id '1' is that of line 2 already"),
        (b"name,type\nAli,SHIP\n", "w.csv line 2: expected a type of PERSON"),
        (b"name,type\n,ORG\n", "w.csv line 2: expected a name, found ''"),
        (b"name,type\nAli,ORG,x\n", "w.csv line 2: expected as many fields as the head, found more"),
        ("name\nAli\nعلي\n".encode("windows-1256"), "w.csv line 3: expected UTF-8, found other bytes"),
        (b'name\n"Ali" x\n', "w.csv line 2: no CSV"),
    ],
)
def test_a_bad_table_is_refused_with_line_and_reason(body: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=r"^w\.csv") as refused:
        parse_watch_list(body, "w.csv")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"name: Ali\n", "w.yaml line 1: expected a list of entries"),
        (b"- name: Ali\n- Mina\n", "w.yaml line 2: expected an entry such as"),
        (b"- name: Ali\n- title: Mina\n", "w.yaml line 2: expected the columns name"),
        (
            b"- name: Ali\n  id: 1\n- name: Mina\n  id: 1\n",
            "w.yaml line 3: the id '1' is that of line 1 already",
        ),
        (b"- name: Ali\n  type: [ORG]\n", "w.yaml line 1: expected `type` to be a text"),
        (b"- name: Ali\n  aliases: {a: b}\n", "w.yaml line 1: expected `aliases` to be a list of names"),
        (b"- name: 'Ali\n", "w.yaml line 2: no YAML"),
    ],
)
def test_a_bad_list_is_refused_with_line_and_reason(body: bytes, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_watch_list(body, "w.yaml")
    assert reason in str(refused.value)


def test_entries_of_one_name_without_an_id_are_one() -> None:
    (known,) = parse_watch_list(b"name,aliases\nAli Rimawi,\nALI RIMAWI,Abu Nayef\n", "w.csv")
    assert known.names == ("Ali Rimawi", "ALI RIMAWI", "Abu Nayef")
