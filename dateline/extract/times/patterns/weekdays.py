"""Which pattern of class letters tells a weekday, "yesterday" or "tonight", and by which rule it is read."""

from dateline.extract.times.meanings import day_parts, day_ranges, days, weekdays, weeks
from dateline.extract.times.meanings.matched import Rule
from dateline.extract.times.patterns.pieces import (
    AT_END,
    CLOCK,
    HOUR,
    HOUR_BY_ORDINAL,
    LAST,
    LED_WEEKDAYS,
    MODIFIED,
    NAMED_DAY,
    NEXT,
    PART,
    UNIT,
    WEEKDAYS,
    YEAR,
)

WEEKDAY_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (
        rf"c{UNIT}[,i]{{0,2}}{LED_WEEKDAYS}|(?P<next>[ndκ]){UNIT}[,i]{{0,2}}{LED_WEEKDAYS}"
        rf"|(?P<last>[lr]){UNIT}[,i]{{0,2}}{LED_WEEKDAYS}|{UNIT}(?P<next>[ndκ])[,i]{{0,2}}{LED_WEEKDAYS}"
        rf"|{UNIT}(?P<last>[lr])[,i]{{0,2}}{LED_WEEKDAYS}"
        rf"|{LED_WEEKDAYS}[,iof]{{0,2}}{UNIT}(?:c|(?P<next>[ndκ])|(?P<last>[lr]))",
        weeks.weekdays_of_week,
    ),
    (rf"c{UNIT}[,i]{{0,2}}f{WEEKDAYS}|{UNIT}c[,i]{{0,2}}f{WEEKDAYS}", weeks.weekdays_of_week),
    (
        rf"(?P<next>[ndκ]){UNIT}[,i]{{0,2}}f{WEEKDAYS}|{UNIT}(?P<next>[ndκ])[,i]{{0,2}}f{WEEKDAYS}",
        weeks.weekdays_of_week,
    ),
    (
        rf"(?P<last>[lr]){UNIT}[,i]{{0,2}}f{WEEKDAYS}|{UNIT}(?P<last>[lr])[,i]{{0,2}}f{WEEKDAYS}",
        weeks.weekdays_of_week,
    ),
    (
        rf"f?{WEEKDAYS}[,io]{{0,2}}(?:c|(?P<next>[ndκ])|(?P<last>[lr])){UNIT}"
        rf"|f?{WEEKDAYS}[,iof]{{0,2}}{UNIT}(?:c|(?P<next>[ndκ])|(?P<last>[lr]))",
        weeks.weekdays_of_week,
    ),
    (
        rf"U?(?P<w>W)[,iof]{{0,2}}c{UNIT}|{UNIT}c[,io]{{0,2}}U?(?P<w>W)|c{UNIT}[,io]{{0,2}}U?(?P<w>W)",
        weeks.weekday_of_week,
    ),
    (rf"U?(?P<w>W)[,io]{{0,2}}(?:(?P<next>[ndκ]){UNIT}|(?P<last>[lr]){UNIT})", weeks.weekday_of_week),
    (rf"U?(?P<w>W)[,iof]{{0,2}}(?:{UNIT}(?P<next>[ndκ])|{UNIT}(?P<last>[lr]))", weeks.weekday_of_week),
    (rf"(?P<next>[ndκ]){UNIT}[,io]{{0,2}}U?(?P<w>W)", weeks.weekday_of_week),
    (rf"{UNIT}(?P<next>[ndκ])[,i]?U?(?P<w>W)|{UNIT}(?P<last>[lr])[,i]?U?(?P<w>W)", weeks.weekday_of_week),
    (rf"(?P<last>[lr]){UNIT}[,io]{{0,2}}U?(?P<w>W)", weeks.weekday_of_week),
    (
        rf"(?:c|{LAST}|{NEXT}){UNIT}[,i]?f(?P<d>[NO])[u&-](?P<d2>[NO])(?![-/.:%,][N9%]|[UhIN%MmO])",
        day_ranges.days_of_this_month,
    ),
    (rf"(?P<w>W)(?<=uW)(?![nldrA(]){PART}?", day_ranges.weekday_ending),
    (rf"f?(?:(?P<this>c)|{LAST}|{NEXT})U?(?P<w>W)[-u]U?(?P<w2>W)(?!a?O)", day_ranges.weekday_range),
    (r"fU?(?P<w>W)U?(?P<w2>W)", day_ranges.weekday_range),
    (rf"f{WEEKDAYS}(?!a?O)|U?(?P<w>W)-U?(?P<w2>W)(?!a?O)", day_ranges.weekday_range),
    (
        r"U?(?P<w>W)[,i]?a(?P<d>O)(?!-?[UWo])|U?(?P<w>W),(?P<d>O)(?!-?[UWoMm])|U?(?P<w>W)[io](?P<d>O)(?!-?[UWoMm])",
        weekdays.weekday_with_day,
    ),
    (r"U?(?P<w>W)(?P<unit>U)(?![YNO@lnrc])", weeks.weekday_week),
    (r"I(?P<w>W)(?=&?W)", weekdays.weekday),
    (r"(?P<n>O)-?U?(?P<w>W)(?!o)|U?(?P<w>W)(?P<n>O)(?![UWMmoif])", weeks.nth_weekday),
    (
        rf"(?P<this>c)U?(?P<w>W)(?:(?:,?[io]a?)?{PART})?|(?P<this>c)U?(?P<w>W)[,i]{{0,2}}{CLOCK}",
        weekdays.weekday,
    ),
    (rf"U?(?P<w>W){PART}[,i~]{{0,3}}{CLOCK}|{CLOCK}[,i]{{0,2}}U?(?P<w>W){PART}", weekdays.weekday),
    (
        rf"U?(?P<w>W){NEXT}[,i]{{0,2}}{CLOCK}|{CLOCK}[,i]{{0,2}}{NEXT}(?P<w>W){PART}?|{CLOCK}[,i]{{0,2}}U?(?P<w>W)(?:{NEXT}|(?P<last>[lAr]))",
        weekdays.weekday,
    ),
    (rf"{CLOCK}[,io]{{0,2}}{NAMED_DAY}|{NAMED_DAY}{PART}?[,i~]{{0,3}}{CLOCK}", days.named_day),
    (rf"(?:{PART}[oia]{{0,2}})?(?P<day>D)(?P<next>d)", days.next_day),
    (rf"{PART}[oia]{{0,2}}{NAMED_DAY}|{NAMED_DAY}{PART}?", days.named_day),
    (rf"{PART}[oif]{{0,2}}U?(?P<w>W)[/&u-]?U?(?P<w2>W)", day_parts.night_between),
    (rf"(?P<day>D){PART}[,i~]{{0,3}}{CLOCK}|{CLOCK}[,i]{{0,2}}(?P<day>D){PART}", days.day_word),
    (rf"{PART}(?P<day>D)[,i~]{{0,3}}{CLOCK}", days.day_word),
    (rf"(?P<day>D){PART}i~?{HOUR}|{HOUR}i?(?P<day>D){PART}", days.day_word),
    (rf"(?P<day>D)o{HOUR_BY_ORDINAL}", days.day_word),
    (rf"U?(?P<w>W)o{HOUR_BY_ORDINAL}", weekdays.weekday),
    (rf"(?P<night>T)o{HOUR_BY_ORDINAL}", day_parts.night_hour),
    (
        rf"c{PART}o(?:{HOUR_BY_ORDINAL}|{HOUR}{AT_END})|{HOUR}c{PART}{AT_END}|(?P<hour>O)c{PART}",
        day_parts.this_part,
    ),
    (rf"(?P<day>D)i~?{HOUR}|(?<![u&]){HOUR}i?(?P<day>D){AT_END}", days.day_word_at_hour),
    (rf"U?(?P<w>W)i~?{HOUR}", weekdays.weekday_at_hour),
    (rf"c{PART}i~?{HOUR}|(?<=i){HOUR}[,]?c{PART}", day_parts.this_part),
    (rf"(?P<night>T)[,io~]{{0,3}}(?:{CLOCK}|(?P<hour>N)(?![,.]?[N%/]))", day_parts.night_hour),
    (
        rf"{CLOCK}[,i]{{0,2}}(?P<night>T)|(?P<hour>N),(?P<night>T)|(?<=[i~])(?P<hour>N)(?P<night>T)",
        day_parts.night_hour,
    ),
    (
        rf"c{PART}[,i~]{{0,3}}{CLOCK}|{PART}c[,i~]{{0,3}}{CLOCK}|{CLOCK}[,i]{{0,2}}c{PART}",
        day_parts.this_part,
    ),
    (
        rf"(?P<f>f)a?(?P<d>[NO])[u&]a?(?P<d2>[NO])[oi]?a?(?:c|{LAST}|{NEXT}){UNIT}"
        rf"|(?P<d>[NO])u(?P<d2>[NO])[oi]?a?(?:c|{LAST}|{NEXT}){UNIT}",
        day_ranges.days_of_this_month,
    ),
    (
        rf"(?:f|a?(?=[NO]-))[aU]?(?P<d>[NO])[u&-][aU]?(?P<d2>[NO])[oif]{{0,2}}(?:c|{LAST}|{NEXT}){UNIT}",
        day_ranges.days_of_this_month,
    ),
    (
        rf"(?P<f>f)U?(?P<d>[NO])[u&-]U?(?P<d2>[NO])[oif]?a?{UNIT}(?:c|(?P<last>[lA])|{NEXT})"
        rf"|(?P<d>N)[-u](?P<d2>N)[oif]{{0,2}}a?{UNIT}(?:c|(?P<last>[lA])|{NEXT})",
        day_ranges.days_of_this_month,
    ),
    (rf"(?<=f)(?P<d>[NO])[u&](?P<m>[Mm])(?P<d2>[NO]){YEAR}", day_ranges.days_of_month),
    (rf"{PART}[,oia]{{0,3}}(?:(?P<this>c)U?|{NEXT}|{LAST})(?P<w>W)", weekdays.weekday),
    (r"(?<=(?P<next>[ndκ])W[&,])(?P<w>W)|(?<=(?P<last>[lr])W[&,])(?P<w>W)", weekdays.weekday),
    (rf"{MODIFIED}{LAST}(?P<w>W){PART}?", weekdays.weekday),
    (rf"{MODIFIED}{NEXT}(?P<w>W){PART}?", weekdays.weekday),
    (r"U?(?P<w>W)(?P<last>[lAr])", weekdays.weekday),
    (rf"U?(?P<w>W){NEXT}", weekdays.weekday),
    (r"(?<=#f)U?(?P<w>(?P<ahead>W))", weekdays.weekday),
    (
        r"(?P<n>[N1])(?:(?P<w>W)|(?P<set>E))(?P<back>A)|(?P<n>[N1])(?:(?P<w>W)|(?P<set>E))[QjF]",
        weekdays.weekdays_away,
    ),
    (rf"{CLOCK}[,io]{{0,2}}U?(?P<w>W)(?!,?aO)", weekdays.weekday),
    (rf"{MODIFIED}U?(?P<w>W)[,i]{{0,2}}{CLOCK}", weekdays.weekday),
    (rf"{MODIFIED}(?P<this>c)?U?(?P<w>W),{PART}(?![oUWDM@])", weekdays.weekday),
    (rf"{PART},U?(?P<w>W)(?:(?P<last>[lAr])|{NEXT})", weekdays.weekday),
    (rf"{PART}[oia]{{0,2}}U?(?P<w>W)(?:(?P<last>[lAr])|{NEXT}|P)?", weekdays.weekday),
    (rf"{MODIFIED}c?U?(?P<w>W)(?:(?:,?[io]a?)?{PART})?", weekdays.weekday),
    (rf"{PART}[oia]{{0,2}}(?P<day>D)", days.day_word),
    (rf"{MODIFIED}(?P<day>D)[,i]{{0,2}}{CLOCK}", days.day_word),
    (rf"{CLOCK}[,io]{{0,2}}(?P<day>D)", days.day_word),
    (rf"{MODIFIED}(?P<day>D){PART}?", days.day_word),
)
