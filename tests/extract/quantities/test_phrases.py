import pytest

from dateline.extract.quantities.phrases import Phrases

KNOWN = Phrases(["up from", "from", "or more"])


@pytest.mark.parametrize(
    ("words", "longest"),
    [("rose from", 1), ("17 , up from", 2), ("from here", 0), ("up", 0), ("", 0)],
)
def test_the_longest_phrase_that_words_end_with(words: str, longest: int) -> None:
    assert KNOWN.ending(words.split()) == longest


def test_phrases_stand_at_a_word_or_among_words() -> None:
    words = ["at", "least", "20", "people", "or", "more", "died"]
    assert [at for at in range(len(words) + 1) if KNOWN.stands_at(words, at)] == [4]
    assert KNOWN.are_in(words)
    assert not KNOWN.are_in(words[:5])
    assert ("or", "more") in KNOWN
    assert ("more",) not in KNOWN
