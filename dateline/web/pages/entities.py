"""Names: who is who, why, and how to say otherwise."""

from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from dateline.model.annotations import MentionType
from dateline.web.acting.judging import find_entity, merge, split
from dateline.web.carrying import carry_out
from dateline.web.rendering import render
from dateline.web.room import Visit
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.entities import entity_lines, entity_view

router = APIRouter(prefix="/entities")
Short = Annotated[str, Form(max_length=2000)]


@router.get("")
def show_all(
    visit: ReaderVisit,
    q: Annotated[str, Query(max_length=200)] = "",
    type: Annotated[MentionType | None, Query()] = None,
) -> Response:
    """List the entities of a name."""
    lines = entity_lines(visit, q, type)
    return render(visit, "entities.html", q=q, type=type, lines=lines, types=tuple(MentionType))


@router.get("/{id}")
def show(visit: ReaderVisit, id: str) -> Response:
    """Show an entity."""
    return render(visit, "entity.html", view=entity_view(visit, id))


@router.post("/{id}/merge")
def act_merge(visit: AnalystVisit, id: str, other: Short, why: Short = "") -> Response:
    """Judge two entities the same."""
    found = find_entity(visit, other)
    name = find_entity(visit, id).name

    def work(at: Visit) -> str:
        merge(at, id, found.id, why)
        return f"/entities/{find_entity(at, name).id}"

    return carry_out(visit, "merge", work)


@router.post("/{id}/split")
def act_split(visit: AnalystVisit, id: str, name: Short, why: Short = "") -> Response:
    """Judge one name of an entity not the same as its others."""

    def work(at: Visit) -> str:
        split(at, id, name, why)
        return f"/entities/{find_entity(at, name).id}"

    return carry_out(visit, "split", work)
