"""Words that only look like times: the modal "may", the verb "march", the number in "2000 people"."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.languages import language_table
from dateline.text.lexicon import Run, Term, reduce_run
from dateline.text.numerals import Number, NumberSense, number_words
from dateline.text.timewords import Month
from dateline.text.tokens import Tokens, fold_word

YEAR_LEADS = "iofuUk,(&/-MmSHOγ"  # letters after which four digits are a year, whatever follows
_BESIDE_SHORT_DAY = re.compile("[,.]?(?:i?[NO@P]|o?[Mm])|[.]")  # what stands behind "Sun" where it is a day
_NUMBER_BEFORE, _NUMBER_BEHIND = re.compile("[NOY][,o-]?$"), re.compile("[,-]?[NOY]|[u&-][MmNO]")
POSSESSIVE = "s"
CURRENCIES = ("$", "£", "€", "¥")
JOINER = "\u200c"  # zero width non-joiner
RANKS = ("O", "ζ")
ROUND = 100  # "a record 1900 cases" counts
NEWS_YEARS = range(1900, 2041)  # "the 1996 vote", but "the 1600 seats"
LED_YEARS = range(1900, 2101)  # "emissions in 2060 will be lower"
DOUBTFUL = frozenset("MWYUEDTl")
OTHER_NUMBER = "9"
_COUNT_IN_MONTH = re.compile("(?<!:)[NO](?=[if]M)")  # "they freed 5 in January"
_STAMPED = re.compile("[Mm][NO]N:N(?::N)?Y$")  # "Oct 26 15:50:06 2016"
_ORDINAL_UNIT = re.compile("U(-?U|W|o[Mm])")


@dataclass(frozen=True, slots=True)
class _Words:
    """The doubtful words of one language, and those that tell."""

    capitalised: frozenset[str]
    ambiguous: frozenset[str]
    determiners: frozenset[str]
    people: frozenset[str]
    stops: frozenset[str]
    day_units: frozenset[str]
    publications: frozenset[str]
    plurals: tuple[str, ...]
    day_in_month: bool
    numbered: frozenset[str]
    year_verbs: frozenset[str]
    verb_leads: frozenset[str]
    ordinals: dict[str, NumberSense]


def without_lookalikes(run: Run, text: str, tokens: Tokens, lang: str) -> Run:
    """Take the letters from words that only look like times: "may", "march", "2000 people"."""
    words, run = _words(lang), _without_sums(run, tokens)
    if not words.day_in_month:
        run = _recoded(run, _COUNT_IN_MONTH.sub(OTHER_NUMBER, run.codes))
    if DOUBTFUL.isdisjoint(run.codes):
        return run
    run = _with_ordinals(run, tokens, words)
    run = _with_day_units(run, tokens, words) if words.day_units else run
    return _recoded(run, "".join(_checked_code(run, at, text, tokens, words) for at in range(len(run.terms))))


def _recoded(run: Run, codes: str) -> Run:
    """Return a run with other letters for the same words."""
    if codes == run.codes:
        return run
    return Run(codes, tuple(term._replace(code=code) for term, code in zip(run.terms, codes, strict=True)))


def _with_ordinals(run: Run, tokens: Tokens, words: _Words) -> Run:
    """Read the unit in front of another as the ordinal it is too: "second quarter"."""
    places = [
        Term("O", at, at + 1, Number(words.ordinals[word].value, term.last, ordinal=True))
        for at, term in enumerate(run.terms)
        if term.code == "U"
        and (word := tokens.words[term.first]) in words.ordinals
        and _ORDINAL_UNIT.match(run.codes, at)
    ]
    return reduce_run(run, places)


def _without_sums(run: Run, tokens: Tokens) -> Run:
    """Take its letter from a sum of money in front of a unit: "$3 million days after"."""
    first = run.terms[0]
    if run.codes[0] not in "N9Y4" or first.first == 0 or tokens.words[first.first - 1] not in CURRENCIES:
        return run
    return _recoded(run, "x" + run.codes[1:])


def _with_day_units(run: Run, tokens: Tokens, words: _Words) -> Run:
    """Read the word for today as the unit that it is too in front of an ordinal: "اليوم الثالث"."""
    places = [
        Term("U", at, at + 1, "day")
        for at, term in enumerate(run.terms)
        if term.code == "D"
        and (run.codes[at + 1 : at + 2] in ("O", "l", "s") or run.codes[:at].endswith("s"))
        and tokens.words[term.first] in words.day_units
    ]
    return reduce_run(run, places)


def _checked_code(run: Run, at: int, text: str, tokens: Tokens, words: _Words) -> str:
    term = run.terms[at]
    word = tokens.words[term.first]
    if term.code not in "MWY":
        return "x" if _is_other_word(term, text, tokens, words) else term.code
    if term.code == "Y":
        named = run.codes[at - 1 : at] != "U" and _is_number_of(term, text, tokens, words)  # but "FY2019"
        known = not named and (at < len(run.terms) - 1 or _may_be_year(run, tokens, words))
        return "Y" if known else "9"
    if (
        term.code == "M"
        and word in words.ambiguous
        and (_goes_on(run, at, text, tokens) or _is_hyphened(run, at, text, tokens))
    ):
        return "x"
    lower = word in words.capitalised and text[tokens.starts[term.first]].islower()
    if lower and not (term.code == "M" and _beside_number(run, at, tokens, words)):
        return "x"
    if term.code == "W":
        ranked = run.codes[at - 1 : at] in RANKS if at else False  # "أول جمعة من يوليو"
        doubtful = word in words.ambiguous and not (ranked or _BESIDE_SHORT_DAY.match(run.codes, at + 1))
        return "x" if doubtful else "W"
    return "m" if isinstance(term.value, Month) and term.value.ambiguous else "M"


def _is_other_word(term: Term, text: str, tokens: Tokens, words: _Words) -> bool:
    """Say whether a word is of a name ("USA Today", "the daily Sabah") or a verb ("it will last a week")."""
    if term.code == "l":
        led = term.first > 0 and tokens.words[term.first - 1] in words.verb_leads
        return led and not _has_capital(term.first - 1, text, tokens)  # but "in May last year"
    if term.code == "E":
        return tokens.words[term.first] in words.publications and _is_named(term, text, tokens)
    return term.code in "DT" and _names_show(term, text, tokens, words)


def _is_named(term: Term, text: str, tokens: Tokens) -> bool:
    """Say whether a word for every day is of a newspaper's name: "the People's Daily", "the daily Sabah"."""
    behind = _has_capital(term.last, text, tokens)
    if not _has_capital(term.first, text, tokens):
        return behind
    possessive = term.first > 2 and tokens.words[term.first - 1] == POSSESSIVE  # "People's Daily"
    return behind or _has_capital(term.first - (3 if possessive else 1), text, tokens)


