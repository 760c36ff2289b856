"""Commas of a text without any that the words around them leave no doubt of; and places where none can be.

"12 people, eight of them children, were killed"; "at least 50 were hurt, a monitoring group said." No comma
parts a number from what it counts, or "told AFP" from what AFP was told.
"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.languages import language_table

COUNTED = r"(?:(?:at least |about |some )?(?:\d[\d,]*|[a-z]+))"
# A clause on a name: "Balad which was shelled".
NAMED = re.compile(r"(?<=\w) (?:which|whose) (?:is|was|has|had|are|were|have|will|would)\b")
LEFT = re.compile(
    r"(?<=[\w)]) (?:(?:killing|wounding|injuring|leaving) (?:at least |about |some |more than )?\d"
    r"|inflicting |pointing out that |adding that |noting that )"
)
KNOWN_AS = re.compile(
    r"(?<=\w)(?P<open>) (?:also|better|formerly) known as "
    r"(?:\"[^\"]+\"|“[^”]+”|(?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*)*)"
    r"(?P<close>)(?= (?!in |of |and |for |the )[a-z])"
)
# A clause that no word joins to the one before it: "the war, he launched".
CLAUSE_OF_ITS_OWN = re.compile(
    r" (?:(?:he|she|it|they) (?P<verb>[a-z]+ed)|the (?:[\w’-]+ ){1,4}(?:is|are|was|were) [a-z]+ing) "
)
SHORT_NAMES = re.compile(r"\((?:[A-Z]{2,6} )+[A-Z]{2,6}\)")
OWNERS = re.compile(
    r"\b(?:groups|organi[sz]ations|militants|terrorists|rebels)(?= (?:rocket|mortar|shell|missile|sniper) )"
)
CLAUSE = r" (?:the|an?|that|its?|he|she|they|at least|\d+)\b"
DAY = r"\b[A-Z][a-z]{2,8}(?:day| \d{1,2})$"
# What stands before a place and what behind it, where no comma can be.
FORBIDDEN = tuple(
    (re.compile(before), re.compile(behind))
    for before, behind in (
        (
            r"\b(?<![A-Z][a-z]{2} )(?<![a-z]{3} )\d[\d,]*$|(?:least|about|than|some) \d[\d,]*$",
            r" [a-z]+s\b(?! (?:of|on|in)\b)",
        ),
        (r"\b(?:on board|aboard)$", r" (?:an?|the) "),
        (r"\b(?:which|who) [a-z]+$", r" [A-Z]"),
        (r"\btold (?:[\w’-]+ ){0,4}[\w’-]+$", CLAUSE),
        (
            r"\b(?:groups|organi[sz]ations|militants|terrorists)$",
            r" (?:rocket|mortar|shell|missile|sniper)\b",
        ),
        (r" agency$", r" [A-Z]{3,5} (?:said|says|reported)\b"),
        (r"$", r" yet (?:between|in|by|on|since|of|to|for|as)\b"),
        (r"[A-Z][\w’-]+$", r" and (?:its|their|his|her) \w+"),
        (r"\b(?:among (?:them|others)|including|mostly|most of)$", r" "),
        (r"\bmostly [a-z]+$", r" and [a-z]+ (?:[a-z]+ed|were|was|in|on|at)\b"),
        (
            r"\bincluding (?:[\w-]+ ){1,2}[a-z]+$",
            r" and (?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
        ),
        (rf"\b(?:was|were|has|have|had|is|are|be|been|will|would|to) on {DAY}", r" "),
    )
)
ACCORDING = re.compile(
    r"^According to (?:the )?(?:[A-Z][\w’-]* )+"
    r"(?=(?:at least|over|more than|about|some|the|an?|it|they|there|\d+)\b)"
)
COUNT = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen)) (?:[a-z-]+ )?$")
LISTED = re.compile(
    r"\b(?P<many>[a-z]+)(?= [a-z]{3,}s and [a-z]{4,} (?:were|was|in|on|at|when|have|had|as|after|by)\b)"
)
ON_A_DAY = r"(?: on [A-Z]\w+(?: \d{1,2})?| [A-Z][a-z]+day)?"


def certain_commas(words: str) -> Iterator[int]:
    """Yield the places behind words of a sentence without commas at which one must stand."""
    leading = frozenset(language_table("en", "lost")["ahead_of_speakers"])
    for pattern in (_speaker_last(), _speech_last(), LEFT):
        for match in pattern.finditer(words):
            if _word_before(words, match.start()) not in leading:
                yield match.start()
    if according := ACCORDING.match(words):
        yield according.end() - 1
    counted = (
        m for m in LISTED.finditer(words) if m["many"] in _persons() and COUNT.search(words[: m.start()])
    )
    yield from (match.end() for match in counted)
    for match in (*_part_of_several().finditer(words), *KNOWN_AS.finditer(words)):
        yield from (match.start(name) for name in ("open", "close") if match[name] is not None)
    for match in NAMED.finditer(words):
        if _word_before(words, match.start())[:1].isupper():
            yield match.start()
    for names in SHORT_NAMES.finditer(words):
        yield from (names.start() + at for at, letter in enumerate(names.group()) if letter == " ")


@cache
def _persons() -> frozenset[str]:
    return frozenset(language_table("en", "lost")["several_persons"])


def certain_owners(words: str) -> Iterator[int]:
    """Yield the ends of owners in the plural that have lost their apostrophe: "the rebels mortar fire"."""
    yield from (match.end() for match in OWNERS.finditer(words))


def _word_before(words: str, at: int) -> str:
    return words[:at].rpartition(" ")[2]


def forbids_comma(before: str, behind: str) -> bool:
    """Say whether no comma can stand between the words before a place and those behind it."""
    leading = language_table("en", "lost")["ahead_of_speakers"]
    clause = CLAUSE_OF_ITS_OWN.match(behind)
    told = clause is not None and clause["verb"] in language_table("en", "check")["speech"]
    spliced = clause is not None and not told and before.partition(" ")[0].lower() not in leading
    return spliced or any(first.search(before) and second.match(behind) for first, second in FORBIDDEN)


def speaker_at_end(words: str) -> str | None:
    """Return who said it where a sentence ends on that, without the day: "a monitoring group said"."""
    said = "|".join(language_table("en", "lost")["said"])
    found = re.search(rf"(?<=[\w),”]) (?P<who>{_speaker()} (?:{said})){ON_A_DAY}\.?$", words)
    leading = frozenset(language_table("en", "lost")["ahead_of_speakers"])
    if found is None or _word_before(words, found.start()) in leading:
        return None
    return found["who"]


@cache
def _speaker() -> str:
    """Return what matches a speaker without a name of a person: "state media", "a monitoring group"."""
    heads = "|".join(language_table("en", "lost")["speakers"])
    behind = r"(?: for Human Rights)?(?: \([A-Z]+\))?(?: monitor)?"
    article = rf"(?:an?|the) (?:(?!the\b|an?\b)[\w’'-]+ ){{0,4}}?(?:{heads}){behind}"
    return rf"(?:state(?:-run)? (?:media|television|TV|radio|(?:news )?agency(?: [A-Z]+)?)|{article})"


@cache
def _speaker_last() -> re.Pattern[str]:
    """Match who said what stands before, at the end of a sentence: "… a monitoring group said."."""
    said = "|".join(language_table("en", "lost")["said"])
    return re.compile(rf"(?<=[\w)]) {_speaker()} (?:{said}){ON_A_DAY}(?=\.?$)")


@cache
def _speech_last() -> re.Pattern[str]:
    """Match the same the other way round: "… said the army."."""
    said = "|".join((*language_table("en", "lost")["said"], "according to"))
    return re.compile(rf"(?<=[\w)]) (?:{said}) {_speaker()}(?=\.?$)")


@cache
def _part_of_several() -> re.Pattern[str]:
    """Match how many of several are what: "12 people eight of them children on"."""
    table = language_table("en", "lost")
    persons = "|".join(table["several_persons"])
    closing = (
        rf"(?:{'|'.join((*table['verbs'], *table['behind_asides']))}|and (?:[a-z]+ed|left|hit|forced))\b"
    )
    share = rf"(?:{COUNTED} of (?:them|whom)|most of them|mostly|including {COUNTED}|among them {COUNTED})"
    share = rf"(?:{share} (?:{persons}|[a-z]+s)|including (?:{persons}) and (?:{persons}))"
    more = rf"(?: and {COUNTED} (?:[a-z]+ )?(?:{persons}|woman|man|child))?"
    return re.compile(
        rf"\b(?:{persons})(?P<open>) {share}{more}"
        rf"(?:(?P<close>)(?= {closing})|(?=\.?$| {_speaker()} ))"
    )
