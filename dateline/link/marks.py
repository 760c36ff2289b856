"""What a document is recognised by in any language: how its names sound, numbers, days, places, known names.

A mark is a kind and a value, such as "sound KRBN" or "state iq"; the same in each language.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from sys import intern

from dateline.link.features import FIRST_WORDS, LEAD_WORDS, common_words, language_of
from dateline.link.rarity import rarity_of_sound, rarity_of_word
from dateline.link.times import printed_at
from dateline.link.whereabouts import WIDE
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.text.fold import fold
from dateline.text.naming.listed import known_names, prefixes_of
from dateline.text.naming.sounds import sounds_of

# Rarities are natural logarithms, as in `rarity`; set on half of NTREX (benchmarks/clustering.py).
NUMBER_RARITY = 6.0
SHORT_NUMBER = {1: 0.3, 2: 0.6}  # by digits: what a short number tells of what a long one does
YEAR_SHARE = 0.5  # what a year tells of it
DAY_RARITY = 5.0
NEWS_DAY_RARITY = 2.0  # the day of printing and the one before: most news of a day names them
PLACE_RARITY = 4.0
KNOWN_RARITY = 3.0  # states and organisations that the languages list: most news name some
MIN_SOUNDS = 3  # consonants; names of fewer sound like anything
WORDS_KEPT = 100_000  # distinct words of which it is remembered how they sound
MIN_NAME_RARITY = 2.5  # words that more than one page in twelve has are no names
FIRST_CHARACTERS = 2400  # about as many words as are compared within a language
LEAD_CHARACTERS = 560  # about as many words as say what a report is about
LATER_SHARE = 0.7  # what a mark tells that comes later only: a visitor named at the end is background
DAY, PLACE = "day ", "place "  # how marks of days and of towns begin
FACTS = (DAY, PLACE)  # wherever they stand

_WORD = re.compile(r"[^\W\d_]+(?:['’‘][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’‘]s$")
_NUMBER = re.compile(r"\d+(?:[.,٬٫]\d+)*")
_THOUSANDS = re.compile(r"[,٬](?=\d{3})")

Marks = Mapping[str, float]


def marks_of(document: Document, made: Annotations | None, text_words: Sequence[str]) -> Marks:
    """Return the marks of a document and how rare each is beforehand."""
    lang = language_of(document)
    marks = _said(document.text[:FIRST_CHARACTERS], text_words[:FIRST_WORDS], lang)
    if made is not None:
        marks.update(_facts(made, printed_at(document).date()))
    lead = _said(document.text[:LEAD_CHARACTERS], text_words[:LEAD_WORDS], lang)
    shares = (1.0 if mark in lead or mark.startswith(FACTS) else LATER_SHARE for mark in marks)
    weighed = zip(marks.items(), shares, strict=True)
    return {intern(mark): rarity * share for (mark, rarity), share in weighed}  # many reports keep the same


def _said(text: str, words: Sequence[str], lang: str) -> dict[str, float]:
    """Return the marks that stand in the words of a text themselves."""
    marks = {f"sound {sound}": rarity_of_sound(sound, lang) for sound in _sounds(text, lang)}
    marks.update(_numbers(text))
    marks.update(dict.fromkeys(known_names(words, lang), KNOWN_RARITY))
    return marks


def _sounds(text: str, lang: str) -> Iterator[str]:
    """Give the consonant skeletons of what may be names: capitalised words where there are capitals."""
    for word in {found.group() for found in _WORD.finditer(text)}:
        if not word[0].islower():
            yield from _skeletons(word, lang)


@lru_cache(maxsize=WORDS_KEPT)
def _skeletons(word: str, lang: str) -> tuple[str, ...]:
    """Return how a word that may be a name sounds, with and without what is written together with it."""
    bare = _POSSESSIVE.sub("", word)
    folded = fold(bare)
    if folded in common_words(lang) or rarity_of_word(folded, lang) < MIN_NAME_RARITY:
        return ()
    spelled = (bare, *_without_prefix(bare, prefixes_of(lang)))
    skeletons = (sounds_of(spelling).skeleton for spelling in spelled)
    return tuple(skeleton for skeleton in skeletons if len(skeleton) >= MIN_SOUNDS)


def _without_prefix(word: str, prefixes: tuple[str, ...]) -> Iterator[str]:
    """Give what follows the longest of the prefixes that are written together with words."""
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= MIN_SOUNDS:
            yield word[len(prefix) :]
            return


def _numbers(text: str) -> Iterator[tuple[str, float]]:
    for found in _NUMBER.finditer(text):
        digits = _THOUSANDS.sub("", fold(found.group())).replace("٫", ".").replace(",", ".")
        if digits.count(".") <= 1:
            yield _number(float(digits))


def _number(value: float) -> tuple[str, float]:
    written = f"{value:g}"
    is_year = len(written) == 4 and written[:2] in ("19", "20")
    share = YEAR_SHARE if is_year else SHORT_NUMBER.get(len(written), 1.0)
    return f"number {written}", NUMBER_RARITY * share


def _facts(made: Annotations, printed: date) -> Iterator[tuple[str, float]]:
    """Give the towns and sites, days and counts that were read; states are known by their names."""
    for place in made.places:
        if place.precision not in WIDE:
            yield f"{PLACE}{place.geonameid or place.name}", PLACE_RARITY
    news_days = {(printed - timedelta(days=ago)).isoformat() for ago in (0, 1)}
    for time in made.times:
        if time.begin and len(time.begin) >= len("2020-03-10"):
            day = time.begin[:10]
            yield f"{DAY}{day}", NEWS_DAY_RARITY if day in news_days else DAY_RARITY
    for quantity in made.quantities:
        if quantity.low is not None:
            yield _number(quantity.low)
