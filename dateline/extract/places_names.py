"""Place names that the gazetteer knows, added to the names found by other means."""

from collections.abc import Sequence

from dateline.extract.names import NamedSpan
from dateline.extract.places_toponyms import find_toponyms
from dateline.model.spans import Span


def add_place_names(text: str, lang: str, names: Sequence[NamedSpan]) -> tuple[NamedSpan, ...]:
    """Return the names and, where they leave room, the place names of the text, in text order."""
    added = list(names)
    at = 0
    for toponym in find_toponyms(text, lang):
        span = Span(toponym.start, toponym.end)
        while at < len(names) and names[at].span.end <= span.start:
            at += 1
        if at == len(names) or not names[at].span.overlaps(span):
            added.append(NamedSpan(span, toponym.type, None, toponym.confidence))
    return tuple(sorted(added, key=lambda name: name.span))
