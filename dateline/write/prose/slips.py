"""Slips of a source that print mends: only such as change nothing of what is told.

A plural that is none, a reporter without an article, "have been killed on March 3", "300 000", a number
in figures at the front, the article of another sound, "also" of a sentence that print takes out of its place.
"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.languages import language_table
from dateline.text.casing import small_words

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
# "An monitoring group", "a attack"; "an hour", "a European" and "an NGO" are as they sound.
WRONG_ARTICLE = re.compile(
    r"\b(?P<an>[Aa]n) (?=(?!hour|honou?r|honest|heir|herb|heirloom)[bcdfghjklmnpqrstvwyz][a-z]{2,})"
    r"|(?<![’'-])\b(?P<a>[Aa]) (?=(?!one\b|one-|once\b|eu|ew)[aeio][a-z]{2,})"
)
COUNTED = r"(?:[a-z]+ ){0,2}(?:people|children|women|men|staff|[a-z]+s)"
FINITE = r"\b(?:was|were|is|are|has|have|had|died|left|taken|buried)\b"
# "Five children and four nurses killed by" with no other verb: a headline's passive.
BARE_PASSIVE = re.compile(
    rf"(?:At least |About |Some |More than )?(?:\d[\d,]*|[A-Z][a-z-]+) {COUNTED}"
    rf"(?: and (?:\d+|[a-z]+) {COUNTED})?(?P<at>)"
    rf" (?:killed|wounded|injured|hurt) (?=(?:by|in|when|after|on|during|as)\b)(?!.*{FINITE})"
)
LOUD_VERB = re.compile(
    r"(?<=[a-z,] )(?P<verb>[A-Z][a-z]+ing)(?= (?:\d+|at least|the|an?|dozens|several|scores)\b)"
)
RUN_TOGETHER = re.compile(
    r"\b(?P<first>[a-z]{4,})(?:since|from|after|that|with|when|where|which|into|between|during|before|until|near)\b"
)
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
    yield from _misformed(words)
    for match in LOOSE_STOP.finditer(words):
        yield match.start(), match.end(), ""
    for match in _misspelt().finditer(words):
        yield match.start(), match.end(), _as_spelt(match.group())
    yield from _tenses(words)


def _misformed(words: str) -> Iterator[Replacement]:
    """Yield an article of another sound, a headline's passive, a stray capital, words run together."""
    for match in WRONG_ARTICLE.finditer(words):
        yield match.start(), match.end(), f"{match['a']}n " if match["a"] else f"{match['an'][0]} "
    if bare := BARE_PASSIVE.match(words):
        yield bare.start("at"), bare.start("at"), " were"
    for match in LOUD_VERB.finditer(words):
        if (small := match["verb"].lower()) in small_words():
            yield match.start(), match.end(), small
    for match in RUN_TOGETHER.finditer(words):
        if match["first"] in small_words() and match.group() not in small_words():
            yield match.end("first"), match.end("first"), " "


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