def _names_show(term: Term, text: str, tokens: Tokens, words: _Words) -> bool:
    """Say whether a capital within a sentence makes a name: "USA Today reported", "the Tonight Show"."""
    start, end = tokens.starts[term.first], tokens.ends[term.last - 1]
    if (
        not text[start].isupper()
        or text[start - 1 : start] != " "
        or not text[start - 2 : start - 1].isalpha()
    ):
        return False
    runs_on = text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()
    small = not _has_capital(term.last, text, tokens)
    return runs_on and (small or tokens.words[term.first - 1] in words.determiners)


def _is_hyphened(run: Run, at: int, text: str, tokens: Tokens) -> bool:
    """Say whether a word is the first part of a name with hyphens: the "Mar" of "Mar-a-Lago"."""
    end = tokens.ends[run.terms[at].last - 1]
    return (
        text[end : end + 1] == "-"
        and text[end + 1 : end + 2].isalpha()
        and run.codes[at + 2 : at + 3] not in "Mm"
    )


def _has_capital(place: int, text: str, tokens: Tokens) -> bool:
    return 0 <= place < len(tokens) and text[tokens.starts[place]].isupper()


def _goes_on(run: Run, at: int, text: str, tokens: Tokens) -> bool:
    """Say whether a word is only the beginning of a written one: the "می" of "می‌کنیم"."""
    end = tokens.ends[run.terms[at].last - 1]
    return text[end : end + 1] == JOINER and run.codes[at + 1 : at + 2] not in ("o", "U")


def _beside_number(run: Run, at: int, tokens: Tokens, words: _Words) -> bool:
    """Say whether a month in small letters is one by what is beside it: "3 march", "may 2019"."""
    if _NUMBER_BEFORE.search(run.codes, max(0, at - 2), at):
        return True
    behind = _NUMBER_BEHIND.match(run.codes, at + 1)
    if behind is None or behind.end() < len(run.codes):
        return behind is not None
    following = run.terms[-1].last
    word = tokens.words[following] if following < len(tokens) else ""
    return not word.isalpha() or word in words.stops


def _is_number_of(term: Term, text: str, tokens: Tokens, words: _Words) -> bool:
    """Say whether a number is that of a thing: "Resolution 1973", "site2017.example"."""
    start = tokens.starts[term.first]
    if term.first and tokens.words[term.first - 1] in words.numbered:
        return True
    return start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()


def _may_be_year(run: Run, tokens: Tokens, words: _Words) -> bool:
    """Say whether the last number of a run is a year: after "in" or "the", or where no noun follows."""
    last = run.terms[-1]
    following = tokens.words[last.last] if last.last < len(tokens) else ""
    if not following.isalpha():
        return True
    known = isinstance(last.value, Number) and last.value.value in NEWS_YEARS
    if _STAMPED.search(run.codes):
        return True
    if len(run.terms) > 1 and run.codes[-2] in YEAR_LEADS:
        led = isinstance(last.value, Number) and last.value.value in LED_YEARS
        return led or run.codes[-2] not in "io" or following in words.stops
    if known and following in words.year_verbs:  # "2013 will be better"
        return True
    return known and _is_described(last, tokens, words) and following not in words.people


def _is_described(year: Term, tokens: Tokens, words: _Words) -> bool:
    """Say whether a determiner stands in front of a year: "the 1996 vote", and "the bloody 1989 rout"."""
    behind, before = (tokens.words[place] if place >= 0 else "" for place in (year.first - 1, year.first - 2))
    if behind in words.determiners:
        return True
    round_number = isinstance(year.value, Number) and year.value.value % ROUND == 0
    one_thing = bool(words.plurals) and not tokens.words[year.last].endswith(words.plurals)
    return behind.isalpha() and before in words.determiners and one_thing and not round_number


@cache
def _words(lang: str) -> _Words:
    times, quantities = language_table(lang, "times"), language_table(lang, "quantities")
    return _Words(
        capitalised=_folded(times.get("capitalised", ())),
        ambiguous=_folded(times.get("ambiguous", ())),
        determiners=_folded(times.get("determiners", ())),
        people=_folded(quantities.get("people", ())),
        stops=_folded(quantities.get("stops", ())),
        day_units=_folded(times.get("day_units", ())),
        numbered=_folded(times.get("numbered", ())),
        year_verbs=_folded(times.get("year_verbs", ())),
        verb_leads=_folded(times.get("verb_leads", ())),
        day_in_month=bool(times.get("day_in_month")),
        plurals=tuple(times.get("plural_endings", ())),
        publications=_folded(times.get("publications", ())),
        ordinals={word: sense for word, sense in number_words(lang).items() if sense.ordinal},
    )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_word, words))
