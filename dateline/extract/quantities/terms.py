"""Numbers with their bounds and units: "at least five", "20 to 30 million", "dozens of", "$1.5 billion"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.extract.quantities.duals import dual_nouns
from dateline.extract.quantities.figures import bounds_of, figure
from dateline.extract.quantities.millions import MILLION, names_money, told_in_millions
from dateline.extract.quantities.pairs import PERCENT, kind_between, names_two, unit_kind
from dateline.languages import language_codes, language_table
from dateline.text.amount_words import amount_words
from dateline.text.lexicon import Lexicon, Numerals, Run, Sense
from dateline.text.numerals import Number, plain
from dateline.text.tokens import TEXTS_REMEMBERED, Tokens, fold_word, tokenize

MARKS = ",-/.:()+|'\""
MULTIPLE = "m"  # of another number: "three times as many"
LISTS = {
    "at_least": "L", "at_most": "H", "at_least_after": "l", "at_most_after": "h", "about": "~",
    "up_from": "p", "from": "f", "between": "b", "and": "&", "or": "r", "to": "u", "of": "o", "singles": "S",
    "percent_signs": PERCENT, "multiples": MULTIPLE,
}  # fmt: skip
VALUED = {"vague": "V", "duals": "X", "units": "U", "currencies": "$"}
WEAK = "LHlh~pfb&ruoUTWm" + PERCENT + MARKS
TELLING = frozenset("NVXS")  # without one of these letters a run tells no number
TIME_SUBJECTS = ("units", "plurals", "duals", "singles", "parts")
MAX_VALUE = 1e18
SHORTEST_NAME = 4  # letters that a number is written against; fewer are an article or "and": "ال24", "و15"

_PATTERN = re.compile(
    r"(?P<pre>[~LH]{0,3})"
    r"(?:(?:(?P<both>b)|f)?(?P<cash>\$)?(?P<sign>%)?(?P<n>N)(?:(?P<between>[U%])?(?(both)[-ur&]?|[-ur])(?P<sum>\$)?(?P<to>N))?"
    r"(?P<open>\+)?-?(?P<unit>[UTM%])?(?P<after>[lh](?!N))?"
    r"|(?P<v>V)o?(?P<vague_unit>[UT])?"
    r"|(?P<dual>X)|(?P<single>S))"
)


class NumberTerm(NamedTuple):
    """A number expression, tokens `first` to `last` (not included), with its bounds and its unit's kind.

    `noun` is the first token of what is counted: inside the expression only for the Arabic dual. A `timed`
    one counts years, days or hours. A `single` one is a noun with its "and" ("وجندي"). A `scored` one is one
    of two figures that fall ("3-1"), which are no range.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    kind: str | None
    noun: int
    timed: bool = False
    single: bool = False
    scored: bool = False


@cache
def quantity_language(lang: str) -> str:
    """Return the language whose table serves `lang`: itself, or English where it has none."""
    primary = lang.lower().split("-")[0]
    return primary if primary in language_codes() and language_table(primary, "quantities") else "en"


@cache
def quantity_lexicon(lang: str) -> Lexicon:
    """Return the words that numbers are written with; words of time are there to keep away from."""
    clitics = dict.fromkeys(language_table(lang, "times").get("clitics", ()), "")
    numerals = Numerals(amount_words(lang).numbers, amount_words(lang))
    return Lexicon(_senses(lang), numerals, weak=WEAK, clitics=clitics, number_code=_number_code)


def _senses(lang: str) -> Iterator[tuple[str, Sense]]:
    table, times = language_table(lang, "quantities"), language_table(lang, "times")
    for subject, letter in VALUED.items():
        for value, phrases in table.get(subject, {}).items():
            yield from ((phrase, Sense(letter, value)) for phrase in phrases)
    parts = amount_words(lang).parts
    for subject in TIME_SUBJECTS:
        for phrases in times.get(subject, {}).values():
            yield from ((phrase, Sense("T")) for phrase in phrases if fold_word(phrase) not in parts)
    for subject in ("clock", "am", "pm"):
        yield from ((phrase, Sense("T")) for phrase in times.get(subject, ()))
    for subject in times:
        if subject.startswith("months_"):
            yield from ((name, Sense("M")) for names in times[subject] for name in names)
    yield from ((dual, Sense("X", "2")) for dual in dual_nouns(lang))
    for phrases in times.get("days", {}).values():  # "39 يوم أمس": no days are counted
        yield from ((phrase, Sense("W")) for phrase in phrases if " " in phrase)
    for names in times.get("weekdays", ()):
        yield from ((name, Sense("W")) for name in names)  # "سه شنبه" is a Tuesday, and no three
    for subject, letter in LISTS.items():
        yield from ((phrase, Sense(letter)) for phrase in table.get(subject, ()))
    yield from ((mark, Sense(mark)) for mark in MARKS)


def _number_code(number: Number) -> str:
    return "O" if number.ordinal or abs(number.value) > MAX_VALUE else "N"


@lru_cache(maxsize=TEXTS_REMEMBERED)
def number_terms(text: str, lang: str) -> tuple[NumberTerm, ...]:
    """Return the number expressions of a text in order."""
    return tuple(_number_terms(text, tokenize(text), lang))


