"""Figures agree, grow, are corrected, denied or disputed; what is compatible is never disputed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.assess.agreement import Agreement, find_agreements
from dateline.model.annotations import Annotations, EventMention, EventType, Quantity
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.events import Relation
from dateline.model.ledger import Copy, Story
from dateline.model.spans import Span
from dateline.model.times import StatedTime, TimeExpression, TimeKind

TEXT = "A figure was given here, and another one after it."
WHOLE = Span(0, len(TEXT))


def printed(id: str, outlet: str, hour: int, url: str | None = None) -> Document:
    moment = datetime(2020, 3, 12, hour, tzinfo=UTC)
    address = url or f"https://{outlet}.example/{id}"
    stated = StatedTime(moment.isoformat(), "")
    return Document(id, id, address, outlet, None, None, None, stated, moment, "en", TEXT, (), "plain/1")


def figure(low: float | None, high: float | None, **changes: object) -> Quantity:
    return replace(Quantity(2, 8, low, high, "killed", "people"), **changes)


def told(document: Document, *quantities: Quantity, **changes: object) -> Annotations:
    return replace(Annotations(document.id, (WHOLE,), quantities=quantities), **changes)


def agreements(*told_by: tuple[Document, Annotations], copies: tuple[Copy, ...] = ()) -> list[Agreement]:
    documents = [document for document, _ in told_by]
    story = Story("s-1", tuple(document.id for document in documents), copies)
    return list(find_agreements(story, documents, {document.id: made for document, made in told_by}))


def relation(first: Quantity, second: Quantity, outlet: str = "courier", url: str | None = None) -> Relation:
    one, other = printed("a", "herald", 8), printed("b", outlet, 9, url)
    (agreement,) = agreements((one, told(one, first)), (other, told(other, second)))
    return agreement.relation


EXACTLY_3, EXACTLY_5, EXACTLY_6, AT_LEAST_5 = figure(3, 3), figure(5, 5), figure(6, 6), figure(5, None)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (EXACTLY_3, EXACTLY_3, Relation.SAME),
        (AT_LEAST_5, EXACTLY_6, Relation.MORE_SPECIFIC),
        (AT_LEAST_5, figure(26, 26), Relation.DIFFERENT),
        (figure(2, None), figure(26, 26), Relation.MORE_SPECIFIC),
        (figure(4, 6), EXACTLY_5, Relation.MORE_SPECIFIC),
        (EXACTLY_3, EXACTLY_5, Relation.DIFFERENT),
        (EXACTLY_3, AT_LEAST_5, Relation.DIFFERENT),
        (figure(None, 4), EXACTLY_5, Relation.DIFFERENT),
        (figure(0, 0), EXACTLY_3, Relation.DIFFERENT),
    ],
)
def test_how_the_figures_of_two_outlets_stand_to_one_another(
    first: Quantity, second: Quantity, expected: Relation
) -> None:
    assert relation(first, second) is expected


def test_an_outlet_that_changes_its_figure_updates_it() -> None:
    assert relation(EXACTLY_3, EXACTLY_5, outlet="herald") is Relation.UPDATE


def test_the_same_article_with_another_figure_is_a_correction() -> None:
    url = "https://herald.example/a"
    assert relation(EXACTLY_5, EXACTLY_3, outlet="herald", url=url) is Relation.CORRECTION


def test_a_text_that_says_what_its_figure_takes_the_place_of_updates_it() -> None:
    first, second = printed("a", "herald", 8), printed("b", "courier", 9)
    risen = (figure(3, 3), figure(5, 5, replaces=0))
    (agreement,) = agreements((first, told(first, EXACTLY_3)), (second, told(second, *risen)))
    assert agreement.relation is Relation.UPDATE
    assert [(version.low, len(version.counts)) for version in agreement.versions] == [(3, 1), (5, 1)]


def test_a_figure_that_its_outlet_left_for_the_other_one_is_no_dispute() -> None:
    first, second, third = printed("a", "herald", 8), printed("b", "courier", 9), printed("c", "herald", 10)
    (agreement,) = agreements(
        (first, told(first, EXACTLY_5)), (second, told(second, EXACTLY_3)), (third, told(third, EXACTLY_3))
    )
    assert agreement.relation is Relation.UPDATE
    assert not agreement.is_disputed


def test_a_denied_figure_is_disputed() -> None:
    first, second = printed("a", "herald", 8), printed("b", "courier", 9)
    link = Link(LinkKind.SPEAKER, "A spokesman")
    denial = Claim(
        "c-1", "b", (WHOLE,), (link,), None, Mode.PARAPHRASE, Certainty.CERTAIN, Polarity.DENIED, 0.9, WHOLE
    )
    (agreement,) = agreements(
        (first, told(first, EXACTLY_3)), (second, told(second, EXACTLY_3, claims=(denial,)))
    )
    assert agreement.relation is Relation.DENIAL
    assert agreement.is_disputed


def test_look_alikes_of_two_days_are_two_figures() -> None:
    first, second = printed("a", "herald", 8), printed("b", "courier", 9)
    days = [TimeExpression(20, 24, TimeKind.DATE, day, day, day) for day in ("2020-03-11", "2020-03-12")]
    found = agreements(
        (first, told(first, EXACTLY_3, times=(days[0],))), (second, told(second, EXACTLY_5, times=(days[1],)))
    )
    assert [(each.day, each.relation) for each in found] == [
        ("2020-03-11", Relation.SAME),
        ("2020-03-12", Relation.SAME),
    ]


def test_the_day_of_the_event_that_has_the_figure_counts() -> None:
    first, second = printed("a", "herald", 8), printed("b", "courier", 9)
    event = EventMention("e1", EventType.ASSAULT, None, Span(2, 8), (), (), (), "2020-03-11", None, (0,), 0.9)
    found = agreements((first, told(first, EXACTLY_3, events=(event,))), (second, told(second, EXACTLY_5)))
    assert [(each.day, each.is_disputed) for each in found] == [("2020-03-11", True)]


def test_parts_and_others_who_are_counted_are_not_held_against_the_total() -> None:
    first, second = printed("a", "herald", 8), printed("b", "courier", 9)
    total, part = figure(3, 3), figure(2, 2, part_of=0)
    soldiers = figure(2, 2, of="American soldiers")
    found = agreements((first, told(first, total, part)), (second, told(second, EXACTLY_3, soldiers)))
    assert [(each.of, each.relation) for each in found] == [
        (None, Relation.SAME),
        ("american soldiers", Relation.SAME),
    ]


@pytest.mark.parametrize(("figure", "givers"), [(EXACTLY_3, [1]), (EXACTLY_5, [1, 1])])
def test_what_a_copy_repeats_is_not_its_own(figure: Quantity, givers: list[int]) -> None:
    first, second = printed("a", "herald", 8), printed("b", "courier", 9)
    (found,) = agreements(
        (first, told(first, EXACTLY_3)), (second, told(second, figure)), copies=(Copy("b", "a", 0.9),)
    )
    assert [len(version.counts) for version in found.versions] == givers


def test_a_figure_beside_one_with_its_day_is_on_something_else() -> None:
    document, later = printed("a", "herald", 8), printed("b", "courier", 9)
    day = TimeExpression(60, 64, TimeKind.DATE, "2020-03-11", "2020-03-11", "2020-03-11")
    of_the_war, of_the_day = figure(230000, None), Quantity(70, 72, 5, 5, "killed", "people")
    made = Annotations("a", (WHOLE, Span(52, 90)), times=(day,), quantities=(of_the_war, of_the_day))
    found = agreements((document, made), (later, told(later, EXACTLY_3)))
    assert [(each.day, each.relation) for each in found] == [
        (None, Relation.SAME),
        ("2020-03-11", Relation.DIFFERENT),
    ]


def test_what_repeats_the_figure_of_a_day_is_no_figure_of_its_own() -> None:
    document, later = printed("a", "herald", 8), printed("b", "courier", 9)
    day = TimeExpression(20, 24, TimeKind.DATE, "2020-03-11", "2020-03-11", "2020-03-11")
    dated_otherwise = Quantity(70, 72, 5, 5, "killed", "people")
    made = Annotations(
        "a",
        (WHOLE, Span(52, 90)),
        times=(replace(day, start=60, end=64),),
        quantities=(EXACTLY_3, dated_otherwise),
    )
    (agreement,) = agreements((document, made), (later, told(later, EXACTLY_3, times=(day,))))
    assert (agreement.day, agreement.relation) == ("2020-03-11", Relation.DIFFERENT)


def test_the_greatest_of_a_document_is_its_total() -> None:
    first, second = printed("a", "herald", 8), printed("b", "courier", 9)
    (agreement,) = agreements(
        (first, told(first, EXACTLY_5, EXACTLY_3)), (second, told(second, EXACTLY_3, EXACTLY_5))
    )
    assert [(version.low, len(version.counts)) for version in agreement.versions] == [(5, 2)]
