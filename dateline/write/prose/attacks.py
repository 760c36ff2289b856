"""The attack that some words of a report tell of, as the overview prints it: toll, place, day.

The check reads the cited words again by this, and takes no other toll, place or day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.annotations import Annotations, EventMention, EventType, Mention, PlacePrecision
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.write.compare.facts import find_numbers
from dateline.write.compare.folding import folded_words
from dateline.write.compare.lexicon import lexicon
from dateline.write.prose.cite import printed_date
from dateline.write.prose.frames import counted_in, listed
from dateline.write.settings import house_words

AT_A_PLACE = re.compile(r"\b(?:in|near|of|on|at)(?: the)? $")
OF_A_PLACE = re.compile(r"-|s? (?:countryside|suburbs?|province|governorate|region|district)\b")
NOT_THEN = re.compile(r"\b(?:since|until|till|by|before|after|from|between)(?: \w+)? $", re.IGNORECASE)
TOO_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
PLAIN_MODES = frozenset(("killing", "wounding", "attack"))
SAID_THEN = 4  # words between one of speech and the day of speaking


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack: "5 killed", "in Balad", the day in ISO 8601, and its mode where that is one."""

    counts: str
    place: str
    day: str
    mode: str | None

    def in_words(self, language: str, *, placed: bool) -> str:
        """Return "5 killed in Balad on May 2", without the place where it is told of several at once."""
        frames = house_words(language).frames
        told = frames["attack"].format(counts=self.counts, place=self.place) if placed else self.counts
        return f"{told} {frames['on_day'].format(day=printed_date(self.day, language))}"


def attack_in(document: Document, notes: Annotations, spans: Sequence[Span], language: str) -> Attack | None:
    """Return the attack told within `spans`, None where toll, place and day are not all told of it."""
    counts = list(counted_in(notes, spans, language))
    place = next(_places(document, notes, spans, language), None)
    day = _day(document, notes, spans)
    stated = " … ".join(span.of(document.text) for span in spans)
    if place is None or day is None or not counts or not _are_stated(counts, stated):
        return None
    modes = {event.mode for event in notes.events if _is_attack(event, spans)} - PLAIN_MODES
    return Attack(
        listed(counts, house_words(language).frames), place, day, modes.pop() if len(modes) == 1 else None
    )


def _are_stated(counts: Sequence[str], quote: str) -> bool:
    """Say whether each count stands in the words, above one: "one of the commanders" is no toll."""
    stated = {number.value for number in find_numbers(quote)}
    values = {number.value for count in counts for number in find_numbers(count)}
    return values <= stated and "1" not in values


def _places(document: Document, notes: Annotations, spans: Sequence[Span], language: str) -> Iterator[str]:
    """Yield where the attacks told within `spans` happened, as printed: "in Balad", "at the Balad base"."""
    known = {place.mention for place in notes.places if place.precision not in TOO_WIDE}
    towns = {
        mention.id: printed
        for mention in notes.mentions
        if mention.id in known and any(span.covers(Span(mention.start, mention.end)) for span in spans)
        if (printed := _place_in_words(mention, document.text, language)) is not None
    }
    attacks = [event for event in notes.events if _is_attack(event, spans)]
    yield from (towns[place] for event in attacks for place in event.places if place in towns)
    if attacks and len(set(towns.values())) == 1:
        yield from towns.values()


def _place_in_words(mention: Mention, text: str, language: str) -> str | None:
    """Return a town, or what stands in one, with its preposition; None for what is only told of."""
    house = house_words(language)
    name = " ".join(text[mention.start : mention.end].split())
    if not (name[0].isupper() or name.startswith("al-")):
        return None
    if facility := re.match(rf" (?:{'|'.join(house.facilities)})\b", text[mention.end :]):
        return house.frames["at_facility"].format(place=f"{name}{facility.group()}")
    here = AT_A_PLACE.search(text[: mention.start]) and not OF_A_PLACE.match(text, mention.end)
    return house.frames["in_place"].format(place=name) if here else None


def _is_attack(event: EventMention, spans: Sequence[Span]) -> bool:
    return event.type is EventType.ASSAULT and any(span.covers(event.trigger) for span in spans)


def _day(document: Document, notes: Annotations, spans: Sequence[Span]) -> str | None:
    """Return the one day that is named within `spans`, None for none or for several."""
    days = {
        time.begin
        for time in notes.times
        if time.begin and time.begin == time.until and len(time.begin) == len("2020-03-12")
        if any(span.covers(Span(time.start, time.end)) for span in spans)
        if not NOT_THEN.search(document.text[: time.start]) and not _is_said_then(document.text[: time.start])
    }
    return days.pop() if len(days) == 1 and document.published is not None else None


def _is_said_then(before: str) -> bool:
    """Say whether the words before a day make it the day on which somebody spoke: "a monitor said on"."""
    clause = before[max(before.rfind(mark) for mark in ".,;") + 1 :]
    return any(word in lexicon().speech for word in folded_words(clause)[-SAID_THEN:])