def _number_terms(text: str, tokens: Tokens, lang: str) -> Iterator[NumberTerm]:
    for run in quantity_lexicon(lang).runs(tokens):
        for match in () if TELLING.isdisjoint(run.codes) else _PATTERN.finditer(run.codes):
            found = _read(run, match, text, lang)
            two = match["to"] and names_two(run, match, tokens, lang)
            if found is not None and two:
                yield from _both_figures(run, match, found)
            elif found is not None:
                yield found
            elif match["to"]:
                yield from _score(run, match)


def _score(run: Run, match: re.Match[str]) -> Iterator[NumberTerm]:
    """Yield the two figures of "3-1", unless they are of a date."""
    figures = [run.terms[match.start(group)] for group in ("n", "to")]
    low, high = (figure(run, match.start(group)) for group in ("to", "n"))
    if low < high and not _dated(run, match):
        for term, value in zip(figures, (high, low), strict=True):
            yield NumberTerm(term.first, term.last, value, value, None, term.last, scored=True)


def _both_figures(run: Run, match: re.Match[str], found: NumberTerm) -> Iterator[NumberTerm]:
    """Yield two figures that only look like the ends of a range: the old and the new one of a change."""
    old, new = run.terms[match.start("n")], run.terms[match.start("to")]
    low, high = (figure(run, match.start(group)) for group in ("n", "to"))
    if match["between"] or match["sum"]:  # each with its own unit
        first = run.terms[match.end("between") - 1].last if match["between"] else old.last
        yield NumberTerm(old.first, first, low, low, kind_between(run, match), first)
        kind = "money" if match["sum"] else unit_kind(run, match)
        begin = run.terms[match.start("sum")].first if match["sum"] else new.first
        yield NumberTerm(begin, found.last, high, high, kind, found.last)
        return
    low, high = found.low or low, found.high or high
    yield NumberTerm(old.first, old.last, low, low, found.kind, old.last)
    yield NumberTerm(new.first, found.last, high, high, found.kind, found.last)


def _read(run: Run, match: re.Match[str], text: str, lang: str) -> NumberTerm | None:
    tokens = tokenize(text)
    timed = "T" in (_code(run, match, "unit"), _code(run, match, "vague_unit"))
    multiple = run.codes[match.end() : match.end() + 1] == MULTIPLE
    if multiple or _code(run, match, "unit") == "M" or _dated(run, match):
        return None
    if match["n"] and _in_a_name(run.terms[match.start("n")].first, tokens):
        return None
    first, last = _trimmed(run, match), run.terms[match.end() - 1].last
    if match["single"]:
        return NumberTerm(first, last, 1, 1, None, first, single=True)
    unit = None if timed else _unit(run, match)
    low, high = bounds_of(run, match, tokens, lang)
    if match["dual"]:
        return NumberTerm(first, last, low, high, unit, run.terms[match.start("dual")].first)
    if match["n"] and told_in_millions(run, match, text, lang):
        low, high = (None if each is None else plain(each * MILLION) for each in (low, high))
        money = names_money(tokens, last, lang)
        unit, last = ("money" if match["cash"] or money else None), last + money
    falling = low is not None and high is not None and low > high
    return None if falling else NumberTerm(first, last, low, high, unit, last, timed)


def _code(run: Run, match: re.Match[str], group: str) -> str:
    return run.codes[match.start(group)] if match[group] else ""


def _in_a_name(at: int, tokens: Tokens) -> bool:
    """Say whether a number is written against a name: "AK-47", "كوفيد-19", "کووید۱۹"."""
    if not at or not tokens.words[at].isdecimal() or tokens.ends[at - 1] != tokens.starts[at]:
        return False
    name = tokens.words[at - 1]
    if name != "-":
        return name.isalpha() and len(name) >= SHORTEST_NAME
    together = at > 1 and tokens.ends[at - 2] == tokens.starts[at - 1]
    name = tokens.words[at - 2]
    return together and name.isalpha() and (name.isascii() or len(name) >= SHORTEST_NAME)


def _trimmed(run: Run, match: re.Match[str]) -> int:
    """Return the first token of an expression without words that do not change its value ("the", "only")."""
    at = match.start()
    while run.codes[at] in "~f":
        at += 1
    return run.terms[at].first


def _dated(run: Run, match: re.Match[str]) -> bool:
    """Say whether the number belongs to a date or a time of day rather than counting something."""
    before = run.codes[match.start() - 1] if match.start() else ""
    after = run.codes[match.end() : match.end() + 1]
    opened = before == ":" and "N" not in run.codes[: match.start()]  # "he said: 12 people"
    if before and before in "MT/:'" and not opened:
        return True
    return not match["unit"] and after != "" and after in "MT/:"


def _unit(run: Run, match: re.Match[str]) -> str | None:
    if match["cash"]:
        return "money"
    if match["sign"] or _code(run, match, "unit") == PERCENT:
        return "percent"
    group = "unit" if match["unit"] else "vague_unit"
    return str(run.terms[match.start(group)].value) if match[group] else None
