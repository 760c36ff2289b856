"""Offices in words: "the Iraqi president" and "رئیس جمهور عراق" are one office of one state."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.languages import language_table
from dateline.text.fold import folded_words
from dateline.text.naming.lexicon import without_article

OFFICES_KEPT = 50_000
_Phrases = Mapping[str, Iterable[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Office:
    """What a phrase that names an office comes to; `None` where there is no word for it.

    `of` is a state (ISO 3166-1 alpha-2) or a body by its key in the naming tables ("snsc"). `is_whole` says
    that the phrase says nothing else: "an aide to the Iraqi president" does.
    """

    name: str | None
    of: str | None
    is_former: bool = False
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class _Terms:
    """Folded words by what they say; phrases stand under their first word, the longest first."""

    offices: _Phrases
    holders: _Phrases
    former: frozenset[str]
    fillers: frozenset[str]


@lru_cache(maxsize=OFFICES_KEPT)
def read_office(phrase: str, lang: str) -> Office:
    """Return the office that a phrase names, in the words of its language.

    >>> read_office("the Iraqi president", "en")
    Office(name='president', of='iq', is_former=False, is_whole=True)
    >>> read_office("an aide to the former Iraqi president", "en")
    Office(name='president', of='iq', is_former=True, is_whole=False)
    """
    terms = _terms(lang.partition("-")[0])
    words = [without_article(word) for word in folded_words(phrase)]
    office, told = _longest(words, terms.offices)
    of, holding = _longest(words, terms.holders)
    former = {at for at, word in enumerate(words) if word in terms.former}
    rest = {word for at, word in enumerate(words) if at not in told | holding | former}
    return Office(office, of, bool(former), rest <= terms.fillers)


def _longest(words: Sequence[str], phrases: _Phrases) -> tuple[str | None, set[int]]:
    """Return what the longest known phrase among the words stands for, the first of equal ones, and where."""
    best: set[int] = set()
    found = None
    for at, word in enumerate(words):
        for known, meaning in phrases.get(word, ()):
            if len(known) > len(best) and tuple(words[at : at + len(known)]) == known:
                best, found = set(range(at, at + len(known))), meaning
                break
    return found, best


@cache
def _terms(code: str) -> _Terms:
    own = code if language_table(code, "offices") else "en"
    table = language_table(own, "offices")
    offices = [(form, office) for office, forms in table.get("names", {}).items() for form in forms]
    return _Terms(
        offices=_by_first_word(offices),
        holders=_by_first_word(_states_and_bodies(own)),
        former=frozenset(word for form in table.get("former", ()) for word in folded_words(form)),
        fillers=frozenset(
            without_article(word)
            for form in (*language_table(own, "sentences").get("stopwords", ()), *table.get("fillers", ()))
            for word in folded_words(form)
        ),
    )


def _states_and_bodies(code: str) -> Iterable[tuple[str, str]]:
    naming, places = language_table(code, "naming"), language_table(code, "places")
    for table in (naming.get("states", {}), places.get("demonyms", {}), naming.get("groups", {})):
        for key, names in table.items():
            for name in names:
                yield name, key


def _by_first_word(
    phrases: Iterable[tuple[str, str]],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    made: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in phrases:
        words = tuple(without_article(word) for word in folded_words(phrase))
        if words:
            made.setdefault(words[0], set()).add((words, meaning))
    return {
        first: tuple(sorted(found, key=lambda each: (-len(each[0]), each))) for first, found in made.items()
    }


def bare_title(phrase: str, lang: str) -> str:
    """Return a title without what runs into it from the sentence: all up to the last article before it.

    >>> bare_title("Salih will see the national security adviser", "en")
    'national security adviser'
    """
    office = office_words(lang).search(phrase) if change_words(lang) else None
    article = phrase.rfind(" the ", 0, office.start()) if office else -1
    return phrase[article + len(" the ") :] if article >= 0 else phrase


@cache
def change_words(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what finds words of an appointment and of a leaving in a text, None for a language without."""
    table = language_table(lang.partition("-")[0], "offices")
    if not table:
        return None
    return _any_of(table["appointed"]), _any_of(table["left"])


@cache
def office_words(lang: str) -> re.Pattern[str]:
    """Return what finds the name of an office in a text of a language."""
    names = language_table(lang.partition("-")[0], "offices")["names"]
    return _any_of([form for forms in names.values() for form in forms])


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    words = sorted({*phrases}, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
