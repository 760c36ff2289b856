"""Splits and merges of stories: judgements of a person, appended, and undone without a trace in the stories.

A merge judges the first documents of two stories `SAME`. A split judges one document `NOT_SAME` as the
first one that stays, and the documents that go with it `SAME` as that one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from dateline.errors import InputError
from dateline.model.identity import content_id
from dateline.model.ledger import Copy, Decision, Story, Verdict

JUDGED = frozenset({Verdict.SAME, Verdict.NOT_SAME})


def merge_stories(one: Story, other: Story, *, by: str, at: datetime, why: str) -> tuple[Decision, ...]:
    """Return the judgement that two stories are one. Raises InputError for a story and itself."""
    if one.id == other.id:
        raise InputError(f"{one.id} is one story already; give two")
    return (_judge(Verdict.SAME, one.documents[0], other.documents[0], by=by, at=at, why=why),)


def split_story(
    story: Story, documents: Sequence[str], *, by: str, at: datetime, why: str
) -> tuple[Decision, ...]:
    """Return the judgements that take some documents out of a story into one of their own.

    Raises InputError for documents that are not in it, and for all or none of them.
    """
    foreign = [id for id in documents if id not in story.documents]
    if foreign:
        raise InputError(f"{', '.join(foreign)}: not in {story.id}, which has {', '.join(story.documents)}")
    staying = [id for id in story.documents if id not in documents]
    if not staying or not documents:
        raise InputError(f"{story.id}: expected some of its documents, not all or none")
    first, *others = sorted(set(documents), key=story.documents.index)
    together = (_judge(Verdict.SAME, first, other, by=by, at=at, why=why) for other in others)
    return (_judge(Verdict.NOT_SAME, first, staying[0], by=by, at=at, why=why), *together)


def undo_judgement(decision: Decision, *, by: str, at: datetime, why: str) -> Decision:
    """Return the decision that takes a merge, or one judgement of a split, back."""
    id = content_id("j", Verdict.UNDO.value, decision.id, by, at.isoformat(), why)
    return Decision(id, Verdict.UNDO, decision.id, by, at, why)


def _judge(verdict: Verdict, one: str, other: str, *, by: str, at: datetime, why: str) -> Decision:
    id = content_id("j", verdict.value, one, other, by, at.isoformat(), why)
    return Decision(id, verdict, one, by, at, why, other)


def apply_judgements(
    stories: Sequence[Story], decisions: Iterable[Decision], order: Mapping[str, int]
) -> tuple[Story, ...]:
    """Return the stories with what persons judged of them, in the order in which they did.

    `order` has the place of each document in the order of reading, by which members and stories are sorted.
    """
    standing = standing_judgements(decisions, order)
    if not standing:
        return tuple(stories)
    group = {document: number for number, story in enumerate(stories) for document in story.documents}
    copies = {copy.document: copy for story in stories for copy in story.copies}
    fresh = len(stories)
    for judged in standing:
        one, other = judged.subject, judged.other or ""
        if judged.verdict is Verdict.SAME:
            _move(group, [id for id, number in group.items() if number == group[other]], group[one])
        elif group[one] == group[other]:
            going = _going_along(one, standing, after=judged)
            _move(group, [id for id in going if group.get(id) == group[other]], fresh)
            fresh += 1
    return tuple(_stories(group, stories, copies, order))


def standing_judgements(decisions: Iterable[Decision], documents: Mapping[str, int]) -> list[Decision]:
    """Return the judgements of persons on known documents that are not undone, in their order."""
    made = list(decisions)
    undone = {decision.subject for decision in made if decision.verdict is Verdict.UNDO}
    return [
        decision
        for decision in made
        if decision.verdict in JUDGED
        and decision.id not in undone
        and decision.subject in documents
        and decision.other in documents
    ]


def _going_along(first: str, standing: Sequence[Decision], *, after: Decision) -> list[str]:
    """Return the documents that the same split takes out."""
    together = (each for each in standing if each.verdict is Verdict.SAME and each.subject == first)
    return [first, *(each.other or "" for each in together if (each.by, each.at) == (after.by, after.at))]


def _move(group: dict[str, int], documents: Iterable[str], number: int) -> None:
    for document in list(documents):
        group[document] = number


def _stories(
    group: Mapping[str, int],
    before: Sequence[Story],
    copies: Mapping[str, Copy],
    order: Mapping[str, int],
) -> Iterable[Story]:
    """Give the groups as stories; one that is as it was keeps its id."""
    members: dict[int, list[str]] = {}
    for document in sorted(group, key=lambda id: order[id]):
        members.setdefault(group[document], []).append(document)
    known = {story.documents: story.id for story in before}
    for documents in members.values():
        id = known.get(tuple(documents)) or content_id("s", documents[0])
        inside = (copies[each] for each in documents if each in copies and copies[each].original in documents)
        yield Story(id, tuple(documents), tuple(inside))
