"""Place names found by the gazetteer in texts without capitals."""

import pytest

from dateline.extract.places_toponyms import find_toponyms


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("ar", "سقطت صواريخ ليل الأحد على الموصل وإن لم يقتل أحد، وفق بيان له", ["الموصل"]),
        ("ar", "زار الوزير لندن وباريس", ["لندن", "باريس"]),
        ("fa", "روز دوشنبه در بصره گفت‌وگو کردند", ["بصره"]),
    ],
)
def test_common_words_are_no_towns_afar(lang: str, text: str, names: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_toponyms(text, lang)] == names
