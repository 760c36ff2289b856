"""Drafts and editions."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path

from dateline.web.acting import editing
from dateline.web.security.guard import AnalystVisit, EditorVisit, ReaderVisit
from dateline.web.views.bulletin import BulletinList, EditionView, bulletin_list, draft_view, edition_view

router = APIRouter(prefix="/bulletin", tags=["bulletin"])
Number = Annotated[int, Path(ge=1, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class DraftPeriod:
    """First and last day; none given, the desk's last days."""

    begin: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class DraftText:
    """The whole draft as Markdown; `revision` is the state that was looked at."""

    text: str
    revision: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """Other words for the sentence at `path`."""

    path: str
    text: str
    revision: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The state of a draft that was looked at; empty is whatever it is now."""

    revision: str = ""


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


@router.post("/drafts")
def begin_draft(visit: AnalystVisit, asked: DraftPeriod) -> EditionView:
    """Draft the edition of a period."""
    return draft_view(visit, editing.begin(visit, asked.begin, asked.until).draft)


@router.get("/drafts/{draft}")
def show_draft(visit: ReaderVisit, draft: str) -> EditionView:
    """Return a draft with the verdict on each sentence."""
    return draft_view(visit, draft)


@router.post("/drafts/{draft}/text")
def rewrite_draft(visit: AnalystVisit, draft: str, asked: DraftText) -> EditionView:
    """Save the whole draft."""
    editing.rewrite(visit, draft, asked.revision, asked.text, asked.why)
    return draft_view(visit, draft)


@router.post("/drafts/{draft}/sentence")
def change_sentence(visit: AnalystVisit, draft: str, asked: DraftSentence) -> EditionView:
    """Give a sentence other words."""
    editing.change_sentence(visit, draft, asked.revision, asked.path, asked.text)
    return draft_view(visit, draft)


@router.post("/drafts/{draft}/undo")
def undo_draft(visit: AnalystVisit, draft: str) -> EditionView:
    """Take back the last thing done to a draft."""
    editing.undo_draft(visit, draft)
    return draft_view(visit, draft)


@router.post("/drafts/{draft}/sign")
def sign_draft(visit: EditorVisit, draft: str, asked: State) -> EditionView:
    """Sign a draft as it stands."""
    editing.sign(visit, draft, asked.revision)
    return draft_view(visit, draft)


@router.post("/drafts/{draft}/issue")
def issue_draft(visit: EditorVisit, draft: str, asked: State) -> EditionView:
    """Prove a draft from the archive and issue it."""
    return edition_view(visit, editing.issue(visit, draft, asked.revision).number)


@router.get("/{number}")
def show_edition(visit: ReaderVisit, number: Number) -> EditionView:
    """Return an issued edition as it stands."""
    return edition_view(visit, number)


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
