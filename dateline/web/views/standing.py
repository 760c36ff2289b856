"""How a story stands at the desk: what its people did to it, undone acts left out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.model.people import Act, ActKind
from dateline.pipeline.searches import standing_acts


@dataclass(frozen=True, slots=True)
class StoryStanding:
    """Who has a story, which tags it has, and whether one person has put it aside.

    `skipped_at` is when the person skipped it: a report that comes later brings it back.
    """

    assignee: str | None = None
    tags: tuple[str, ...] = ()
    skipped_at: datetime | None = None
    snoozed_until: datetime | None = None


def story_standings(acts: Iterable[Act], person: str) -> dict[str, StoryStanding]:
    """Return how each story with acts stands for a person."""
    standings: dict[str, StoryStanding] = {}
    for act in standing_acts(acts):
        before = standings.get(act.subject, StoryStanding())
        standings[act.subject] = _after(before, act, person)
    return standings


def _after(before: StoryStanding, act: Act, person: str) -> StoryStanding:
    """Return the standing after an act; to skip and to snooze concern only the one who does."""
    match act.kind:
        case ActKind.TAKE | ActKind.ASSIGN:
            assignee = act.by if act.kind is ActKind.TAKE else act.value or None
            return replace(before, assignee=assignee)
        case ActKind.TAG:
            return replace(before, tags=tuple(dict.fromkeys((*before.tags, act.value))))
        case ActKind.UNTAG:
            return replace(before, tags=tuple(tag for tag in before.tags if tag != act.value))
        case ActKind.SKIP if act.by == person:
            return replace(before, skipped_at=act.at)
        case ActKind.SNOOZE if act.by == person:
            return replace(before, snoozed_until=datetime.fromisoformat(act.value))
    return before


def is_hidden(standing: StoryStanding, newest: datetime, now: datetime) -> bool:
    """Say whether a story whose newest report came at `newest` is put aside."""
    return is_skipped(standing, newest) or is_snoozed(standing, now)


def is_skipped(standing: StoryStanding, newest: datetime) -> bool:
    """Say whether a story was skipped and nothing came since."""
    return standing.skipped_at is not None and newest <= standing.skipped_at


def is_snoozed(standing: StoryStanding, now: datetime) -> bool:
    """Say whether a story sleeps."""
    return standing.snoozed_until is not None and now < standing.snoozed_until
