from pathlib import Path

import pytest

from dateline.errors import ModelError
from dateline.text.gazetteer import Kind, find_places, gazetteer, name_key, open_gazetteer


@pytest.mark.parametrize("name", ["Baghdad", "بغداد", "בגדאד", "Багдад", "BAGHDAD", "Bağdat"])
def test_one_city_in_many_scripts(name: str) -> None:
    capital = next(place for place in gazetteer().find(name_key(name)) if place.kind is Kind.CAPITAL)
    assert (capital.name, capital.country, capital.geonameid) == ("Baghdad", "iq", 98182)


def test_countries_and_regions_by_code() -> None:
    country, region = gazetteer().country("ir"), gazetteer().region("us.TX")
    assert country is not None
    assert region is not None
    assert (country.name, region.name) == ("Iran", "Texas")


def test_names_that_nobody_bears() -> None:
    assert gazetteer().find("xyzzyplugh") == ()


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "gazetteer.bin"
    wrong.write_bytes(b"not a gazetteer at all")
    with pytest.raises(ModelError, match="expected a gazetteer"):
        open_gazetteer(wrong)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("استان البرز", "ir.44"),
        ("خراسان جنوبی", "ir.41"),
        ("چهارمحال و بختیاری", "ir.03"),
        ("استان مرکزی", "ir.34"),
        ("هلمند", "af.10"),
        ("پنجشیر", "af.42"),
        ("ريف دمشق", "sy.08"),
        ("شمال سيناء", "eg.27"),
        ("غرب دارفور", "sd.47"),
    ],
)
def test_regions_have_the_names_of_their_own_news(name: str, code: str) -> None:
    assert code in [place.region for place in find_places(name_key(name)) if place.kind is Kind.REGION]
