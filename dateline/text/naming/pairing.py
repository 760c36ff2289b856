"""Which word of one person's name stands for which word of another's."""

from collections.abc import Iterable
from typing import NamedTuple

from dateline.text.naming.alignment import likeness
from dateline.text.naming.analysis import Word
from dateline.text.naming.letters import INITIAL_CLASSES
from dateline.text.naming.sounds import Sounds, sounds_of

LEAST_LIKE = 0.3  # words less alike than this are not set against each other
STRONG = 0.85  # first and last words this alike are set against each other before others are tried
NICKNAME = 0.93
INITIAL = 0.75
CLEARLY_JOINED = 0.15  # by how much two words in one must be more alike than the better of them
LEAST_APART = 0.4
PLACE_COST = 0.01  # what a word loses by standing one place further off

Words = tuple[Word, ...]


class Paired(NamedTuple):
    """Words at two places of two names, and how alike they are."""

    like: float
    first: int
    second: int
    by_initial: bool


class Pairing(NamedTuple):
    """The words set against each other, after words written apart in one name only were joined."""

    first: Words
    second: Words
    paired: list[Paired]


def word_likeness(first: Word, second: Word) -> float:
    """Return how alike two words of persons' names are, from 0 to 1."""
    if first.initial or second.initial:
        return INITIAL if _same_initial(first, second) else 0.0
    like = likeness(first.sounds, second.sounds)
    if like < NICKNAME:
        if first.bare or second.bare:
            like = max(like, likeness(first.bare or first.sounds, second.bare or second.sounds))
        if first.nickname or second.nickname:
            like = max(like, _by_nickname(first, second))
    return like


def _by_nickname(first: Word, second: Word) -> float:
    """Return how alike the full forms of two given names are: Bob, Robert and Роберт."""
    if first.nickname and first.nickname == second.nickname:
        return NICKNAME
    if first.sounds.script is second.sounds.script:
        return 0.0
    return NICKNAME * likeness(_full_form(first), _full_form(second))


def _full_form(word: Word) -> Sounds:
    return sounds_of(word.nickname) if word.nickname else word.sounds


def _same_initial(first: Word, second: Word) -> bool:
    one = first.initial or first.sounds.symbols
    other = second.initial or second.sounds.symbols
    if not one or not other:
        return False
    return one[0] == other[0] or INITIAL_CLASSES.get(one[0], "?") == INITIAL_CLASSES.get(other[0], "!")


def pair_words(first: Words, second: Words) -> Pairing:
    """Set the words of two names against each other, the most alike first."""
    if len(first) > len(second):
        first = _joined(first, second)
    elif len(first) < len(second):
        second = _joined(second, first)
    paired = _strong_ends(first, second)
    smaller = min(len(first), len(second))
    if len(paired) < smaller:
        _pair_rest(first, second, paired)
        if smaller > 1 and not paired:
            return _pair_apart(first, second, paired)
    return Pairing(first, second, paired)


def _strong_ends(first: Words, second: Words) -> list[Paired]:
    paired: list[Paired] = []
    like = word_likeness(first[0], second[0])
    if like >= STRONG:
        paired.append(Paired(like, 0, 0, False))
    last, other_last = len(first) - 1, len(second) - 1
    if last and other_last:
        like = word_likeness(first[last], second[other_last])
        if like >= STRONG:
            paired.append(Paired(like, last, other_last, False))
    return paired


def _pair_rest(first: Words, second: Words, paired: list[Paired]) -> None:
    taken = {pair.first for pair in paired}
    other_taken = {pair.second for pair in paired}
    likes = []
    for at, word in enumerate(first):
        if at in taken:
            continue
        for other_at, other in enumerate(second):
            if other_at not in other_taken:
                like = word_likeness(word, other)
                if like >= LEAST_LIKE:
                    likes.append((like - PLACE_COST * abs(at - other_at), like, at, other_at))
    likes.sort(reverse=True)
    for _, like, at, other_at in likes:
        if at not in taken and other_at not in other_taken:
            taken.add(at)
            other_taken.add(other_at)
            paired.append(Paired(like, at, other_at, bool(first[at].initial or second[other_at].initial)))


def _pair_apart(first: Words, second: Words, paired: list[Paired]) -> Pairing:
    """Try words joined on either side where nothing is alike: "Gol Pasand" for "Golpasand"."""
    joined, other_joined = _joined(first, second), _joined(second, first)
    if len(joined) == len(first) and len(other_joined) == len(second):
        return Pairing(first, second, paired)
    if len(joined) < len(first):
        return pair_words(joined, second)
    return pair_words(first, other_joined)


def _joined(longer: Words, shorter: Words) -> Words:
    """Join two neighbours that are one word in the other name: "Ali Reza" for "Alireza"."""
    for at in range(len(longer) - 1):
        one, two = longer[at], longer[at + 1]
        if not one.initial and not two.initial and _are_one_word(one, two, shorter):
            word = Word(one.text + two.text, sounds_of(one.text + two.text))
            return _joined((*longer[:at], word, *longer[at + 2 :]), shorter)
    return longer


def _are_one_word(one: Word, two: Word, words: Iterable[Word]) -> bool:
    mask = one.sounds.mask | two.sounds.mask
    for word in words:
        if word.initial or (word.sounds.mask ^ mask).bit_count() > 1:
            continue
        joined = sounds_of(one.text + two.text)
        apart = max(likeness(one.sounds, word.sounds), likeness(two.sounds, word.sounds), LEAST_APART)
        if likeness(joined, word.sounds) > apart + CLEARLY_JOINED:
            return True
    return False
