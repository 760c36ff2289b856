import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.paragraphs import paragraph_spans
from dateline.text.sentences import split_sentences


def sentences(text: str, lang: str = "en") -> list[str]:
    return [span.of(text) for span in split_sentences(text, lang)]


@pytest.mark.parametrize(
    "parts",
    [
        ("Dr. Lina Haddad met Gen. J. R. Brown in the U.S. Army base.", "He left."),
        ("The talks were held in the U.S. in May.", "The envoy left at 5 p.m. on Monday."),
        ("It cost $3.5 million... and more.", "No. 5 was hit."),
        ("“It is over.”", "Then he left (for good)."),
        ("“Why now?” she asked.", '"No!" he said.'),
        ("The depot burned down. (Noor, May 3)", "Two guards died."),
        ("The depot burned down (Noor, May 3; al-Madina, May 4).", "al-Madina had it first."),
        ("He works for Delta Corp. in Basra.", "Prices rose 2.5 percent."),
    ],
)
def test_english_sentences(parts: tuple[str, ...]) -> None:
    assert tuple(sentences(" ".join(parts))) == parts


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("fa", ("وزیر گفت: «ما می‌مانیم.", "آنها می‌روند.»", "آیا چنین است؟", "بله.")),
        ("ar", ("قال الوزير إن الحدود مغلقة.", 'وأضاف: "لن نفتحها".', "هل هذا صحيح؟", "نعم.")),
        ("he", ("השר אמר שהגבול סגור.", "האם זה נכון?", "כן.")),
        ("ur", ("یہ درست ہے۔", "وہ گیا۔")),
    ],
)
def test_sentences_of_other_scripts(lang: str, parts: tuple[str, ...]) -> None:
    assert tuple(sentences(" ".join(parts), lang)) == parts


def test_a_full_stop_without_space_parts_persian_sentences() -> None:
    assert sentences("او رفت.وزیر ماند.", "fa") == ["او رفت.", "وزیر ماند."]


def test_headings_bullets_and_blank_lines_end_sentences() -> None:
    text = "Situation in the north\n\n  • The road is closed\n  • Two bridges fell.\n1. The port works"
    assert sentences(text) == [
        "Situation in the north",
        "The road is closed",
        "Two bridges fell.",
        "The port works",
    ]


def test_wrapped_lines_and_wrapped_citations_stay_whole() -> None:
    wrapped = "The convoy left the depot on Monday and reached the border in the\nafternoon, they said. It\nreturned."  # noqa: E501
    assert len(sentences(wrapped)) == 2
    assert sentences("The meeting of the envoys\n(Noor, May 3).") == [
        "The meeting of the envoys\n(Noor, May 3)."
    ]


@given(st.text(alphabet='aA .!?\n("”)«»1،؟.\u200c•-ش', max_size=300))
def test_sentences_are_ordered_disjoint_and_lose_no_letter(text: str) -> None:
    spans = split_sentences(text, "en")
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    kept = sum(character.isalpha() for span in spans for character in span.of(text))
    letters_of_lists = text.count(")")  # "a)" in front of what is listed
    assert kept >= sum(character.isalpha() for character in text) - letters_of_lists


@given(st.text(alphabet="aA .\n\r•1)", max_size=200))
def test_paragraphs_hold_every_letter(text: str) -> None:
    kept = "".join(span.of(text) for span in paragraph_spans(text))
    assert sum(map(str.isalpha, kept)) == sum(map(str.isalpha, text))


@pytest.mark.parametrize("piece", [".", ". ", "(", "A. ", " ", "\n", "( a. ", "x\n", ".\"'", "\r\n"])
def test_hostile_megabytes_take_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    started = time.process_time()
    split_sentences(text, "en")
    assert time.process_time() - started < 10
