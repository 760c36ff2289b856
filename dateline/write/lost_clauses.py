"""Commas and apostrophes of a text that lost them, by the words beside their place: asides, lists, owners.

Only what is sure: a participle behind a noun, "two of them", "men women and children", "the citys schools".
How much a sentence still wants is told by `commas_wanted`, so that one which wants none can be printed.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.languages import language_table
from dateline.text.commas import comma_gaps

Replacement = tuple[int, int, str]
SAID_LAST = re.compile(r"(?<=[a-z0-9]) (?=said (?P<who>(?:(?:the|an?) |(?!\w+day\b)[A-Z])[\w’ -]{3,80})\.?$)")
FINITE = re.compile(r"\b(?:is|was|were|are|had|has|have|would|could|will|should|must|may|might|did|\w+ed)\b")
INCLUDED = re.compile(
    r"(?<=[a-z0-9])(?P<first> )including (?:[\w’-]+ ){1,6}?[\w’-]+(?P<last> )(?=(?:were|was|have been) )"
)
ARTICLES = re.compile(r"\b[Aa]n? [\w-]+(?P<space> )an? [\w-]+ and an? ")
CITIES = re.compile(r"[a-z]*[bcdfghjklmnpqrstvwxz]y(?P<s>s)(?= )")
OF_PEOPLE = re.compile(r"\b(?:children|women|men)(?P<s>s)(?= [a-z])")
OF_DAYS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?P<s>s)(?= [a-z]+)")
ACCORDING = re.compile(r"(?<=[a-z0-9]) (?=according to )")
SAYING = re.compile(
    r"(?P<before>[^.;]{30,}) (?:said|says|reported)(?: (?:on )?(?:\w+day|[A-Z][a-z]+ \d{1,2}))?"
    r"(?: in (?:a statement|a new toll))?\.?$"
)
SPEAKER = re.compile(r" (?=(?:an?|the|local|state|[A-Z][\w-]+) )")
FARTHEST = 70  # code points between a speaker's beginning and "said"
SPOKEN = 0.2  # how likely a comma must be before a speaker at the end
THOUSANDS = re.compile(r"(?<![\w.,/-])(?:\d{5,9}|(?!19|20)\d{4})(?= [a-z])")
CERTAIN = 0.12  # how likely a comma must be where the words beside its place allow one
FRONT = 0.6  # what is wanted behind an opening like "after", where nothing else parts it


def parted_clauses(words: str, *, spoken: bool = False) -> Iterator[Replacement]:
    """Yield the places in a sentence without commas where one is sure to have stood.

    `spoken` says that the place before its speaker is known already.
    """
    likely = {gap.at: gap.likely for gap in comma_gaps(words)}
    for openers, governors in (("participles", "governors"), ("asides", "tellers")):
        for match in _before(openers).finditer(words):
            governed = match["word"].lower() in language_table("en", "lost")[governors]
            if not governed and likely.get(match.end("word"), 0.0) >= CERTAIN:
                yield match.end("word"), match.end("word") + 1, ", "
    if (said := SAID_LAST.search(words)) and not FINITE.search(said["who"]):
        yield said.start(), said.start() + 1, ", "
    if not spoken and (place := _before_last_speaker(words, likely)) is not None:
        yield place, place + 1, ", "
    for match in ACCORDING.finditer(words):
        yield match.start(), match.start() + 1, ", "
    for match in THOUSANDS.finditer(words):
        yield match.start(), match.end(), f"{int(match.group()):,}"
    for match in INCLUDED.finditer(words):
        yield match.start("first"), match.end("first"), ", "
        yield match.start("last"), match.end("last"), ", "
    for pattern in (ARTICLES, _plurals(), _countries()):
        for match in pattern.finditer(words):
            yield match.start("space"), match.end("space"), ", "


def _before_last_speaker(words: str, likely: Mapping[int, float]) -> int | None:
    """Return the likeliest space before the speaker of a sentence that ends on "a monitor said"."""
    said = SAYING.match(words)
    if said is None:
        return None
    end = said.end("before")
    places = [match.start() for match in SPEAKER.finditer(words, max(0, end - FARTHEST), end)]
    best = max(places, key=lambda place: likely.get(place, 0.0), default=None)
    return best if best is not None and likely.get(best, 0.0) >= SPOKEN else None


def owners_of(words: str) -> Iterator[Replacement]:
    """Yield the places where a text without apostrophes lost that of a possessive."""
    for pattern in (CITIES, OF_PEOPLE, OF_DAYS, _owners()):
        for match in pattern.finditer(words):
            yield match.start("s"), match.end("s"), "’s"


def commas_wanted(sentence: str) -> float:
    """Return how many commas a sentence is likely to want that it has not: 0 for one that wants none."""
    wanted = sum(gap.likely for gap in comma_gaps(sentence))
    opens = sentence.partition(" ")[0].lower() in language_table("en", "lost")["openers"]
    return wanted + FRONT * (opens and "," not in sentence[: len(sentence) // 2])


@cache
def _before(openers: str) -> re.Pattern[str]:
    """Match the word before one of the openers of a table."""
    return re.compile(rf"(?<![\w’-])(?P<word>[\w’-]+) (?=(?:{_one_of(openers)}) )")


@cache
def _plurals() -> re.Pattern[str]:
    """Match the space between the first two of "men women and children"."""
    people = _one_of("people")
    return re.compile(rf"\b(?:{people})(?P<space> )(?=(?:{people})(?: (?:{people}))* and )")


@cache
def _countries() -> re.Pattern[str]:
    """Match the space behind a country in "Syria Britain France and the United States"."""
    names = language_table("en", "names")
    listed = "|".join(re.escape(name) for name in (*names["countries"], *names["cities"]))
    return re.compile(rf"\b(?:{listed})(?P<space> )(?=(?:{listed}) (?:(?:{listed}) )*and (?:the )?[A-Z])")


@cache
def _owners() -> re.Pattern[str]:
    """Match the "s" of an owner that stands for one: "the regimes forces"."""
    no_noun = f"{_one_of('not_owned')}|{_one_of('participles')}"
    return re.compile(
        rf"\b(?:[Tt]he|[A-Z][\w-]+) (?:{_one_of('owners')})(?P<s>s)(?= (?!(?:{no_noun})\b)[a-z])"
    )


def _one_of(name: str) -> str:
    words = sorted(language_table("en", "lost")[name], key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)
