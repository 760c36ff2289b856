"""Names: who is who."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.model.annotations import MentionType
from dateline.model.people import Act
from dateline.web.acting.judging import find_entity, merge, split
from dateline.web.security.guard import AnalystVisit, ReaderVisit
from dateline.web.views.entities import EntityLine, EntityView, entity_lines, entity_view

router = APIRouter(prefix="/entities", tags=["entities"])


@dataclass(frozen=True, slots=True)
class Merging:
    """The entity that is the same, by id or name."""

    other: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Splitting:
    """The spelling that is somebody else."""

    name: str
    why: str = ""


@router.get("")
def list_entities(
    visit: ReaderVisit,
    q: Annotated[str, Query(max_length=200)] = "",
    type: Annotated[MentionType | None, Query()] = None,
) -> tuple[EntityLine, ...]:
    """Return the entities of a name, in any script."""
    return entity_lines(visit, q, type)


@router.get("/{id}")
def show_entity(visit: ReaderVisit, id: str) -> EntityView:
    """Return an entity: its spellings, offices and documents, and why its names are one."""
    return entity_view(visit, id)


@router.post("/{id}/merge")
def merge_entities(visit: AnalystVisit, id: str, asked: Merging) -> Act:
    """Judge two entities the same; POST /api/undo takes it back."""
    return merge(visit, id, find_entity(visit, asked.other).id, asked.why)


@router.post("/{id}/split")
def split_entity(visit: AnalystVisit, id: str, asked: Splitting) -> Act:
    """Judge one name of an entity not the same as its others."""
    return split(visit, id, asked.name, asked.why)
