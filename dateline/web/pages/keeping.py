"""What is being written: kept from second to second, so that a crash loses no more than that."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from dateline.web.security.guard import AnalystVisit

router = APIRouter()
NO_CONTENT = 204
LONGEST_KEPT = 400_000  # characters: a whole draft as Markdown has some tens of thousands


@router.post("/kept")
def keep(
    visit: AnalystVisit,
    subject: Annotated[str, Form(min_length=1, max_length=300)],
    words: Annotated[str, Form(max_length=LONGEST_KEPT)] = "",
) -> Response:
    """Keep what the visitor is writing on a subject; without words, forget it."""
    if words:
        visit.ledger.book.keep_words(visit.person.name, subject, words, now=visit.now)
    else:
        visit.ledger.book.drop_words(visit.person.name, subject)
    return Response(status_code=NO_CONTENT)
