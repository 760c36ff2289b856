"""Which pattern of class letters is read by which rule; the first that fits at a place wins."""

import re
from functools import cache, lru_cache

from dateline.extract import times_amounts as amounts
from dateline.extract import times_days as days
from dateline.extract import times_holidays as holidays
from dateline.extract import times_periods as periods
from dateline.extract import times_quarters as quarters
from dateline.extract.times_matched import Matched, Rule
from dateline.text.lexicon import Run

_M = r"(?P<m>[Mm])(?:/[Mm]|\([Mm]\))?"
_W = r"(?:U?W[,Ui]{0,2})?"
_K = r"(?P<modifier>[kbj])-?[oa]{0,2}"
_KK = rf"(?:{_K})?"
_YEAR = r"(?:[oU,]{0,2}(?P<y>Y))?"
_U = "(?P<unit>U)"
_L, _N = "(?P<last>[lKr])", "(?P<next>[nd])"
_MD = rf"{_W}{_M}(?P<d>[NO])(?!:N)"
_DM = rf"{_W}(?P<d>[NO])[oUif]{{0,2}}{_M}"
_CLOCK, _PART, _AMOUNT = "(?P<clock>!)", "(?P<part>P)", "(?P<amount>#)"

SHAPES_REMEMBERED = 20_000
_PIECES = re.compile(r"\[[^]]*\]|\\.|.")  # of a pattern: letter classes and escapes are one piece

