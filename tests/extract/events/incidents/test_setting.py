import pytest

from dateline.extract.events.incidents.parts import Found, Part
from dateline.extract.events.incidents.setting import country_of, when
from dateline.model.annotations import (
    Annotations,
    Mention,
    MentionType,
    PartRole,
    PlacePrecision,
    PlaceReference,
)
from dateline.model.spans import Span
from dateline.model.times import Calendar, TimeExpression, TimeKind

SENTENCES = tuple(Span(start, start + 90) for start in range(0, 500, 100))


def found(role: PartRole, *sentences: int, confidence: float = 0.9) -> Found:
    return Found(Part(role, (Span(0, 4),), confidence), frozenset(sentences), {})


def day(start: int, value: str) -> TimeExpression:
    return TimeExpression(start, start + 10, TimeKind.DATE, value, value, value, Calendar.GREGORIAN)


@pytest.mark.parametrize(
    ("told", "published", "expected"),
    [
        ({0}, "2015-03-12", ("2015-03-10", "2015-03-10")),
        ({4}, "2015-03-12", (None, "2015-03-12")),  # the day stands too far off
        ({0}, "2015-03-09", (None, "2015-03-09")),  # told of the future
        ({4}, None, (None, None)),
        ({4}, "2015-03", (None, None)),
    ],
)
def test_the_day_of_an_attack_stands_beside_those_who_suffer(
    told: set[int], published: str | None, expected: tuple[str | None, str | None]
) -> None:
    annotations = Annotations("d", SENTENCES, times=(day(120, "2015-03-10"),))
    assert when(annotations, told, published) == expected


def test_of_two_days_beside_those_who_suffer_the_first_told_is_that_of_the_attack() -> None:
    annotations = Annotations("d", SENTENCES, times=(day(120, "2015-03-10"), day(140, "2014-11-02")))
    assert when(annotations, {1}, "2015-03-12")[0] == "2015-03-10"


def test_the_country_is_that_of_the_place_of_the_attack_and_not_the_one_most_named() -> None:
    mentions = tuple(
        Mention(f"m{start}", start, start + 4, MentionType.GPE, None, 1.0) for start in (0, 10, 20)
    )
    places = tuple(
        PlaceReference(f"m{start}", 0.0, 0.0, "", country, None, PlacePrecision.CITY, 1.0)
        for start, country in ((0, "pe"), (10, "bo"), (20, "bo"))
    )
    annotations = Annotations("d", SENTENCES, mentions=mentions, places=places)
    assert country_of(annotations, [found(PartRole.PLACE, 0)]) == "pe"
    assert country_of(annotations, []) == "bo"
    assert country_of(Annotations("d", SENTENCES), []) is None
