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
FINITE = re.compile(
    r"(?<![\w-])(?:is|was|were|are|had|has|have|would|could|will|should|must|may|might|did|(?<!-)\w+ed)\b"
)
INCLUDED = re.compile(
    r"(?<=[a-z0-9])(?P<first> )including (?:[\w’-]+ ){1,6}?[\w’-]+(?P<last> )(?=(?:were|was|have been) )"
)
INCLUDING = re.compile(r"\b(?:[a-z]+s|people|dead|children|men|women)(?P<space> )(?=including )")
AMONG_THEM = re.compile(r"among them (?:[\w-]+ ){1,3}?[\w-]+(?P<space> )(?=(?:when|as|after|in|on|were) )")
ARTICLES = re.compile(
    r"\b[Aa]n? [\w-]+(?P<space> )an? [\w-]+ (?:[\w-]+ )?and (?:an?|two|three|four|five|\d+) "
)
BACKED = re.compile(
    r"\b(?:army|forces|troops|rebels|fighters|militants|units)(?P<first> )(?:backed|supported) by "
    r"(?:(?!and\b)[\w’-]+ ){0,4}?[\w’-]+(?P<last> )(?=(?:has|have|had) )"
)
CITIES = re.compile(r"\b(?:Army|Party|Ministry|Agency|City|[a-z]*[bcdfghjklmnpqrstvwxz]y)(?P<s>s)(?= )")
OF_PEOPLE = re.compile(r"\b(?:children|women|men)(?P<s>s)(?= [a-z])")
OF_DAYS = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: night| morning| evening)?(?P<s>s)(?= [a-z]+)"
)
ACCORDING = re.compile(r"(?<=[a-z0-9]) (?=according to )")
AGENCY_SAID = re.compile(
    r"(?P<word>[\w)-]+)(?P<space> )(?=[A-Z]{2,5}(?: (?:state )?(?:news agency|reporter|correspondent))? "
    r"(?:said|reported|reports)(?: on \w+(?: \d{1,2})?| \w+day)?(?:\.?$|,| (?:noting|adding|citing) ))"
)
PLURAL_SAID = re.compile(
    r"\b(?:[a-z]+[^s]s|people|dead|\d+)(?P<space> )"
    r"(?=(?:activists|doctors|medics|officials|rebels|residents|villagers|witnesses) said\b)"
)
SAYING = re.compile(
    r"(?P<before>[^.;]{30,}) (?:said|says|reported)(?: (?:on )?(?:\w+day|[A-Z][a-z]+ \d{1,2}))?"
    r"(?: in (?:a statement|a new toll))?\.?$"
)
SPEAKER = re.compile(r"(?P<word>[\w)\]-]+)(?P<space> )(?=(?P<article>an?|the|local|state|[A-Z][\w-]+) )")
ADVERB = "ly"  # "reportedly killing" is one aside
FARTHEST = 70  # code points between a speaker's beginning and "said"
SPOKEN = 0.2  # how likely a comma must be before a speaker at the end
THOUSANDS = re.compile(r"(?<![\w.,/-])(?:\d{5,9}(?= |\.?$)|(?!19|20)\d{4}(?= [a-z]))")
CERTAIN = 0.12  # how likely a comma must be where the words beside its place allow one
NOTICED = 0.15  # how likely a comma must be to count as wanted
# What goes on behind a quotation without a comma: "“rebels” in the town", "the “martyr” was buried".
GOES_ON_UNPARTED = (
    r"(?!(?:in|on|at|of|for|to|and|by|with|from|as|that|when|after|is|was|were|are|which|who) )"
)
# What follows a day, or a place in which something happened, cannot hang on it: "on August 24 capturing it".
SETTLED = re.compile(
    r"(?:\b(?:on|since|until|of) (?:\w+day|[A-Z][a-z]{2,8} \d{1,2})"
    r"|\b(?:in|near|at|on) (?:the )?(?:[a-z]+ern )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)"
    r"(?P<space> )(?=(?P<word>[a-z]{3,}ing) (?:an?|the|at|its?|their|them|him|more|some|several|dozens|"
    r"hundreds|civilians|people|\d|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
SIGN = 0.7  # what each place weighs where something is known to be lost
SIGNS = (
    re.compile(r"\b[A-Z][\w-]+ (?:an? [a-z]|the [a-z]+(?:est|st)\b|capital of|home to|wh(?:ich|o|ere)\b)"),
    re.compile(r"\b[A-Z][\w-]+ (?:also )?known as\b"),
    re.compile(r"[^,] (?:including|most of them|among them|which) "),
    re.compile(r"\b\d+ \d+ and "),
    re.compile(rf"[\"”] {GOES_ON_UNPARTED}\w"),
)


def parted_clauses(words: str, *, spoken: bool = False) -> Iterator[Replacement]:
    """Yield the places in a sentence without commas where one is sure to have stood.

    `spoken` says that the place before its speaker is known already.
    """
    likely = {gap.at: gap.likely for gap in comma_gaps(words)}
    yield from _opened(words, likely)
    yield from _speakers(words, likely, spoken=spoken)
    yield from _listed(words)
    for match in THOUSANDS.finditer(words):
        yield match.start(), match.end(), f"{int(match.group()):,}"


def _opened(words: str, likely: Mapping[int, float]) -> Iterator[Replacement]:
    """Yield the places before participles and asides that hang on no word before them."""
    for openers, governors in (("participles", "governors"), ("asides", "tellers")):
        for match in _before(openers).finditer(words):
            word = match["word"].lower()
            governed = word in language_table("en", "lost")[governors] or word.endswith(ADVERB)
            if not governed and likely.get(match.end("word"), 0.0) >= CERTAIN:
                yield match.end("word"), match.end("word") + 1, ", "
    for match in SETTLED.finditer(words):
        if match["word"] not in language_table("en", "lost")["settled"]:
            yield match.start("space"), match.end("space"), ", "


def _speakers(words: str, likely: Mapping[int, float], *, spoken: bool) -> Iterator[Replacement]:
    """Yield the places before "said the governor", "a monitor said" and "according to"."""
    if (said := SAID_LAST.search(words)) and not FINITE.search(said["who"]):
        yield said.start(), said.start() + 1, ", "
    spoken_by = [match for pattern in (_narrators(), AGENCY_SAID) for match in pattern.finditer(words)]
    narrated = [match for match in spoken_by if not _is_ahead(match["word"])]
    for match in narrated:
        yield match.start("space"), match.end("space"), ", "
    if not (spoken or narrated) and (place := _before_last_speaker(words, likely)) is not None:
        yield place, place + 1, ", "
    for match in PLURAL_SAID.finditer(words):
        yield match.start("space"), match.end("space"), ", "
    for match in ACCORDING.finditer(words):
        yield match.start(), match.start() + 1, ", "


def _is_ahead(word: str) -> bool:
    return word.lower() in language_table("en", "lost")["ahead"]


def _listed(words: str) -> Iterator[Replacement]:
    """Yield the places around what is included, and between the first parts of a list."""
    for match in (*INCLUDED.finditer(words), *BACKED.finditer(words)):
        yield match.start("first"), match.end("first"), ", "
        yield match.start("last"), match.end("last"), ", "
    for pattern in (ARTICLES, INCLUDING, AMONG_THEM, _plurals(), _countries()):
        for match in pattern.finditer(words):
            yield match.start("space"), match.end("space"), ", "


def _before_last_speaker(words: str, likely: Mapping[int, float]) -> int | None:
    """Return the likeliest space before the speaker of a sentence that ends on "a monitor said"."""
    said = SAYING.match(words)
    if said is None:
        return None
    end = said.end("before")
    places = [
        match.start("space")
        for match in SPEAKER.finditer(words, max(0, end - FARTHEST), end)
        if not _is_ahead(match["word"]) and (match["article"][0].islower() or match["word"][-1:].islower())
        if match["article"][0].islower() or not match["word"][0].isupper()
    ]
    best = max(places, key=lambda place: likely.get(place, 0.0), default=None)
    return best if best is not None and likely.get(best, 0.0) >= SPOKEN else None


def owners_of(words: str) -> Iterator[Replacement]:
    """Yield the places where a text without apostrophes lost that of a possessive, or of "doesn’t"."""
    for pattern in (CITIES, OF_PEOPLE, OF_DAYS, _owners()):
        for match in pattern.finditer(words):
            yield match.start("s"), match.end("s"), "’s"
    for match in _negated().finditer(words):
        yield match.end() - 1, match.end() - 1, "’"


def commas_wanted(sentence: str) -> float:
    """Return how many commas a sentence is likely to want that it has not: 0 for one that wants none."""
    wanted = sum(gap.likely for gap in comma_gaps(sentence) if gap.likely >= NOTICED)
    opens = sentence.partition(" ")[0].lower() in language_table("en", "lost")["openers"]
    signs = sum(len(pattern.findall(sentence)) for pattern in SIGNS)
    return wanted + SIGN * (signs + (opens and "," not in sentence[: len(sentence) // 2]))


@cache
def _before(openers: str) -> re.Pattern[str]:
    """Match the word before one of the openers of a table."""
    return re.compile(rf"(?<![\w’-])(?P<word>[\w’-]+) (?=(?:{_one_of(openers)}) )")


@cache
def _narrators() -> re.Pattern[str]:
    """Match the space before "a monitor said", with the word before it."""
    return re.compile(
        rf"(?P<word>[\w)-]+)(?P<space> )(?=(?:an?|the) (?:[\w-]+ ){{0,4}}?(?:{_one_of('narrators')}) said\b)"
    )


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of('negated')})\b")


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
        rf"\b(?:[Tt]he|[A-Z][\w-]+) (?i:{_one_of('owners')})(?P<s>s)(?= (?!(?:{no_noun})\b)[a-z])"
    )


def _one_of(name: str) -> str:
    words = sorted(language_table("en", "lost")[name], key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)
