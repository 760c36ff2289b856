"""Passages vary while training, and their marks move with the words."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpora import MarkedAttribution, MarkedMention, Passage
from training.stand_ins import load_stand_ins
from training.variation import APART, Edit, edited, vary

TEXT = "Gen Anwar Halabi of Tall Rifat said the road “ is shut ” , and left .\nNobody came ."


def _passage() -> Passage:
    def at(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    return Passage(
        "p",
        TEXT,
        (
            MarkedMention(*at("Anwar Halabi"), frozenset(("PERSON",))),
            MarkedMention(*at("Tall Rifat"), frozenset(("GPE",))),
        ),
        frozenset(),
        (MarkedAttribution((at("said"),), (at("Gen Anwar Halabi"),), (at("the road “ is shut ”"),)),),
    )


def _words(passage: Passage) -> list[str]:
    return [passage.text[mention.start : mention.end] for mention in passage.mentions or ()]


def test_edits_carry_the_marks_with_them() -> None:
    start = TEXT.index("Tall")
    changed = edited(
        _passage(),
        [Edit(0, 4, ""), Edit(start, start + 10, "Ma'arrat al-Nu'man"), Edit(start, start, "old ")],
    )
    assert changed.text.startswith("Anwar Halabi of old Ma'arrat al-Nu'man said")
    assert _words(changed) == ["Anwar Halabi", "Ma'arrat al-Nu'man"]
    (attribution,) = changed.attributions or ()
    assert [changed.text[start:end] for start, end in attribution.cue] == ["said"]


def test_what_is_inserted_at_the_end_of_a_name_stays_outside() -> None:
    end = TEXT.index("Halabi") + len("Halabi")
    assert _words(edited(_passage(), [Edit(end, end, ", aged 40,")]))[0] == "Anwar Halabi"


@pytest.mark.parametrize(
    ("tokenised", "printed"),
    [
        ("shut , he said .", "shut, he said."),
        ("( SOHR ) said “ no ”", "(SOHR) said “no”"),
        ("Iran 's and Iraq ’ s", "Iran's and Iraq’s"),
        ("the Attorney - General", "the Attorney-General"),
        ("the M ā ori party", "the Māori party"),
        ("a - b of 7 - 9", "a-b of 7-9"),
    ],
)
def test_spaces_of_tokenisation_are_found(tokenised: str, printed: str) -> None:
    assert APART.sub("", tokenised) == printed


@given(st.integers(0, 10_000))
def test_marks_never_lose_their_edges(seed: int) -> None:
    varied = vary(_passage(), load_stand_ins(), random.Random(seed))
    assert all(word and word == word.strip() for word in _words(varied))
    (attribution,) = varied.attributions or ()
    assert [varied.text[start:end].lower() for start, end in attribution.cue] == ["said"]


def test_a_name_gets_one_other_name_in_a_passage() -> None:
    text = "Anwar Halabi came. Halabi spoke. Anwar Halabi left."
    spans = [(0, 12), (19, 25), (33, 45)]
    passage = Passage("p", text, tuple(MarkedMention(a, b, frozenset(("PERSON",))) for a, b in spans))
    names = load_stand_ins([_passage()])
    for seed in range(60):
        first, short, again = _words(vary(passage, names, random.Random(seed)))[-3:]
        assert first.lower().replace("’", "'") == again.lower().replace("’", "'")
        assert first.split()[-1] == short.split()[-1]
