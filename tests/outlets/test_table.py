from zoneinfo import ZoneInfo

import pytest

from dateline.errors import InputError
from dateline.outlets import load_outlets, parse_outlets
from dateline.outlets.index import name_key
from dateline.text.fold import folded_words


def test_no_two_packaged_outlets_share_a_name() -> None:
    owners: dict[str, str] = {}
    for outlet in load_outlets():
        for name in (outlet.name, *outlet.aliases):
            assert owners.setdefault(name_key(folded_words(name)), outlet.id) == outlet.id, name


@pytest.mark.parametrize("outlet", load_outlets(), ids=lambda outlet: outlet.id)
def test_every_packaged_outlet_is_whole(outlet) -> None:  # type: ignore[no-untyped-def]
    assert outlet.url is not None and outlet.url.startswith("https://")
    assert (outlet.timezone is None) == (outlet.country is None)
    assert outlet.timezone is None or ZoneInfo(outlet.timezone)
    assert outlet.country is None or (len(outlet.country) == 2 and outlet.country.islower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a]\nname=", "expected TOML"),
        ("[a]\nurl='x'", "at least a name"),
        ("a = 1", "at least a name"),
        ("[a]\nname='A'\nkind='paper'", "no kind 'paper'; known are agency"),
        ("[a]\nname='A'\nurls='x'", "no such keys: urls"),
    ],
)
def test_bad_tables_name_file_and_outlet(text: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected) as caught:
        parse_outlets(text, "mine.toml")
    assert "mine.toml" in str(caught.value)
