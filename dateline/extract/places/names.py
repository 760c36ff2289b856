"""Place names that the gazetteer knows, beside the names found by other means and inside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.extract.names.tokens import NamedSpan
from dateline.extract.places.belief import known_places
from dateline.extract.places.relations import LINKS
from dateline.extract.places.toponyms import Toponym
from dateline.extract.places.words import place_words
from dateline.model.annotations import Mention, MentionType
from dateline.model.spans import Span
from dateline.text.gazetteer import Kind, name_key

REACH = 24  # letters looked back for a preposition
SURE = 0.85
WIDENED = (MentionType.GPE, MentionType.LOC, MentionType.FAC, MentionType.MISC)
PLACES = (MentionType.GPE, MentionType.LOC)
MISREAD = (MentionType.PERSON, MentionType.ORG, MentionType.MISC)
HOLDERS = (MentionType.ORG, MentionType.FAC, MentionType.MISC)


def add_place_names(
    text: str, lang: str, names: Sequence[NamedSpan], toponyms: Sequence[Toponym]
) -> tuple[NamedSpan, ...]:
    """Return the names and, where they leave room, the place names of the text, in text order.

    A place name of which only a part was found ("Kamal" of "Albu Kamal") takes the stead of that part, and
    "Midland, Michigan" is two names, as is "Azzan south of Aleppo".
    """
    apart = [part for name in names for part in _apart(name, text, lang)]
    kept = dict.fromkeys(apart)
    told = _told_names(text, apart, toponyms)
    at = 0
    for toponym in toponyms:
        if toponym.part:
            continue
        span = Span(toponym.start, toponym.end)
        while at < len(apart) and apart[at].span.end <= span.start:
            at += 1
        touched = _touched(apart, at, span)
        if all(
            _is_part(name, span, text) or _is_misread(name, toponym, text, lang, told) for name in touched
        ):
            for name in touched:
                kept.pop(name, None)
            kept[NamedSpan(span, toponym.type, None, toponym.confidence)] = None
    return tuple(sorted(kept, key=lambda name: name.span))


def places_inside(mentions: Sequence[Mention], toponyms: Sequence[Toponym]) -> Iterator[tuple[Mention, str]]:
    """Yield a mention for each place that is part of another name ("Athens City Council"), and its holder.

    It belongs to no entity: nothing is said of the place itself.
    """
    at = 0
    for number, toponym in enumerate(toponyms):
        while at < len(mentions) and mentions[at].end <= toponym.start:
            at += 1
        if at == len(mentions):
            return
        holder = mentions[at]
        inside = holder.start <= toponym.start and toponym.end <= holder.end
        longer = holder.end - holder.start > toponym.end - toponym.start
        if inside and longer and holder.type in HOLDERS:
            found = Mention(f"p{number}", toponym.start, toponym.end, toponym.type, None, toponym.confidence)
            yield found, holder.id


def _apart(name: NamedSpan, text: str, lang: str) -> Iterator[NamedSpan]:
    """Yield the parts of a place name at its commas and at "south of", or the name itself."""
    if name.type not in PLACES:
        yield name
        return
    gaps = [match.span() for match in _between(lang).finditer(text, name.span.start, name.span.end)]
    starts = (name.span.start, *(end for _, end in gaps))
    ends = (*(start for start, _ in gaps), name.span.end)
    parts = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    if len(parts) == 1 or not all(part.of(text)[:1].isupper() for part in parts):
        yield name
    else:
        yield from (replace(name, span=part) for part in parts)


@cache
def _between(lang: str) -> re.Pattern[str]:
    """Return what stands between two place names that are told together: "Midland, Michigan"."""
    sides = "|".join(sorted(map(re.escape, place_words(lang).directions), key=len, reverse=True))
    links = "|".join(LINKS)
    return re.compile(rf"\s*,\s*|\s+(?:{sides})\s+(?:{links})\s+")


def _touched(names: Sequence[NamedSpan], at: int, span: Span) -> list[NamedSpan]:
    touched = []
    while at < len(names) and names[at].span.start < span.end:
        touched.append(names[at])
        at += 1
    return touched


def _is_part(name: NamedSpan, span: Span, text: str) -> bool:
    """Say whether a name is a part of a place name of several words."""
    return name.type in WIDENED and name.span != span and span.covers(name.span) and " " in span.of(text)


def _told_names(text: str, names: Sequence[NamedSpan], toponyms: Sequence[Toponym]) -> frozenset[str]:
    """Return the names that the text calls places somewhere, less those that end the name of a person."""
    told = {text[each.start : each.end].lower() for each in toponyms if each.told}
    persons = (name.span.of(text).lower() for name in names if name.type is MentionType.PERSON)
    return frozenset(told.difference(person.rpartition(" ")[2] for person in persons if " " in person))


def _is_misread(name: NamedSpan, toponym: Toponym, text: str, lang: str, told: frozenset[str]) -> bool:
    """Say whether a known place was taken for a person or an organisation: "reported in Deir Ezzor"."""
    same = name.span == Span(toponym.start, toponym.end)
    if not same or name.type not in MISREAD:
        return False
    if name.span.of(text).lower() in told:
        return True
    if toponym.confidence < SURE:
        return False
    if name.type is not MentionType.PERSON:
        known = known_places(name_key(name.span.of(text)))
        return known is not None and known.best.kind is Kind.COUNTRY
    before = text[max(0, name.span.start - REACH) : name.span.start].split()
    return bool(before) and before[-1].lower() in place_words(lang).locatives
