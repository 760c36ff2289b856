"""Commas and apostrophes of a text that has none at all: it lost them on its way here.

They are put back only where the annotations show their place: behind what somebody said, between a name
and who bears it, before a clause that goes on; and in the possessive of a name.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from dateline.languages import language_table
from dateline.model.annotations import Annotations, Mention, MentionType
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.write.aliases import states_named
from dateline.write.lost_clauses import GOES_ON_UNPARTED, owners_of, parted_clauses

APOSTROPHES = "'’ʼ"
JOINING = ("and", "or", "but")
ARTICLE = re.compile(r" (?=(?:an?|the) )")
HAS_ARTICLE = re.compile(r" (?:an?|the)$")
WANTS_MORE = re.compile(r"\b(?:to \w+|including|of|in|at|by|for|from|with|on|and|or|but|that|who|which|as)$")
GOES_ON = re.compile(r"(?<=[a-z0-9]{3}) (?=(?:but|although|adding|sparking|contradicting|prompting) )")
QUOTED = re.compile(rf"[\w.][\"”] {GOES_ON_UNPARTED}(?=(?:[\w’-]+ ){{0,9}}?(?:said|told|added|says)\b)")
BEARER = re.compile(
    r" (?:an?|the) (?:(?!that\b)[\w-]+ ){1,12}?(?:\([A-Z]{2,8}\) )?"
    r"(?=(?:told|said|says|added|claimed|warned|announced|confirmed|denied|stressed|called|was|were|is|has|had)\b)"
)
BEARER_OPENS = re.compile(
    r" (?=an? \w|the (?:[\w-]+ ){1,3}of |(?:head|director|chief|leader|commander|spokesman) of )"
)
OF_A_SPEAKER = re.compile(
    r" (?P<words>(?:(?:local|state|state-run|official|medical|military|security|opposition|political|"
    r"diplomatic|activist|rebel|government|Syrian|Iraqi|Iranian|Russian|Turkish|Kurdish|Lebanese) )+)$"
)
IN_A_PLACE = re.compile(r"(?:at|in|from|of|with) ")
AT_A_PLACE = re.compile(r" (?P<words>(?:an?|the) [\w-]+ )$")  # "a source at the police command said"
PLACE_TOLD = re.compile(
    r" (?=(?:an?|the) (?:[\w-]+ ){0,3}?"
    r"(?:stronghold|bastion|hometown|birthplace|city|town|village|suburb|district|province|capital) of\b)"
)
PLACES = (MentionType.GPE, MentionType.LOC, MentionType.FAC)
LONE_NOUN = re.compile(r"(?:an?|the) [a-z]+")
OPENS = 4  # code points: "The " before a name that opens a sentence
Replacement = tuple[int, int, str]


def has_no_commas(text: str) -> bool:
    """Say whether a text has no comma at all: then it lost them."""
    return "," not in text


def has_no_apostrophes(text: str) -> bool:
    """Say whether a text has no apostrophe at all: then it lost them."""
    return not any(mark in text for mark in APOSTROPHES)


def lost_marks(document: Document, notes: Annotations | None, span: Span) -> Iterator[Replacement]:
    """Yield each place of a lost mark within `span` once, from its start, with the words to put there."""
    text, seen = document.text, set[int]()
    found = list(_apostrophes(text, notes, span)) if has_no_apostrophes(text) else []
    found += _commas(text, notes, span) if has_no_commas(text) else []
    for replacement in _without_doubled(found, span.of(text)):
        if replacement[0] not in seen:
            seen.add(replacement[0])
            yield replacement


def _without_doubled(found: Sequence[Replacement], words: str) -> Iterator[Replacement]:
    """Leave out a comma before a lone "the area" that another follows: the speaker stands behind that one."""
    commas = sorted({end: start for start, end, put in found if put == ", "}.items())
    doubled = {end for (end, _), (_, start) in pairwise(commas) if LONE_NOUN.fullmatch(words[end:start])}
    yield from (each for each in found if each[2] != ", " or each[1] not in doubled)


def _apostrophes(text: str, notes: Annotations | None, span: Span) -> Iterator[Replacement]:
    yield from _possessives(text, notes, span)
    yield from owners_of(span.of(text))


def _commas(text: str, notes: Annotations | None, span: Span) -> Iterator[Replacement]:
    words = span.of(text)
    claims = notes.claims if notes is not None else ()
    places = [place for claim in claims if (place := _before_speaker(claim, text)) is not None]
    for place in places:
        if span.covers(place):
            yield place.start - span.start, place.end - span.start, ", "
    for match in QUOTED.finditer(words):
        yield match.end() - 1, match.end(), ", "
    for match in GOES_ON.finditer(words):
        yield match.start(), match.end(), ", "
    if notes is not None:
        yield from _bearers(text, notes, span, {place.start for place in places})
        yield from _places_listed(text, notes, span)
        yield from _places_told(text, notes, span)
    yield from parted_clauses(words, spoken=any(span.covers(place) for place in places))


def _possessives(text: str, notes: Annotations | None, span: Span) -> Iterator[Replacement]:
    words = span.of(text)
    for match in _owners().finditer(words):
        yield match.end() - 1, match.end(), "’s"
    for name in _surnames(text, notes.mentions) if notes else ():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}s(?= [a-z])", words):
            yield match.end() - 1, match.end(), "’s"


def _surnames(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Return last words of persons' names, and bodies of one word, that the text has without an "s"."""
    named = ((m.type, text[m.start : m.end].split()) for m in mentions)
    lone = {words[0] for type, words in named if type is MentionType.ORG and len(words) == 1}
    people = (text[m.start : m.end].split() for m in mentions if m.type is MentionType.PERSON)
    last = {word.removesuffix("s") for word in (*lone, *(words[-1] for words in people if words))}
    return sorted(
        name
        for name in last
        if len(name) > 3 and not states_named(name)
        if name.startswith("al-") or re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)
    )


