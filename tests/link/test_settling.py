"""Small stories join late, those that fit best first."""

from dataclasses import replace

import pytest

from dateline.link import StoryStream
from dateline.link.settling import join_best_first
from tests.link.test_link_stories import OTHER, REWORDED, WIRE, article

FOLLOWED = (
    "Lorries queued at the border on Friday after the customs hall was hit, and drivers asked for a road of "
    "their own. A trader from Mosul said that bread and fuel would be dear before the week was out."
)


def stream_of(*texts: str) -> tuple[StoryStream, list[str]]:
    stream = StoryStream()
    placed = [stream.add(article(f"d{place}", text, place)).story for place, text in enumerate(texts)]
    return stream, placed


def test_a_report_somewhat_like_a_story_waits_and_then_joins_it() -> None:
    stream, placed = stream_of(WIRE, REWORDED, FOLLOWED, OTHER)
    assert placed[0] == placed[1] != placed[2]
    assert stream.finish() == ((placed[2], placed[0]),)
    assert stream.finish() == ()


def test_it_joins_when_two_days_of_the_stream_have_gone_by() -> None:
    stream, placed = stream_of(WIRE, REWORDED, FOLLOWED)
    later = stream.add(article("late", OTHER, 60))
    assert later.merged == ((placed[2], placed[0]),)


def test_a_report_of_its_own_happening_comes_before_one_that_looks_alike() -> None:
    stream = StoryStream()
    stream.add(article("a", WIRE, 0))
    alike = stream.add(article("b", FOLLOWED, 1))
    own = stream.add(replace(article("c", FOLLOWED.replace("Friday", "Saturday"), 2), outlet="other"))
    assert own.story == alike.story


@pytest.mark.parametrize("likeness", [{(1, 2): 0.9, (2, 3): 0.8}, {(2, 3): 0.8, (1, 2): 0.9}])
def test_the_best_fit_goes_first_and_what_has_grown_stands_for_itself(
    likeness: dict[tuple[int, int], float],
) -> None:
    groups = {1: {1}, 2: {2}, 3: {3, 4, 5}}

    def nearest(number: int) -> tuple[float, int] | None:
        fits = [
            (fit, ({*pair} - {number}).pop())
            for pair, fit in likeness.items()
            if number in pair and all(each in groups for each in pair)
        ]
        return max(fits, default=None)

    def join(number: int, other: int) -> int:
        groups[min(number, other)] |= groups.pop(max(number, other))
        return min(number, other)

    join_best_first([1, 2], nearest, join, lambda number: len(groups.get(number, ())), least=0.5, most=2)
    assert groups == {1: {1, 2}, 3: {3, 4, 5}}


def test_what_is_too_little_alike_stays_alone() -> None:
    join_best_first(
        [1], lambda _: (0.49, 2), lambda *_: pytest.fail("joined"), lambda _: 1, least=0.5, most=2
    )
