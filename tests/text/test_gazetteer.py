from pathlib import Path

import pytest

from dateline.errors import ModelError
from dateline.text.gazetteer import Kind, gazetteer, name_key, open_gazetteer


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
