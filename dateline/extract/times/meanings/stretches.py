"""The first, middle and last parts of stretches of days: "early March", "mid-2016", "the end of the week"."""

from dateline.text.calendars import DayRange, shift_days, shift_months

LONGEST_MONTH, MEAN_MONTH = 31, 30.44
DAYS_OF_MONTH_PARTS = {2: 15, 3: 10}  # the last part has the days that are over


def part_of_days(days: DayRange, modifier: str, *, parts: int = 3) -> DayRange:
    """Return the first, middle or last part of a stretch of days: of three, "early March" is 1 to 10."""
    length = (days.until - days.begin).days + 1
    whole_months = length > LONGEST_MONTH and days.begin.day == 1
    if length == 1:
        return days
    if modifier == "MID" and whole_months and length > MEAN_MONTH * 3:
        third = round(length / MEAN_MONTH) // 3
        return DayRange(shift_months(days.begin, third), shift_days(shift_months(days.begin, 2 * third), -1))
    if modifier == "MID" or not whole_months:
        parts = 3 if modifier == "MID" else parts
        return _part_by_days(days, length, modifier, parts)
    months = round(length / MEAN_MONTH) // parts
    if modifier == "START":
        return DayRange(days.begin, shift_days(shift_months(days.begin, months), -1))
    return DayRange(shift_months(days.begin, months * (parts - 1)), days.until)


def _part_by_days(days: DayRange, length: int, modifier: str, parts: int) -> DayRange:
    in_month = DAYS_OF_MONTH_PARTS[parts] if length > 10 else max(1, length // parts)
    part = length // parts if length > LONGEST_MONTH else in_month
    if modifier == "START":
        return DayRange(days.begin, shift_days(days.begin, part - 1))
    if modifier == "MID":
        return DayRange(shift_days(days.begin, part), shift_days(days.begin, 2 * part - 1))
    return DayRange(min(shift_days(days.begin, (parts - 1) * part), days.until), days.until)
