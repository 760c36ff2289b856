"""Texts in capitals, as wires and scanned cables print them, with small letters where they are due.

In: a text. Out: one of the same length, so that every span holds in both.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

SMALL_WORDS = Path(__file__).parent / "word_lists" / "en_small.txt"
LANGUAGES = frozenset({"en"})
CAPITALS = 0.9  # share of the letters from which on a text is one in capitals
FEWEST_LETTERS = 60  # a shorter text may be a headline or a name
SHORT_NAME = 5  # letters of the longest word that a bracket explains as a short name: [FMLN]

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORT_NAME = re.compile(rf"[(\[]([A-Z]{{2,{SHORT_NAME}}})[)\]]")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,5}")
_SHORT, _LONG_WORD = rf"[A-Z]{{2,{SHORT_NAME}}}", "[A-Z'-]+"
_EXPLAINED = re.compile(
    rf"(?P<before>(?:{_LONG_WORD}\s+){{2,8}})[(\[](?P<inside>{_SHORT})[)\]]"
    rf"|\b(?P<first>{_SHORT})\s+[(\[](?P<behind>(?:{_LONG_WORD}\s+){{1,7}}{_LONG_WORD})[)\]]"
)
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_NAME_WORD = re.compile(r"(?<!['’])\b[^\W\d_]+")
_LINKING = frozenset({"AND", "DE", "FOR", "OF", "THE"})  # words of a name that its short name leaves out
_ORDINAL = re.compile(r"(?<=\d)(?:ST|D|ND|RD|TH)\b")
_OPENING = re.compile(
    r"(?:^|(?<!\.[A-Z])[.!?]['\"”’)]*\s+|\n\s*\n\s*|--\s*(?:\[TEXT\]\s*)?)"
    r"['\"“‘(]*([^\W\d_])"
)
_ENDING = re.compile(r"(?:ing|ed|ly|tion|tions|ness|ment|ments|ities|izing|ized|ism|able|ible|ive|men|ous)$")
_LONG_ENOUGH = 7  # letters of an unlisted word that its ending shows to be no name


def is_in_capitals(text: str) -> bool:
    """Say whether a text is printed in capitals: nearly all its letters are."""
    capitals = sum(map(str.isupper, text))
    small = sum(map(str.islower, text))
    return capitals + small >= FEWEST_LETTERS and capitals >= CAPITALS * (capitals + small)


def with_small_letters(text: str, lang: str) -> str:
    """Return a text in capitals with names, short names and first words of sentences alone in capitals.

    Any other text, and one of a language without a list of words, is returned as it is.
    """
    if lang.partition("-")[0] not in LANGUAGES or not is_in_capitals(text):
        return text
    short = frozenset(_SHORT_NAME.findall(text))
    body = _WORD.sub(lambda match: _cased(match[0], short), text)
    body = _ORDINAL.sub(lambda match: match[0].lower(), body)
    for name in _explained_names(text):
        anywhere = r"\s+".join(map(re.escape, name))
        body = re.sub(rf"\b{anywhere}\b", _named, body, flags=re.IGNORECASE)
    body = _INITIALS.sub(lambda match: match[0].upper(), body)
    return _OPENING.sub(lambda match: match[0][:-1] + _capital(match[1]), body)


def _explained_names(text: str) -> set[tuple[str, ...]]:
    """Return the words of the names for which a text in capitals has a short one: "Workers Front [WF]"."""
    found = _EXPLAINED.finditer(text)
    pairs = ((match["before"] or match["behind"], match["inside"] or match["first"]) for match in found)
    return {name for long, short in pairs if (name := _named_for_short(long.split(), short))}


def _named_for_short(words: list[str], short: str) -> tuple[str, ...]:
    """Return the shortest end of some words whose initials are all letters of a short name, in any order."""
    left = Counter(short)
    for start in range(len(words) - 1, -1, -1):
        if words[start] not in _LINKING:
            left.subtract(words[start][0])
        if max(left.values()) <= 0:
            return tuple(words[start:])
    return ()


def _named(name: re.Match[str]) -> str:
    """Return a name with a capital for each word that is not linking."""
    return _NAME_WORD.sub(lambda word: word[0] if word[0].upper() in _LINKING else _title(word[0]), name[0])


def _cased(word: str, short: frozenset[str]) -> str:
    """Return one word as it is printed within a sentence."""
    stem, mark, rest = word.replace("’", "'").partition("'")
    end = _small(word[len(stem) :])
    if stem in short or _NO_VOWEL.fullmatch(stem):
        return stem + end
    lower = _small(stem)
    is_small = lower in small_words() or (len(stem) >= _LONG_ENOUGH and _ENDING.search(lower) is not None)
    if is_small or (mark and lower + end in small_words()):
        return lower + end
    return _title(stem) + (_title(end) if len(rest) > len("ll") else end)


def _title(word: str) -> str:
    """Return a word with its first letter alone in capitals; "'Aubuisson" after "D"."""
    at = next((at for at, letter in enumerate(word) if letter.isalpha()), 0)
    lower = _small(word)
    return lower[:at] + _capital(lower[at : at + 1]) + lower[at + 1 :]


def _small(word: str) -> str:
    """Return a word in small letters; as it is where they are more or fewer than the capitals."""
    lower = word.lower()
    return lower if len(lower) == len(word) else word


def _capital(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == len(letter) else letter


@cache
def small_words() -> frozenset[str]:
    """Return the packaged English words that stand in small letters."""
    return frozenset(SMALL_WORDS.read_text(encoding="utf-8").split())
