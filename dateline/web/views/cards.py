"""A story in short, as triage lists it: its headline, its leading claim, and what the visitor did to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.ledger import Assessment, Story
from dateline.pipeline.ledger.grading import claim_grades
from dateline.pipeline.ledger.headings import headline_document
from dateline.store import Arrival
from dateline.web.room import Visit
from dateline.web.views.claims import ClaimLine, by_subject, claim_line
from dateline.web.views.disputes import disputed_stories
from dateline.web.views.outlets import Badge, badges, letters_of
from dateline.web.views.standing import StoryStanding, is_skipped, is_snoozed, story_standings
from dateline.write.choosing.score import headline_score

READ_FOR_CARD = 8  # documents of a story that its card is made from
EARLY = 10  # claims of a document among which its leading one is
UNNAMED = 0.5  # what a source without a name loses


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story in short. `new_reports` came since the person last opened it."""

    id: str
    headline: str
    lang: str
    claim: ClaimLine | None
    outlets: tuple[Badge, ...]
    reports: int
    new_reports: int
    copies: int
    origins: int
    reason: str
    disputed: bool
    printed: str | None
    arrived_at: datetime
    assignee: str | None
    tags: tuple[str, ...]
    skipped: bool
    snoozed_until: datetime | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person did to a story and when they last opened it."""

    standing: StoryStanding
    at: datetime | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What a card is made from."""

    story: Story
    documents: tuple[Document, ...]
    head: Document | None
    assessment: Assessment | None
    lead: ClaimLine | None
    disputed: bool
    letters: Mapping[str, str]


def seen_by(visit: Visit, stories: Sequence[str]) -> dict[str, Seen]:
    """Return for each of some stories what the visitor did to it and when they last opened it."""
    book, person = visit.ledger.book, visit.person.name
    standings = story_standings(book.acts_on(stories), person)
    seen = book.seen_at(person, stories)
    return {story: Seen(standings.get(story, StoryStanding()), seen.get(story)) for story in stories}


def story_cards(visit: Visit, arrivals: Sequence[Arrival]) -> Iterator[StoryCard]:
    """Give the cards of some stories, in order."""
    ids = [arrival.story for arrival in arrivals]
    book = visit.ledger.book
    stories = book.stories(ids, as_of=visit.as_of)
    assessments = book.assessments(ids, as_of=visit.as_of)
    told = visit.ledger.documents_by_id([id for story in stories.values() for id in _read_for_card(story)])
    read = {
        story.id: tuple(told[id] for id in _read_for_card(story) if id in told) for story in stories.values()
    }
    heads = {story: headline_in(visit, documents) for story, documents in read.items() if documents}
    leads = _leading_claims(visit, heads)
    disputed, letters = disputed_stories(visit, stories), letters_of(visit)
    seen = seen_by(visit, ids)
    for arrival in arrivals:
        story = stories.get(arrival.story)
        if story is not None:
            known = _Known(
                story,
                read[story.id],
                heads.get(story.id),
                assessments.get(story.id),
                leads.get(story.id),
                story.id in disputed,
                letters,
            )
            yield _card(visit, arrival, known, seen[story.id])


def _read_for_card(story: Story) -> tuple[str, ...]:
    """Return the first documents of a story and its last ones: its outlets and its newest words."""
    half = READ_FOR_CARD // 2
    return tuple(dict.fromkeys((*story.documents[:half], *story.documents[-half:])))


def _card(visit: Visit, arrival: Arrival, known: _Known, seen: Seen) -> StoryCard:
    story, documents, assessment = known.story, known.documents, known.assessment
    headline = known.head
    return StoryCard(
        id=story.id,
        headline=(headline.title or headline.url) if headline else story.id,
        lang=headline.lang if headline else "und",
        claim=known.lead,
        outlets=badges(documents, visit.room.outlets, known.letters),
        reports=len(story.documents),
        new_reports=_count_new(documents, seen.at, len(story.documents)),
        copies=len(story.copies),
        origins=len(assessment.origins) if assessment else 0,
        reason=assessment.reason if assessment else "",
        disputed=known.disputed,
        printed=_printed(documents),
        arrived_at=arrival.learned_at,
        assignee=seen.standing.assignee,
        tags=seen.standing.tags,
        skipped=is_skipped(seen.standing, arrival.learned_at),
        snoozed_until=seen.standing.snoozed_until if is_snoozed(seen.standing, visit.now) else None,
    )


def headline_in(visit: Visit, documents: Sequence[Document]) -> Document:
    """Return the report whose headline heads a story, in the visitor's language where there is one."""
    return headline_document(documents, visit.words.language)


def _printed(documents: Sequence[Document]) -> str | None:
    days = [document.published.value for document in documents if document.published]
    return max(days, key=lambda day: day[:10], default=None)


def _count_new(documents: Sequence[Document], seen_at: datetime | None, reports: int) -> int:
    if seen_at is None:
        return reports
    return sum(document.captured_at > seen_at for document in documents)


def _leading_claims(visit: Visit, heads: Mapping[str, Document]) -> dict[str, ClaimLine]:
    """Return for each story the claim that says most of it, of the document that heads it."""
    claims = visit.ledger.claims([head.id for head in heads.values()], as_of=visit.as_of)
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    chosen = {
        story: (lead_claim(by_document[head.id], head), head)
        for story, head in heads.items()
        if head.id in by_document
    }
    decisions = by_subject(
        visit.ledger.book.decisions_on([claim.id for claim, _ in chosen.values()], as_of=visit.as_of)
    )
    grades = claim_grades(visit.ledger, [claim for claim, _ in chosen.values()], as_of=visit.as_of)
    return {
        story: claim_line(claim, head, decisions.get(claim.id, ()), grades[claim.id])
        for story, (claim, head) in chosen.items()
    }


def lead_claim(claims: Sequence[Claim], document: Document) -> Claim:
    """Return the claim to show of a document: of its first ones, what tells the headline and who says it."""
    early = sorted(claims, key=lambda claim: claim.sentence)[:EARLY]
    return max(early, key=lambda claim: (_leading(claim, document), -claim.sentence.start))


def _leading(claim: Claim, document: Document) -> float:
    """Score how well a claim stands for its document, the named speaker before the unnamed."""
    content = " ".join(span.of(document.text) for span in claim.content)
    attributed = claim.cue is not None
    unnamed = attributed and claim.chain[0].anonymous
    return headline_score(content, document) + attributed - UNNAMED * unnamed + claim.confidence / 2
