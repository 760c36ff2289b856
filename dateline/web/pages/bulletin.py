"""The bulletin: drafts and their sentences, sign-off, issue, correction, withdrawal, and every form."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from dateline.web.acting import editing, editions
from dateline.web.answers import go_to
from dateline.web.carrying import carry_out
from dateline.web.rendering import render, sandboxed
from dateline.web.room import Visit
from dateline.web.security.guard import AnalystVisit, EditorVisit, ReaderVisit
from dateline.web.views.bulletin import bulletin_list, draft_view, edition_view

router = APIRouter(prefix="/bulletin")
Day = Annotated[str, Form(max_length=10)]
Id = Annotated[str, Form(max_length=100)]


@router.get("")
def show_all(visit: ReaderVisit) -> Response:
    """List drafts and editions."""
    return render(visit, "bulletin.html", found=bulletin_list(visit))


@router.post("/drafts")
def begin(visit: AnalystVisit, begin: Day = "", until: Day = "") -> Response:
    """Draft the edition of a period."""
    return carry_out(visit, "draft", lambda at: f"/bulletin/drafts/{editing.begin(at, begin, until).draft}")


@router.get("/drafts/{draft}")
def show_draft(visit: ReaderVisit, draft: str) -> Response:
    """Show a draft sentence by sentence."""
    view = draft_view(visit, draft)
    kept = visit.ledger.book.kept_words(visit.person.name, f"{view.draft} ")
    return render(visit, "edition.html", view=view, kept=kept)


@router.post("/drafts/{draft}/sentence")
def change(
    visit: AnalystVisit,
    draft: str,
    what: Annotated[Literal["save", "drop"], Form()],
    path: Annotated[str, Form(max_length=200)],
    revision: Id = "",
    text: Annotated[str, Form()] = "",
) -> Response:
    """Give a sentence other words, or leave it out."""
    if what == "save":
        editing.change_sentence(visit, draft, revision, path, text)
    else:
        editing.drop_sentence(visit, draft, revision, path)
    return go_to(f"/bulletin/drafts/{draft}")


@router.post("/drafts/{draft}/move")
def move(
    visit: AnalystVisit,
    draft: str,
    story: Id,
    by: Annotated[Literal["-1", "1", ""], Form()] = "",
    revision: Id = "",
    section: Annotated[str, Form(pattern=r"^\d{0,3}$")] = "",
    before: Id = "",
) -> Response:
    """Move a story up or down, or to where it was dropped."""
    if by:
        editing.move_story(visit, draft, revision, story, int(by))
    else:
        editing.place_story(visit, draft, revision, story, section=int(section or 0), before=before)
    return go_to(f"/bulletin/drafts/{draft}")


@router.post("/drafts/{draft}/proposals")
def decide(
    visit: AnalystVisit,
    draft: str,
    what: Annotated[Literal["take", "leave"], Form()],
    proposal: Annotated[tuple[str, ...], Form()],
    revision: Id = "",
) -> Response:
    """Take disputes and gaps into a draft, or leave them out of it."""
    editing.decide_proposals(visit, draft, revision, proposal, taken=what == "take")
    return go_to(f"/bulletin/drafts/{draft}")


@router.post("/drafts/{draft}/text")
def rewrite(visit: AnalystVisit, draft: str, text: Annotated[str, Form()], revision: Id = "") -> Response:
    """Save the whole draft as Markdown."""
    editing.rewrite(visit, draft, revision, text)
    return go_to(f"/bulletin/drafts/{draft}")


@router.post("/drafts/{draft}/undo")
def undo(visit: AnalystVisit, draft: str) -> Response:
    """Take back the last thing done to a draft."""
    editing.undo_draft(visit, draft)
    return go_to(f"/bulletin/drafts/{draft}")


@router.post("/drafts/{draft}/drop")
def drop(visit: EditorVisit, draft: str) -> Response:
    """Close a draft that will not be issued."""
    editing.drop(visit, draft)
    return go_to("/bulletin")


@router.post("/drafts/{draft}/sign")
def sign(visit: EditorVisit, draft: str, revision: Id = "") -> Response:
    """Sign a draft as it stands."""
    editing.sign(visit, draft, revision)
    return go_to(f"/bulletin/drafts/{draft}")


@router.post("/drafts/{draft}/issue")
def issue(visit: EditorVisit, draft: str, revision: Id = "") -> Response:
    """Prove a draft from the archive and issue it."""
    return carry_out(visit, "issue", lambda at: f"/bulletin/{editing.issue(at, draft, revision).number}")


@router.get("/{number}")
def show(visit: ReaderVisit, number: int) -> Response:
    """Show an issued edition."""
    view = edition_view(visit, number)
    kept = visit.ledger.book.kept_words(visit.person.name, f"{view.line.id} ")
    return render(visit, "edition.html", view=view, kept=kept)


@router.post("/{number}/verify")
def verify(visit: ReaderVisit, number: int) -> Response:
    """Prove an edition again from the archived bytes."""

    def work(at: Visit) -> str:
        at.room.proofs[number] = tuple(editions.verify(at, number))
        return f"/bulletin/{number}/proof"

    return carry_out(visit, "verify", work)


@router.get("/{number}/proof")
def show_proof(visit: ReaderVisit, number: int) -> Response:
    """Show what the last proof of an edition found."""
    verdicts = visit.room.proofs.get(number)
    if verdicts is None:
        return go_to(f"/bulletin/{number}")
    return render(visit, "verified.html", number=number, verdicts=verdicts)


@router.post("/{number}/correct")
def correct(
    visit: EditorVisit,
    number: int,
    sentence: Annotated[str, Form(max_length=3000)],
    why: Annotated[str, Form(max_length=2000)],
    now_reads: Annotated[str, Form(max_length=3000)] = "",
) -> Response:
    """Correct a sentence in public, or take it back."""
    return carry_out(
        visit,
        "correct",
        lambda at: f"/bulletin/{editing.correct(at, number, sentence, now_reads, why).number}",
    )


@router.post("/{number}/withdraw")
def withdraw(visit: EditorVisit, number: int, why: Annotated[str, Form(max_length=2000)]) -> Response:
    """Withdraw an edition: it stays readable and says so."""
    editing.withdraw(visit, number, why)
    return go_to(f"/bulletin/{number}")


@router.post("/{number}/undo")
def undo_notice(visit: EditorVisit, number: int) -> Response:
    """Take back the last correction or withdrawal."""
    editing.undo_last_notice(visit, number)
    return go_to(f"/bulletin/{number}")


@router.get("/{number}/files/{name:path}")
def download(visit: ReaderVisit, number: int, name: str, look: Annotated[bool, Query()] = False) -> Response:
    """Download a form of an edition; its page may be looked at, in a sandbox."""
    path = editing.edition_file(visit, number, name)
    if look and path.suffix == ".html":
        return sandboxed(path.read_text(encoding="utf-8"))
    return editions.download(visit, number, name)
