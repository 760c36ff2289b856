"""Grades of outlets, given at the desk: each is kept with its reason, and the newest stands."""

from dateline.model.people import Act, ActKind
from dateline.pipeline.ledger.grading import grade_outlet
from dateline.web.acting.acts import record_act
from dateline.web.room import Visit
from dateline.web.views.administration import outlet_view

LONGEST_WHY = 2000


def grade(visit: Visit, outlet: str, letter: str, why: str) -> Act:
    """Grade an outlet A to F. Raises NotFound, and InputError for another letter or no reason."""
    outlet_view(visit, outlet)
    why = " ".join(why.split())[:LONGEST_WHY]
    with visit.ledger.transaction():
        made = grade_outlet(visit.ledger, outlet, letter, by=visit.person.name, at=visit.now, why=why)
        return record_act(visit, ActKind.GRADE, outlet, f"{made.value}: {why}"[:400], (made.id,))
