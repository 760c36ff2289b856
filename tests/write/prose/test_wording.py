from dataclasses import replace

import pytest

from dateline.model.annotations import LostMark, Mark
from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind
from dateline.text.fold import fold
from dateline.write.prose.wording import in_house_words
from tests.write.factory import document, notes

NAMES = {fold(spelling): "Kian Darabi" for spelling in ("Kian Darabi", "Kiyan Dara-bi", "Darabi", "Dara-bi")}


LOST = (("Iraqs", Mark.OWNER), ("Mosuls", Mark.OWNER), ("town", Mark.COMMA))


def house(text: str, times: dict[str, str], *, lang: str = "en", day: str = "2021-05-05") -> str:
    found = document(text, lang=lang, day=day)
    noted = replace(notes(found), times=tuple(_time(text, words, value) for words, value in times.items()))
    return in_house_words(found, noted, Span(0, len(text)), names=NAMES, language="en")


def _time(text: str, words: str, value: str) -> TimeExpression:
    start = text.index(words)
    return TimeExpression(start, start + len(words), TimeKind.DATE, value, value, value)


@pytest.mark.parametrize(
    ("text", "times", "printed"),
    [
        ("The road was cut on Monday.", {"Monday": "2021-05-03"}, "The road was cut on May 3."),
        (
            "The minister said Monday he would stay.",
            {"Monday": "2021-05-03"},
            "The minister said on May 3 he",
        ),
        ("Rockets fell on Sunday evening.", {"Sunday evening": "2021-05-02"}, "on the evening of May 2."),
        ("It fell on Sunday night, he said.", {"Sunday": "2021-05-02"}, "on the night of May 2, he"),
        (
            "It fell in the early hours of Monday.",
            {"the early hours of Monday": "2021-05-03"},
            "in the early hours of May 3.",
        ),
        ("In a Monday statement he denied it.", {"Monday": "2021-05-03"}, "In a May 3 statement he"),
        ("He said earlier today it fell.", {"earlier today": "2021-05-05"}, "said earlier on May 5 it"),
        ("Mondays attack killed two.", {"Monday": "2021-05-03"}, "The May 3 attack killed two."),
        ("Last Monday’s attack killed two.", {"Last Monday": "2021-05-03"}, "The May 3 attack killed two."),
        ("Troops left a day earlier.", {"a day earlier": "2021-05-04"}, "Troops left on May 4."),
        ("It had taken ten posts by Monday.", {"Monday": "2021-05-03"}, "had taken ten posts by May 3."),
        (
            "He was taken three weeks ago.",
            {"three weeks ago": "2021-04-12"},
            "taken three weeks before May 5.",
        ),
        (
            "He was taken three weeks ago, a clerk said on Wednesday.",
            {"three weeks ago": "2021-04-12", "Wednesday": "2021-05-05"},
            "taken three weeks earlier, a clerk said on May 5.",
        ),
        ("It rained last month.", {"last month": "2021-04-01"}, "It rained in April."),
        ("It has rained since last week.", {"last week": "2021-04-26"}, "rained since the week of April 26."),
        ("Earlier this month it rained.", {"Earlier this month": "2021-05-01"}, "Earlier in May it rained."),
        (
            "Buses came between Sunday evening and Tuesday dawn.",
            {"Sunday evening": "2021-05-02", "Tuesday dawn": "2021-05-04"},
            "between the evening of May 2 and the dawn of May 4.",
        ),
        ("It fell at dawn Friday.", {"dawn Friday": "2021-05-07"}, "at dawn on May 7."),
        ("It fell early on Tuesday.", {"early on Tuesday": "2021-05-04"}, "fell early on May 4."),
        (
            "It fell early Sunday morning.",
            {"early Sunday morning": "2021-05-02"},
            "early on the morning of May 2.",
        ),
        ("On Tuesday the mayor left.", {"Tuesday": "2021-05-04"}, "On May 4 the mayor left."),
        ("A film made by a wire on Monday showed it.", {"Monday": "2021-05-03"}, "a wire on May 3 showed"),
        ("It struck before dawn on Friday.", {"dawn on Friday": "2021-05-07"}, "before dawn on May 7."),
        ("The road stays closed until Friday.", {"Friday": "2021-05-07"}, "stays closed until May 7."),
        ("It closed on Friday.", {"Friday": "2020-12-31"}, "It closed on Friday."),
    ],
)
def test_a_day_of_the_week_becomes_the_date(text: str, times: dict[str, str], printed: str) -> None:
    assert printed in house(text, times)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("“We leave on Monday,” the driver said.", {"Monday": "2021-05-03"}),
        ("The road is closed until Saturday.", {"Saturday": "2021-05-01"}),
        ("The road was cut on May 3.", {"May 3": "2021-05-03"}),
        ("The talks took two days.", {"two days": "2021-05-03"}),
    ],
)
def test_what_is_quoted_or_not_certain_stays(text: str, times: dict[str, str]) -> None:
    assert house(text, times) == text


def test_an_undated_document_keeps_its_weekdays() -> None:
    assert house("It fell on Monday.", {"Monday": "2021-05-03"}, day="2021-05") == "It fell on Monday."


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Kiyan Dara-bi met the governor.", "Kian Darabi met the governor."),
        ("The talks with Dara-bi failed.", "The talks with Darabi failed."),
        ("“Dara-bi lied,” the governor said.", "“Dara-bi lied,” the governor said."),
        ("The Dara-bism of the day", "The Dara-bism of the day"),
    ],
)
def test_a_name_has_one_spelling_outside_quotations(text: str, printed: str) -> None:
    assert house(text, {}) == printed


def test_another_language_is_left_as_it_is() -> None:
    text = "دارابی روز دوشنبه آمد."
    assert house(text, {"روز دوشنبه": "2021-05-03"}, lang="fa") == text


def test_a_text_that_lost_its_apostrophes_and_commas_gets_them_back() -> None:
    text = "Iraqs army left Mosuls old town a doctor said by telephone."
    lost = [(text.index(word) + len(word), mark) for word, mark in LOST]
    found = document(text)
    noted = replace(notes(found), lost=tuple(LostMark(at, mark, 0.9) for at, mark in lost))
    printed = in_house_words(found, noted, Span(0, len(text)), names={}, language="en")
    assert printed == "Iraq’s army left Mosul’s old town, a doctor said by telephone."
