"""The modes of events, and what other schemes call them: CAMEO, PLOVER and ACLED."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model.annotations import EventStage, EventType


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


FRIENDLY = frozenset(
    {
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
    }
)
SPOKEN = frozenset(
    {
        EventType.AGREE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.OTHER,
    }
)


def code_event(kind: EventType, mode: str | None, stage: EventStage) -> tuple[EventType, str | None]:
    """Return the PLOVER type and the CAMEO root under which these schemes file an event.

    Both file an intended cooperation as agreement, an intended blow as a threat, and a cooperation that
    is refused as a rejection.

    >>> code_event(EventType.AID, "aid", EventStage.PLANNED)
    (<EventType.AGREE: 'AGREE'>, '03')
    """
    if kind in FRIENDLY and stage is EventStage.PLANNED:
        return EventType.AGREE, "03"
    if kind in FRIENDLY and stage is EventStage.DENIED:
        return EventType.REJECT, "12"
    if kind not in FRIENDLY | SPOKEN and stage in (EventStage.PLANNED, EventStage.THREATENED):
        return EventType.THREATEN, "13"
    known = event_modes().get((kind, mode or ""))
    return kind, known.cameo if known else None
