"""Events as the map, the network and an event's own page show them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateline.errors import NotFound
from dateline.model.annotations import EventType
from dateline.model.documents import Document
from dateline.model.events import Account, Attribute, Event, EventPlace, Giver
from dateline.model.ledger import Story
from dateline.web.room import Visit
from dateline.web.views.outlets import Badge, badge, badges

SHOWN = 400  # events on one page: what a person can look through and a browser draws at once


class EventClass(StrEnum):
    """Words or deeds, for or against: the four quarters of PLOVER's types.

    Reference: Halterman et al. 2023, PLOVER and POLECAT, quad class.
    """

    FRIENDLY_WORDS = "friendly-words"
    FRIENDLY_DEEDS = "friendly-deeds"
    HOSTILE_WORDS = "hostile-words"
    HOSTILE_DEEDS = "hostile-deeds"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event on one line. `begin` and `until` are ISO 8601 at their own precision."""

    id: str
    type: str
    mode: str | None
    kind: EventClass
    begin: str | None
    until: str | None
    place: EventPlace | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    tellings: int


@dataclass(frozen=True, slots=True)
class EventsShown:
    """The latest events of a period; `cut` says that there were more than are shown."""

    events: tuple[EventLine, ...]
    begin: str | None
    until: str | None
    cut: bool

    @property
    def types(self) -> tuple[tuple[str, int], ...]:
        """The types that occur, with how often, the most frequent first."""
        return tuple(Counter(event.type for event in self.events).most_common())

    @property
    def placed(self) -> int:
        """How many of them have a place."""
        return sum(event.place is not None for event in self.events)


@dataclass(frozen=True, slots=True)
class Report:
    """A document that tells of an event."""

    document: str
    title: str
    lang: str
    outlet: Badge
    printed: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event with its reports and what they do not agree on."""

    event: EventLine
    outlets: tuple[Badge, ...]
    reports: tuple[Report, ...]
    attributes: tuple[Attribute, ...]
    givers: Mapping[str, Badge]


QUARTERS = {
    EventClass.FRIENDLY_WORDS: (
        EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE,
    ),
    EventClass.FRIENDLY_DEEDS: (EventType.COOPERATE, EventType.AID, EventType.RETREAT),
    EventClass.HOSTILE_WORDS: (
        EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN,
    ),
    EventClass.HOSTILE_DEEDS: (
        EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT,
    ),
    EventClass.OTHER: (EventType.OTHER,),
}  # fmt: skip
CLASS_OF = {type: quarter for quarter, types in QUARTERS.items() for type in types}


def events_shown(visit: Visit, *, begin: str | None, until: str | None, limit: int = SHOWN) -> EventsShown:
    """Return the latest events that began from `begin` to `until`, days included."""
    found = visit.ledger.event_book.latest_events(
        begin=begin, until=until, limit=limit + 1, as_of=visit.as_of
    )
    lines = tuple(event_line(event) for event in found[:limit])
    return EventsShown(lines, begin, until, cut=len(found) > limit)


def story_events(visit: Visit, id: str) -> EventsShown:
    """Return what the reports of a story tell of, by day. Raises NotFound."""
    story = visit.ledger.book.stories([id], as_of=visit.as_of).get(id)
    if story is None:
        raise NotFound(f"no story has the id {id!r}; it may be part of another by now")
    return EventsShown(events_of_story(visit, story), None, None, cut=False)


def events_of_story(visit: Visit, story: Story) -> tuple[EventLine, ...]:
    """Return what the reports of a story tell of, by day, what has none last."""
    events = visit.ledger.event_book.events_of(story.documents, as_of=visit.as_of)
    ordered = sorted(events, key=lambda event: (event.begin is None, event.begin or "", event.id))
    return tuple(event_line(event) for event in ordered[:SHOWN])


def event_line(event: Event) -> EventLine:
    """Return an event in short."""
    return EventLine(
        id=event.id,
        type=event.type.value,
        mode=event.mode,
        kind=CLASS_OF[event.type],
        begin=event.begin,
        until=event.until,
        place=event.place,
        actors=event.actors,
        targets=event.targets,
        tellings=len(event.tellings),
    )


def event_page(visit: Visit, id: str) -> EventPage:
    """Return all that is shown of one event. Raises NotFound."""
    event = visit.ledger.event_book.event(id, as_of=visit.as_of)
    if event is None:
        raise NotFound(f"the ledger has no event {id!r}" + (" at that moment" if visit.as_of else ""))
    account = visit.ledger.event_book.accounts_of([id], as_of=visit.as_of).get(id)
    documents = visit.ledger.documents_by_id(event.documents)
    told = [documents[document] for document in event.documents if document in documents]
    return EventPage(
        event=event_line(event),
        outlets=badges(told, visit.room.outlets),
        reports=tuple(_report(visit, document) for document in told),
        attributes=_worth_showing(account),
        givers={giver.outlet: badge(giver.outlet, visit.room.outlets) for giver in _givers(account)},
    )


def _report(visit: Visit, document: Document) -> Report:
    return Report(
        document=document.id,
        title=document.title or document.url,
        lang=document.lang,
        outlet=badge(document.outlet, visit.room.outlets),
        printed=document.published.value if document.published else None,
        story=visit.ledger.story_of(document.id, as_of=visit.as_of),
    )


def _worth_showing(account: Account | None) -> tuple[Attribute, ...]:
    """Return the attributes that are told in more than one way, those in dispute first."""
    several = (each for each in (account.attributes if account else ()) if len(each.versions) > 1)
    return tuple(sorted(several, key=lambda attribute: not attribute.is_disputed))


def _givers(account: Account | None) -> Iterable[Giver]:
    for attribute in account.attributes if account else ():
        for version in attribute.versions:
            yield from version.givers
