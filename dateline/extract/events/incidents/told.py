"""Who made an attack, on whom and with what, as the events that tell it say, where the weights name nobody.

The weights were taught by wire reports of 1989-90, in which guerrillas attack by night. Later reports tell of
air strikes, shelling and drones of states, which the events of a sentence read as well.
In: the events that tell an attack, and its parts so far. Out: more parts.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from dateline.extract.events.incidents.parts import Part
from dateline.extract.events.incidents.phrases import is_held
from dateline.extract.events.parsing.reading import Reading
from dateline.model.annotations import (
    Annotations,
    EventCertainty,
    EventMention,
    EventStage,
    EventType,
    Mention,
    MentionType,
    PartRole,
)
from dateline.model.spans import Span

DOERS = frozenset({PartRole.INDIVIDUAL, PartRole.ORGANISATION})
PEOPLE = frozenset({MentionType.PERSON, MentionType.NORP})
# How surely an organisation did it, as parts of attacks have it: who is blamed is suspected.
CERTAINTIES = {EventCertainty.BLAMED: EventCertainty.SUSPECTED}
SAID = frozenset({EventCertainty.CLAIMED, EventCertainty.BLAMED, EventCertainty.SUSPECTED})
CLAIM = "claim of responsibility"  # the mode of events that say so themselves
SURE = 0.6  # how sure an event must be; chosen on invented news and on reports of MUC-4's `dev`
BODIES = frozenset(
    {"army", "police", "military", "navy", "forces", "government", "regime", "coalition", "authorities",
     "militia", "group", "movement", "organisation", "organization", "faction", "cartel", "gang", "junta",
     "party", "wing"}
)  # fmt: skip
WORD = re.compile(r"[\w-]+")
ARTICLES = "DQ"  # classes of words
Naming = tuple[PartRole, Span]


def told_within(
    annotations: Annotations, telling: Container[str], sentences: Container[int]
) -> list[EventMention]:
    """Return the attacks done that some sentences tell, what else of `telling` is there, and any claim."""
    starts = [span.start for span in annotations.sentences]
    return [
        event
        for event in annotations.events
        if event.stage is EventStage.DONE
        and (event.mode == CLAIM or event.type is EventType.ASSAULT or event.id in telling)
        and (event.mode == CLAIM or bisect_right(starts, event.trigger.start) - 1 in sentences)
    ]


def told_parts(reading: Reading, events: Sequence[EventMention], parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the doers that events name where no part is one, and likewise the weapons.

    Where nobody and nothing but places takes part, those who suffer, too.
    """
    roles = {part.role for part in parts}
    sure = [event for event in events if event.confidence >= SURE]
    taken = [span for part in parts for span in part.spans]
    if not roles & DOERS:
        yield from _once(reading, sure, taken, _doers)
    elif PartRole.ORGANISATION not in roles:
        yield from _once(reading, [event for event in sure if _is_said(event)], taken, _bodies)
    if roles <= {PartRole.PLACE}:
        yield from _once(reading, sure, taken, _sufferers)
    if PartRole.WEAPON not in roles:
        yield from _once(reading, sure, taken, _weapons)


def _once(
    reading: Reading,
    events: Iterable[EventMention],
    taken: Sequence[Span],
    named: Callable[[Reading, EventMention], Iterator[Naming]],
) -> Iterator[Part]:
    """Yield a part for each phrase that events name, the surest event's, unless it is another part."""
    found: dict[str, Part] = {}
    for event in sorted(events, key=lambda each: -each.confidence):
        for role, span in named(reading, event):
            words = span.of(reading.text)
            if words.lower() not in found and not any(_overlap(span, other) for other in taken):
                sure = _certainty(event) if role is PartRole.ORGANISATION else None
                number = _number(reading, span) if role is PartRole.VICTIM else None
                found[words.lower()] = Part(role, (span,), event.confidence, number=number, certainty=sure)
    yield from found.values()


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _certainty(event: EventMention) -> EventCertainty:
    return (
        EventCertainty.CLAIMED if event.mode == CLAIM else CERTAINTIES.get(event.certainty, event.certainty)
    )


