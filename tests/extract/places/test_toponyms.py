"""Place names found by the gazetteer in texts without capitals."""

import pytest

from dateline.extract.places.toponyms import find_toponyms


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("ar", "سقطت صواريخ ليل الأحد على الموصل وإن لم يقتل أحد، وفق بيان له", ["الموصل"]),
        ("ar", "زار الوزير لندن وباريس", ["لندن", "باريس"]),
        ("he", "שניים נהרגו בתל אביב", ["תל אביב"]),
        ("fa", "روز دوشنبه در بصره گفت‌وگو کردند", ["بصره"]),
        ("fa", "گذرگاه‌های شلمچه باز شد و این گذرگاه خبر داد", ["شلمچه"]),
        ("ar", "قصفت الطائرات مدينة الباب", ["الباب"]),
        ("fa", "اولین پیام او در باره مدرسه و مسجد بود", []),
        ("ar", "كشف الحكومة عن صور جديدة لم تنشر سابقا", []),
    ],
)
def test_common_words_are_no_towns_afar(lang: str, text: str, names: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_toponyms(text, lang)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Dublin Arts Council met. Crews worked near Dublin, Ohio.", ["Dublin", "Dublin", "Ohio"]),
        ("He lives in Charleston, W.Va., near the N.C. line.", ["Charleston", "W.Va.", "N.C."]),
        ("They met in Athens, Ga, on Monday.", ["Athens", "Ga"]),
        ("Flood watches cover Clay, Douglas and Otter Tail counties in Minnesota.", ["Minnesota"]),
        ("The HIV programme of the PRIDE group went on.", []),
        ("Sgt. Hudson and Paris Hilton spoke.", []),
        ("BAGHDAD - A convoy was hit.", ["BAGHDAD"]),
    ],
)
def test_names_with_capitals(text: str, names: list[str]) -> None:
    found = [text[each.start : each.end] for each in find_toponyms(text, "en")]
    assert [name for name in names if name not in found] == []
    assert [name for name in found if not names] == []


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fa", "رئیس اداره در این شهر خبر داد.", []),
        ("fa", "زلزله در شهر خبر رخ داد.", ["خبر"]),
        ("fa", "مسئله بالای کوه با این سن", []),
        ("ar", "صرح محمد بن سلمان في الرياض وجدة أمس.", ["الرياض", "جدة"]),
        ("ar", "وقع الحادث في مدينة وجدة المغربية.", ["وجدة"]),
        ("ar", "نشرت الصور في العديد من الصحف، كيف حدث ذلك؟", []),
    ],
)
def test_common_words_of_scripts_without_capitals_are_no_places(
    lang: str, text: str, names: list[str]
) -> None:
    assert [text[found.start : found.end] for found in find_toponyms(text, lang)] == names
