"""Editions: as they stand, proved again, corrected, withdrawn, and every form of them."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import FileResponse

from dateline.model.editions import SentenceVerdict
from dateline.web.acting import editing
from dateline.web.acting.editions import download, verify
from dateline.web.security.guard import EditorVisit, ReaderVisit
from dateline.web.views.bulletin import BulletinList, EditionView, bulletin_list, edition_view

router = APIRouter(prefix="/bulletin", tags=["bulletin"])
Number = Annotated[int, Path(ge=1, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence by its path or words, what it should say (nothing takes it back), and why."""

    sentence: str
    why: str
    now_reads: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why an edition is withdrawn."""

    why: str


@router.get("")
def list_bulletins(visit: ReaderVisit) -> BulletinList:
    """Return open drafts and issued editions."""
    return bulletin_list(visit)


@router.get("/{number}")
def show_edition(visit: ReaderVisit, number: Number) -> EditionView:
    """Return an issued edition as it stands."""
    return edition_view(visit, number)


@router.post("/{number}/verify")
def verify_edition(visit: ReaderVisit, number: Number) -> list[SentenceVerdict]:
    """Prove an edition again from the archived bytes; a verdict for each sentence."""
    return verify(visit, number)


@router.post("/{number}/corrections")
def correct_edition(visit: EditorVisit, number: Number, asked: Correction) -> EditionView:
    """Correct a sentence in public, or take it back."""
    editing.correct(visit, number, asked.sentence, asked.now_reads, asked.why)
    return edition_view(visit, number)


@router.post("/{number}/withdrawal")
def withdraw_edition(visit: EditorVisit, number: Number, asked: Withdrawal) -> EditionView:
    """Withdraw an edition."""
    editing.withdraw(visit, number, asked.why)
    return edition_view(visit, number)


@router.post("/{number}/undo")
def undo_notice(visit: EditorVisit, number: Number) -> EditionView:
    """Take back the last correction or withdrawal."""
    editing.undo_last_notice(visit, number)
    return edition_view(visit, number)


@router.get("/{number}/files/{name:path}", response_class=FileResponse)
def download_file(visit: ReaderVisit, number: Number, name: str) -> FileResponse:
    """Download a form of an edition; the log keeps who did."""
    return download(visit, number, name)
