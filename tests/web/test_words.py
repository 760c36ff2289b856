"""The interface in each language: the same keys, the same fields, and none that no page prints."""

import re
import string
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dateline.web
from dateline.web.strings import LANGUAGES, choose_language, load_words

WEB = Path(dateline.web.__file__).parent


def _fields(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    english, other = load_words("en").phrases, load_words(language).phrases
    assert other.keys() == english.keys()
    assert {key for key in english if _fields(other[key]) != _fields(english[key])} == set()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_the_interface_is_translated(language: str) -> None:
    english, other = load_words("en").phrases, load_words(language).phrases
    assert [key for key in english if other[key] == english[key]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_every_form_of_the_language(language: str) -> None:
    several = {key: phrase.count("|") + 1 for key, phrase in load_words(language).phrases.items()}
    wanted = 6 if language == "ar" else 2
    assert {key for key, forms in several.items() if forms not in (1, wanted)} == set()


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "تقرير واحد"), (2, "تقريران"), (3, "3 تقارير"), (12, "12 تقريراً"), (100, "100 تقرير")],
)
def test_arabic_counts_as_arabic_does(number: int, written: str) -> None:
    assert load_words("ar")("triage.reports", n=number) == written


def test_every_phrase_asked_for_is_there() -> None:
    known = load_words("en").phrases
    pages = [path.read_text(encoding="utf-8") for path in (WEB / "templates").glob("*.html")]
    asked = {key for page in pages for key in re.findall(r"\bt\('([a-z_]+\.[a-z_]+)'", page)}
    assert asked - known.keys() == set()


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("fa", "rtl"), ("ar-IQ, en;q=0.5", "rtl"), ("de, en", "ltr"), ("", "ltr"), (",;q=x", "ltr")],
)
def test_pages_run_as_their_language_does(client: TestClient, accepted: str, expected: str) -> None:
    page = client.get("/triage", headers={"accept-language": accepted}).text
    assert f'dir="{expected}"' in page.partition(">")[2].partition(">")[0]


def test_the_chosen_language_outranks_the_browsers() -> None:
    assert choose_language("ar", "fa") == "ar"
    assert choose_language("xx", "fa") == "fa"
