"""Place names that the gazetteer knows, added to the names found by other means."""

from collections.abc import Sequence

from dateline.extract.names.finding import NamedSpan
from dateline.extract.places.toponyms import Toponym, find_toponyms
from dateline.extract.places.words import place_words
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

REACH = 24  # letters looked back for a preposition
SURE = 0.85
WIDENED = (MentionType.GPE, MentionType.LOC, MentionType.FAC, MentionType.MISC)


def add_place_names(text: str, lang: str, names: Sequence[NamedSpan]) -> tuple[NamedSpan, ...]:
    """Return the names and, where they leave room, the place names of the text, in text order.

    A place name of which only a part was found ("Kamal" of "Albu Kamal") takes the stead of that part.
    """
    kept = dict.fromkeys(names)
    at = 0
    for toponym in find_toponyms(text, lang):
        span = Span(toponym.start, toponym.end)
        while at < len(names) and names[at].span.end <= span.start:
            at += 1
        touched = _touched(names, at, span)
        if all(_is_part(name, span, text) or _is_misread(name, toponym, text, lang) for name in touched):
            for name in touched:
                kept.pop(name, None)
            kept[_named(toponym, span)] = None
    return tuple(sorted(kept, key=lambda name: name.span))


def _touched(names: Sequence[NamedSpan], at: int, span: Span) -> list[NamedSpan]:
    touched = []
    while at < len(names) and names[at].span.start < span.end:
        touched.append(names[at])
        at += 1
    return touched


def _is_part(name: NamedSpan, span: Span, text: str) -> bool:
    """Say whether a name is a part of a place name of several words."""
    return name.type in WIDENED and name.span != span and span.covers(name.span) and " " in span.of(text)


def _is_misread(name: NamedSpan, toponym: Toponym, text: str, lang: str) -> bool:
    """Say whether a known place behind a preposition was taken for a person: "reported in Deir Ezzor"."""
    if name.type is not MentionType.PERSON or name.span != Span(toponym.start, toponym.end):
        return False
    before = text[max(0, name.span.start - REACH) : name.span.start].split()
    return toponym.confidence >= SURE and bool(before) and before[-1].lower() in place_words(lang).locatives


def _named(toponym: Toponym, span: Span) -> NamedSpan:
    return NamedSpan(span, toponym.type, None, toponym.confidence)
