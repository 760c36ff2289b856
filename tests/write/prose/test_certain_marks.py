"""Commas that the words alone make certain, in a text that has none."""

import pytest

from dateline.model.spans import Span
from dateline.write.prose.certain_marks import certain_commas, forbids_comma
from dateline.write.prose.lost_marks import lost_marks
from tests.write.factory import document, notes


def marked(text: str) -> str:
    for at in sorted(set(certain_commas(text)), reverse=True):
        text = f"{text[:at]},{text[at:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the port and wounded 50, state media reported.",
        "A flood cut the road to Balad, a river watchdog said on Monday.",
        "Nine ferries sank, said the ministry.",
        "A bus burnt out on the bridge, according to the police.",
        "A flood hurt 12 people, eight of them children, on Friday.",
        "A flood hurt 12 people, four of them nurses, a monitoring group said.",
        "The fire hurt hundreds, mostly students, and forced a school to close.",
        "Ten people, including women and children, were hurt.",
        "Nine civilians, including four children and a pregnant woman, were hurt.",
        "The wave hit Balad, which was flooded in May.",
        "A wall fell on the market, killing at least 12.",
        "According to Karun News, over a dozen wells ran dry.",
        "The army lost 30 soldiers, drivers and cooks in May.",
        "The (IMF, IAEA, WHO) report is out.",
        'The mayor, also known as "Abu Omid", spoke.',
        "The council met in Balad, adding that it would vote.",
    ],
)
def test_a_comma_is_certain(text: str) -> None:
    assert marked(text.replace(",", "")) == text


@pytest.mark.parametrize(
    "text",
    [
        "The bridge that the army said was cut.",
        "They left after a monitoring group said.",
        "He was accused of killing 12 people.",
        "Ten people were hurt in a flood on Monday.",
        "The town is held by a bloc formerly known as the Union in Iraq and Syria.",
        "She spoke to the head of the ministry.",
    ],
)
def test_no_other_is(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("At least 29", " rebels left"),
        ("The governor told AFP", " the dam broke"),
        ("He told a Karun photographer", " the dam broke"),
        ("The worst flood", " yet in Balad"),
        ("The state news agency", " KNA reported"),
        ("The flood was on July 8", " blamed on rain"),
        ("All five people on board", " a ferry were saved"),
        ("It hit the town of Balad", " and its port"),
        ("The mayor condemned the crimes", " the militias are committing in Balad"),
        ("The vote widened the war", " he launched in May"),
    ],
)
def test_no_comma_parts_what_belongs_together(before: str, behind: str) -> None:
    assert forbids_comma(before, behind)
    assert not forbids_comma("In the port of Balad on June 12", " boats were lost")


def test_certain_marks_stand_in_a_text_without_any_alone() -> None:
    for text, wanted in (("It rained a monitoring group said.", 1), ("It, too, fell the army said.", 0)):
        found = document(text)
        assert len(list(lost_marks(found, notes(found), Span(0, len(text))))) == wanted
