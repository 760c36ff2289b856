"""What stands in the ledger, or stood at a moment: stories, events and disputes, ready to be shown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dateline.model.documents import Document
from dateline.model.events import Account, Attribute, Event
from dateline.model.ledger import Assessment, Story
from dateline.pipeline.ledger.headings import headline_document
from dateline.store import Ledger


@dataclass(frozen=True, slots=True)
class StoryStanding:
    """A story with what a list shows of it. Days are ISO 8601, `None` where no document has a date.

    `title` is that of the document which the others tell most of, copies left out.
    """

    story: Story
    title: str
    begin: str | None
    until: str | None
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    assessment: Assessment | None


@dataclass(frozen=True, slots=True)
class EventStanding:
    """An event with its account, and the stories and outlets that tell of it."""

    event: Event
    title: str
    account: Account
    stories: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeStanding:
    """One attribute of an event on which its tellings do not agree."""

    event: Event
    title: str
    attribute: Attribute


def stories_standing(
    ledger: Ledger, *, as_of: datetime | None = None, language: str = "en"
) -> list[StoryStanding]:
    """Return the stories, those with the latest report first, headed in `language` where one is in it."""
    stories = ledger.stories(as_of=as_of)
    documents = ledger.documents_by_id([id for story in stories for id in story.documents])
    assessed = {assessment.story: assessment for assessment in ledger.assessments(as_of=as_of)}
    found = [_story(story, documents, assessed.get(story.id), language) for story in stories]
    return sorted(found, key=lambda each: (each.until or "", each.story.id), reverse=True)


def _story(
    story: Story, documents: Mapping[str, Document], assessment: Assessment | None, language: str
) -> StoryStanding:
    members = [documents[id] for id in story.documents]
    copies = {copy.document for copy in story.copies}
    originals = [document for document in members if document.id not in copies]
    headed = headline_document(originals or members, language)
    days = sorted(document.published.day for document in members if document.published)
    return StoryStanding(
        story,
        headed.title or headed.url,
        days[0] if days else None,
        days[-1] if days else None,
        _distinct(document.outlet for document in members),
        _distinct(document.lang for document in members),
        assessment,
    )


def events_standing(ledger: Ledger, *, as_of: datetime | None = None) -> list[EventStanding]:
    """Return the events by their first day, undated ones last."""
    book = ledger.event_book
    events = book.events(as_of=as_of)
    accounts = {account.event: account for account in book.accounts(as_of=as_of)}
    story_of = {id: story.id for story in ledger.stories(as_of=as_of) for id in story.documents}
    documents = ledger.documents_by_id([id for event in events for id in event.documents])
    found = [
        EventStanding(
            event,
            event_title(event),
            accounts.get(event.id, Account(event.id, ())),
            _distinct(story_of.get(id) for id in event.documents),
            _distinct(documents[id].outlet for id in event.documents),
        )
        for event in events
    ]
    return sorted(found, key=lambda each: (each.event.begin or "9999", each.event.id))


def disputes_standing(ledger: Ledger, *, as_of: datetime | None = None) -> list[DisputeStanding]:
    """Return what is disputed, by the day of the event."""
    return [
        DisputeStanding(each.event, each.title, attribute)
        for each in events_standing(ledger, as_of=as_of)
        for attribute in each.account.disputed
    ]


def event_title(event: Event) -> str:
    """Return "rocket attack, Al Qayyārah, 2020-03-11", as far as it is known."""
    days = event.begin if event.begin == event.until else f"{event.begin} to {event.until}"
    return ", ".join(part for part in (event.mode or event.type.lower(), _where(event), days) if part)


def _where(event: Event) -> str | None:
    if event.place is not None:
        return event.place.name
    return event.targets[0] if event.targets else None


def figures(account: Account) -> str:
    """Return the figures of an account in a line: "killed 3 / 5 / at least 4; wounded 12"."""
    counted = [attribute for attribute in account.attributes if attribute.name not in NOT_COUNTED]
    return "; ".join(
        f"{_counted(attribute)} {' / '.join(version.value for version in attribute.versions)}"
        for attribute in counted
    )


NOT_COUNTED = frozenset({"happened", "date", "place", "actor", "target", "wording"})


def _counted(attribute: Attribute) -> str:
    return f"{attribute.of} {attribute.name}" if attribute.of else attribute.name


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return what is there once each, the commonest first."""
    times = Counter(value for value in values if value)
    return tuple(sorted(times, key=lambda value: (-times[value], value)))
