"""A plain sentence on an attack, composed of what the annotations tell of it, for one that is no prose.

"At least 12 people were killed and 50 wounded in a blast in Balad on May 2, state media reported." Each part
is read in the cited words: toll, who is counted, what happened, place, day and who says so. What is denied,
doubted or told on somebody's word who cannot be read there is not composed.
"""

import re
from functools import cache

from dateline.languages import language_table
from dateline.model.annotations import Annotations, EventType, Quantity
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.write.compare.folding import words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.prose.attacks import attack_in
from dateline.write.prose.certain_marks import speaker_at_end
from dateline.write.prose.cite import printed_date
from dateline.write.prose.frames import listed
from dateline.write.prose.slips import mended_slips
from dateline.write.settings import house_words, same_language

TOLLED = ("killed", "wounded")
FIRST_WORD = re.compile(r"[A-Za-z-]+")


def composed_attack(document: Document, notes: Annotations, span: Span, language: str) -> str | None:
    """Return a sentence on the one attack told within `span`, None where a part cannot be read there."""
    if not same_language(document.lang, language):
        return None
    if _is_doubted(span.of(document.text)):
        return None
    attack = attack_in(document, notes, [span], language)
    tolls = [toll for kind in TOLLED if (toll := _toll(kind, document, notes, span, language))]
    said = _said(document, notes, span)
    if attack is None or not tolls or said is None:
        return None
    frames = house_words(language).frames
    happening = _happening(document, notes, span, language)
    text = frames["composed"].format(
        counts=listed(tolls, frames),
        happening=f"{happening} " if happening else "",
        place=attack.place,
        day=frames["on_day"].format(day=printed_date(attack.day, language)),
        said=f", {said}" if said else "",
    )
    for start, end, words in mended_slips(text):
        text = text[:start] + words + text[end:] if start == 0 else text
    return text[0].upper() + text[1:]


def _is_doubted(words: str) -> bool:
    """Say whether a word denies or hedges; "May" with a capital is a month."""
    doubtful = lexicon().negations | lexicon().hedges
    return any(word.folded in doubtful and not word.capitalised for word in words_of(words))


def _toll(kind: str, document: Document, notes: Annotations, span: Span, language: str) -> str | None:
    """Return "at least 12 people were killed", without "were" for those behind the first; None for none."""
    found = [q for q in notes.quantities if q.kind == kind and q.low and span.covers(Span(q.start, q.end))]
    if not found:
        return None
    most = max(found, key=lambda quantity: quantity.low or 0)
    house = house_words(language)
    number = f"{most.low:,.0f}"
    counted = number if most.low == most.high else house.at_least.format(number=number)
    deed = house.tolls[kind]
    if kind != TOLLED[0] and any(
        q.kind == TOLLED[0] and span.covers(Span(q.start, q.end)) for q in notes.quantities
    ):
        return f"{counted} {deed}"
    return house.frames["counted"].format(counts=f"{counted} {_counted(most, document)}", deed=deed)


def _counted(quantity: Quantity, document: Document) -> str:
    """Return who is counted, in the source's word right behind the number: "people" where it has none."""
    behind = FIRST_WORD.match(document.text[quantity.end :].lstrip())
    word = behind.group() if behind else ""
    return word if word in _persons() else "people"


def _happening(document: Document, notes: Annotations, span: Span, language: str) -> str | None:
    """Return "in a blast", "in air raids" by the nouns that tell the attack; None where verbs alone do."""
    house = house_words(language)
    nouns = list(
        dict.fromkeys(
            words
            for event in notes.events
            if event.type is EventType.ASSAULT and span.covers(event.trigger)
            if (words := event.trigger.of(document.text)) in house.happenings
        )
    )
    if len(nouns) != 1:
        return None
    countable = nouns[0] in language_table("en", "lost")["countable"]
    article = ("an " if nouns[0][0] in "aeiou" else "a ") if countable else ""
    return house.frames["in_place"].format(place=f"{article}{nouns[0]}")


def _said(document: Document, notes: Annotations, span: Span) -> str | None:
    """Return who says it, as the sentence ends on it; "" where its outlet itself does, else None."""
    if speaker := speaker_at_end(span.of(document.text)):
        return speaker
    said = any(claim.cue is not None and span.overlaps(claim.sentence) for claim in notes.claims)
    return None if said else ""


@cache
def _persons() -> frozenset[str]:
    return frozenset(language_table("en", "lost")["several_persons"])
