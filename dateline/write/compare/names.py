"""Names in a sentence: runs of capitalised words, and the words of scripts without capitals."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.write.compare.folding import Word, words_of
from dateline.write.compare.lexicon import lexicon

JOINS_A_NAME = re.compile(r"[\s.\-‑–]{1,2}$")
SENTENCE_END = re.compile(r"[.!?؟:]\W*$|^\W*$")
VERBS_AFTER_A_NAME = frozenset(
    {"is", "was", "were", "are", "has", "had", "have", "will", "would", "also", "met", "and"}
)
ADJECTIVE_ENDINGS = ("n", "an", "ian", "i", "s", "ese", "ish", "ns", "ians", "is", "al", "al-")
LOOK_BACK = 20  # code points: more marks than these never part two sentences
SHORTEST_NAME = 3  # letters, in a script without capitals: shorter words are particles
PREFIXES = ("وال", "بال", "فال", "کال", "لل", "ال", "و", "ب", "ل", "ف", "ک")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that together name someone or something."""

    words: tuple[Word, ...]


def find_names(text: str) -> tuple[Name, ...]:
    """Find runs of capitalised words; a lone one that opens a sentence counts where it acts or speaks."""
    words = words_of(text)
    names, run = [], list[int]()
    for index, word in enumerate(words):
        if not word.capitalised or word.folded in lexicon().not_names:
            names += _close(text, words, run)
            run = []
        elif run and not JOINS_A_NAME.fullmatch(text[words[run[-1]].end : word.start]):
            names += _close(text, words, run)
            run = [index]
        else:
            run.append(index)
    return tuple(names + _close(text, words, run))


def _close(text: str, words: Sequence[Word], run: list[int]) -> list[Name]:
    kept = [index for index in run if not _is_time_word(words[index])]
    if not kept:
        return []
    first = words[kept[0]]
    opens = bool(SENTENCE_END.search(text[max(0, first.start - LOOK_BACK) : first.start]))
    if opens and len(kept) == 1 and not _acts(words, kept[0]):
        return []
    return [Name(tuple(words[index] for index in kept))]


def _acts(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.folded in lexicon().openers:
        return False
    if len(word.raw) > 1 and word.raw.isupper():
        return True
    after = words[index + 1].folded if index + 1 < len(words) else ""
    return after in lexicon().speech or after in VERBS_AFTER_A_NAME


def _is_time_word(word: Word) -> bool:
    table = lexicon()
    return word.folded in table.months or word.folded in table.weekdays or word.folded in table.numbers


def words_without_capitals(text: str) -> Iterator[Word]:
    """Yield the words of scripts that have no capitals, but for particles, numbers and words of time."""
    table = lexicon()
    plain = table.numbers.keys() | table.ordinals.keys() | table.amounts.keys() | table.months.keys()
    for word in words_of(text):
        letters = [c for c in word.raw if c.isalpha()]
        if (
            len(letters) >= SHORTEST_NAME
            and all(unicodedata.category(c) == "Lo" for c in letters)
            and word.folded not in plain
        ):
            yield word


def is_borne_out(word: str, known: frozenset[str]) -> bool:
    """Say whether a folded word is among those of the sources, as it is, as adjective, or behind a particle.

    >>> is_borne_out("iranian", frozenset({"iran"})), is_borne_out("iran", frozenset({"iraq"}))
    (True, False)
    """
    if word in known:
        return True
    if any(
        word.endswith(end) and len(word) - len(end) > 3 and word[: -len(end)] in known
        for end in ADJECTIVE_ENDINGS
    ):
        return True
    if any(word + end in known for end in ADJECTIVE_ENDINGS if len(word) > 3):
        return True
    bare = {_without_prefix(word)}
    return not word.isascii() and not bare.isdisjoint(_without_prefix(other) for other in known)


def _without_prefix(word: str) -> str:
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_NAME:
            return word[len(prefix) :]
    return word


def mixes_names(name: Name, runs: Sequence[tuple[str, ...]], lower_case: frozenset[str]) -> bool:
    """Say whether `name` joins words that the sources know only apart, each in another name."""
    folded = [word.folded for word in name.words]
    for first, second in pairwise(folded):
        if first in lower_case or second in lower_case:
            continue
        with_first = [run for run in runs if first in run and len(run) > 1]
        with_second = [run for run in runs if second in run and len(run) > 1]
        alone = any(run in ((first,), (second,)) for run in runs)
        if with_first and with_second and not alone and not any(first in run for run in with_second):
            return True
    return False
