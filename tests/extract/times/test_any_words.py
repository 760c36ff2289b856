"""Words of the tables in any order and with any numbers give readings that hold, and never an error."""

import random
from itertools import chain

import pytest

from dateline.extract.times import find_times
from dateline.languages import language_table
from dateline.model.times import StatedTime
from dateline.text.timewords import LISTS, VALUED, time_lexicon

NUMBERS = (0, 1, 2, 5, 9, 12, 19, 28, 30, 31, 45, 99, 600, 1399, 1441, 1990, 2020, 3000, 5780, 20200319)
PRINTED = (StatedTime("2020-02-29T16:30:00", ""), StatedTime("2020-12-31", ""), None)


def words_of(lang: str) -> list[list[str]]:
    """Return the phrases of a language's table for times, those of one meaning together."""
    table = language_table(lang, "times")
    lists = [table.get(subject, ()) for subject in LISTS]
    months = [chain(*table[name]) for name in table if name.startswith(("months", "weekdays"))]
    valued = [chain(*table.get(subject, {}).values()) for subject in VALUED]
    return [words for words in map(list, (*lists, *months, *valued)) if words]


@pytest.mark.parametrize("lang", ["en", "ar", "fa", "he"])
def test_words_in_any_order(lang: str) -> None:
    assert time_lexicon(lang)
    chance, words = random.Random(7), words_of(lang)
    for _ in range(400):
        pieces = [
            str(chance.choice(NUMBERS)) if chance.random() < 0.3 else chance.choice(chance.choice(words))
            for _ in range(chance.randint(2, 7))
        ]
        text = " ".join(pieces)
        for found in find_times(text, lang, anchor=chance.choice(PRINTED)):
            assert found.value and found.start < found.end, text
            assert found.begin is None or (found.until is not None and found.begin <= found.until), text


def test_years_before_a_calendar_begins_are_gregorian() -> None:
    (found,) = find_times("۲۶۰۰ سال پیش ساخته شد.", "fa", anchor=PRINTED[0])
    assert found.begin is None or found.begin < "0622"
