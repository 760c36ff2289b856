"""How a Latin word is said in English, French or German, spelt plainly: "Wright" is said "rait"."""

import re
from functools import lru_cache

READINGS_KEPT = 100_000

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), spelt) for pattern, spelt in pairs)


_CONSONANT = "[bcdfghjklmnpqrstvwxz]"
_ENGLISH = _rules(
    ("eigh", "ei"),
    ("ugh", "yu"),
    ("igh", "ai"),
    ("^wr", "r"),
    ("^wh", "w"),
    ("^kn", "n"),
    ("c(?=[eiy])", "s"),
    (f"(?<=[aeiou])h(?={_CONSONANT}|$)", ""),
    (f"^({_CONSONANT}*)a(?={_CONSONANT}[eiy])", r"\1ei"),
    ("a([bcdfgklmnprstvz])e(s?)$", r"ei\1\2"),
    ("i([bcdfgklmnprstvz])e(s?)$", r"ai\1\2"),
    ("([ou])([bcdfgklmnprstvz])e(s?)$", r"\1\2\3"),
    ("(?:ey|ie|y)$", "i"),
    ("ies$", "is"),
    ("ea", "i"),
    ("oa", "o"),
    ("ew", "yu"),
    ("a[uw]", "o"),
    ("ow", "au"),
    (f"(?<={_CONSONANT})e(s?)$", r"\1"),
)
_FRENCH = _rules(
    ("eaux?|aux|aul?t$|aud$|au", "o"),
    ("oi", "ua"),
    ("c?qu", "k"),
    ("gu(?=[ei])", "g"),
    ("gn", "ny"),
    ("ch", "sh"),
    ("th", "t"),
    ("(?<!s)h", ""),
    ("(?<=[aeiou])ill?e?", "iy"),
    ("(?<=[a-z]{2})(?:er|ez|et)$", "e"),
    ("(?<=[a-z]{2})(?:es?|[bdtpxz]s?|s)$", ""),
    ("a[iy]|ei", "e"),
    ("j|g(?=[eiy])", "zh"),
    ("c(?=[eiy])", "s"),
)
_GERMAN = _rules(
    ("v", "f"),
    ("w", "v"),
    ("tsch", "tch"),
    ("sch|^s(?=[pt])", "sh"),
    ("(?<=[aeiou])h", ""),
    ("e[iy]", "ai"),
    ("eu", "oi"),
    ("ie", "i"),
    ("z", "ts"),
    ("j", "y"),
)
_PLAIN = re.compile("[a-z]+")


@lru_cache(maxsize=READINGS_KEPT)
def readings_of(word: str) -> tuple[str, ...]:
    """Return the spellings after each language's reading that are not `word` itself.

    >>> readings_of("wright")
    ('rait',)
    """
    if not _PLAIN.fullmatch(word):
        return ()
    readings = (_read(word, rules) for rules in (_ENGLISH, _FRENCH, _GERMAN))
    return tuple(dict.fromkeys(reading for reading in readings if reading and reading != word))


def _read(word: str, rules: Rules) -> str:
    for pattern, spelt in rules:
        word = pattern.sub(spelt, word)
    return word
