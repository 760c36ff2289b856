"""Which party a name is: a key that is the same in each language and however the name is printed."""

from collections.abc import Mapping
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.text.fold import folded_words
from dateline.text.naming.listed import known_names
from dateline.text.naming.sounds import sounds_of

MIN_SOUNDS = 3  # consonants; words of fewer sound like anything
COMMON_IN_NAMES = "words "  # how keys of words begin that are listed since many names have them


def party_keys(name: str, lang: str) -> frozenset[str]:
    """Return what a name is compared by: the state or group it is, else how its words sound.

    Words that many names have, such as "Front", tell a party only where it has no other; so do the people of
    a state ("the Syrian Observatory").
    """
    words = folded_words(name)
    listed = frozenset(known_names(words, lang))
    names = frozenset(key for key in listed if not key.startswith(COMMON_IN_NAMES))
    if names:
        return names
    states = frozenset(f"states {_peoples(lang)[word]}" for word in words if word in _peoples(lang))
    own = (word for word in words if word not in _peoples(lang) and not any(known_names((word,), lang)))
    skeletons = (sounds_of(word).skeleton for word in own)
    sounds = frozenset(f"sound {skeleton}" for skeleton in skeletons if len(skeleton) >= MIN_SOUNDS)
    return sounds or states or listed


@cache
def _peoples(lang: str) -> Mapping[str, str]:
    """Return the states by the words that a language has for their people."""
    table = language_table(lang, "places").get("demonyms", {}) if lang in language_codes() else {}
    return {
        word: state
        for state, forms in table.items()
        for form in forms
        if len(words := folded_words(str(form))) == 1
        for word in words
    }