def _before_speaker(claim: Claim, text: str) -> Span | None:
    """Return the space between what is said and its speaker, where a comma was lost.

    Of "two of them crew a watchdog said" the speaker begins with the last article, whatever was read.
    """
    first = claim.chain[0].span if claim.chain else None
    said = claim.content[-1]
    if first is None or claim.cue is None or not said.end < first.start < claim.cue.start:
        return None
    for belonging in (OF_A_SPEAKER, *([AT_A_PLACE] if IN_A_PLACE.match(text, first.start) else [])):
        if found := belonging.search(text[said.start : first.start]):
            first = Span(said.start + found.start("words"), first.end)
    starts = [match.end() for match in ARTICLE.finditer(text, first.start, first.end)]
    start = next((at for at in reversed(starts) if not WANTS_MORE.search(text[: at - 1])), first.start)
    before = text[said.start : start].rstrip()
    if article := HAS_ARTICLE.search(before):
        before, start = before[: article.start()], said.start + article.start() + 1
    joined = text[start:].partition(" ")[0] in JOINING
    if joined or not before[-1:].isalnum() or WANTS_MORE.search(before):
        return None
    return Span(said.start + len(before), start)


def _bearers(text: str, notes: Annotations, span: Span, parted: Set[int]) -> Iterator[Replacement]:
    """Yield the marks around who bears a name: "Mohammed Saeed, an activist in the area, told".

    Behind a place a "monitor said" it, who bears no name.
    """
    for mention in notes.mentions:
        if mention.type not in (MentionType.PERSON, MentionType.ORG) or mention.end in parted:
            continue
        if not (span.start <= mention.start and mention.end < span.end) or not text[mention.start].isupper():
            continue
        at = mention.end - span.start
        if BEARER_OPENS.match(text, mention.end):
            yield at, at + 1, ", "
            closing = BEARER.match(text, mention.end, span.end)
            acts = mention.type is MentionType.PERSON or at - (mention.end - mention.start) <= OPENS
            if closing and acts:
                end = closing.end() - span.start
                yield end - 1, end, ", "


def _places_listed(text: str, notes: Annotations, span: Span) -> Iterator[Replacement]:
    """Yield the space between two places that stand side by side: "Nubbul al-Zahraa and Balad"."""
    named = sorted(
        (m for m in notes.mentions if m.type in PLACES and span.start <= m.start and m.end <= span.end),
        key=lambda mention: mention.start,
    )
    for first, second in pairwise(named):
        if text[first.end : second.start] == " ":
            yield first.end - span.start, second.start - span.start, ", "


def _places_told(text: str, notes: Annotations, span: Span) -> Iterator[Replacement]:
    """Yield the space between a place and what is told of it: "Raqqa a stronghold of the group"."""
    for mention in notes.mentions:
        inside = mention.type in PLACES and span.start <= mention.start and mention.end < span.end
        if inside and PLACE_TOLD.match(text, mention.end, span.end):
            yield mention.end - span.start, mention.end - span.start + 1, ", "


@cache
def _owners() -> re.Pattern[str]:
    """Match the name of a country or city with the "s" of what it owns."""
    table = language_table("en", "names")
    names = "|".join(re.escape(name) for name in (*table["countries"], *table["cities"]))
    return re.compile(rf"(?<![\w-])(?:{names})s(?= [A-Za-z])")
