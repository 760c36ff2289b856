"""Phrases that mean something only beside another: "the third month" of a year, "the day" before Easter."""

from dateline.extract.times.amount_terms import Amount
from dateline.extract.times.amounts import duration_value
from dateline.extract.times.matched import Matched
from dateline.extract.times.readings import HALF, Reading, Share
from dateline.extract.times.scene import Scene
from dateline.model.times import TimeKind

HALF_NAME = "H"  # of "H1" and "H2"
SHARED_UNITS = ("day", "week", "month", "year")  # of a longer period; quarters have names of their own


def share_of_period(matched: Matched, _: Scene) -> Reading | None:
    """Read "the third month", "the last four months", "the first ten days" in front of "of" and a period."""
    count, unit = 1.0, ""
    if matched.has("amount"):
        amount = matched.terms["amount"].value
        assert isinstance(amount, Amount)
        count, unit = amount.count or 0, amount.unit
    nth = -1 if matched.has("final") else matched.number("n")
    if count != int(count) or count < 1 or (matched.has("amount") and nth > 1):
        return None
    unit = unit or matched.value("unit")
    if unit not in SHARED_UNITS:
        return None
    share = Share(nth, int(count), unit)
    return Reading(TimeKind.DATE, "", moves=False, alone=False, share=share)


def half_of_period(matched: Matched, _: Scene) -> Reading | None:
    """Read "the first half" in front of a month, decade or century."""
    name = matched.value("half")
    of_year = matched.has("unit") and matched.value("unit") == "year"  # which has a name: 2015-H1
    if of_year or not name.startswith(HALF_NAME):
        return None
    share = Share(int(name.removeprefix(HALF_NAME)), 1, HALF)
    return Reading(TimeKind.DATE, "", moves=False, alone=False, share=share)


def unit_beside(matched: Matched, _: Scene) -> Reading | None:
    """Read "the day" of "the day before last Tuesday": so far from it."""
    value = duration_value(Amount(1, matched.value("unit")))
    return Reading(TimeKind.DURATION, value, moves=False, alone=False)
