"""One claim: its exact words in the archived text, its chain, and the decision on it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from dateline.model.ledger import Verdict
from dateline.web.acting.deciding import decide
from dateline.web.answers import go_back
from dateline.web.rendering import render
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.reading import claim_view

router = APIRouter(prefix="/claims")


@router.get("/{id}")
def show(visit: ReaderVisit, id: str) -> Response:
    """Show a claim."""
    view = claim_view(visit, id)
    kept = visit.ledger.book.kept_words(visit.person.name, f"{view.claim.id} ")
    return render(visit, "claim.html", view=view, kept=kept)


@router.post("/{id}")
def act(
    request: Request,
    visit: AnalystVisit,
    id: str,
    verdict: Annotated[Literal["accept", "reject", "edit"], Form()],
    why: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
) -> Response:
    """Decide on a claim."""
    decide(visit, id, Verdict(verdict), why=why, words=words)
    return go_back(request, f"/claims/{id}")
