"""Drafts: begun, edited sentence by sentence, signed, issued."""

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter

from dateline.web.acting import editing
from dateline.web.security.guard import AnalystVisit, EditorVisit, ReaderVisit
from dateline.web.views.bulletin import BulletinList, EditionView, bulletin_list, draft_view, edition_view

router = APIRouter(prefix="/bulletin/drafts", tags=["bulletin"])


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
class SentencePlace:
    """The sentence at `path`, in the state `revision`."""

    path: str
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A story that goes up (-1) or down (1) by one place."""

    story: str
    by: Literal[-1, 1]
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """Proposals, disputes and gaps, that are taken into a draft or left out of it."""

    proposals: tuple[str, ...]
    taken: bool
    revision: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The state of a draft that was looked at; empty is whatever it is now."""

    revision: str = ""


@router.post("")
def begin_draft(visit: AnalystVisit, asked: DraftPeriod) -> EditionView:
    """Draft the edition of a period."""
    return draft_view(visit, editing.begin(visit, asked.begin, asked.until).draft)


@router.get("/{draft}")
def show_draft(visit: ReaderVisit, draft: str) -> EditionView:
    """Return a draft with the verdict on each sentence."""
    return draft_view(visit, draft)


@router.post("/{draft}/text")
def rewrite_draft(visit: AnalystVisit, draft: str, asked: DraftText) -> EditionView:
    """Save the whole draft."""
    editing.rewrite(visit, draft, asked.revision, asked.text, asked.why)
    return draft_view(visit, draft)


@router.post("/{draft}/sentence")
def change_sentence(visit: AnalystVisit, draft: str, asked: DraftSentence) -> EditionView:
    """Give a sentence other words."""
    editing.change_sentence(visit, draft, asked.revision, asked.path, asked.text)
    return draft_view(visit, draft)


@router.post("/{draft}/sentence/drop")
def drop_sentence(visit: AnalystVisit, draft: str, asked: SentencePlace) -> EditionView:
    """Leave a sentence out."""
    editing.drop_sentence(visit, draft, asked.revision, asked.path)
    return draft_view(visit, draft)


@router.post("/{draft}/move")
def move_story(visit: AnalystVisit, draft: str, asked: Move) -> EditionView:
    """Move a story up or down, over the edge of its section into the next."""
    editing.move_story(visit, draft, asked.revision, asked.story, asked.by)
    return draft_view(visit, draft)


@router.post("/{draft}/proposals")
def decide_proposals(visit: AnalystVisit, draft: str, asked: Decided) -> EditionView:
    """Take disputes and gaps into a draft, or leave them out of it."""
    editing.decide_proposals(visit, draft, asked.revision, asked.proposals, taken=asked.taken)
    return draft_view(visit, draft)


@router.post("/{draft}/undo")
def undo_draft(visit: AnalystVisit, draft: str) -> EditionView:
    """Take back the last thing done to a draft."""
    editing.undo_draft(visit, draft)
    return draft_view(visit, draft)


@router.post("/{draft}/drop")
def drop_draft(visit: EditorVisit, draft: str) -> BulletinList:
    """Close a draft that will not be issued."""
    editing.drop(visit, draft)
    return bulletin_list(visit)


@router.post("/{draft}/sign")
def sign_draft(visit: EditorVisit, draft: str, asked: State) -> EditionView:
    """Sign a draft as it stands."""
    editing.sign(visit, draft, asked.revision)
    return draft_view(visit, draft)


@router.post("/{draft}/issue")
def issue_draft(visit: EditorVisit, draft: str, asked: State) -> EditionView:
    """Prove a draft from the archive and issue it."""
    return edition_view(visit, editing.issue(visit, draft, asked.revision).number)
