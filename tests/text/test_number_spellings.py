import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.amount_words import amount_words
from dateline.text.amounts import read_amount
from dateline.text.tokens import tokenize
from tests.text.spelling import SPELLINGS

NUMBERS = (
    st.integers(0, 2000)
    | st.integers(0, 10**12 - 1)
    | st.builds(lambda head, power: head * 1000**power, st.integers(1, 999), st.integers(1, 3))
)


@pytest.mark.parametrize("name", SPELLINGS)
@settings(deadline=None)
@given(NUMBERS)
def test_a_number_that_is_spelled_by_rule_is_read_back_whole(name: str, number: int) -> None:
    lang, spell = SPELLINGS[name]
    tokens = tokenize(spell(number))
    found = read_amount(tokens, 0, amount_words(lang))
    assert found is not None
    assert (found.value, found.last) == (number, len(tokens))


@pytest.mark.parametrize("name", SPELLINGS)
@settings(deadline=None)
@given(st.integers(2, 10**9), st.sampled_from(["wounded", "جريحا", "نفر", "פצועים"]))
def test_what_stands_behind_a_number_is_no_part_of_it(name: str, number: int, noun: str) -> None:
    lang, spell = SPELLINGS[name]
    tokens = tokenize(f"{spell(number)} {noun}")
    found = read_amount(tokens, 0, amount_words(lang))
    assert found is not None
    assert (found.value, found.last) == (number, len(tokens) - 1)
