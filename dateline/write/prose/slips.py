"""Slips of a source that print mends: only such as change nothing of what is told.

A plural that is none, a reporter without an article, "have been killed on March 3", "300 000", a number
in figures at the front, "also" of a sentence that print takes out of its place.
"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.languages import language_table

Replacement = tuple[int, int, str]
FEWEST, MOST = 2, 99  # spelled out where they open a sentence
OPENING_NUMBER = re.compile(r"(?P<number>\d{1,2}) (?=[a-z])")
REPORTER = re.compile(
    r"(?P<before>^|(?<![\w’])(?!(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|one|former|[Aa]nother) )[\w)]+,? )"
    r"(?=[A-Z]{3,5} (?:reporter|correspondent)\b)"
)
THOUSANDS = re.compile(r"(?<![\w.,/-])(?P<first>[1-9]\d{0,2})(?P<rest>(?: \d{3})+)(?![\w,/-]|\.\d| \d)")
UNPARTED = re.compile(r"(?<![\w.,/-])(?:[1-9]\d{4,8}(?= [a-z]|\.?$)|(?!19|20)[1-9]\d{3}(?= [a-z]{3}))")
LOOSE_STOP = re.compile(r"(?<=\w) (?=[.,;](?: |$))")
ALSO = re.compile(r"(?<=[a-z’]) also(?= [a-z])")
VOWELS, VOWEL_NAMES, SAID_AS_WORD = "AEIO", "AEFHILMNORSX", 4  # letters whose names open on a vowel
OPENS = 60  # code points from the front within which "also" looks back
ON_A_DAY = re.compile(r"\bon (?:[A-Z][a-z]{2,8} \d{1,2}|[A-Z][a-z]+day)\b")
PERFECT = re.compile(
    r"\b(?:(?P<has>has)|have) been(?= (?:\w+ed|hit|shot|hurt|struck|found|held|taken|seen|cut)\b)"
)
PARTED = re.compile(
    r"[,;:“”\"]|\b(?:since|until|over|during|that|which|who|when|where|as|after|before|for|already|yet|said|says)\b"
)


def mended_slips(words: str) -> Iterator[Replacement]:
    """Yield the places of slips in an English sentence, with the words to put there."""
    if opening := OPENING_NUMBER.match(words):
        number = int(opening["number"])
        if FEWEST <= number <= MOST:
            yield opening.start("number"), opening.end("number"), _in_words(number).capitalize()
    for match in REPORTER.finditer(words):
        article = _article_of(words[match.end() :].partition(" ")[0])
        yield match.end(), match.end(), f"{article} " if match.end() else f"{article.capitalize()} "
    for match in THOUSANDS.finditer(words):
        yield match.start(), match.end(), match.group().replace(" ", ",")
    for match in UNPARTED.finditer(words):
        yield match.start(), match.end(), f"{int(match.group()):,}"
    for match in ALSO.finditer(words, 0, OPENS):
        yield match.start(), match.end(), ""
    for match in _lacking_article().finditer(words):
        yield match.start(), match.start(), "the " if match.start() else "The "
    for match in LOOSE_STOP.finditer(words):
        yield match.start(), match.end(), ""
    for match in _misspelt().finditer(words):
        yield match.start(), match.end(), _as_spelt(match.group())
    yield from _tenses(words)


def _tenses(words: str) -> Iterator[Replacement]:
    """Yield "were" for the "have been" of "have been killed on March 3"."""
    for match in PERFECT.finditer(words):
        day = ON_A_DAY.search(words, match.end())
        if day is not None and not PARTED.search(words, match.end(), day.start()):
            yield match.start(), match.end(), "was" if match["has"] else "were"


def _article_of(letters: str) -> str:
    """Return the article of capitals: "an AFP reporter", "a SANA reporter", which is said as a word."""
    spelt = len(letters) < SAID_AS_WORD
    return "an" if letters[0] in (VOWEL_NAMES if spelt else VOWELS) else "a"


def _in_words(number: int) -> str:
    names: list[str] = language_table("en", "slips")["numbers"]
    if number < len(names):
        return names[number]
    tens, ones = divmod(number, 10)
    ten: str = language_table("en", "slips")["tens"][tens]
    return f"{ten}-{names[ones]}" if ones else ten


def _as_spelt(words: str) -> str:
    right: str = language_table("en", "slips")["misspelt"][words.lower()]
    return right[0].upper() + right[1:] if words[0].isupper() else right


@cache
def _lacking_article() -> re.Pattern[str]:
    """Match a body that is never named without its article."""
    listed = "|".join(re.escape(name) for name in language_table("en", "slips")["with_article"])
    before = r"(?:^|(?<=[,;] )|(?<=\b(?:by|to|of) )|(?<=\b(?:said|that) )|(?<=\bwhile ))"
    behind = r"(?:[.,;]|$| (?:said|says|ha[sd]|is|was|will|reported|reports|announced|confirmed)\b)"
    return re.compile(rf"{before}(?=(?:{listed}){behind})")


@cache
def _misspelt() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in language_table("en", "slips")["misspelt"])
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)
