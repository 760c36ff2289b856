"""Numbers of a text with what they count: dead, wounded, money, distances, weapons and the rest.

In: text, language. Out: `Quantity`s in text order, as `docs/quantities.md` says what low and high mean.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from dateline.extract.quantities.bounds import bounded_behind
from dateline.extract.quantities.kind_words import KindWords, kind_words
from dateline.extract.quantities.kinds import kind_behind_parts, kind_of
from dateline.extract.quantities.links import corrected, replaced, totals
from dateline.extract.quantities.nouns import Counted, counted, is_calibre
from dateline.extract.quantities.terms import NumberTerm, number_terms, quantity_language
from dateline.model.annotations import Quantity
from dateline.model.times import TimeExpression, TimeKind
from dateline.text.tokens import Tokens, tokenize

YEARS = range(1900, 2101)  # four digits among these are a year, unless people are counted
YEAR_DIGITS = 4
TOLLS = frozenset(
    {"killed", "wounded", "casualties", "captured", "arrested", "missing", "displaced", "released"}
)


def find_quantities(text: str, lang: str, times: Sequence[TimeExpression] = ()) -> tuple[Quantity, ...]:
    """Find the numbers of a text with what they count; those of its dates and times of day count nothing.

    >>> [(each.low, each.kind, each.of) for each in find_quantities("Two soldiers were killed.", "en")]
    [(2, 'killed', 'soldiers')]
    """
    code, tokens = quantity_language(lang), tokenize(text)
    words = kind_words(code)
    terms = [each for each in number_terms(text, code) if not _counts_no_thing(tokens, each, words)]
    counts = [
        counted(tokens, text, term, _first_of(terms, at + 1, len(tokens)), words)
        for at, term in enumerate(terms)
    ]
    counts = [each for at, each in enumerate(counts) if not each.term.single or _beside(counts, at)]
    counts = [
        each._replace(term=bounded_behind(tokens, each.term, _behind(tokens, each, words), code))
        for each in counts
    ]
    triggers = list(compress(range(len(tokens)), map(words.kinds.__contains__, tokens.words)))
    kinds = [kind_of(tokens, counts, at, triggers, words) for at in range(len(counts))]
    olds = {
        old: new
        for new in range(len(counts))
        if (old := replaced(tokens, counts, kinds, new, code)) is not None
    }
    for old in range(len(counts)):
        if old not in olds and (new := corrected(tokens, counts, kinds, old, code)) is not None:
            olds[old] = new
    kinds = [kinds[olds[at]] if at in olds else kind for at, kind in enumerate(kinds)]
    wholes = totals(tokens, counts, code)
    for part, whole in wholes.items():  # the last part decides
        if kinds[whole] == "count" and part > whole:
            kinds[whole] = kind_behind_parts(tokens, counts[part], words) or "count"
    wholes = _without_wounded_among_dead(kinds, wholes)
    kinds = [_of_total(kind, kinds[wholes[at]]) if at in wholes else kind for at, kind in enumerate(kinds)]
    dates = [each for each in times if each.kind in (TimeKind.DATE, TimeKind.TIME)]
    kept = [
        at
        for at, each in enumerate(counts)
        if (at in wholes or _counts_something(tokens, each, kinds[at], words))
        and not _is_within(tokens, each.term, dates)
    ]
    places = {at: index for index, at in enumerate(kept)}
    news = {new: places.get(old) for old, new in olds.items()}
    parts = {at: places.get(total) for at, total in wholes.items()}
    return tuple(
        replace(_quantity(text, tokens, counts[at], kinds[at]), replaces=news.get(at), part_of=parts.get(at))
        for at in kept
    )


def _counts_no_thing(tokens: Tokens, term: NumberTerm, words: KindWords) -> bool:
    return term.timed or term.scored or is_calibre(tokens, term, words)


def _beside(counts: Sequence[Counted], at: int) -> bool:
    """Say whether a noun with its "and" stands right behind what another number counts."""
    return at > 0 and counts[at - 1].last == counts[at].term.first


def _behind(tokens: Tokens, each: Counted, words: KindWords) -> int:
    """Return the token behind what is counted and the word for what happened: "20 قتيلا"."""
    told = each.last < len(tokens) and tokens.words[each.last] in words.kinds
    return each.last + told


def _without_wounded_among_dead(kinds: list[str], wholes: dict[int, int]) -> dict[int, int]:
    """Return the totals of the parts, less the wounded laid to the dead; what stands between is dead.

    "20 were killed including 13 civilians and 30 wounded": 13 of the dead, and 30 others.
    """
    odd = {at for at, whole in wholes.items() if (kinds[whole], kinds[at]) == ("killed", "wounded")}
    for at in {at for at in odd if at + 1 in odd}:
        kinds[at] = "killed"
    return {at: whole for at, whole in wholes.items() if at not in odd or at + 1 in odd}


def _of_total(kind: str, total: str) -> str:
    """Return the kind of a part: what happened to the total where nothing else is said."""
    return total if kind == "count" and total in TOLLS else kind


def bare_numbers(text: str, lang: str, known: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Find the numbers of a text of which it does not say what they count, or which count years or days.

    >>> [each.low for each in bare_numbers("The answer is minus one.", "en", ())]
    [-1]
    """
    code, tokens = quantity_language(lang), tokenize(text)
    starts = {each.start for each in known}
    ends = {each.end for each in known}
    return tuple(
        Quantity(start, end, term.low, term.high, term.kind or "count")
        for term in number_terms(text, code)
        if not term.single
        and (start := tokens.starts[term.first]) not in starts
        and (end := tokens.ends[term.last - 1]) not in ends
        and not _is_year(tokens, term)
    )


def _is_within(tokens: Tokens, term: NumberTerm, dates: Sequence[TimeExpression]) -> bool:
    """Say whether a number is part of a date or time of day: "ten past ten", "سه‌شنبه"."""
    at = bisect_right(dates, tokens.starts[term.first], key=lambda date: date.start) - 1
    return at >= 0 and tokens.ends[term.last - 1] <= dates[at].end


def _is_year(tokens: Tokens, term: NumberTerm) -> bool:
    word = tokens.words[term.last - 1]
    written = word.isdecimal() and len(word) == YEAR_DIGITS
    return term.kind is None and written and all(end in YEARS for end in (term.low, term.high))


def _first_of(terms: Sequence[NumberTerm], at: int, end: int) -> int:
    return terms[at].first if at < len(terms) else end


def _counts_something(tokens: Tokens, each: Counted, kind: str, words: KindWords) -> bool:
    """Say whether a number is worth keeping: it has a kind, a noun or a bound, and is no year."""
    exact, noun = each.term.low == each.term.high, tokens.words[each.term.noun : each.last]
    if _is_year(tokens, each.term):
        return not words.people.isdisjoint(noun)
    return kind != "count" or bool(noun) or not exact


def _quantity(text: str, tokens: Tokens, each: Counted, kind: str) -> Quantity:
    term = each.term
    if term.kind is not None:
        return Quantity(tokens.starts[term.first], tokens.ends[term.last - 1], term.low, term.high, kind)
    if term.single:  # without the letter of its "and"
        start, end = tokens.starts[term.first] + 1, tokens.ends[each.last - 1]
        return Quantity(start, end, term.low, term.high, kind, text[start:end])
    noun = text[tokens.starts[term.noun] : tokens.ends[each.last - 1]] if each.last > term.noun else None
    return Quantity(tokens.starts[term.first], tokens.ends[term.last - 1], term.low, term.high, kind, noun)
