"""What the reports of a story do not agree on, version beside version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.assess.agreement import Agreement, Version, find_agreements
from dateline.assess.counts import Count
from dateline.model.documents import Document
from dateline.model.events import Relation
from dateline.model.ledger import Story
from dateline.web.room import Visit
from dateline.web.views.outlets import Badge, badge

REMEMBERED = 4096  # stories whose mark is kept in memory; one that gets a report is another


@dataclass(frozen=True, slots=True)
class VersionTeller:
    """Who gives a version, in which words of which document."""

    outlet: Badge
    document: str
    printed: str | None
    quote: str
    lang: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DisputeVersion:
    """One value of an attribute. `high` is `None` where no bound is stated."""

    low: float
    high: float | None
    denied: bool
    tellers: tuple[VersionTeller, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """An attribute of which several values are told. `disputed`: two of them cannot both hold."""

    story: str
    about: str
    of: str | None
    day: str | None
    relation: str
    disputed: bool
    versions: tuple[DisputeVersion, ...]


def story_disputes(visit: Visit, story: Story, documents: Mapping[str, Document]) -> tuple[DisputeView, ...]:
    """Return the figures of a story that have several versions, those in dispute first."""
    views = [
        _view(visit, agreement)
        for agreement in _agreements(visit, story, documents)
        if agreement.relation is not Relation.SAME
    ]
    return tuple(sorted(views, key=lambda view: (not view.disputed, view.about, view.day or "")))


def disputed_stories(visit: Visit, stories: Mapping[str, Story]) -> set[str]:
    """Return those of the stories in which a figure is disputed."""
    return {story.id for story in stories.values() if _is_disputed(_Asked(visit, story))}


class _Asked:
    """A story as a key: what was found for it holds while its documents are the same."""

    def __init__(self, visit: Visit, story: Story) -> None:
        self.visit = visit
        self.story = story

    def __hash__(self) -> int:
        return hash((id(self.visit.room), self.story))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Asked)
            and (self.visit.room is other.visit.room)
            and (self.story == other.story)
        )


@lru_cache(maxsize=REMEMBERED)
def _is_disputed(asked: _Asked) -> bool:
    visit, story = asked.visit, asked.story
    if len(story.documents) == 1:
        return False
    documents = visit.ledger.documents_by_id(story.documents)
    return any(agreement.is_disputed for agreement in _agreements(visit, story, documents))


def _agreements(visit: Visit, story: Story, documents: Mapping[str, Document]) -> Sequence[Agreement]:
    made = visit.ledger.annotations(story.documents, as_of=visit.as_of)
    told = [documents[id] for id in story.documents if id in documents and id in made]
    return list(find_agreements(story, told, made))


def _view(visit: Visit, agreement: Agreement) -> DisputeView:
    return DisputeView(
        story=agreement.story,
        about=agreement.kind,
        of=agreement.of,
        day=agreement.day,
        relation=agreement.relation.value,
        disputed=agreement.is_disputed,
        versions=tuple(_version(visit, version) for version in agreement.versions),
    )


def _version(visit: Visit, version: Version) -> DisputeVersion:
    high = None if version.high == float("inf") else version.high
    tellers = tuple(_teller(visit, count) for count in version.counts)
    return DisputeVersion(version.low, high, version.is_denied, tellers)


def _teller(visit: Visit, count: Count) -> VersionTeller:
    document = count.document
    return VersionTeller(
        outlet=badge(document.outlet, visit.room.outlets),
        document=document.id,
        printed=document.published.value if document.published else None,
        quote=count.span.of(document.text),
        lang=document.lang,
        start=count.span.start,
        end=count.span.end,
    )
