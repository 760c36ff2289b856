"""The modes of events, and what other schemes call them: CAMEO, PLOVER and ACLED."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model.annotations import EventType


@dataclass(frozen=True, slots=True)
class EventMode:
    """A mode of an event type; each class is `None` where its scheme has none.

    `cameo` is the two-digit root code; `acled` and `acled_sub` are ACLED's event and sub-event type.
    """

    type: EventType
    name: str
    cameo: str | None = None
    plover: str | None = None
    acled: str | None = None
    acled_sub: str | None = None


@cache
def event_modes() -> dict[tuple[EventType, str], EventMode]:
    """Return the packaged table by type and name.

    >>> event_modes()[EventType.ASSAULT, "airstrike"].acled_sub
    'Air/drone strike'
    """
    table = tomllib.loads((resources.files("dateline.text") / "event_modes.toml").read_text(encoding="utf-8"))
    return {
        (EventType(kind), name): _mode(EventType(kind), name, row)
        for kind, rows in table.items()
        for name, row in rows.items()
    }


def _mode(kind: EventType, name: str, row: dict[str, str | list[str]]) -> EventMode:
    acled = row.get("acled")
    event, sub_event = acled if isinstance(acled, list) else (None, None)
    cameo, plover = row.get("cameo"), row.get("plover")
    return EventMode(
        kind, name, str(cameo) if cameo else None, str(plover) if plover else None, event, sub_event
    )
