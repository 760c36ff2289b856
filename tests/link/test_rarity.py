"""Rarity: what the language says beforehand, then ever more what the stream says."""

import pytest

from dateline.link.rarity import (
    UNLISTED,
    StreamRarity,
    rarity_of_sound,
    rarity_of_word,
    sound_rarities,
    word_rarities,
)
from dateline.text.naming.sounds import sounds_of


@pytest.mark.parametrize("lang", ["en", "fa", "ar"])
def test_the_tables_hold_folded_words_from_common_to_rare(lang: str) -> None:
    table = word_rarities(lang)
    assert len(table) > 5000
    assert 0 <= min(table.values()) < 1
    assert max(table.values()) < UNLISTED


def test_common_words_are_less_rare_than_others() -> None:
    assert rarity_of_word("the", "en") < rarity_of_word("minister", "en") < rarity_of_word("qayyarah", "en")
    assert rarity_of_word("qayyarah", "en") == rarity_of_word("the", "xx") == UNLISTED


def test_a_sound_is_at_most_as_rare_as_a_word_that_has_it() -> None:
    for word in ("minister", "baghdad", "company"):
        assert sound_rarities("en")[sounds_of(word).skeleton] <= rarity_of_word(word, "en") + 1e-9


def test_longer_sounds_are_rarer() -> None:
    assert rarity_of_sound("XBTR", "xx") < rarity_of_sound("XBTRN", "xx")


def weight(rarity: StreamRarity, feature: str) -> float:
    return rarity.weigh({feature: UNLISTED})[feature]


def test_what_a_stream_repeats_is_not_rare_in_it() -> None:
    rarity = StreamRarity()
    before = weight(rarity, "en qayyarah")
    for _ in range(100):
        rarity.see(["en qayyarah"])
    assert weight(rarity, "en qayyarah") < 1 < before
    assert weight(rarity, "en harir") > before


def test_what_was_frequent_long_ago_becomes_rare_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.link.rarity.KEPT_DOCUMENTS", 400)
    rarity = StreamRarity()
    for _ in range(300):
        rarity.see(["en qayyarah"])
    then = weight(rarity, "en qayyarah")
    for _ in range(2000):
        rarity.see(["en other"])
    assert weight(rarity, "en qayyarah") > then + 2
