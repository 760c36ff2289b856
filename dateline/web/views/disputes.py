"""What the reports of a story do not agree on, version beside version."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.events import Account, Attribute, AttributeVersion, Event, Giver, Relation
from dateline.model.ledger import Story
from dateline.web.room import Visit
from dateline.web.views.claims import JOIN
from dateline.web.views.outlets import Badge, badge


@dataclass(frozen=True, slots=True)
class VersionTeller:
    """Who gives a version; `quote` are the words of the claim in which it stands."""

    outlet: Badge
    document: str
    claim: str | None
    printed: str
    quote: str
    lang: str


@dataclass(frozen=True, slots=True)
class DisputeVersion:
    """One value of an attribute, with those who give it in the order in which they did."""

    value: str
    tellers: tuple[VersionTeller, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """An attribute of an event with several values. `disputed`: two of them cannot both hold."""

    event: str
    about: str
    of: str | None
    day: str | None
    relation: str
    disputed: bool
    versions: tuple[DisputeVersion, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of tellers are looked up in."""

    visit: Visit
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]


def story_disputes(visit: Visit, story: Story, documents: Mapping[str, Document]) -> tuple[DisputeView, ...]:
    """Return the attributes of a story's events that have several versions, those in dispute first."""
    events = visit.ledger.event_book.events_of(story.documents, as_of=visit.as_of)
    accounts = visit.ledger.event_book.accounts_of([event.id for event in events], as_of=visit.as_of)
    told = _told(visit, documents, accounts)
    views = [
        _view(told, event, attribute)
        for event in events
        if event.id in accounts
        for attribute in accounts[event.id].attributes
        if len(attribute.versions) > 1 and attribute.relation is not Relation.SAME
    ]
    return tuple(sorted(views, key=lambda view: (not view.disputed, view.day or "", view.about)))


def _told(visit: Visit, documents: Mapping[str, Document], accounts: Mapping[str, Account]) -> _Told:
    """Look the tellers' words up, those of earlier versions too, which stand in no story any more."""
    givers = {
        giver.document
        for account in accounts.values()
        for attribute in account.attributes
        for version in attribute.versions
        for giver in version.givers
    }
    known = {**documents, **visit.ledger.documents_by_id(sorted(givers - documents.keys()))}
    claims = visit.ledger.claims(sorted(givers), as_of=visit.as_of)
    return _Told(visit, known, {claim.id: claim for claim in claims})


def disputed_stories(visit: Visit, stories: Mapping[str, Story]) -> set[str]:
    """Return those of the stories whose reports give versions that cannot all hold."""
    several = {id: story for id, story in stories.items() if len(story.documents) > 1}
    story_of = {document: id for id, story in several.items() for document in story.documents}
    events = visit.ledger.event_book.events_of(list(story_of), as_of=visit.as_of)
    accounts = visit.ledger.event_book.accounts_of([event.id for event in events], as_of=visit.as_of)
    return {
        story_of[document]
        for event in events
        if event.id in accounts and accounts[event.id].disputed
        for document in event.documents
        if document in story_of
    }


def _view(told: _Told, event: Event, attribute: Attribute) -> DisputeView:
    return DisputeView(
        event=event.id,
        about=attribute.name,
        of=attribute.of,
        day=event.begin,
        relation=attribute.relation.value,
        disputed=attribute.is_disputed,
        versions=tuple(_version(told, version) for version in attribute.versions),
    )


def _version(told: _Told, version: AttributeVersion) -> DisputeVersion:
    return DisputeVersion(version.value, tuple(_teller(told, giver) for giver in version.givers))


def _teller(told: _Told, giver: Giver) -> VersionTeller:
    document, claim = told.documents.get(giver.document), told.claims.get(giver.claim or "")
    words = JOIN.join(span.of(document.text) for span in claim.content) if document and claim else ""
    return VersionTeller(
        outlet=badge(giver.outlet, told.visit.room.outlets),
        document=giver.document,
        claim=giver.claim,
        printed=giver.since,
        quote=words or (document.title or "" if document else ""),
        lang=document.lang if document else "und",
    )
