"""Any id, or the beginning of one, to what it names."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, select

from dateline.errors import NotFound
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import Edition
from dateline.model.events import Event
from dateline.model.evidence import CustodyEntry, Evidence
from dateline.model.ledger import Assessment, Decision, Entity, Issue, Question, Story
from dateline.store import schema
from dateline.store.codec import load_json
from dateline.store.rows import learned

Noun = (
    Evidence
    | Document
    | Claim
    | Entity
    | Story
    | Event
    | Assessment
    | Decision
    | Question
    | Issue
    | Edition
    | CustodyEntry
)
MIN_PREFIX = 3
_MAX_NAMED = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What an id names: the newest record, and those before it; evidence has one for each address."""

    kind: str
    id: str
    record: Noun
    others: tuple[Noun, ...] = ()


# An assessment has its story's id and an account its event's: they are shown with these.
_KINDS: dict[str, tuple[Table, type[Noun]]] = {
    "document": (schema.documents, Document),
    "claim": (schema.claims, Claim),
    "story": (schema.stories, Story),
    "event": (schema.events, Event),
    "entity": (schema.entities, Entity),
    "evidence": (schema.evidence, Evidence),
    "decision": (schema.decisions, Decision),
    "question": (schema.questions, Question),
    "issue": (schema.issues, Issue),
    "edition": (schema.editions, Edition),
    "custody": (schema.custody, CustodyEntry),
}


def find(connection: Connection, id: str, as_of: datetime | None = None) -> Found:
    """Return what `id` named at `as_of`.

    Raises NotFound for nothing, and for a beginning that several ids share.
    """
    for kind, (table, _) in _KINDS.items():
        query = select(table.c.number).where(table.c.id == id, learned(table, as_of))
        if connection.execute(query.limit(1)).first():
            return _found(connection, kind, id, as_of)
    matches = _matches(connection, id, as_of) if len(id) >= MIN_PREFIX else []
    if not matches:
        raise NotFound(
            f"nothing in the ledger has the id {id!r}; expected one or its first {MIN_PREFIX} letters"
        )
    if len(matches) > 1:
        named = ", ".join(f"{kind} {match}" for kind, match in matches[:_MAX_NAMED])
        raise NotFound(f"{id!r} begins {len(matches)} ids or more: {named}; give more letters")
    return _found(connection, *matches[0], as_of)


def _matches(connection: Connection, prefix: str, as_of: datetime | None) -> list[tuple[str, str]]:
    return [
        (kind, match)
        for kind, (table, _) in _KINDS.items()
        for match in connection.execute(
            select(table.c.id)
            .distinct()
            .where(table.c.id.startswith(prefix, autoescape=True), learned(table, as_of))
            .order_by(table.c.id)
            .limit(_MAX_NAMED)
        ).scalars()
    ]


def _found(connection: Connection, kind: str, id: str, as_of: datetime | None) -> Found:
    table, noun = _KINDS[kind]
    query = select(table.c.record).where(table.c.id == id, learned(table, as_of))
    query = query.order_by(table.c.number.desc())
    records = [load_json(noun, record) for record in connection.execute(query).scalars()]
    return Found(kind, id, records[0], tuple(records[1:]))