PATTERNS: tuple[tuple[str, Rule], ...] = (
    (r"(?P<date>@)-(?P<date2>@)", days.full_range),
    (r"(?<=f)(?P<date>@)[u&](?P<date2>@)", days.full_range),
    (rf"{_W}{_M}(?P<d>[NO])[-u](?P<date>@)", days.range_to_full),
    (rf"{_W}(?P<d>[NO])[-u](?P<date>@)", days.range_to_full),
    (r"(?<=f)(?P<d>[NO])[&](?P<date>@)", days.range_to_full),
    (rf"{_W}{_M}(?P<d>[NO])-(?P<d2>[NO])(?!:){_YEAR}", days.days_of_month),
    (rf"(?<=f){_W}{_M}(?P<d>[NO])[u&](?P<d2>[NO])(?!:){_YEAR}", days.days_of_month),
    (rf"{_W}{_M}(?P<d>[NO])[-u](?P<m2>[Mm])(?P<d2>[NO])(?!:){_YEAR}", days.days_of_month),
    (rf"{_W}(?P<d>[NO])[-u](?P<d2>[NO])[oUi]{{0,2}}{_M}{_YEAR}", days.days_of_month),
    (rf"(?<=f)(?P<d>[NO])&(?P<d2>[NO])[oUi]{{0,2}}{_M}{_YEAR}", days.days_of_month),
    (rf"(?P<date>@)[,i-]{{0,2}}{_CLOCK}", days.dated_part),
    (rf"{_CLOCK}[,io-]{{0,3}}a?(?P<date>@)", days.dated_part),
    (rf"{_PART}[oi,]{{0,2}}a?(?P<date>@)", days.dated_part),
    (rf"{_KK}(?P<date>@)", days.full_date),
    (rf"{_MD}[,i-]{{0,2}}{_CLOCK}", days.partial_part),
    (rf"{_DM}[,i-]{{0,2}}{_CLOCK}", days.partial_part),
    (rf"{_CLOCK}[,io]{{0,2}}{_MD}", days.partial_part),
    (rf"{_CLOCK}[,io]{{0,2}}{_DM}", days.partial_part),
    (rf"{_PART}[oi]{{0,2}}{_MD}", days.partial_part),
    (rf"{_PART}[oi]{{0,2}}{_DM}", days.partial_part),
    (_MD, days.day_of_month),
    (_DM, days.day_of_month),
    (r"e(?:(?P<m>[Mm])|(?P<season>S))", amounts.every_year),
    (rf"{_KK}{_M}U?{_U}(?P<last>[lA])", periods.month_alone),
    (rf"{_KK}{_M}U?{_U}{_N}", periods.month_alone),
    (rf"{_KK}{_M}{_L}{_U}", periods.month_alone),
    (rf"{_KK}{_M}{_N}{_U}", periods.month_alone),
    (rf"{_KK}{_M}[,o]?U?c{_U}|{_KK}{_M}U{_U}c", periods.month_alone),
    (rf"{_L}{_M}", periods.month_alone),
    (rf"{_N}{_M}", periods.month_alone),
    (rf"{_M}U?(?P<last>[lA])", periods.month_alone),
    (rf"{_M}U?{_N}", periods.month_alone),
    (rf"{_K}{_M}", periods.month_alone),
    (rf"{_M}U", periods.month_alone),
    (r"(?P<m>M)|(?<=[iof&uc-])(?P<m>m)", periods.month_alone),
    (rf"{_KK}{_L}(?P<w>W){_PART}?", days.weekday),
    (rf"{_KK}{_N}(?P<w>W){_PART}?", days.weekday),
    (r"U?(?P<w>W)(?P<last>[lA])", days.weekday),
    (rf"U?(?P<w>W){_N}", days.weekday),
    (r"(?P<e>e)(?P<w>W)", amounts.every),
    (
        rf"U?(?P<w>W)[,io]{{0,2}}c{_U}|U?(?P<w>W)[,io]{{0,2}}(?P<next>[nd]){_U}|U?(?P<w>W)[,io]{{0,2}}(?P<last>[lr]){_U}",
        days.weekday_of_week,
    ),
    (rf"{_CLOCK}[,io]{{0,2}}U?(?P<w>W)", days.weekday),
    (rf"{_KK}U?(?P<w>W)[,i]{{0,2}}{_CLOCK}", days.weekday),
    (rf"{_PART}[oia]{{0,2}}U?(?P<w>W)", days.weekday),
    (rf"{_KK}c?U?(?P<w>W){_PART}?", days.weekday),
    (rf"{_PART}[oia]{{0,2}}(?P<day>D)", days.day_word),
    (rf"{_KK}(?P<day>D)[,i]{{0,2}}{_CLOCK}", days.day_word),
    (rf"{_CLOCK}[,io]{{0,2}}(?P<day>D)", days.day_word),
    (rf"{_KK}(?P<day>D){_PART}?", days.day_word),
    (r"(?P<years>V)", periods.year_word),
    (r"(?P<night>T)", days.night_word),
    (rf"c{_PART}|{_PART}c", days.this_part),
    (rf"(?P<same>s){_PART}", days.this_part),
    (rf"{_AMOUNT}-?A", amounts.ago),
    (rf"G{_AMOUNT}", amounts.ago),
    (rf"G{_U}(?![lncrd])", amounts.one_ago),
    (rf"(?P<ahead>J){_AMOUNT}", amounts.ago),
    (rf"{_AMOUNT}(?P<ahead>Q)", amounts.ago),
    (r"a?(?P<unit>U)-[Ab]a?O?-?(?:U|Z)|a?Zl(?P<unit>U)|a?Z1(?P<unit>U)A", quarters.year_ago_period),
    (r"a?(?P<unit>U)-[Ab]", quarters.year_ago),
    (r"a?[lrs]Z|aZ", quarters.the_period),
    (r"a?(?P<y>Y)(?:Z|(?P<unit>U)(?!U))", quarters.period_of_year),
    (rf"a?{_AMOUNT}-?0", amounts.nothing),
    (rf"{_AMOUNT}-?(?:b|B(?=[,.)&\"]))", amounts.earlier),
    (rf"{_AMOUNT}(?P<ahead>[jd]|F(?=[,.)&\"]))", amounts.earlier),
    (rf"[lK]{_AMOUNT}|{_AMOUNT}[lK]", amounts.past_duration),
    (rf"(?P<next>[nd]){_AMOUNT}|{_AMOUNT}{_N}", amounts.past_duration),
    (rf"a?(?P<d>[NO])o{_N}{_U}|a?(?P<d>[NO])o{_L}{_U}", days.day_ordinal),
    (rf"a?(?P<d>O)o?c{_U}|(?P<d>O)U?{_U}c", days.day_ordinal),
    (rf"a?(?P<n>[ON])-?{_U}o?a?(?P<y>Y)", quarters.ordinal_unit),
    (rf"a?(?P<n>[ON])-?{_U}o?{_L}U", quarters.ordinal_unit),
    (rf"a?(?P<n>[ON])-?{_U}o?{_N}U", quarters.ordinal_unit),
    (rf"a?(?P<y>Y)'?w?(?P<n>O)-?{_U}", quarters.ordinal_unit),
    (rf"(?:c|{_L}|{_N})U'w(?P<n>O)-?{_U}", quarters.ordinal_unit),
    (rf"a?{_KK}(?P<n>O)-?{_U}", quarters.ordinal_unit),
    (r"a(?P<unit>U)", quarters.the_unit),
    (r"[lK]I|IA|(?<=i)K(?![#UIqW])", amounts.vague_past),
    (r"n(?P<unit>I)|(?P<unit>I)n", amounts.vague_duration),
    (rf"{_KK}K{_U}", amounts.past_unit),
    (rf"{_KK}{_L}{_U}|{_KK}{_U}(?P<last>[lA])", periods.relative_unit),
    (rf"{_KK}{_N}{_U}|{_KK}{_U}(?P<next>n)", periods.relative_unit),
    (rf"{_KK}c{_U}|{_KK}{_U}c", periods.relative_unit),
    (rf"(?P<same>(?P<last>r)){_U}|{_U}(?P<same>(?P<last>r))", periods.relative_unit),
    (rf"(?P<same>(?P<next>d)){_U}|{_U}(?P<same>(?P<next>d))", periods.relative_unit),
    (rf"{_KK}(?P<same>s){_U}|{_KK}{_U}(?P<same>s)", periods.relative_unit),
    (r"(?P<y>Y)-(?P<y2>[YN])(?![-/])", periods.years),
    (rf"a?{_KK}(?P<y>Y)'?w|a'?{_KK}(?P<y>N)'?w|'(?P<y>N)w|{_KK}(?P<decade>5)", periods.decade),
    (rf"{_KK}U?(?P<season>S)[oU]{{0,2}}(?P<y>Y)", periods.season),
    (rf"{_KK}{_L}(?P<season>S)|(?P<season>S)U{_U}(?P<last>[lA])|(?P<season>S)(?P<last>[lA])", periods.season),
    (rf"{_KK}{_N}(?P<season>S)|(?P<season>S)U?{_N}", periods.season),
    (
        rf"{_KK}(?P<this>c)(?P<season>S)|{_K}(?P<season>S)|(?<=i)a?(?P<season>S)|(?<=ia)(?P<season>S)",
        periods.season,
    ),
    (r"(?P<holiday>H)(?:[,U]{0,2}(?P<y>Y))?", holidays.holiday),
    (rf"{_K}(?P<y>Y)|a?(?P<unit>U)(?P<y>Y)|(?P<y>Y)", periods.year),
    (r"(?P<reference>R)", amounts.reference),
    (r"y(?P<unit>I)", amounts.vague_duration),
    (r"y", amounts.vague_past),
    (r"(?P<set>E)", amounts.regular),
    (rf"e{_AMOUNT}|e{_U}|{_U}e", amounts.every),
    (r"a?(?P<next>[nd])(?P<unit>P)", days.next_part),
    (r"(?P<length>L)", amounts.long_adjective),
    (rf"{_K}{_U}|(?P<unit>3)", periods.end_of_unit),
    (rf"a?{_AMOUNT}", amounts.duration),
    (r"(?<=i)(?P<unit>I)", amounts.vague_duration),
    (rf"{_CLOCK}", days.clock),
)


