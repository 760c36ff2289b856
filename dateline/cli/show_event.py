"""What `dateline show` prints of an event: who tells it, and what they agree and do not agree on."""

from collections.abc import Sequence
from datetime import datetime

from rich.text import Text

from dateline.cli.disputes import attribute_lines
from dateline.cli.page_lines import heading, line
from dateline.model.events import Attribute, Event, Relation
from dateline.pipeline.ledger.standing import event_title
from dateline.store import Ledger


def event_page(ledger: Ledger, event: Event, as_of: datetime | None) -> Text:
    """Return the page of an event as it was known at `as_of`."""
    page = heading("event", event.id)
    line(page, "what", f"{event.type}: {event.mode}" if event.mode else event.type)
    line(page, "when", event.begin if event.begin == event.until else f"{event.begin} to {event.until}")
    if event.place:
        line(page, "where", f"{event.place.name}, {event.place.country or ''} ({event.place.precision})")
    line(page, "actors", ", ".join(event.actors))
    line(page, "targets", ", ".join(event.targets))
    documents = ledger.documents_by_id(event.documents)
    page.append("\ntold by\n", style="bold")
    for telling in event.tellings:
        document = documents[telling.document]
        day = document.published.day if document.published else "no date"
        story = ledger.story_of(document.id, as_of=as_of) or "an earlier version"
        line(page, document.id, f"{day} {document.outlet or ''}: {document.title or document.url} ({story})")
    for account in ledger.event_book.accounts_of([event.id], as_of=as_of).values():
        for attribute in account.attributes:
            _append_attribute(page, attribute)
    return page


def _append_attribute(page: Text, attribute: Attribute) -> None:
    counted = f"{attribute.of} {attribute.name}" if attribute.of else attribute.name
    page.append(f"\n{counted}", style="bold")
    page.append(f" ({_agreement(attribute)})\n", style="red" if attribute.is_disputed else "dim")
    for words in attribute_lines(attribute):
        page.append(f"  {words}\n")


def _agreement(attribute: Attribute) -> str:
    """Return how those who say it stand to one another; one alone agrees with nobody."""
    givers = {giver.outlet for version in attribute.versions for giver in version.givers}
    return "one outlet" if len(givers) == 1 and attribute.relation is Relation.SAME else attribute.relation


def events_in(page: Text, ledger: Ledger, documents: Sequence[str], as_of: datetime | None) -> None:
    """Append the events that documents tell of, those told most often first."""
    told = ledger.event_book.events_of(documents, as_of=as_of)
    events = sorted(told, key=lambda event: -len(event.tellings))
    if events:
        page.append("\nevents\n", style="bold")
    for event in events:
        line(page, event.id, event_title(event))
