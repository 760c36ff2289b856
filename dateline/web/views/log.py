"""Who did what: the log, narrowed down, and as a table to take away."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateline.errors import InputError
from dateline.model.people import Act, ActKind
from dateline.web.room import Visit

SHOWN, MOST_TAKEN = 300, 1_000_000
COLUMNS = ("at", "by", "what", "subject", "with", "id", "decisions")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class LogAsked:
    """Whose acts, of which kind, on which days in UTC, both included; empty is any."""

    by: str = ""
    what: str = ""
    begin: str = ""
    until: str = ""


def log(visit: Visit, asked: LogAsked = LogAsked(), *, limit: int = SHOWN) -> tuple[Act, ...]:
    """Return what was done, the newest first. Raises InputError for a kind or a day that is none."""
    begin, until = _day(asked.begin), _day(asked.until)
    return tuple(
        visit.ledger.book.latest_acts(
            by=asked.by or None,
            kinds=_kinds(asked.what),
            since=begin,
            until=until + timedelta(days=1) if until else None,
            limit=limit,
        )
    )


def log_table(visit: Visit, asked: LogAsked) -> Iterator[str]:
    """Yield the log as CSV, line by line; a cell never begins as a formula does."""
    yield _line(COLUMNS)
    for act in log(visit, asked, limit=MOST_TAKEN):
        decisions = " ".join(act.decisions)
        yield _line((act.at.isoformat(), act.by, act.kind.value, act.subject, act.value, act.id, decisions))


def addresses(acts: tuple[Act, ...]) -> Mapping[str, str]:
    """Return where to look at the subjects of acts that have a page, by subject."""
    places = {"s-": "/stories/", "c-": "/claims/", "e-": "/entities/", "w-": "/bulletin/drafts/"}
    return {
        act.subject: place + act.subject
        for act in acts
        for prefix, place in places.items()
        if act.subject.startswith(prefix)
    }


def _kinds(word: str) -> tuple[ActKind, ...]:
    try:
        return (ActKind(word),) if word else ()
    except ValueError:
        raise InputError(f"expected one of {', '.join(ActKind)}, found {word!r}") from None


def _day(text: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), time(), UTC) if text else None
    except ValueError:
        raise InputError(f"expected a day such as 2020-03-12, found {text!r}") from None


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return out.getvalue()
