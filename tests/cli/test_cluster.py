"""The cluster door: a line a document in order, merges as they happen, bad lines as issues."""

import io
import json
from itertools import permutations

import pytest

from dateline.cli import cluster

STRIKE = (
    "A rocket struck the customs hall at the Harir crossing on Tuesday, killing three porters and "
    "wounding eleven travellers, the provincial governor Salam Dizayi told reporters."
)
FOLLOWED = (
    "Three porters died when a rocket hit the Harir crossing's customs hall, and lorries were sent back. "
    "Governor Salam Dizayi counted eleven wounded."
)
BREAD = (
    "Queues for subsidised bread grew in Basra on Wednesday, and a trade ministry official promised flour."
)


def answers(*lines: str) -> list[dict[str, object]]:
    out = io.StringIO()
    assert cluster.run(out=out, stdin=lines) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def stories(*lines: str) -> dict[object, object]:
    """Return the story in which each document is at last."""
    found = answers(*lines)
    became = {answer["story"]: answer["merged_into"] for answer in found if "merged_into" in answer}
    story = {answer["id"]: answer["story"] for answer in found if "id" in answer}
    while any(each in became for each in story.values()):
        story = {id: became.get(each, each) for id, each in story.items()}
    return story


def line(id: object, text: str, published: str = "2020-03-10", **fields: object) -> str:
    return json.dumps({"id": id, "text": text, "published": published, **fields})


def test_documents_on_one_happening_get_one_story() -> None:
    lines = (line("a", STRIKE), line("x", BREAD), line("b", FOLLOWED), line("c", STRIKE, "2020-03-11"))
    placed = [answer for answer in answers(*lines) if "id" in answer]
    assert [answer["id"] for answer in placed] == ["a", "x", "b", "c"]
    assert [answer.get("copy_of") for answer in placed] == [None, None, None, "a"]
    story = stories(*lines)
    assert story["a"] == story["b"] == story["c"] != story["x"]


def test_a_document_that_fits_an_earlier_day_is_answered_with_its_story() -> None:
    first, second = answers(line("a", STRIKE), line("b", FOLLOWED, "2020-03-11"))
    assert first["story"] == second["story"]


@pytest.mark.parametrize("published", ["2020-03-10", "2020-03-10T08:00Z", "unknown"])
def test_the_order_of_lines_of_one_moment_makes_no_difference(published: str) -> None:
    texts = {"a": STRIKE, "b": FOLLOWED, "c": BREAD, "d": STRIKE.upper(), "e": BREAD.lower()}
    lines = [line(id, text, published) for id, text in texts.items()]
    found = [stories(*ordered) for ordered in permutations(lines)]
    assert all(each == found[0] for each in found)
    assert 1 < len(set(found[0].values())) < len(texts)


def test_stories_are_given_as_documents_come() -> None:
    out, seen = io.StringIO(), []

    def arriving() -> list[str]:
        for each in (line(1, STRIKE), line(2, FOLLOWED)):
            seen.append(len(out.getvalue().splitlines()))
            yield each

    cluster.run(out=out, stdin=arriving())
    assert seen == [0, 1]


def test_two_stories_that_turn_out_to_be_one_are_merged() -> None:
    first, second = STRIKE.split(", the provincial", maxsplit=1)[0], BREAD
    both = f"{first}. {second}"
    found = answers(line("a", first), line("b", second, "2020-03-11"), line("c", both, "2020-03-12"))
    merged = [answer for answer in found if "merged_into" in answer]
    assert merged == [{"story": found[1]["story"], "merged_into": found[0]["story"]}]


@pytest.mark.parametrize(
    ("bad", "id"),
    [
        ("{", "line 2"),
        ("[]", "line 2"),
        ('{"id": "k"}', "k"),
        ('{"id": 7, "text": "Words.", "title": 3}', "7"),
    ],
)
def test_a_bad_line_is_answered_with_issues(bad: str, id: str) -> None:
    first, answer, last = answers(line("a", STRIKE), bad, line("b", FOLLOWED, "2020-03-11"))
    assert answer["id"] == id
    assert answer["issues"][0].startswith("line 2: expected ")
    assert first["story"] == last["story"]


@pytest.mark.parametrize("text", ["", "\\ud800", "؟", "a " * 5000])
def test_odd_texts_get_a_story(text: str) -> None:
    (answer,) = answers(f'{{"id": "a\\ud800", "text": "{text}", "published": "not a day"}}')
    assert str(answer["story"]).startswith("s-")
