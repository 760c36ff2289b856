"""Texts that lost their commas and apostrophes on the way."""

from dataclasses import replace

import pytest

from dateline.model.annotations import Annotations, LostMark, Mark
from dateline.model.claims import Link, LinkKind
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.write.prose.lost_marks import lost_marks, marks_wanted
from tests.write.factory import claim, document, notes


def read(text: str, *lost: tuple[str, Mark, float]) -> tuple[Document, Annotations]:
    """Return a document that may have lost marks, each at the end of a word."""
    found = document(text)
    marks = tuple(LostMark(text.index(word) + len(word), mark, likely) for word, mark, likely in lost)
    return found, replace(notes(found), lost=marks)


def mended(text: str, *lost: tuple[str, Mark, float]) -> str:
    for start, end, words in sorted(lost_marks(*read(text, *lost), Span(0, len(text))), reverse=True):
        text = text[:start] + words + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "lost", "printed"),
    [
        ("The road was cut the mayor said.", ("cut", Mark.COMMA, 0.9), "The road was cut, the mayor said."),
        ("It was “cut” the mayor said.", ("cut", Mark.COMMA, 0.9), "It was “cut”, the mayor said."),
        ("The mayors road was cut.", ("mayors", Mark.OWNER, 0.9), "The mayor’s road was cut."),
        ("The capital Balad was cut.", ("capital", Mark.COMMA, 0.9), "The capital, Balad, was cut."),
        ("It was cut killing two men.", ("cut", Mark.COMMA, 0.4), "It was cut, killing two men."),
        (
            "Saeed spoke. Saeeds road was cut.",
            ("Saeeds", Mark.OWNER, 0.2),
            "Saeed spoke. Saeed’s road was cut.",
        ),
        ("The Homs road was cut.", ("Homs", Mark.OWNER, 0.9), "The Homs road was cut."),
        ("The citizens houses burnt.", ("citizens", Mark.OWNERS, 0.9), "The citizens’ houses burnt."),
        ("The road was cut It rained.", ("cut", Mark.STOP, 0.9), "The road was cut. It rained."),
        ("The road was cut at noon.", ("cut", Mark.COMMA, 0.2), "The road was cut at noon."),
        ("It was cut a road watchdog said.", ("cut", Mark.COMMA, 0.3), "It was cut, a road watchdog said."),
        ("A flood on Monday left two dead.", ("Monday", Mark.COMMA, 0.6), "A flood on Monday left two dead."),
        ("The road to West Balad was cut.", ("West", Mark.COMMA, 0.6), "The road to West Balad was cut."),
        (
            "Guards in the port said that it fell.",
            ("port", Mark.COMMA, 0.6),
            "Guards in the port said that it fell.",
        ),
        ("In Balad Tikrit and Homs.", ("Balad", Mark.COMMA, 0.8), "In Balad, Tikrit and Homs."),
        ("The road was cut at noon.", ("noon", Mark.COMMA, 0.9), "The road was cut at noon."),
    ],
)
def test_what_is_likely_enough_is_put_back(text: str, lost: tuple[str, Mark, float], printed: str) -> None:
    assert mended(text, lost) == printed


def test_marks_outside_the_words_are_none_of_theirs() -> None:
    found, noted = read("It rained. The road was cut the mayor said.", ("cut", Mark.COMMA, 0.9))
    assert not list(lost_marks(found, noted, Span(0, 10)))
    assert list(lost_marks(found, noted, Span(11, 43))) == [(16, 17, ", ")]


@pytest.mark.parametrize(("likely", "wants"), [(0.1, False), (0.4, True), (0.6, True), (0.95, False)])
def test_a_sentence_wants_what_is_neither_sure_nor_unlikely(likely: float, *, wants: bool) -> None:
    text = "The road was cut the mayor said."
    found, noted = read(text, ("cut", Mark.COMMA, likely))
    assert (marks_wanted(found, noted, Span(0, len(text))) > 0) is wants


def test_an_aside_is_parted_on_both_sides() -> None:
    text = "Nine people including two children were killed in Balad."
    lost = ("people", Mark.COMMA, 0.3), ("children", Mark.COMMA, 0.3), ("killed", Mark.COMMA, 0.3)
    assert mended(text, *lost) == "Nine people, including two children, were killed in Balad."


def test_what_somebody_is_is_parted_on_both_sides() -> None:
    text = "Hasan Jubouri an activist in the town told reporters that it rained."
    found, noted = read(text, ("Jubouri", Mark.COMMA, 0.9))
    named = notes(found, names=("Hasan Jubouri",)).mentions
    put = sorted(lost_marks(found, replace(noted, mentions=named), Span(0, len(text))))
    assert [start for start, _, _ in put] == [text.index(" an activist"), text.index(" told")]


def test_words_are_parted_from_who_said_them_where_it_is_less_sure() -> None:
    text = "The road was cut the mayor said."
    found, noted = read(text, ("cut", Mark.COMMA, 0.3))
    speaker = Span(text.index("the mayor"), text.index(" said"))
    chain = (Link(LinkKind.SPEAKER, None, span=speaker),)
    made = claim(found, text, content=(Span(0, text.index(" the mayor")),), chain=chain)
    put = list(lost_marks(found, replace(noted, claims=(made,)), Span(0, len(text))))
    assert put == [(16, 17, ", ")]
