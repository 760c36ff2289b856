"""What is the same in every language: sounds of names, numbers, days, places, known names."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.link.marks import DAY_RARITY, LATER_SHARE, LEAD_CHARACTERS, marks_of
from dateline.model.annotations import Annotations, PlacePrecision, PlaceReference, Quantity
from dateline.model.documents import Document
from dateline.model.times import TimeExpression, TimeKind
from dateline.text.fold import folded_words

NOON = datetime(2020, 3, 12, 12, tzinfo=UTC)


def marks(text: str, lang: str, made: Annotations | None = None) -> set[str]:
    document = Document("d", "", "", None, None, None, None, None, NOON, lang, text, (), "")
    return set(marks_of(document, made, folded_words(text)))


def sounds(text: str, lang: str) -> set[str]:
    return {mark for mark in marks(text, lang) if mark.startswith("sound ")}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("سفر بهزادفر به حلب", "fa"),
        ("زيارة بهزادفر إلى حلب", "ar"),
        ("وبهزادفر في حلب", "ar"),
        ("ביקורו של בהזאדפר", "he"),
    ],
)
def test_a_name_sounds_the_same_in_each_alphabet(text: str, lang: str) -> None:
    assert sounds("In Aleppo, Behzadfar's visit ended.", "en") & sounds(text, lang)


def test_a_name_that_comes_late_only_tells_less() -> None:
    filler = "the port was closed and " * (LEAD_CHARACTERS // 20)

    def told(text: str) -> float:
        document = Document("d", "", "", None, None, None, None, None, NOON, "en", text, (), "")
        found = marks_of(document, None, folded_words(text))
        return max(rarity for mark, rarity in found.items() if mark.startswith("sound "))

    early, late = told(f"Behzadfar said {filler}"), told(f"{filler} Behzadfar said")
    assert late == pytest.approx(LATER_SHARE * early)


def test_words_without_a_capital_are_no_names_where_there_are_capitals() -> None:
    assert sounds("the behzadfar visit", "en") == set()
    assert sounds("Said The They", "en") == set()


@pytest.mark.parametrize(
    ("text", "lang"),
    [("143,000 people", "en"), ("۱۴۳٬۰۰۰ نفر", "fa"), ("١٤٣٬٠٠٠ شخص", "ar"), ("143000", "en")],
)
def test_numbers_are_one_however_they_are_written(text: str, lang: str) -> None:
    assert "number 143000" in marks(text, lang)


@pytest.mark.parametrize("text", ["1.2.3", "12.03.2020 10.30.15"])
def test_what_has_several_points_is_no_number(text: str) -> None:
    assert not any(mark.startswith("number") for mark in marks(text, "en"))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Talks in Iran went on.", "en"),
        ("گفتگوها در ایران", "fa"),
        ("محادثات في إيران", "ar"),
        ("بإيران", "ar"),
        ("שיחות באיראן", "he"),
    ],
)
def test_states_are_known_by_their_code(text: str, lang: str) -> None:
    assert "states ir" in marks(text, lang)


def test_what_was_read_in_a_document_marks_it() -> None:
    made = Annotations(
        "d",
        (),
        times=(
            TimeExpression(0, 1, TimeKind.DATE, "2020-03-11", "2020-03-11", "2020-03-11"),
            TimeExpression(0, 1, TimeKind.DATE, "2020", "2020", "2020"),
        ),
        places=(PlaceReference("m1", 36.5, 44.3, "Harir", "iq", 95446, PlacePrecision.CITY, 0.9),),
        quantities=(Quantity(0, 1, 3.0, 3.0, "killed"), Quantity(0, 1, None, 4.0, "wounded")),
    )
    assert marks("", "en", made) == {"day 2020-03-11", "place 95446", "number 3"}
    nowhere = replace(made.places[0], geonameid=None)
    assert "place Harir" in marks("", "en", replace(made, places=(nowhere,)))
    country = replace(made.places[0], precision=PlacePrecision.COUNTRY)
    assert "place 95446" not in marks("", "en", replace(made, places=(country,)))


@pytest.mark.parametrize(
    ("day", "is_news"), [("2020-03-12", True), ("2020-03-11", True), ("2020-03-10", False)]
)
def test_the_day_of_printing_and_the_one_before_tell_little(day: str, is_news: bool) -> None:
    read = Annotations("a", (), times=(TimeExpression(0, 5, TimeKind.DATE, day, day, day),))
    document = Document("d", "", "", None, None, None, None, None, NOON, "en", "", (), "")
    told = marks_of(document, read, [])
    assert (told[f"day {day}"] < DAY_RARITY) is is_news


def test_a_longer_number_tells_more() -> None:
    document = Document("d", "", "", None, None, None, None, None, NOON, "en", "7 in 2019, 83, 45120", (), "")
    found = marks_of(document, None, [])
    assert found["number 7"] < found["number 2019"] < found["number 83"] < found["number 45120"]
