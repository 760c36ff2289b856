"""Whole numbers spelled by the rules of a language: what the readers of numbers are tried on."""

from collections.abc import Callable, Sequence

UNITS_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS_EN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES_EN = ("", "thousand", "million", "billion", "trillion")

UNITS_FA = [
    "صفر",
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
]
TENS_FA = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
HUNDREDS_FA = ["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
SCALES_FA = ("", "هزار", "میلیون", "میلیارد", "تریلیون")

MASCULINE_AR = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
FEMININE_AR = ["واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
TENS_AR = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS_AR = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
SCALES_AR = (  # one, two, three to ten, eleven and more
    ("ألف", "ألفان", "آلاف", "ألفا"),
    ("مليون", "مليونان", "ملايين", "مليونا"),
    ("مليار", "ملياران", "مليارات", "مليارا"),
    ("تريليون", "تريليونان", "تريليونات", "تريليونا"),
)

MASCULINE_HE = ["אחד", "שניים", "שלושה", "ארבעה", "חמישה", "שישה", "שבעה", "שמונה", "תשעה", "עשרה"]
FEMININE_HE = ["אחת", "שתיים", "שלוש", "ארבע", "חמש", "שש", "שבע", "שמונה", "תשע", "עשר"]
OF_HE = ["שלושת", "ארבעת", "חמשת", "ששת", "שבעת", "שמונת", "תשעת", "עשרת"]
TENS_HE = ["עשרים", "שלושים", "ארבעים", "חמישים", "שישים", "שבעים", "שמונים", "תשעים"]
SCALES_HE = ("", "אלף", "מיליון", "מיליארד", "טריליון")


def groups_of(number: int) -> list[tuple[int, int]]:
    """Return the groups of three digits that are not zero with their powers of a thousand, greatest first."""
    groups, power = [], 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            groups.append((group, power))
        power += 1
    return groups[::-1]


def english(number: int) -> str:
    """Spell a number: "one million two hundred and five thousand and thirty-one"."""

    def group(value: int) -> str:
        hundreds, rest = divmod(value, 100)
        below = (
            UNITS_EN[rest]
            if rest < 20
            else TENS_EN[rest // 10 - 2] + (rest % 10 > 0) * f"-{UNITS_EN[rest % 10]}"
        )
        parts = [f"{UNITS_EN[hundreds]} hundred"] * (hundreds > 0) + [below] * (rest > 0)
        return " and ".join(parts)

    spelled = [f"{group(value)} {SCALES_EN[power]}".strip() for value, power in groups_of(number)]
    if len(spelled) > 1 and number % 1000 and number % 1000 < 100:
        spelled[-1] = f"and {spelled[-1]}"
    return " ".join(spelled) or UNITS_EN[0]


def persian(number: int) -> str:
    """Spell a number in Persian, all its parts joined by "و"."""

    def group(value: int) -> list[str]:
        hundreds, rest = divmod(value, 100)
        parts = [HUNDREDS_FA[hundreds - 1]] * (hundreds > 0)
        if rest >= 20:
            parts.append(TENS_FA[rest // 10 - 2])
            rest %= 10
        return parts + [UNITS_FA[rest]] * (rest > 0)

    def scaled(value: int, power: int) -> str:
        spelled = "" if (value, power) == (1, 1) else " و ".join(group(value))
        return f"{spelled} {SCALES_FA[power]}".strip()

    return " و ".join(scaled(*each) for each in groups_of(number)) or UNITS_FA[0]


def arabic(number: int, *, feminine: bool = False) -> str:
    """Spell a number in Arabic as it is said of masculine or feminine nouns; scales are masculine."""
    spelled = [
        _arabic_scaled(value, power) if power else " و".join(_arabic_group(value, feminine=feminine))
        for value, power in groups_of(number)
    ]
    return " و".join(spelled) or "صفر"


def _arabic_scaled(value: int, power: int) -> str:
    one, two, few, many = SCALES_AR[power - 1]
    if value <= 2:
        return (one, two)[value - 1]
    noun = few if value <= 10 else one if value % 100 == 0 else many
    return f"{' و'.join(_arabic_group(value, feminine=False))} {noun}"


def _arabic_group(value: int, *, feminine: bool) -> list[str]:
    hundreds, rest = divmod(value, 100)
    parts = [HUNDREDS_AR[hundreds - 1]] * (hundreds > 0)
    units = FEMININE_AR if feminine else MASCULINE_AR
    if rest <= 10:
        return parts + units[rest - 1 : rest] if rest else parts
    if rest < 20:
        ten = "عشرة" if feminine else "عشر"
        first = {11: "إحدى" if feminine else "أحد", 12: "اثنتا" if feminine else "اثنا"}
        return [*parts, f"{first.get(rest, units[rest - 11])} {ten}"]
    return [*parts, *[units[rest % 10 - 1]] * (rest % 10 > 0), TENS_AR[rest // 10 - 2]]


def hebrew(number: int, *, feminine: bool = True) -> str:
    """Spell a number in Hebrew as it is said of feminine or masculine nouns; the last part has its "and"."""
    parts = [part for each in groups_of(number) for part in _hebrew_parts(*each, feminine=feminine)]
    joined = len(parts) > 1 and not parts[-1].startswith("ו")
    return " ".join([*parts[:-1], f"{'ו' * joined}{parts[-1]}"]) if parts else "אפס"


def _hebrew_parts(value: int, power: int, *, feminine: bool) -> list[str]:
    if power == 0:
        return _hebrew_group(value, FEMININE_HE if feminine else MASCULINE_HE)
    scale = SCALES_HE[power]
    if value == 1:
        return [scale]
    if value == 2:
        return ["אלפיים" if power == 1 else f"שני {scale}"]
    if power == 1 and value <= 10:
        return [f"{OF_HE[value - 3]} אלפים"]
    *before, last = _hebrew_group(value, MASCULINE_HE)
    return [*before, f"{'ו' * (len(before) > 0)}{last} {scale}"]


def _hebrew_group(value: int, units: Sequence[str]) -> list[str]:
    hundreds, rest = divmod(value, 100)
    parts = {0: [], 1: ["מאה"], 2: ["מאתיים"]}.get(hundreds) or (
        [f"{FEMININE_HE[hundreds - 1]} מאות"] if hundreds else []
    )
    if 0 < rest <= 10:
        return [*parts, units[rest - 1]]
    if 10 < rest < 20:
        ten = "עשרה" if units is FEMININE_HE else "עשר"
        first = {11: "אחת" if units is FEMININE_HE else "אחד", 12: "שתים" if units is FEMININE_HE else "שנים"}
        return [*parts, f"{first.get(rest, units[rest - 11])} {ten}"]
    tens = [TENS_HE[rest // 10 - 2]] * (rest >= 20)
    return [*parts, *tens, *[units[rest % 10 - 1]] * (rest >= 20 and rest % 10 > 0)]


SPELLINGS: dict[str, tuple[str, Callable[[int], str]]] = {
    "English": ("en", english),
    "Persian": ("fa", persian),
    "Arabic": ("ar", arabic),
    "Arabic, feminine": ("ar", lambda number: arabic(number, feminine=True)),
    "Hebrew": ("he", hebrew),
    "Hebrew, masculine": ("he", lambda number: hebrew(number, feminine=False)),
}
