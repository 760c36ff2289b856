"""What persons judge of stories: merged, split, and taken back; the ledger is derived anew each time."""

from collections.abc import Sequence
from datetime import datetime

from dateline.errors import InputError
from dateline.link.judgements import JUDGED, merge_stories, split_story, undo_judgement
from dateline.model.ledger import Decision, Story
from dateline.pipeline.doors import Doors
from dateline.pipeline.ledger.knowing import know_again
from dateline.store import Ledger


def merge(doors: Doors, one: str, other: str, *, by: str, why: str) -> tuple[Decision, ...]:
    """Judge two standing stories to be one and derive the ledger anew. Raises NotFound or InputError."""
    stories = find_story(doors.ledger, one), find_story(doors.ledger, other)
    return _decide(doors, merge_stories(*stories, by=by, at=doors.now, why=why))


def split(doors: Doors, story: str, documents: Sequence[str], *, by: str, why: str) -> tuple[Decision, ...]:
    """Judge some documents of a story to be a story of their own. Raises NotFound or InputError."""
    found = find_story(doors.ledger, story)
    ids = [doors.ledger.find(document).id for document in documents]
    return _decide(doors, split_story(found, ids, by=by, at=doors.now, why=why))


def undo(doors: Doors, decision: str, *, by: str, why: str) -> tuple[Decision, ...]:
    """Take back a merge or a split, with all judgements that were made in one go. Raises InputError."""
    found = doors.ledger.find(decision).record
    if not isinstance(found, Decision) or found.verdict not in JUDGED or found.by.startswith("rule:"):
        raise InputError(f"{decision}: expected a person's merge or split of stories")
    made = [
        each
        for each in doors.ledger.decisions(found.subject)
        if each.verdict in JUDGED and (each.by, each.at, each.subject) == (found.by, found.at, found.subject)
    ]
    return _decide(doors, tuple(undo_judgement(each, by=by, at=doors.now, why=why) for each in made))


def find_story(ledger: Ledger, id: str, *, as_of: datetime | None = None) -> Story:
    """Return the standing story with that id or beginning of one. Raises InputError."""
    found = [story for story in ledger.stories(as_of=as_of) if story.id.startswith(id)]
    if len(found) != 1:
        named = ", ".join(story.id for story in found[:5]) or "none"
        raise InputError(
            f"{id!r}: expected the id of one standing story, found {named}; see dateline stories"
        )
    return found[0]


def _decide(doors: Doors, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    with doors.ledger.transaction():
        doors.ledger.append_decisions(decisions, now=doors.now)
        know_again(doors)
    return decisions