@cache
def _grammar() -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    """Compile all patterns into one; group names get the number of their alternative."""
    alternatives: list[str] = []
    readers: list[Rule] = []
    for pattern, rule in PATTERNS:
        for alternative in _alternatives(pattern):
            number = len(readers)
            renamed = re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>_{number}>", alternative)
            alternatives.append(f"(?P<rule_{number}>{renamed})")
            readers.append(rule)
    return re.compile("|".join(alternatives)), tuple(readers)


def _alternatives(pattern: str) -> list[str]:
    """Split a pattern at the bars outside its groups."""
    parts, depth = [""], 0
    for piece in _PIECES.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def next_match(run: Run, at: int) -> tuple[int, int, Rule, Matched] | None:
    """Return what the grammar finds first from term `at` on: its place, the rule, what its groups caught."""
    shape = _next_shape(run.codes, at)
    if shape is None:
        return None
    first, last, number, groups = shape
    return first, last, _grammar()[1][number], Matched({name: run.terms[at] for name, at in groups})


@lru_cache(maxsize=SHAPES_REMEMBERED)
def _next_shape(codes: str, at: int) -> tuple[int, int, int, tuple[tuple[str, int], ...]] | None:
    """Return place, alternative and groups of the first match in a string of letters."""
    match = _grammar()[0].search(codes, at)
    if match is None or match.lastgroup is None:
        return None
    number = int(match.lastgroup.rpartition("_")[2])
    groups = tuple((name, match.start(group)) for name, group in _names()[number] if match[group])
    return match.start(), match.end(), number, groups


@cache
def _names() -> dict[int, list[tuple[str, str]]]:
    """Return, for each alternative, its groups: their names in the rules and in the compiled pattern."""
    names: dict[int, list[tuple[str, str]]] = {}
    for group in _grammar()[0].groupindex:
        name, _, number = group.rpartition("_")
        names.setdefault(int(number), []).append((name, group))
    return names
