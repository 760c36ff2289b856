"""Events over the whole ledger: linked from every version of every article, and accounted for."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.assess.accounts import account_for
from dateline.link.events import link_events
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.events import Account, Event
from dateline.model.ledger import Entity, Story
from dateline.pipeline.doors import Doors
from dateline.pipeline.ledger.grading import derive_digits
from dateline.text.naming.called import Called


def derive_events(
    doors: Doors,
    versions: Sequence[Document],
    annotations: Mapping[str, Annotations],
    stories: Sequence[Story],
    entities: Iterable[Entity],
) -> int:
    """Derive the events and their accounts from all versions of all articles; return how many stand."""
    called = names_of(entities)
    events = link_events(versions, annotations, stories=stories, called=called)
    by_id = {document.id: document for document in versions}
    accounts = list(_accounts(events, by_id, annotations, stories, called))
    doors.ledger.event_book.save_events(events, now=doors.now)
    doors.ledger.event_book.save_accounts(accounts, now=doors.now)
    derive_digits(doors.ledger, accounts, now=doors.now)
    return len(events)


def _accounts(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    annotations: Mapping[str, Annotations],
    stories: Iterable[Story],
    called: Called,
) -> Iterable[Account]:
    originals = {copy.document: copy.original for story in stories for copy in story.copies}
    for event in events:
        yield account_for(event, documents, annotations, originals=originals, called=called)


def names_of(entities: Iterable[Entity]) -> Called:
    """Return what gives a name, as printed in a document, the name that the ledger has for that entity."""
    known: dict[str, list[Entity]] = {}
    for entity in entities:
        for name in {entity.name, *entity.aliases}:
            known.setdefault(name, []).append(entity)

    def called(document: str, name: str) -> str:
        return next((each.name for each in known.get(name, ()) if document in each.documents), name)

    return called
