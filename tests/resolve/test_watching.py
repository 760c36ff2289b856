"""The watch list: bad tables are refused with line and reason, names are found in any spelling."""

import pytest

from dateline.desk.settings import WatchedName
from dateline.errors import InputError
from dateline.model.annotations import MentionType
from dateline.resolve.watching import WatchIndex, parse_watch_list

TABLE = """name,type,aliases,id
Rostam Behzadfar,PERSON,General Behzadfar; رستم بهزادفر,q1
Third Dawn Brigade,ORG,لواء الفجر الثالث,q2
"""


def test_a_table_is_read() -> None:
    assert parse_watch_list(TABLE.encode("utf-8-sig"), "watch.csv") == (
        WatchedName(
            name="Rostam Behzadfar", type=MentionType.PERSON, aliases=("General Behzadfar", "رستم بهزادفر")
        ),
        WatchedName(name="Third Dawn Brigade", type=MentionType.ORG, aliases=("لواء الفجر الثالث",)),
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"title,type\nAli,PERSON\n", "w.csv line 1: expected the columns name, type, aliases, id"),
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
    ("text", "found"),
    [
        ("On Monday Rostam Behzadfar left.", "Rostam Behzadfar"),
        ("On Monday Rustam Behzad-Far left.", "Rustam Behzad-Far"),
        ("ديروز رستم بهزاد فر به بصره رفت", "رستم بهزاد فر"),
        ("Генерал Ростам Бехзадфар прибыл.", "Ростам Бехзадфар"),
        ("The third dawn brigade denied it.", "third dawn brigade"),
        ("قال لواء الفجر الثالث اليوم", "لواء الفجر الثالث"),
    ],
)
def test_exact_and_variant_spellings_are_found_in_running_text(text: str, found: str) -> None:
    (sighting,) = WatchIndex(parse_watch_list(TABLE.encode(), "watch.csv")).find(text)
    assert sighting.span.of(text) == found


def test_a_look_alike_is_not_found() -> None:
    index = WatchIndex(parse_watch_list(TABLE.encode(), "watch.csv"))
    assert list(index.find("Rostam Behnamfar met Mina Behzadfar and the Second Dawn Brigade.")) == []
