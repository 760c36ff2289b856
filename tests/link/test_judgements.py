"""Stories judged by persons: merged, split, taken back, and the same as before once that is done."""

from datetime import UTC, datetime, timedelta

import pytest

from dateline.errors import InputError
from dateline.link.judgements import apply_judgements, merge_stories, split_story, undo_judgement
from dateline.model.ledger import Copy, Decision, Story

AT = datetime(2020, 3, 16, tzinfo=UTC)
WHO = {"by": "mina", "why": "read both"}
ONE = Story("s-one", ("a", "b", "c", "d"), (Copy("b", "a", 1.0), Copy("d", "c", 0.8)))
OTHER = Story("s-other", ("x", "y"))
ORDER = {id: place for place, id in enumerate("abcdxy")}


def judged(*decisions: Decision) -> dict[tuple[str, ...], Story]:
    return {story.documents: story for story in apply_judgements((ONE, OTHER), decisions, ORDER)}


def at(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def test_a_split_takes_documents_out_together_with_the_copies_inside() -> None:
    stories = judged(*split_story(ONE, ["c", "d"], at=AT, **WHO))
    assert set(stories) == {("a", "b"), ("c", "d"), ("x", "y")}
    assert stories["a", "b"].copies == (Copy("b", "a", 1.0),)
    assert stories["c", "d"].copies == (Copy("d", "c", 0.8),)
    assert len({story.id for story in stories.values()}) == 3


def test_merging_what_was_split_restores_the_stories_exactly() -> None:
    made = split_story(ONE, ["b", "d"], at=AT, **WHO)
    stories = judged(*made)
    again = merge_stories(stories["a", "c"], stories["b", "d"], at=at(1), **WHO)
    assert tuple(judged(*made, *again).values()) == (ONE, OTHER)


@pytest.mark.parametrize(
    "made", [split_story(ONE, ["c"], at=AT, **WHO), merge_stories(ONE, OTHER, at=AT, **WHO)]
)
def test_undoing_restores_the_stories_exactly(made: tuple[Decision, ...]) -> None:
    assert tuple(judged(*made).values()) != (ONE, OTHER)
    undone = (undo_judgement(each, by="mina", at=at(1), why="") for each in made)
    assert tuple(judged(*made, *undone).values()) == (ONE, OTHER)


def test_splitting_what_was_merged_and_merged_again_is_the_last_word() -> None:
    merged = merge_stories(ONE, OTHER, at=AT, **WHO)
    (whole,) = judged(*merged).values()
    split = split_story(whole, ["x"], at=at(1), **WHO)
    assert set(judged(*merged, *split)) == {("a", "b", "c", "d", "y"), ("x",)}


def test_judgements_on_documents_that_are_gone_do_nothing() -> None:
    gone = merge_stories(ONE, Story("s-gone", ("z",)), at=AT, **WHO)
    assert tuple(judged(*gone).values()) == (ONE, OTHER)


@pytest.mark.parametrize("documents", [["x"], [], list("abcd")])
def test_a_split_needs_some_documents_of_the_story(documents: list[str]) -> None:
    with pytest.raises(InputError):
        split_story(ONE, documents, at=AT, **WHO)
    with pytest.raises(InputError):
        merge_stories(ONE, ONE, at=AT, **WHO)
