"""Which pattern of class letters tells what returns, and by which rule it is read."""

from dateline.extract.times.meanings import sets
from dateline.extract.times.meanings.matched import Rule
from dateline.extract.times.patterns.pieces import (
    AMOUNT,
    CLOCK,
    DAY_MONTH,
    HOUR,
    HOUR_BY_ORDINAL,
    MONTH_DAY,
    NTH,
    PART,
    UNIT,
)

_WEEKDAY = "U?(?P<w>W)"
_SET = "(?P<set>E)"
_YEARLY = "(?:(?P<m>[Mm])|(?P<season>S)|(?P<holiday>H))"
_DAY = f"(?:{MONTH_DAY}|{DAY_MONTH})"
_OF_EVERY_YEAR = f"[oif,]{{0,2}}e{UNIT}"

SET_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (
        rf"e(?:{_WEEKDAY}|{UNIT}|{PART})[,i]{{0,2}}{CLOCK}|e(?:{_WEEKDAY}|{PART})[io](?:{HOUR}|{HOUR_BY_ORDINAL})",
        sets.every_at_clock,
    ),
    (rf"e(?:{_WEEKDAY}|{UNIT})[,i]{{0,2}}{PART}|{PART}e(?:{_WEEKDAY}|{UNIT})", sets.every_at_named_hour),
    (rf"ε{_WEEKDAY}[,i]{{0,2}}{CLOCK}", sets.every_at_clock),
    (rf"{NTH}-?{_WEEKDAY}[of]{{1,2}}e{UNIT}", sets.every),
    (rf"{_WEEKDAY}[oif]{{1,2}}e{UNIT}", sets.weekday_of_every_week),
    (rf"{_SET}[,i]{{0,2}}{CLOCK}|{CLOCK}[,i]{{0,2}}{_SET}|{_SET}i{HOUR}", sets.every_at_clock),
    (rf"(?<=[i~]){HOUR}[,i]?e{PART}", sets.every_at_clock),
    (rf"{CLOCK}[,i]{{0,2}}e(?:U?{_WEEKDAY}|{UNIT}|{PART})", sets.every_at_clock),
    (rf"e{_DAY}|e{UNIT}[,i]{{1,2}}{_DAY}|{_DAY}{_OF_EVERY_YEAR}", sets.every_year),
    (rf"{_SET}[,i]{{1,2}}{_DAY}", sets.every_year),
    (rf"e{_YEARLY}|a?{_YEARLY}{_OF_EVERY_YEAR}", sets.every_year),
    (r"e(?P<a>N)/(?P<b>N)(?![-/:NYU%]|[.][N9])", sets.every_numeric_day),
    (
        rf"e(?P<d>O)(?![-UWoZ])|(?<!W)a?(?P<d>O)(?:-?U)?[of]e{UNIT}|e(?P<d>[NO])[of]{UNIT}"
        rf"|(?<=i)(?P<d>N)[of]e{UNIT}|U(?P<d>N)[of]e{UNIT}|e{UNIT}ia?(?P<d>O)(?![-UWo])",
        sets.every_day_of_month,
    ),
    (rf"ε(?:{UNIT}|{_WEEKDAY})|e(?P<n>O)-?(?:{UNIT}|{_WEEKDAY})", sets.every_nth),
    (rf"e{PART}|(?P<w>W){_SET}|{_SET}(?P<w>W)", sets.every_part),
    (rf"e{_WEEKDAY}|(?<=eW[&,])U?(?P<w>W)|(?<=eW,W[&,])U?(?P<w>W)", sets.every),
    (rf"{_SET}(?=&?U?W)", sets.weekday_listed),
    (rf"(?<=i)a{_SET}|e?{_SET}", sets.regular),
    (rf"N?τa?{UNIT}", sets.times_a_unit),
    (rf"#{AMOUNT}", sets.days_a_unit),
    (rf"e{AMOUNT}|e{UNIT}|{UNIT}e|τ{AMOUNT}", sets.every),
)
