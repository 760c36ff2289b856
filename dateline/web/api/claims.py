"""Claims, documents and evidence."""

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter

from dateline.model.ledger import Verdict
from dateline.model.people import Act
from dateline.web.acting.deciding import decide
from dateline.web.archived import archived_page
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.changes import VersionDiff, version_diff
from dateline.web.views.evidence import EvidenceView, evidence_view
from dateline.web.views.reading import ClaimView, DocumentView, claim_view, document_view

router = APIRouter(tags=["claims"])


@dataclass(frozen=True, slots=True)
class ClaimDecision:
    """What is decided on a claim: an edit gives `words`, a rejection says `why`."""

    verdict: Literal["accept", "reject", "edit"]
    why: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """The page from which a document was read, as HTML to show in a sandbox only."""

    document: str
    html: str


@router.get("/claims/{id}")
def show_claim(visit: ReaderVisit, id: str) -> ClaimView:
    """Return a claim in its exact words, with its chain, its document and its decisions."""
    return claim_view(visit, id)


@router.post("/claims/{id}/decisions")
def decide_claim(visit: AnalystVisit, id: str, asked: ClaimDecision) -> Act:
    """Accept, reject or edit a claim."""
    return decide(visit, id, Verdict(asked.verdict), why=asked.why, words=asked.words)


@router.get("/documents/{id}")
def show_document(visit: ReaderVisit, id: str) -> DocumentView:
    """Return a document as read, with its claims."""
    return document_view(visit, id)


@router.get("/documents/{id}/archived")
def show_archived(visit: ReaderVisit, id: str) -> ArchivedPage:
    """Return the archived page cleaned: words and structure, nothing that loads or runs."""
    return ArchivedPage(id, archived_page(visit, id))


@router.get("/documents/{id}/changes/{other}")
def show_changes(visit: ReaderVisit, id: str, other: str) -> VersionDiff:
    """Return what was changed between two versions of an article."""
    return version_diff(visit, id, other)


@router.get("/evidence/{id}")
def show_evidence(visit: ReaderVisit, id: str) -> EvidenceView:
    """Return what is kept under a SHA-256, hashed anew, with its custody log."""
    return evidence_view(visit, id)
