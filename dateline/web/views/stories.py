"""A story whole: its reports by origin, copies under what they copy, and what was printed of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.errors import NotFound
from dateline.model.documents import Document
from dateline.model.ledger import Story
from dateline.pipeline.editions.drafting import standing_editions
from dateline.pipeline.ledger.grading import claim_grades
from dateline.web.dates import printed_otherwise
from dateline.web.room import Visit
from dateline.web.views.cards import headline_in
from dateline.web.views.claims import ClaimLine, by_subject, claim_line
from dateline.web.views.disputes import DisputeView, story_disputes
from dateline.web.views.happenings import EventLine, events_of_story
from dateline.web.views.naming import NamedIn, names_in_story
from dateline.web.views.outlets import Badge, badge
from dateline.web.views.standing import StoryStanding, story_standings

MOST_REPORTS = 120  # shown of one story; the rest is counted


@dataclass(frozen=True, slots=True)
class Report:
    """One document of a story. `origin` counts the independent origins from 1; `copies` repeat it.

    `printed_raw` is its date as printed, where that is in other words or another calendar.
    """

    document: str
    title: str
    lang: str
    outlet: Badge
    printed: str | None
    printed_raw: str | None
    captured_at: datetime
    credit: str | None
    origin: int
    overlap: float | None
    claims: tuple[ClaimLine, ...]
    copies: tuple["Report", ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence of an edition that tells of the story."""

    edition: int
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """All that the desk shows of a story."""

    id: str
    headline: str
    lang: str
    reason: str
    origins: int
    reports: tuple[Report, ...]
    left_out: int
    disputes: tuple[DisputeView, ...]
    happenings: tuple[EventLine, ...]
    names: tuple[NamedIn, ...]
    printed: tuple[Printed, ...]
    standing: StoryStanding


def story_view(visit: Visit, id: str) -> StoryView:
    """Return a story. Raises NotFound."""
    book = visit.ledger.book
    story = book.stories([id], as_of=visit.as_of).get(id)
    if story is None:
        raise NotFound(f"no story has the id {id!r}; it may be part of another by now")
    shown = story.documents[:MOST_REPORTS]
    documents = visit.ledger.documents_by_id(shown)
    made = visit.ledger.annotations(shown, as_of=visit.as_of)
    assessment = book.assessments([id], as_of=visit.as_of).get(id)
    told = [documents[id] for id in shown if id in documents]
    headed = headline_in(visit, told) if told else None
    return StoryView(
        id=id,
        headline=(headed.title or headed.url) if headed else id,
        lang=headed.lang if headed else "und",
        reason=assessment.reason if assessment else "",
        origins=len(assessment.origins) if assessment else 0,
        reports=_reports(visit, story, documents, assessment.origins if assessment else ()),
        left_out=len(story.documents) - len(shown),
        disputes=story_disputes(visit, story, documents),
        happenings=events_of_story(visit, story),
        names=names_in_story(visit, made),
        printed=tuple(_printed(visit, id)),
        standing=story_standings(book.acts_on([id]), visit.person.name).get(id, StoryStanding()),
    )


def _reports(
    visit: Visit, story: Story, documents: Mapping[str, Document], origins: Sequence[Sequence[str]]
) -> tuple[Report, ...]:
    """Return the reports in the order of printing, each copy folded under what it copies."""
    claims = _claims(visit, documents)
    origin_of = {document: number for number, group in enumerate(origins, 1) for document in group}
    copies = {copy.document: copy for copy in story.copies if copy.original in documents}
    heads = {id: _head(id, {copy.document: copy.original for copy in copies.values()}) for id in documents}
    made = {
        document.id: Report(
            document=document.id,
            title=document.title or document.url,
            lang=document.lang,
            outlet=badge(document.outlet, visit.room.outlets),
            printed=document.published.value if document.published else None,
            printed_raw=printed_otherwise(document),
            captured_at=document.captured_at,
            credit=document.source,
            origin=origin_of.get(document.id, 0),
            overlap=copies[document.id].overlap if document.id in copies else None,
            claims=tuple(claims.get(document.id, ())),
        )
        for document in documents.values()
    }
    ordered = [id for id in story.documents if id in made]
    folded = {head: tuple(made[id] for id in ordered if heads[id] == head and id != head) for head in ordered}
    return tuple(replace(made[id], copies=folded[id]) for id in ordered if heads[id] == id)


def _head(id: str, original_of: Mapping[str, str]) -> str:
    """Return what a document goes back to, over copies of copies."""
    passed = {id}
    while id in original_of and original_of[id] not in passed:
        id = original_of[id]
        passed.add(id)
    return id


def _claims(visit: Visit, documents: Mapping[str, Document]) -> dict[str, list[ClaimLine]]:
    claims = visit.ledger.claims(list(documents), as_of=visit.as_of)
    decisions = by_subject(visit.ledger.book.decisions_on([claim.id for claim in claims], as_of=visit.as_of))
    grades = claim_grades(visit.ledger, claims, as_of=visit.as_of)
    found: dict[str, list[ClaimLine]] = {}
    for claim in sorted(claims, key=lambda claim: claim.sentence):
        line = claim_line(claim, documents[claim.document], decisions.get(claim.id, ()), grades[claim.id])
        found.setdefault(claim.document, []).append(line)
    return found


def _printed(visit: Visit, story: str) -> list[Printed]:
    return [
        Printed(edition.number, sentence.text, edition.language)
        for edition in reversed(standing_editions(visit.doors))
        for section in edition.sections
        for entry in section.items
        if entry.story == story
        for sentence in entry.sentences
    ]
