"""What the ledger keeps in English words, as the pages of each language print it."""

import pytest
from starlette.testclient import TestClient

from dateline.web.strings import load_words
from dateline.web.values import independence_words, version_words


@pytest.mark.parametrize(
    ("value", "about", "language", "printed"),
    [
        ("3", "killed", "fa", "۳"),
        ("at least 4", "killed", "fa", "دست‌کم ۴"),
        ("at most 9", "wounded", "ar", "9 على الأكثر"),
        ("15 to 20", "killed", "fa", "۱۵ تا ۲۰"),
        ("not at least 4", "killed", "en", "not at least 4"),
        ("not 3", "killed", "fa", "نه ۳"),
        ("denied", "happened", "fa", "روی نداد"),
        ("2020-03-11", "date", "en", "March 11, 2020"),
        ("2020-03-11/2020-03-12", "date", "en", "March 11, 2020 – March 12, 2020"),
        ("Third Dawn Brigade", "actor", "fa", "Third Dawn Brigade"),
        ("at least 4 of them", "wording", "fa", "at least 4 of them"),
    ],
)
def test_versions_are_put_into_the_words_of_a_page(
    value: str, about: str, language: str, printed: str
) -> None:
    assert version_words(value, about, load_words(language)) == printed


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
def test_the_reason_keeps_its_names(language: str) -> None:
    reason = (
        "7 outlets, 3 origins: Reuters (5 reprints; cited by 2), "
        "Fars (with Kahroba and Tasnim, same owner), Wire"
    )
    told = independence_words(reason, load_words(language))
    assert (told == reason) == (language == "en")
    kept = ("Reuters (", "Fars (", "Kahroba", "Tasnim", "Wire")
    assert [name for name in kept if name not in told] == []
    assert ("reprints" in told, "same owner" in told) == (language == "en", language == "en")


def test_a_page_that_is_not_there_says_where_to_look(client: TestClient) -> None:
    page = client.get("/storys", headers={"accept-language": "fa"})
    assert page.status_code == 404
    assert "/storys" in page.text
    assert "Not Found" not in page.text
    assert client.get("/api/storys").json() == {
        "error": load_words("en")("error.no_page", path="/api/storys")
    }
