"""The line of a plain text, a Word file or a PDF that tells nothing but its day: "Friday, March 20, 2020"."""

import re
from itertools import islice

from dateline.model.times import StatedTime
from dateline.read.instants import stated_dates

FOUND_IN = "date line"
NEAR_TOP = 4  # lines of text in which it is looked for
LONGEST_LINE = 80  # code points; what is longer tells more than a day
MOST_BESIDE = 3  # words beside the date: "Friday", "Published by Staff"
WHOLE_DAY = len("2020-03-20")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS = (".", "!", "?", "؟", "۔", ":")


def date_line(text: str) -> StatedTime | None:
    """Return the day that a line of its own near the top of a text states; None where none does."""
    lines = (line.strip() for line in text.splitlines())
    for line in islice(filter(None, lines), NEAR_TOP):
        stated = _only_date(line)
        if stated is not None:
            return stated
    return None


def _only_date(line: str) -> StatedTime | None:
    if len(line) > LONGEST_LINE or line.endswith(_SENTENCE_ENDS):
        return None
    dates = [stated for stated in stated_dates(line, FOUND_IN) if len(stated.value) >= WHOLE_DAY]
    if len(dates) != 1:
        return None
    beside = line.replace(dates[0].raw, " ", 1)
    return dates[0] if len(_WORD.findall(beside)) <= MOST_BESIDE else None
