"""Likeness of words: the same both ways, one for itself, more for a transliteration than for another name."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.text.naming.alignment import likeness
from dateline.text.naming.readings import readings_of
from dateline.text.naming.sounds import sounds_of

WORDS = st.text(alphabet="abdeghijklmnoqrstuyzابدسقلمنویבגדלмнорст", min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_likeness_is_a_share_and_does_not_depend_on_the_order(first: str, second: str) -> None:
    one, other = sounds_of(first), sounds_of(second)
    assert 0.0 <= likeness(one, other) <= 1.0
    assert abs(likeness(one, other) - likeness(other, one)) < 1e-6


@given(WORDS)
def test_a_word_is_like_itself(word: str) -> None:
    assert likeness(sounds_of(word), sounds_of(word)) == 1.0


def test_a_transliteration_is_nearer_than_another_name() -> None:
    name = sounds_of("soleimani")
    assert likeness(name, sounds_of("سلیمانی")) > likeness(name, sounds_of("سلمانی"))
    assert (
        likeness(sounds_of("khamenei"), sounds_of("khomeini")) < 0.4 < likeness(name, sounds_of("sulaimani"))
    )


def test_a_word_is_read_as_its_language_says_it() -> None:
    assert "rait" in readings_of("wright")
    assert "marshe" in readings_of("marchais")
    assert readings_of("سلمان") == ()
