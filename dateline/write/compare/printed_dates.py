"""The dates of a text, with the parts that it gives of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.write.compare.facts import DIGITS, ORDINAL_ENDINGS
from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import OTHER_CALENDAR, lexicon

ISO_DATE = re.compile(r"(?<![\w-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
SHORT_DATE = re.compile(r"(?<![\w/.-])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\w/])")
LAST_GREGORIAN_TO_DOUBT = 1700  # a smaller year in an all-digit date counts in another calendar
MONTHS, DAYS = 12, 31


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date as printed; `None` is what the text leaves out. Months above 100 are Solar Hijri."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    weekday: int | None = None


def find_dates(text: str) -> tuple[DateFact, ...]:
    """Find all-digit dates, dates with the name of a month, and weekdays, in order.

    Of "3/12/2020" both readings are given, at the same place: the twelfth of March and the third of December.
    """
    dates = [_all_digit_date(match) for match in ISO_DATE.finditer(text)]
    dates += [date for match in SHORT_DATE.finditer(text) for date in _short_dates(match)]
    words = words_of(text)
    taken = [(date.start, date.end) for date in dates]
    for index in range(len(words)):
        date = _month_date(text, words, index) or _weekday(words[index])
        if date is not None and not any(a < date.end and date.start < b for a, b in taken):
            dates.append(date)
            taken.append((date.start, date.end))
    dates += [date for first in list(dates) for date in _range_ends(text, first)]
    return tuple(sorted(dates, key=lambda date: (date.start, date.end)))


def _all_digit_date(match: re.Match[str]) -> DateFact:
    year, month, day = (int(group) for group in match.groups())
    calendar = OTHER_CALENDAR if year < LAST_GREGORIAN_TO_DOUBT else 0
    return DateFact(year, month + calendar, day, match.start(), match.end())


def _short_dates(match: re.Match[str]) -> Iterator[DateFact]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    for day, month in {(first, second), (second, first)}:
        if 1 <= month <= MONTHS and 1 <= day <= DAYS:
            yield DateFact(year, month, day, match.start(), match.end())


def _weekday(word: Word) -> DateFact | None:
    number = lexicon().weekdays.get(word.folded)
    if number is None or (word.raw.isascii() and not word.capitalised):
        return None
    return DateFact(None, None, None, word.start, word.end, number)


def _month_date(text: str, words: Sequence[Word], index: int) -> DateFact | None:
    month, after = _month_at(words, index)
    if month is None:
        return None
    day, start, end = None, words[index].start, words[after - 1].end
    if index and (day := _day(words[index - 1])):
        start = words[index - 1].start
    elif index > 1 and words[index - 1].folded == "of" and (day := _day(words[index - 2])):
        start = words[index - 2].start
    elif after < len(words) and (day := _day(words[after])):
        end, after = words[after].end, after + 1
    year = _year_after(text, words, after, end)
    if year is not None:
        end = words[after].end
    first = _opens_sentence(text, words[index].start)
    bare = day is None and year is None
    if bare and (first or not words[index].raw.isascii()):
        return None
    return DateFact(year, month, day, start, end)


def _month_at(words: Sequence[Word], index: int) -> tuple[int | None, int]:
    """Return the month that begins at `index`, and the index after it; some names are two words."""
    months, word = lexicon().months, words[index]
    if word.raw.isascii() and not word.capitalised:
        return None, index + 1
    if index + 1 < len(words):
        pair = f"{word.folded} {words[index + 1].folded}"
        if pair in months:
            return months[pair], index + 2
    return months.get(word.folded), index + 1


def _day(word: Word) -> int | None:
    match = DIGITS.match(word.folded)
    if match is None or not match[1].isdecimal() or match[2] not in ("", *ORDINAL_ENDINGS):
        return None
    return int(match[1]) if 1 <= int(match[1]) <= 31 else None


def _year_after(text: str, words: Sequence[Word], index: int, end: int) -> int | None:
    if index >= len(words) or text[end : words[index].start].strip(" ,،\n"):
        return None
    folded = words[index].folded
    return int(folded) if len(folded) == 4 and folded.isdecimal() else None


def _range_ends(text: str, date: DateFact) -> Iterator[DateFact]:
    """Yield the last day of "March 7-8": the word after a dash is a day of the same month."""
    match = re.match(r"\s?[-–—]\s?(\d{1,2})(?!\d)", text[date.end :])
    if match and date.day is not None and 1 <= int(match[1]) <= 31:
        start = date.end + match.start(1)
        yield DateFact(date.year, date.month, int(match[1]), start, date.end + match.end(1))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \n\t“\"«'‘([•")
    return not before or before[-1] in ".!?؟:"
