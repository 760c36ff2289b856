"""Stories: copies with their direction, one happening in one story, the same whatever the order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link import StoryStream, link_stories
from dateline.link.copies import find_copies
from dateline.link.times import printed_at
from dateline.model.annotations import Annotations, PlacePrecision, PlaceReference, Quantity
from dateline.model.documents import Document
from dateline.model.ledger import Copy, Story
from dateline.model.times import StatedTime, TimeExpression, TimeKind

WIRE = (
    "A rocket struck the customs hall at the Harir crossing on Tuesday, killing three porters and "
    "wounding eleven travellers, the provincial governor Salam Dizayi told reporters. The crossing was "
    "closed for the night and lorries were turned back towards Erbil. No group has said that it fired it."
)
REWORDED = (
    "Three porters died when a rocket hit the Harir crossing's customs hall on Tuesday, and lorries "
    "were sent back towards Erbil. Governor Salam Dizayi counted eleven wounded; the crossing is closed."
)
OTHER = (
    "The central bank of Basra's province raised the price of bread subsidies on Wednesday after a week of "
    "queues at bakeries, an official in the trade ministry announced in a statement."
)
DENIAL = (
    "The Harir militia denied on Thursday that it fired the rocket at the customs hall of the Harir "
    "crossing, in which three porters were killed. Its spokesman blamed others for the deaths of the porters."
)
START = datetime(2020, 3, 10, 8, tzinfo=UTC)


def article(id: str, text: str, hours: float, **changes: object) -> Document:
    moment = START + timedelta(hours=hours)
    document = Document(
        id=id,
        evidence=f"evidence {id}",
        url=f"https://news.example/{id}",
        outlet=f"outlet-{id}",
        title=None,
        byline=None,
        source=None,
        published=StatedTime(moment.isoformat(), ""),
        captured_at=moment + timedelta(days=2),
        lang="en",
        text=text,
        pictures=(),
        reader="plain/1",
    )
    return replace(document, **changes)


def test_reprints_copy_the_first() -> None:
    trimmed, boxed = WIRE.partition(" No group")[0], f"{DENIAL} {WIRE}"
    documents = [
        article("b", WIRE, 1),
        article("a", WIRE, 0),
        article("c", trimmed, 2),
        article("d", boxed, 3),
    ]
    copies = {copy.document: copy for copy in find_copies([*documents, article("x", OTHER, 1)])}
    assert {copy.original for copy in copies.values()} == {"a"}
    assert set(copies) == {"b", "c", "d"}
    assert (copies["b"].overlap, copies["c"].overlap) == (1.0, 1.0)
    assert 0.5 < copies["d"].overlap < 0.8


def test_a_text_around_two_others_copies_the_one_that_most_of_it_is() -> None:
    short = article("a", OTHER.partition(", an official")[0], 0)
    documents = [short, article("b", WIRE, 1), article("c", f"{short.text} {WIRE}", 2)]
    (copy,) = find_copies(documents)
    assert (copy.document, copy.original) == ("c", "b")


def test_a_credit_outweighs_the_clock() -> None:
    documents = [
        article("early", WIRE, 0, source="Northwire"),
        article("late", WIRE, 5, outlet="northwire"),
        article("third", WIRE, 6),
    ]
    copies = {copy.document: copy.original for copy in find_copies(documents)}
    assert copies == {"early": "late", "third": "late"}


@pytest.mark.parametrize("text", ["", "One.", "Three words only."])
def test_texts_too_short_to_compare_copy_nothing(text: str) -> None:
    assert find_copies([article("a", text, 0), article("b", text, 1)]) == ()


def test_one_happening_is_one_story() -> None:
    documents = [
        article("a", WIRE, 0),
        article("b", REWORDED, 3),
        article("c", DENIAL, 48),
        article("x", OTHER, 20),
    ]
    stories = {story.documents for story in link_stories(documents, {})}
    assert stories == {("a", "b", "c"), ("x",)}


def test_a_story_keeps_its_id_when_later_reports_come() -> None:
    first, later = article("a", WIRE, 0), article("b", WIRE, 9)
    (before,) = link_stories([first], {})
    (after,) = link_stories([later, first], {})
    assert after.id == before.id
    assert after == Story(before.id, ("a", "b"), (Copy("b", "a", 1.0),))


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_documents_does_not_matter(order: list[int]) -> None:
    texts = [WIRE, WIRE, REWORDED, DENIAL, OTHER, OTHER]
    documents = [article(f"d{number}", text, number // 2) for number, text in enumerate(texts)]
    assert link_stories([documents[place] for place in order], {}) == link_stories(documents, {})


def facts(id: str, place: int, day: str, killed: float) -> Annotations:
    return Annotations(
        id,
        (),
        times=(TimeExpression(0, 1, TimeKind.DATE, day, day, day),),
        places=(PlaceReference("m1", 36.5, 44.3, "Harir", "iq", place, PlacePrecision.CITY, 0.9),),
        quantities=(Quantity(0, 1, killed, killed, "killed"),),
    )


def test_languages_meet_in_places_days_and_numbers() -> None:
    persian = "موشکی به سالن گمرک گذرگاه حریر خورد و سه باربر کشته شدند."
    documents = [article("a", WIRE, 0), article("f", persian, 2, lang="fa"), article("x", OTHER, 1)]
    made = {
        "a": facts("a", 95446, "2020-03-10", 3),
        "f": facts("f", 95446, "2020-03-10", 3),
        "x": facts("x", 99532, "2020-03-11", 7),
    }
    assert {story.documents for story in link_stories(documents, made)} == {("a", "f"), ("x",)}
    made["f"] = facts("f", 95446, "2020-03-01", 5)
    assert len(link_stories(documents, made)) == 3


@pytest.mark.parametrize(("day", "stories"), [("2020-03-10", 1), ("2020-05-18", 2)])
def test_months_later_a_report_joins_unless_it_names_other_days(day: str, stories: int) -> None:
    documents = [article("a", REWORDED, 0), article("b", DENIAL, 24 * 75)]
    made = {"a": facts("a", 95446, "2020-03-10", 3), "b": facts("b", 95446, day, 3)}
    assert len(link_stories(documents, made)) == stories


def test_nothing_gives_no_story() -> None:
    assert link_stories([], {}) == ()


@pytest.mark.parametrize(
    ("published", "hours"),
    [
        ("2020-03-10T08:00+00:00", 0),
        ("2020-03-10T11:30+03:30", 0),
        ("2020-03-10T07:00", -1),
        ("2020-03-10", 16),
        ("2020-03", 48),
        ("2020-03-30", 48),
        (None, 48),
    ],
)
def test_when_a_document_can_have_been_printed(published: str | None, hours: float) -> None:
    stated = StatedTime(published, published) if published else None
    document = article("a", WIRE, 0, published=stated)
    assert printed_at(document) == START + timedelta(hours=hours)


def test_old_stories_are_forgotten_and_kept_ones_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.link.stories.FORGET_EVERY", 2)
    monkeypatch.setattr("dateline.link.stories.FORGOTTEN_SHARE", 0.0)
    stream, day = StoryStream(), 24
    first = stream.add(article("a", WIRE, 0)).story
    for number in range(5):
        stream.add(article(f"x{number}", OTHER, day * (number + 1)))
    assert stream.add(article("b", DENIAL, day * 7)).story == first
    stream.add(article("y", OTHER, day * 1200))
    stream.add(article("z", OTHER, day * 1201))
    placed = stream.add(article("c", WIRE, day * 1202))
    assert placed.story != first
    assert placed.copy_of is None


def test_stories_that_a_copy_shows_to_be_one_merge_into_the_earlier() -> None:
    part, rest = WIRE.split(", the provincial", maxsplit=1)
    stream = StoryStream()
    one = stream.add(article("a", part, 0))
    other = stream.add(article("b", rest, 1))
    assert other.story != one.story
    stream.add(article("c", WIRE, 2))
    assert stream.finish() == ((other.story, one.story),)
    (story,) = link_stories([article("a", part, 0), article("b", rest, 1), article("c", WIRE, 2)], {})
    assert story.documents == ("a", "b", "c")


def test_persian_and_arabic_reports_meet_in_the_names_they_sound() -> None:
    persian = "بهزادفر و گل‌پسند در گذرگاه حریر با فرماندار دیزایی و کنسول مارکیدس دیدار کردند."
    arabic = "التقى بهزادفر وغولبسند المحافظ ديزايي والقنصل ماركيدس عند معبر حرير."
    english = "Behzadfar and Golpasand met governor Dizayi and the consul, Markides, at the Harir crossing."
    documents = [
        article("e", english, 0),
        article("f", persian, 2, lang="fa"),
        article("r", arabic, 3, lang="ar"),
        article("x", OTHER, 1),
    ]
    assert {story.documents for story in link_stories(documents, {})} == {("e", "f", "r"), ("x",)}
