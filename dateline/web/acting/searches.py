"""Searches that a person keeps by name, with the alert that is wanted of each."""

from dateline.errors import InputError
from dateline.model.people import Act, ActKind
from dateline.pipeline.searches import SEPARATOR, KeptSearch, kept_searches, read_alert, subject_of
from dateline.search import parse_query
from dateline.web.acting.acts import LONGEST_VALUE, record_act
from dateline.web.room import Visit


def save_search(visit: Visit, name: str, query: str, alert: str = "") -> Act:
    """Keep a search under a name; the same name again replaces it. Raises InputError."""
    name, query = " ".join(name.split()), " ".join(query.split())
    if not name or len(name) + len(query) + len(alert) > LONGEST_VALUE:
        raise InputError(f"a search is kept under a name, both together at most {LONGEST_VALUE} characters")
    parse_query(query)
    value = SEPARATOR.join((name, query, read_alert(alert)))
    return record_act(visit, ActKind.SAVE_SEARCH, subject_of(visit.person.name), value)


def drop_search(visit: Visit, name: str) -> Act:
    """Drop a kept search. Raises InputError for one that is not there."""
    if name not in saved_searches(visit):
        raise InputError(f"no search is kept under {name!r}")
    return record_act(visit, ActKind.DROP_SEARCH, subject_of(visit.person.name), name)


def saved_searches(visit: Visit) -> dict[str, KeptSearch]:
    """Return the searches that the visitor keeps, by name."""
    return kept_searches(visit.ledger, visit.person.name)
