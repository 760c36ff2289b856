"""What a page puts before its first sentence is not printed; what the sentence itself says is."""

import pytest

from dateline.model.spans import Span
from dateline.write.prose.furniture import is_furniture, without_furniture

TOLD = "Shelling of the old market of Homs killed nine people on Saturday, a doctor said by telephone."


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("", None),
        ("BEIRUT, July 3 (Harbour Wire) – ", None),
        ("Nine killed in Homs Doctor Wire Saturday 2 Jul 2016 ", None),
        ("Last updated at Jul 22016 BEIRUT ", None),
        ("02.07.2016(updated 1329 03.07.2016) Get short URL 0 154 ", None),
        ("02-07-2016 ", None),
        ("- ", None),
        ("HOMS, July 3 (Harbour Wire) - ", None),
        ("July 3 (Harbour Wire) - ", None),
        ("Karun – Homs ", None),
        ("Homs SANA-", None),
        ("ABOUT HOMS: - ", None),
        ("Sat Jul 2 2016 ", None),
        ("Posted on July 2 2016 ", None),
        ("Date of publication 2 July 2016 ", None),
        ("Nine people die in Homs market ", "Nine people die in Homs market"),
        ("Posted on July 2 2016 Nine people die in Homs market ", "Nine people die in Homs market"),
    ],
)
def test_what_a_page_puts_before_a_sentence_is_left_out(before: str, title: str | None) -> None:
    text = f"{before}{TOLD} More."
    span = Span(0, len(before + TOLD))
    assert without_furniture(span, text, title).of(text) == TOLD


LOST = "At least nine people were killed by shelling of the old market of Homs a doctor said by telephone."


@pytest.mark.parametrize(
    "before",
    [
        "Video ",
        "Syria ",
        "Market in Homs burns Doctor AFP ",
        "Stallholders carry crates out of the market on July 2 2016 (Photo AFP) ",
        "At least nine people were killed by shelling of the old market of Homs ",
        "A night of rockets ",
    ],
)
def test_a_heading_that_ran_into_a_text_without_marks_is_left_out(before: str) -> None:
    text = f"{before}{LOST}"
    assert without_furniture(Span(0, len(text)), text).of(text) == LOST


@pytest.mark.parametrize(
    "told",
    [
        "The envoy told AFP The Hague would hear of the shelling of the old market of Homs on Saturday.",
        "On 3 July 2016 Shelling of the old market was resumed, and nobody has left the town.",
        "The accord of 3 July 2016 Damascus has never acknowledged is still in force, the envoy said.",
        "Nine people die in Homs market fires each year, and the fire brigade says that it has no pump.",
        "In the week before July 3 the governor of Homs visited the old market twice.",
    ],
)
def test_a_sentence_of_its_own_is_left_whole(told: str) -> None:
    assert without_furniture(Span(0, len(told)), told, "Nine people die in Homs market") == Span(0, len(told))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Death Toll from Attack on Market in Homs Rises to Nine, Thirty Injured", True),
        ("Tags Homs market fire brigade Nine people were killed in the old market of Homs.", True),
        ("AFP Print Tweet Views 214 Nine people were killed in the old market of Homs.", True),
        ("Stallholders carry crates out of the old market of Homs on July 2 2016 (Wire and Agencies).", True),
        ("A picture taken on July 2 2016 shows the old market of Homs in the morning.", True),
        (TOLD, False),
        (
            "Rami Abdel Rahman, head of the Syrian Observatory for Human Rights, said that nine people died.",
            False,
        ),
        ("Colonel Hatem Jubouri said on Saturday that Homs was quiet.", False),
    ],
)
def test_headlines_and_buttons_are_not_printed(text: str, page: bool) -> None:
    assert is_furniture(text) is page


def test_the_label_of_a_row_of_pictures_is_left_out() -> None:
    text = (
        "OIL WELLS Slideshow (3 Images) The fire at the Balad field was put out in nine days, a guard said."
    )
    assert without_furniture(Span(0, len(text)), text).of(text).startswith("The fire at")


def test_a_town_that_is_a_heading_is_left_out() -> None:
    told = "People were killed when shells fell on the old market of Homs on Saturday and burnt it down."
    text = f"Homs {told}"
    assert without_furniture(Span(0, len(text)), text).of(text) == told


def test_what_the_page_prints_twice_is_told_once() -> None:
    told = "A tree fell on the roof of the old town hall of Karun on July 3, killing a pigeon"
    text = f"{told}. {told}, the mayor said."
    assert without_furniture(Span(0, len(text)), text).of(text) == f"{told}, the mayor said."
