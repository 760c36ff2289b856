"""Pieces that the patterns of the time grammar are made of: a month, a weekday in front, a year behind."""

MONTH = r"(?P<m>[Mm])(?:/[Mm]|\([Mm]\))?"
WEEKDAY_BEFORE = r"(?:U?(?P<weekday>W)[,Uioa]{0,3})?"
MODIFIER = r"(?P<modifier>[kbj])-?[oa]{0,2}"
MODIFIED = rf"(?:{MODIFIER})?"
YEAR = r"(?:(?:[oU,]{0,2}|ia?U)(?P<y>Y))?"
UNIT = "(?P<unit>U)"
LAST, NEXT = "(?P<last>[lKr])", "(?P<next>[ndκ])"
MONTH_DAY = rf"{WEEKDAY_BEFORE}{MONTH}(?:[-/]?(?P<d>[NO])|a(?P<d>O))(?!:N)"
DAY_MONTH = rf"{WEEKDAY_BEFORE}(?P<d>[NO])[-/]?[oUif]{{0,2}}{MONTH}"
NAMED_DAY = r"(?P<day>D)[,(]{0,2}U?(?P<w>W)(?![,&]{0,2}U?W)(?:\))?"  # "yesterday, Tuesday"
HOUR = "(?P<hour>N)(?![-/.:%,][N9%]|[UhIN%])"
AT_END = r"(?=[.,)\"']{0,3}$)"  # of what a run of known words says: marks may follow
HOUR_BY_ORDINAL = rf"(?P<hour>O){AT_END}"  # "في السابعة"
AFTER_YEAR = "(?![-/.:%,][N9%]|[UhIN%MmO])"  # nothing that the number in front could count
NTH = "a?(?:(?P<n>O)|(?P<final>[lζλ]))"
CLOCK, PART, AMOUNT = "(?P<clock>!)", "(?P<part>P)", "(?P<amount>#)"
WEEKDAYS = "U?(?P<w>W)[-u&]U?(?P<w2>W)"
LED_WEEKDAYS = "fU?(?P<w>W)[-u&]?U?(?P<w2>W)"  # "بين الأربعاء والجمعة", the "and" being part of the word
_PERIOD = "a?(?:[@YMmSγHV5]|[cnκlrd]?U|O-?U|U[cnκlrdYO]|[NO]Y?U)"  # of which a part is told
NO_LONGER = "(?![YNOlncrdsA])"  # "the month" stands alone
RELATIVE_UNIT = rf"(?:c{UNIT}|{LAST}{UNIT}|{NEXT}{UNIT}|{UNIT}(?:c|(?P<last>[lA])|{NEXT}))"
OF_LAST_YEAR = rf"[oif,]{{0,2}}a?U?{RELATIVE_UNIT}"  # its unit has to be a year
OF_YEAR = rf"(?:[oif,]{{0,2}}a?U?(?P<y>Y)|{OF_LAST_YEAR})"
NEXT_TO_PERIOD = f"(?=[of]{{0,2}}{_PERIOD})"  # of which no word needs to be in front: "روز پنجم ماه"
IN_PERIOD, OF_PERIOD = f"(?=[oif]{{1,2}}{_PERIOD})", f"(?=[of]{{1,2}}{_PERIOD})"
