"""What words for one happening have in common: an ending cut off, or a sense that many words have."""

import re
import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_SUFFIXES = _WORDS["suffixes"].split()
_LIGHT = frozenset(_WORDS["light"].split())
_IRREGULAR = {word: stem for stem, words in _WORDS["irregular"].items() for word in words.split()}
_SENSE = {stem: stems.split()[0] for stems in _WORDS["alike"] for stem in stems.split()}
REPORTING = frozenset(_WORDS["reporting"].split())
MIN_STEM = 3


def stem_of(words: str) -> str:
    """Return the first word of a mention that says something, without its ending.

    >>> stem_of("took over"), stem_of("shot"), stem_of("robbers")
    ('over', 'shoot', 'rob')
    """
    found = [word for word in re.findall(r"[a-z]+", words.lower()) if word not in _LIGHT]
    word = found[0] if found else words.lower()
    word = _IRREGULAR.get(word, word)
    suffix = next((s for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= MIN_STEM), "")
    stem = word[: len(word) - len(suffix)]
    return stem[:-1] if len(stem) > MIN_STEM and stem[-1] == stem[-2] else stem


def sense_of(words: str) -> str:
    """Return the stem of a mention, one for all that are said of one thing: "quake" as "earthquake"."""
    stem = stem_of(words)
    return _SENSE.get(stem, stem)
