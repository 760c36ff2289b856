"""One document as read, the archived page in a sandbox, what was changed in it, and the bytes."""

from fastapi import APIRouter
from starlette.responses import Response

from dateline.web.archived import archived_page
from dateline.web.rendering import framed, render
from dateline.web.security.guard import ReaderVisit
from dateline.web.views.changes import version_diff
from dateline.web.views.evidence import evidence_view
from dateline.web.views.reading import document_view

router = APIRouter()


@router.get("/documents/{id}")
def show(visit: ReaderVisit, id: str) -> Response:
    """Show a document with its claims marked."""
    return render(visit, "document.html", view=document_view(visit, id))


@router.get("/documents/{id}/archived")
def show_archived(visit: ReaderVisit, id: str) -> Response:
    """Show the archived page, cleaned, without an origin of its own: for the frame beside the text."""
    return framed(archived_page(visit, id))


@router.get("/documents/{id}/changes/{other}")
def show_changes(visit: ReaderVisit, id: str, other: str) -> Response:
    """Show what was changed between two versions."""
    return render(visit, "changes.html", diff=version_diff(visit, id, other))


@router.get("/evidence/{id}")
def show_evidence(visit: ReaderVisit, id: str) -> Response:
    """Show what is kept under a hash, and that it is unaltered."""
    return render(visit, "evidence.html", view=evidence_view(visit, id))
