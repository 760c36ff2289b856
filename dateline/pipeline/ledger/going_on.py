"""Stories derived from where they were put together before, as if all documents had been put anew.

A state of the stream is kept some days behind the latest document, since reports come late, and one a month
behind, since some are mended. It holds as long as what went into it is what there is to put now, in the same
order and by the same rules.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from dateline.link import Linked
from dateline.link.times import printed_at
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.identity import content_id
from dateline.model.ledger import Story
from dateline.pipeline.ledger.derived_by import rules_in_force
from dateline.store import Ledger
from dateline.store.checkpoints import Checkpoint

BEHIND = {"days behind": timedelta(days=2), "a month behind": timedelta(days=30)}
LEAST_NEW = 500  # documents since a state was kept: fewer are put again sooner than a state is written


def link_going_on(
    ledger: Ledger, ordered: Sequence[Document], annotations: Mapping[str, Annotations], *, now: datetime
) -> tuple[Story, ...]:
    """Return the stories of documents in their reading order, and keep states to go on from."""
    steps = _steps(ledger, ordered)
    holding = _holding(ledger, steps)
    linked, done = Linked(), 0
    if holding:
        linked, done = (
            Linked.load(ledger.derivation_book.checkpoint_bytes(holding[0].name)),
            holding[0].documents,
        )
    keep = _to_keep(ordered, holding)
    for place in range(done, len(ordered)):
        for name in keep.get(place, ()):
            checkpoint = Checkpoint(name, place, _inputs(steps, place))
            ledger.derivation_book.save_checkpoint(checkpoint, linked.dump(), now=now)
        linked.add(ordered[place], annotations.get(ordered[place].id))
    return linked.finish()


def _steps(ledger: Ledger, ordered: Sequence[Document]) -> list[str]:
    """Return what goes in with each document: itself, and what was read in it last."""
    readings = ledger.derivation_book.newest_readings(document.id for document in ordered)
    return [f"{document.id} {readings.get(document.id, 0)}" for document in ordered]


def _inputs(steps: Sequence[str], documents: int) -> str:
    return content_id("k", rules_in_force(), steps[:documents])


def _holding(ledger: Ledger, steps: Sequence[str]) -> list[Checkpoint]:
    """Return the kept states that began as what goes in now does, the latest first."""
    kept = (each for each in ledger.derivation_book.checkpoints() if each.documents <= len(steps))
    return [each for each in kept if each.inputs == _inputs(steps, each.documents)]


def _to_keep(ordered: Sequence[Document], holding: Sequence[Checkpoint]) -> dict[int, list[str]]:
    """Return the states to keep, by the number of documents after which each is to be kept."""
    known = {each.name: each.documents for each in holding}
    keep: dict[int, list[str]] = {}
    for name, behind in BEHIND.items() if ordered else ():
        place = bisect_left(ordered, printed_at(ordered[-1]) - behind, key=printed_at)
        if place - known.get(name, 0) >= LEAST_NEW:
            keep.setdefault(place, []).append(name)
    return keep
