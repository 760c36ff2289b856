"""Folding: what is taken as the same, and that places in the original are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.fold import fold, fold_with_offsets, folded_words, folded_words_with_spans

ALPHABET = st.text(
    alphabet=st.sampled_from("aBé'’sß ﬁ\u200cيیىكکةهأإآاءؤئًَّـ۳٤5\n\t-“»شЁйİ")
    | st.characters(exclude_categories=["Cs"])
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qa'ani", "Qa’ani"),
        ("Qa‘ani", "Qaani"),
        ("Shi`ite", "shiʿite"),
        ("كتاب", "کتاب"),
        ("علي", "علی"),
        ("مصطفى", "مصطفی"),
        ("الحكومة", "الحکومه"),
        ("أحمد إيران آمال", "احمد ایران امال"),
        ("مسؤول", "مسوول"),
        ("شيء", "شی"),
        ("مُحَمَّد", "محمد"),
        ("الـــعراق", "العراق"),
        ("می‌شود", "می شود"),
        ("۱۳۹۸", "1398"),
        ("١١ مارس", "11 مارس"),
        ("Erdoğan", "erdogan"),
        ("Łódź", "lodz"),
        ("STRASSE", "straße"),
        ("Iran’s army", "iran army"),
        ("ﷲ", "الله"),
        ("two  words\n", "two words"),
    ],
)
def test_same_to_a_reader(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("پسر", "بسر"), ("گاز", "کاز"), ("Taji", "Tajik"), ("مرد", "مرده")]
)
def test_different_to_a_reader(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_letters_of_other_scripts_keep_their_vowels() -> None:
    assert fold("कि") != fold("की")


@given(ALPHABET)
def test_folding_with_offsets_gives_the_same_text(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(ALPHABET)
def test_words_with_spans_are_the_words(text: str) -> None:
    spans = folded_words_with_spans(text)
    assert [word for word, _, _ in spans] == folded_words(text)
    assert all(0 <= start < end <= len(text) for _, start, end in spans)


@given(ALPHABET)
def test_each_span_folds_to_its_word(text: str) -> None:
    for word, start, end in folded_words_with_spans(text):
        assert word in fold(text[start:end]) or word[0] in fold(text[start:end])


def test_a_span_points_to_the_original_word() -> None:
    text = "Esmail Qa’ani’s visit"
    _, start, end = folded_words_with_spans(text)[1]
    assert text[start:end] == "Qa’ani"
