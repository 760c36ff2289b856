"""Events judged by hand: where they and their parties stand, what is wrong with them, and who is right.

`judged_events.json` holds them by article, without any text: where a trigger begins and ends, type and mode,
where actors and targets stood as read, the verdict, and, where a party was wrong, where actors and targets
stand truly. The verdict is "right" (type, actor and target), or what is wrong: "no event", "type", "actor",
"target", "name" (the right phrase, another's name) or "stage".
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.model.spans import Span

JUDGED = Path(__file__).parent / "judged_events.json"
NONE = frozenset({"no event", "type"})
WHOLE = frozenset({"right", "stage", "name"})
"""Verdicts on events of which the parties as read are the right phrases."""
Places = frozenset[tuple[int, int]]
Sides = tuple[Places, Places]


@dataclass(frozen=True)
class Judged:
    """One event that was judged: its trigger and kind, actors and targets as read and as they should be."""

    trigger: tuple[int, int]
    kind: str
    read: Sides
    verdict: str
    right: Sides | None
    """`None` where nobody said who is right."""


def read_judged() -> dict[str, list[Judged]]:
    """Return the judged events of each article."""
    rows = json.loads(JUDGED.read_text(encoding="utf-8"))
    return {name: [_judged(*row) for row in events] for name, events in rows.items()}


def _judged(
    start: int,
    end: int,
    kind: str,
    actors: Sequence[Sequence[int]],
    targets: Sequence[Sequence[int]],
    verdict: str,
    *better: Sequence[Sequence[int]],
) -> Judged:
    read = (_places(actors), _places(targets))
    right = (_places(better[0]), _places(better[1])) if better else read if verdict in WHOLE else None
    return Judged((start, end), kind, read, verdict, right)


def _places(spans: Iterable[Sequence[int]]) -> Places:
    return frozenset((start, end) for start, end in spans)


def places_of(spans: Iterable[Span]) -> Places:
    """Return some spans as judgements write them."""
    return frozenset((span.start, span.end) for span in spans)
