"""Who held an office on a day: by what is known, else by what the documents around that day say."""

from collections.abc import Iterable

from dateline.model.entities import KnownEntity, Role, RoleStage
from dateline.model.times import days_between
from dateline.resolve.offices import Office

MOST_DAYS = 60  # between a day and a document that says who held the office then
SHARED = frozenset(
    {"spokesperson", "ambassador", "governor", "mayor", "envoy", "director", "adviser", "vice-president"}
)
"""Offices of which a state or a body has several."""
STATE_HAS_SEVERAL = frozenset({"secretary", "commander", "chairman", "secretary-general"})
DAY = "2020-03-17"


class Holders:
    """Offices with those who are known or said to have held them, by id."""

    def __init__(self, known: Iterable[KnownEntity], told: Iterable[tuple[str, tuple[Role, ...]]]) -> None:
        self._tenures: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        self._told: dict[tuple[str, str], list[tuple[str, RoleStage, str]]] = {}
        for entity in known:
            for tenure in entity.tenures:
                span = (tenure.begin or "", tenure.until or "9", entity.id)
                self._tenures.setdefault((tenure.office, tenure.of), []).append(span)
        for id, roles in told:
            for role in roles:
                if role.office and role.of:
                    said = [(each.day, each.stage, id) for each in role.evidence if each.day]
                    self._told.setdefault((role.office, role.of), []).extend(said)

    def known_holder(self, office: Office, day: str) -> str | None:
        """Return the id of the known entity that held an office on a day, None where two did or nobody."""
        held = self._tenures.get((office.name or "", office.of or ""), ())
        found = {id for begin, until, id in held if begin <= day <= until}
        return found.pop() if len(found) == 1 else None

    def told_holder(self, office: Office, day: str) -> str | None:
        """Return the id of the one who was said to hold an office nearest to a day."""
        if len(day) < len(DAY) or not is_single(office):
            return None
        said = self._told.get((office.name or "", office.of or ""), ())
        left = {id: when for when, stage, id in said if stage is RoleStage.LEFT and when <= day}
        near: dict[str, int] = {}
        for when, stage, id in said:
            if stage is not RoleStage.LEFT and len(when) == len(DAY) and left.get(id, "") <= when:
                days = abs(days_between(day, when))
                near[id] = min(days, near.get(id, days))
        near = {id: days for id, days in near.items() if days <= MOST_DAYS}
        nearest = [id for id, days in near.items() if days == min(near.values())]
        return nearest[0] if len(nearest) == 1 else None


def is_single(office: Office) -> bool:
    """Say whether an office has one holder at a time."""
    is_state = office.of is not None and len(office.of) == len("iq")
    return office.name not in SHARED and not (is_state and office.name in STATE_HAS_SEVERAL)