def _is_said(event: EventMention) -> bool:
    """Say whether an attack is laid to somebody by what he or others say."""
    return event.mode == CLAIM or event.certainty in SAID


def _weapons(reading: Reading, event: EventMention) -> Iterator[Naming]:
    for span in event.instruments:
        yield PartRole.WEAPON, _bare(reading, span)
    yield from ((PartRole.WEAPON, span) for span in _within(reading, event.trigger))


def _within(reading: Reading, trigger: Span) -> Iterator[Span]:
    """Yield the weapons between the first word of a trigger and the last: "dropped barrel bombs on"."""
    words = list(WORD.finditer(reading.text, trigger.start, trigger.end))[1:-1]
    if words and is_held(words[-1][0].lower(), reading.words):
        yield Span(words[0].start(), words[-1].end())


def _doers(reading: Reading, event: EventMention) -> Iterator[Naming]:
    """Yield who acts in an event, and who is blamed for it; a weapon does not, but whose it is."""
    named = {mention.id: mention for mention in reading.mentions}
    told = [span for span in event.actor_spans if span not in event.instruments]
    for span in told:
        bare = _bare(reading, span)
        if not _is_pronoun(reading, bare):
            yield _role(reading, bare, named), bare
    if event.blamed or all(_is_pronoun(reading, _bare(reading, span)) for span in told):
        for mention in (named[each] for each in (*event.actors, *event.blamed) if each in named):
            span = Span(mention.start, mention.end)
            yield _role(reading, span, named), span


def _sufferers(reading: Reading, event: EventMention) -> Iterator[Naming]:
    """Yield who and what suffers in an event: people by what they are called, all else is a target."""
    for span in () if event.mode == CLAIM else event.target_spans:
        bare = _uncounted(reading, _bare(reading, span))
        types = {mention.type for mention in reading.mentions if mention.end == bare.end}
        is_people = bool(types & PEOPLE) or _head(reading, bare) in reading.words.heads["people"]
        if not _is_pronoun(reading, bare):
            yield PartRole.VICTIM if is_people and not types - PEOPLE else PartRole.TARGET, bare


def _bodies(reading: Reading, event: EventMention) -> Iterator[Naming]:
    """Yield the organisations that claim an event or are blamed for it."""
    yield from (each for each in _doers(reading, event) if each[0] is PartRole.ORGANISATION)


def _role(reading: Reading, span: Span, named: Mapping[str, Mention]) -> PartRole:
    """Return what a doer is: a name that is no person's and a body of many is an organisation."""
    for mention in named.values():
        if mention.end == span.end and mention.start >= span.start:
            return PartRole.INDIVIDUAL if mention.type is MentionType.PERSON else PartRole.ORGANISATION
    return PartRole.ORGANISATION if _head(reading, span) in BODIES else PartRole.INDIVIDUAL


def _head(reading: Reading, span: Span) -> str:
    return span.of(reading.text).lower().split()[-1]


def _is_pronoun(reading: Reading, span: Span) -> bool:
    """Say whether a phrase is one small word: "it", "his"."""
    return span.of(reading.text).lower() in reading.words.classes


def _uncounted(reading: Reading, span: Span) -> Span:
    """Return a phrase without the figure in front."""
    first, _, rest = span.of(reading.text).partition(" ")
    is_figure = rest and (first.isdecimal() or first.lower() in reading.words.numbers)
    return Span(span.start + len(first) + 1, span.end) if is_figure else span


def _number(reading: Reading, span: Span) -> int | None:
    """Return how many victims are told right in front of a phrase, or with it."""
    for quantity in reading.quantities:
        if quantity.low and quantity.start < span.end and span.start - 1 <= quantity.end:
            return int(quantity.low)
    return None


def _bare(reading: Reading, span: Span) -> Span:
    """Return a phrase without the article in front."""
    first, _, rest = span.of(reading.text).partition(" ")
    is_article = rest and reading.words.classes.get(first.lower(), " ") in ARTICLES
    return Span(span.start + len(first) + 1, span.end) if is_article else span
