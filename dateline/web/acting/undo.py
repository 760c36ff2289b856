"""Taking acts back: the act stays in the log, and what it changed is as it was."""

from dateline.errors import InputError, NotFound
from dateline.model.ledger import Decision, Verdict
from dateline.model.people import Act, ActKind, Role
from dateline.pipeline.searches import standing_acts
from dateline.resolve.judgements import undo as undo_decision
from dateline.web.acting.acts import TRIAGE, record_act
from dateline.web.acting.judging import derive_entities
from dateline.web.errors import Forbidden
from dateline.web.room import Visit

DECIDING = (ActKind.ACCEPT, ActKind.REJECT, ActKind.EDIT)
JUDGING = (ActKind.MERGE, ActKind.SPLIT)
UNDONE = (*TRIAGE, *DECIDING, *JUDGING, ActKind.SAVE_SEARCH, ActKind.DROP_SEARCH)
LOOKED_BACK = 200


def last_act(visit: Visit) -> Act:
    """Return the visitor's last act that can be taken back and still stands. Raises NotFound."""
    mine = visit.ledger.book.latest_acts(by=visit.person.name, limit=LOOKED_BACK)
    standing = [act for act in standing_acts(reversed(mine)) if act.kind in UNDONE]
    if not standing:
        raise NotFound("there is nothing of yours to undo")
    return standing[-1]


def undo(visit: Visit, id: str | None = None) -> Act:
    """Take an act back, by default the visitor's last, and return it.

    Raises NotFound, InputError for one that cannot be or already was, Forbidden for another's.
    """
    act = last_act(visit) if id is None else _standing_act(visit, id)
    if act.by != visit.person.name and not visit.may(Role.EDITOR):
        raise Forbidden(f"{act.by} did that; only they or an editor can take it back")
    with visit.ledger.transaction():
        undoings = tuple(_take_back(visit, decision) for decision in act.decisions)
        record_act(visit, ActKind.UNDO, act.id, act.kind.value, undoings)
        if act.kind in JUDGING:
            derive_entities(visit)
    return act


def _standing_act(visit: Visit, id: str) -> Act:
    act = visit.ledger.book.find_act(id)
    if act is None:
        raise NotFound(f"no act has the id {id!r}")
    if act.kind not in UNDONE:
        raise InputError(f"{act.kind.value!r} cannot be taken back here")
    if act not in standing_acts(visit.ledger.book.acts_on([act.subject])):
        raise InputError("that was taken back already")
    return act


def _take_back(visit: Visit, id: str) -> str:
    decision = visit.ledger.find(id).record
    if not isinstance(decision, Decision) or decision.verdict is Verdict.UNDO:
        raise InputError(f"{id} is no decision that can be taken back")
    undoing = undo_decision(decision, by=visit.person.name, at=visit.now, why="")
    visit.ledger.append_decision(undoing, now=visit.now)
    return undoing.id
