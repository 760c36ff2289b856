"""Event mentions into events as documents come: by type, time, place, participants and counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.link.agreement import ENOUGH, Happening, agreement
from dateline.link.kinds import DEATH, HARM, SPOKEN
from dateline.link.times import reading_order
from dateline.link.told import Told, tell
from dateline.model.annotations import Annotations, EventType, PlacePrecision
from dateline.model.documents import Document
from dateline.model.events import Event, EventPlace, Telling
from dateline.model.identity import content_id
from dateline.model.ledger import Story
from dateline.text.naming.called import Called, as_printed

HELD_A_FEATURE = 48  # the latest happenings that share one are compared
EXACT = (
    PlacePrecision.POINT,
    PlacePrecision.CITY,
    PlacePrecision.ADMIN,
    PlacePrecision.COUNTRY,
    PlacePrecision.REGION,
)
SITES = (PlacePrecision.POINT, PlacePrecision.CITY)


class EventStream:
    """Events of a stream of documents, in order of time."""

    def __init__(self, story_of: Mapping[str, str] | None = None) -> None:
        """`story_of` gives the story of a document: where it was told helps to know a happening again."""
        self._happenings: list[Happening] = []
        self._holders: dict[str, list[int]] = {}
        self._story_of = story_of or {}

    def add(self, document: Document, made: Annotations) -> None:
        """Put all happenings that a document tells to the events they are, dated ones first."""
        told = tell(document, made, story=self._story_of.get(document.id))
        for each in sorted(told, key=lambda one: (one.begin is None, not one.is_placed)):
            if _is_telling(each):
                self._place(each)

    def happenings(self) -> Sequence[Happening]:
        """Return all happenings so far, in the order in which they were first told."""
        return self._happenings

    def _place(self, told: Told) -> None:
        scored = [(agreement(self._happenings[number], told), number) for number in self._candidates(told)]
        best, number = max(scored, default=(0.0, 0))
        if best < ENOUGH and not _is_known(told):
            return
        happening = self._happenings[number] if best >= ENOUGH else self._open(told)
        happening.add(told)
        for feature in _features(told):
            held = self._holders.setdefault(feature, [])
            if happening.number not in held:
                held.append(happening.number)
                del held[:-HELD_A_FEATURE]

    def _open(self, told: Told) -> Happening:
        happening = Happening(len(self._happenings), told.family)
        self._happenings.append(happening)
        return happening

    def _candidates(self, told: Told) -> list[int]:
        return sorted({number for feature in _features(told) for number in self._holders.get(feature, ())})


def _is_telling(told: Told) -> bool:
    """Say whether a telling may be known by something: a day, a figure, or a place of its own."""
    return bool(told.begin or told.counts or told.is_placed)


def _is_known(told: Told) -> bool:
    """Say whether a happening can be known again by a telling: when or how many, and who or where."""
    if told.is_placed or told.has_sides:
        return bool(told.begin or told.counts or (told.is_placed and told.has_sides))
    return bool(told.begin and told.counts)


def _features(told: Told) -> Iterator[str]:
    """Give what a telling is found by."""
    kind = told.family.value
    if told.begin:
        yield f"{kind} on {told.begin}"
        yield f"{kind} on {told.begin} in {told.story}"
    for where in told.places:
        if where.reach is None:
            yield f"{kind} in {where.place.country} {told.begin}"
        else:
            yield from (f"{kind} at {cell}" for cell in where.cells)
    for party in sorted(told.actors | told.targets):
        yield f"{kind} by {party}"


def link_events(
    documents: Sequence[Document],
    annotations: Mapping[str, Annotations],
    *,
    stories: Iterable[Story] = (),
    called: Called = as_printed,
) -> tuple[Event, ...]:
    """Return the events that `documents` tell of; their order does not matter.

    `called` gives a name, as printed in a document, the name that all know it by.
    """
    stream = EventStream({id: story.id for story in stories for id in story.documents})
    for document in sorted(documents, key=reading_order):
        if document.id in annotations:
            stream.add(document, annotations[document.id])
    by_id = {document.id: document for document in documents}
    return tuple(to_events(stream.happenings(), by_id, annotations, called))


def to_events(
    happenings: Iterable[Happening],
    documents: Mapping[str, Document],
    annotations: Mapping[str, Annotations],
    called: Called,
) -> Iterator[Event]:
    """Give the events that are worth keeping: what is only said counts where two documents tell it."""
    for happening in happenings:
        tellings = _tellings(happening)
        if happening.family in SPOKEN and len(tellings) < 2:
            continue
        first, mode = happening.told[0], _mode(happening)
        dates, place = happening.dates, _place(happening.told)
        actors = _names(tellings, documents, annotations, called, actors=True)
        yield Event(
            id=content_id("ev", first.document, first.mentions[0]),
            type=EventType.OTHER if mode == DEATH else happening.family,
            mode=mode,
            begin=dates[0] if dates else None,
            until=dates[1] if dates else None,
            place=place,
            actors=tuple(name for name in actors if not _is_scene(name, place)),
            targets=_names(tellings, documents, annotations, called, actors=False),
            tellings=tellings,
        )


def _tellings(happening: Happening) -> tuple[Telling, ...]:
    mentions: dict[str, list[str]] = {}
    for told in happening.told:
        mentions.setdefault(told.document, []).extend(told.mentions)
    return tuple(Telling(document, tuple(ids)) for document, ids in mentions.items())


def _mode(happening: Happening) -> str | None:
    """Return the mode that most tellings give, one that says how rather than "attack" or "killing"."""
    modes = Counter(told.mode for told in happening.told if told.mode)
    return min(modes, key=lambda mode: (mode in HARM, mode == "attack", -modes[mode], mode), default=None)


def _place(told: Iterable[Told]) -> EventPlace | None:
    """Return the narrowest place that tellings give, of those the commonest; none that is only assumed."""
    given = Counter(where.place for each in told if not each.assumed for where in each.places)
    times = Counter[tuple[str, PlacePrecision]]()
    for place, tellings in given.items():
        times[place.name, place.precision] += tellings
    best = min(times, key=lambda each: (EXACT.index(each[1]), -times[each], each[0]), default=None)
    if best is None:
        return None
    place = next(place for place in given if (place.name, place.precision) == best)
    return EventPlace(place.name, place.country, place.lat, place.lon, place.precision, place.geonameid)


def _is_scene(name: str, place: EventPlace | None) -> bool:
    """Say whether a name is that of the town or site where it happened: nothing is done by where it is."""
    return place is not None and place.precision in SITES and name == place.name


def _names(
    tellings: Iterable[Telling],
    documents: Mapping[str, Document],
    annotations: Mapping[str, Annotations],
    called: Called,
    *,
    actors: bool,
) -> tuple[str, ...]:
    """Return the names of a side, the commonest first; each document counts a name once."""
    named: Counter[str] = Counter()
    for telling in tellings:
        made = annotations[telling.document]
        mentions = {mention.id: mention for mention in made.mentions}
        entities = {entity.id: entity.name for entity in made.entities}
        events = [event for event in made.events if event.id in telling.mentions]
        ids = {id for event in events for id in (event.actors if actors else event.targets)}
        text = documents[telling.document].text
        named.update(
            {
                called(
                    telling.document,
                    entities.get(mentions[id].entity or "") or text[mentions[id].start : mentions[id].end],
                )
                for id in ids
                if id in mentions
            }
        )
    return tuple(sorted(named, key=lambda name: (-named[name], name)))
