"""The searches that people keep by name, and the alerts that they want of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import InputError
from dateline.model.people import Act, ActKind
from dateline.store import Ledger

SEPARATOR = "\n"
SUBJECT = "searches of "
MAIL, HOOK = "mail", "hook"
MOST_SAVED = 10_000  # acts of keeping a search, looked through for whose there are


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A search that a person keeps.

    `alert` says where to tell of new documents, "mail:ana@example.org" or "hook:NAME" for a webhook that the
    environment names; empty is nowhere. `told_at` is up to when it was told, or when it was kept.
    """

    person: str
    name: str
    query: str
    alert: str
    told_at: datetime


def standing_acts(acts: Iterable[Act]) -> list[Act]:
    """Return the acts that were not undone, in order; an undoing that was undone does not count."""
    acts = list(acts)
    undone: set[str] = set()
    for act in reversed(acts):
        if act.kind is ActKind.UNDO and act.id not in undone:
            undone.add(act.subject)
    return [act for act in acts if act.id not in undone and act.kind is not ActKind.UNDO]


def subject_of(person: str) -> str:
    """Return what the acts on a person's searches are on."""
    return f"{SUBJECT}{person}"


def kept_searches(ledger: Ledger, person: str) -> dict[str, KeptSearch]:
    """Return the searches that a person keeps, by name."""
    kept: dict[str, KeptSearch] = {}
    for act in standing_acts(ledger.book.acts_on([subject_of(person)])):
        name, _, rest = act.value.partition(SEPARATOR)
        query, _, alert = rest.partition(SEPARATOR)
        if act.kind is ActKind.SAVE_SEARCH:
            kept[name] = KeptSearch(person, name, query, alert, act.at)
        elif act.kind is ActKind.ALERT and name in kept:
            old = kept[name]
            kept[name] = KeptSearch(person, name, old.query, old.alert, act.at)
        else:
            kept.pop(name, None)
    return dict(sorted(kept.items()))


def searches_with_alerts(ledger: Ledger) -> list[KeptSearch]:
    """Return the kept searches of everybody of which somebody wants to be told."""
    saved = ledger.book.latest_acts(kinds=(ActKind.SAVE_SEARCH,), limit=MOST_SAVED)
    people = sorted({act.subject.removeprefix(SUBJECT) for act in saved})
    return [each for person in people for each in kept_searches(ledger, person).values() if each.alert]


def read_alert(text: str) -> str:
    """Return where an alert is to go as it is kept. Raises InputError for what is neither mail nor a hook.

    >>> read_alert(" ana@example.org "), read_alert("hook:Newsroom"), read_alert("")
    ('mail:ana@example.org', 'hook:newsroom', '')
    """
    text = text.strip()
    kind, _, where = text.partition(":") if ":" in text else (MAIL, "", text)
    if not text:
        return ""
    name, at, host = where.partition("@")
    if kind == MAIL and name and at and host and not any(map(str.isspace, where)) and "@" not in host:
        return f"{MAIL}:{where}"
    if kind == HOOK and where.isidentifier():
        return f"{HOOK}:{where.lower()}"
    raise InputError(f"alert: expected an address of mail, or hook:NAME for a webhook, found {text!r}")
