"""A document as read, its claims marked in its exact words; and one claim with all that bears on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import NotFound
from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.ledger import Decision
from dateline.pipeline.ledger.grading import claim_grades
from dateline.web.dates import printed_otherwise
from dateline.web.room import Visit
from dateline.web.views.claims import ClaimLine, by_subject, claim_line
from dateline.web.views.marking import MarkedParagraph, Marking, mark, marked_paragraphs
from dateline.web.views.outlets import Badge, badge
from dateline.write.prose.passages import safe_url


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of an article: what its address gave at one time, read by one reader."""

    document: str
    captured_at: datetime
    reader: str
    evidence: str
    current: bool


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What was decided, by whom, when and why; `undone` where it was taken back."""

    id: str
    verdict: str
    by: str
    at: datetime
    why: str
    value: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its claims; `url` is `None` where its address is not one of the web."""

    id: str
    title: str
    lang: str
    outlet: Badge
    byline: str | None
    credit: str | None
    printed: str | None
    printed_raw: str | None
    captured_at: datetime
    url: str | None
    address: str
    evidence: str
    reader: str
    story: str | None
    paragraphs: tuple[MarkedParagraph, ...]
    claims: tuple[ClaimLine, ...]
    versions: tuple[VersionLine, ...]
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in its document: content, cue and hedges marked, its history, and its neighbours' ids."""

    claim: ClaimLine
    sentence: str
    cue: str | None
    hedges: tuple[str, ...]
    history: tuple[DecisionLine, ...]
    document: DocumentView
    before: str | None
    after: str | None

    @property
    def key(self) -> str:
        """Another one once somebody gave the claim other words."""
        return content_id("k", self.claim.edited or self.claim.text)


def document_view(visit: Visit, id: str) -> DocumentView:
    """Return a document with its claims marked. Raises NotFound."""
    document = visit.ledger.document(id)
    claims = _claims_of(visit, document)
    markings = [each for claim in claims for each in mark(claim.content, "claim", claim.id)]
    return _document(visit, document, claims, markings)


def claim_view(visit: Visit, id: str) -> ClaimView:
    """Return a claim in its place. Raises NotFound."""
    claim = find_claim(visit, id)
    document = visit.ledger.document(claim.document)
    claims = _claims_of(visit, document)
    order = [each.id for each in claims]
    place = order.index(claim.id) if claim.id in order else 0
    view = _document(visit, document, claims, _markings(claim))
    return ClaimView(
        claim=next((each for each in view.claims if each.id == claim.id), claim_line(claim, document)),
        sentence=claim.sentence.of(document.text),
        cue=claim.cue.of(document.text) if claim.cue else None,
        hedges=tuple(span.of(document.text) for span in claim.hedges),
        history=_history(visit, claim.id),
        document=view,
        before=order[place - 1] if place > 0 else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


def find_claim(visit: Visit, id: str) -> Claim:
    """Return the claim with this id, standing or replaced by a later reading. Raises NotFound."""
    found = visit.ledger.find(id)
    if not isinstance(found.record, Claim):
        raise NotFound(f"{id} is a {found.kind}, not a claim")
    return found.record


def _markings(claim: Claim) -> list[Marking]:
    return [
        *mark([claim.sentence], "sentence"),
        *mark(claim.content, "content", "claim"),
        *mark([claim.cue] if claim.cue else [], "cue"),
        *mark([link.span for link in claim.chain if link.span], "speaker"),
        *mark(claim.hedges, "hedge"),
    ]


def _claims_of(visit: Visit, document: Document) -> list[Claim]:
    return sorted(visit.ledger.claims([document.id], as_of=visit.as_of), key=lambda claim: claim.sentence)


def _document(
    visit: Visit, document: Document, claims: Sequence[Claim], markings: Sequence[Marking]
) -> DocumentView:
    made: Annotations | None = visit.ledger.annotations([document.id]).get(document.id)
    decisions = by_subject(visit.ledger.book.decisions_on([claim.id for claim in claims], as_of=visit.as_of))
    grades = claim_grades(visit.ledger, claims, as_of=visit.as_of)
    return DocumentView(
        id=document.id,
        title=document.title or document.url,
        lang=document.lang,
        outlet=badge(document.outlet, visit.room.outlets),
        byline=document.byline,
        credit=document.source,
        printed=document.published.value if document.published else None,
        printed_raw=printed_otherwise(document),
        captured_at=document.captured_at,
        url=safe_url(document.url),
        address=document.url,
        evidence=document.evidence,
        reader=document.reader,
        story=visit.ledger.story_of(document.id, as_of=visit.as_of),
        paragraphs=marked_paragraphs(document.text, markings, made.blocks if made else ()),
        claims=tuple(
            claim_line(claim, document, decisions.get(claim.id, ()), grades[claim.id]) for claim in claims
        ),
        versions=_versions(visit, document),
        issues=document.issues,
    )


def _versions(visit: Visit, document: Document) -> tuple[VersionLine, ...]:
    return tuple(
        VersionLine(each.id, each.captured_at, each.reader, each.evidence, each.id == document.id)
        for each in visit.ledger.versions(document.url, as_of=visit.as_of)
    )


def _history(visit: Visit, claim: str) -> tuple[DecisionLine, ...]:
    every = [each for each in visit.ledger.decisions(claim, as_of=visit.as_of) if each.subject == claim]
    standing = {each.id for each in visit.ledger.book.decisions_on([claim], as_of=visit.as_of)}
    return tuple(_line(each, each.id not in standing) for each in reversed(every))


def _line(decision: Decision, undone: bool) -> DecisionLine:
    return DecisionLine(
        decision.id,
        decision.verdict.value,
        decision.by,
        decision.at,
        decision.why,
        decision.value,
        undone,
    )
