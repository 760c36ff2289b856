"""Phrases that mean something only beside another: "the third month" of a year, "the day" before Easter."""

from dataclasses import replace

from dateline.extract.times.meanings.amounts import duration_value
from dateline.extract.times.meanings.matched import Matched
from dateline.extract.times.scene.readings import HALF, SOME, Reading, Share
from dateline.extract.times.scene.scene import Scene
from dateline.extract.times.terms.amounts import Amount
from dateline.model.times import TimeKind

HALF_NAME = "H"  # of "H1" and "H2"
SHARED_UNITS = (
    "day",
    "week",
    "month",
    "year",
    "decade",
)  # of a longer period; quarters have names of their own


def share_of_period(matched: Matched, _: Scene) -> Reading | None:
    """Read "the third month", "the last four months", "the first few days" in front of "of" and a period."""
    nth = -1 if matched.has("final") else matched.number("n")
    if not matched.has("amount"):
        return _share(nth, 1, matched.value("unit"))
    amount = matched.terms["amount"].value
    assert isinstance(amount, Amount)
    if nth > 1 or (amount.count is not None and (amount.count != int(amount.count) or amount.count < 1)):
        return None
    if amount.count is None:
        return replace(_duration(amount), share=Share(nth, SOME, amount.unit))
    return _share(nth, int(amount.count), amount.unit)


def _share(nth: int, count: int, unit: str) -> Reading | None:
    if unit not in SHARED_UNITS:
        return None
    return Reading(TimeKind.DATE, "", moves=False, alone=False, share=Share(nth, count, unit))


def some_of_period(matched: Matched, _: Scene) -> Reading | None:
    """Read "the first days", "the final weeks" in front of "of" and a period: its first or last part."""
    late = matched.has("final") or (matched.has("modifier") and matched.value("modifier") == "END")
    if matched.has("n") and matched.terms["n"].code == "O" and matched.number("n") != 1:
        return None
    unit = matched.value("unit")
    return replace(_duration(Amount(None, unit)), share=Share(-1 if late else 1, SOME, unit))


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
    return replace(_duration(Amount(1, matched.value("unit"))), alone=False)


def _duration(amount: Amount) -> Reading:
    return Reading(TimeKind.DURATION, duration_value(amount), moves=False)
