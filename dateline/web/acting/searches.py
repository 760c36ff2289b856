"""Searches that a person keeps by name."""

from dateline.errors import InputError
from dateline.model.people import Act, ActKind
from dateline.search import parse_query
from dateline.web.acting.acts import LONGEST_VALUE, record_act
from dateline.web.room import Visit
from dateline.web.views.standing import standing_acts

SEPARATOR = "\n"


def save_search(visit: Visit, name: str, query: str) -> Act:
    """Keep a search under a name; the same name again replaces it. Raises InputError."""
    name, query = " ".join(name.split()), " ".join(query.split())
    if not name or len(name) + len(query) > LONGEST_VALUE:
        raise InputError(f"a search is kept under a name, both together at most {LONGEST_VALUE} characters")
    parse_query(query)
    return record_act(visit, ActKind.SAVE_SEARCH, _subject(visit), f"{name}{SEPARATOR}{query}")


def drop_search(visit: Visit, name: str) -> Act:
    """Drop a kept search. Raises InputError for one that is not there."""
    if name not in saved_searches(visit):
        raise InputError(f"no search is kept under {name!r}")
    return record_act(visit, ActKind.DROP_SEARCH, _subject(visit), name)


def saved_searches(visit: Visit) -> dict[str, str]:
    """Return the queries that the visitor keeps, by name."""
    kept: dict[str, str] = {}
    for act in standing_acts(visit.ledger.book.acts_on([_subject(visit)])):
        name, _, query = act.value.partition(SEPARATOR)
        if act.kind is ActKind.SAVE_SEARCH:
            kept[name] = query
        else:
            kept.pop(name, None)
    return dict(sorted(kept.items()))


def _subject(visit: Visit) -> str:
    return f"searches of {visit.person.name}"
