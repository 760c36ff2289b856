import pytest

from dateline.text.scripts import direction, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Monday that the border would be closed.", "en"),
        ("Le ministre a déclaré hier que la frontière serait fermée pour deux semaines.", "fr"),
        ("Bakan dün yaptığı açıklamada sınırın iki hafta kapalı kalacağını söyledi.", "tr"),
        ("وزیر کشور گفت که مرز از فردا بسته خواهد شد.", "fa"),
        ("قال وزير الداخلية إن الحدود ستغلق من الغد.", "ar"),
        ("وزیر داخلہ نے کہا ہے کہ سرحد کل سے بند رہے گی۔", "ur"),
        ("שר הפנים אמר שהגבול ייסגר ממחר.", "he"),
        ("Министр сообщил, что граница была закрыта вчера вечером.", "ru"),
        ("Міністр повідомив, що її закриють.", "uk"),
        ("Beirut", "en"),
        ("12:30 — 14", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "way"),
    [("Fars News", "ltr"), ("خبرگزاری فارس", "rtl"), ("שלום CNN", "rtl"), ("2020", "ltr"), ("", "ltr")],
)
def test_direction(text: str, way: str) -> None:
    assert direction(text) == way
