"""Watched names are found in any spelling."""

import pytest

from dateline.knowledge import parse_watch_list
from dateline.resolve.watching import WatchIndex

TABLE = """name,type,aliases,id
Rostam Behzadfar,PERSON,General Behzadfar; رستم بهزادفر,q1
Third Dawn Brigade,ORG,لواء الفجر الثالث,q2
"""


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


def test_one_word_is_a_name_where_it_has_its_capital() -> None:
    index = WatchIndex(parse_watch_list(b"name,type\nBasalt,ORG\n", "watch.csv"))
    assert [sighting.span.start for sighting in index.find("Basalt printed it on basalt.")] == [0]
