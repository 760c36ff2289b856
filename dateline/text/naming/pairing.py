"""Which word of one person's name stands for which word of another's."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.text.naming.alignment import likeness
from dateline.text.naming.analysis import Word
from dateline.text.naming.letters import SKELETON_CLASSES
from dateline.text.naming.sounds import sounds_of

LEAST_LIKE = 0.3  # words less alike than this are not set against each other
NICKNAME = 0.93
INITIAL = 0.75
CLEARLY_JOINED = 0.15  # by how much two words in one must be more alike than the better of them


@dataclass(frozen=True, slots=True)
class Paired:
    """Words at two places of two names, and how alike they are."""

    first: int
    second: int
    like: float
    by_initial: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """The words set against each other, after words written apart in one name only were joined."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]
    paired: tuple[Paired, ...]


def word_likeness(first: Word, second: Word) -> float:
    """Return how alike two words of persons' names are, from 0 to 1."""
    if first.initial or second.initial:
        return INITIAL if _same_initial(first, second) else 0.0
    like = likeness(first.sounds, second.sounds)
    if like < NICKNAME:
        if first.nickname and first.nickname == second.nickname:
            return NICKNAME
        if first.bare or second.bare:
            like = max(like, likeness(first.bare or first.sounds, second.bare or second.sounds))
    return like


def _same_initial(first: Word, second: Word) -> bool:
    if first.initial and second.initial:
        return _starts_alike(first.initial, second.initial)
    if first.initial:
        return _starts_alike(first.initial, second.sounds.symbols)
    return _starts_alike(first.sounds.symbols, second.initial or "")


def _starts_alike(first: str, second: str) -> bool:
    if not first or not second:
        return False
    return first[0] == second[0] or SKELETON_CLASSES.get(first[0], "") == SKELETON_CLASSES.get(second[0], "")


def pair_words(first: tuple[Word, ...], second: tuple[Word, ...]) -> Pairing:
    """Set the words of two names against each other, the most alike first."""
    if len(first) != len(second):
        if len(first) > len(second):
            first = _joined(first, second)
        else:
            second = _joined(second, first)
    likes = []
    for at, word in enumerate(first):
        for other_at, other in enumerate(second):
            like = word_likeness(word, other)
            if like >= LEAST_LIKE:
                likes.append((like - 0.01 * abs(at - other_at), like, at, other_at))
    likes.sort(reverse=True)
    return Pairing(first, second, _greedy(first, second, likes))


def _greedy(
    first: Sequence[Word], second: Sequence[Word], likes: Sequence[tuple[float, float, int, int]]
) -> tuple[Paired, ...]:
    paired: list[Paired] = []
    used, other_used = 0, 0
    for _, like, at, other_at in likes:
        if not (used >> at & 1 or other_used >> other_at & 1):
            used |= 1 << at
            other_used |= 1 << other_at
            by_initial = bool(first[at].initial or second[other_at].initial)
            paired.append(Paired(at, other_at, like, by_initial))
    return tuple(paired)


def _joined(longer: tuple[Word, ...], shorter: tuple[Word, ...]) -> tuple[Word, ...]:
    """Join two neighbours that are one word in the other name: "Ali Reza" for "Alireza"."""
    for at in range(len(longer) - 1):
        one, two = longer[at], longer[at + 1]
        if one.initial or two.initial:
            continue
        joined = Word(one.text + two.text, sounds_of(one.text + two.text))
        for word in shorter:
            if word.initial or len(word.sounds.symbols) < len(one.sounds.symbols) + 2:
                continue
            apart = max(word_likeness(one, word), word_likeness(two, word))
            if word_likeness(joined, word) > max(apart, 0.6) + CLEARLY_JOINED:
                return _joined((*longer[:at], joined, *longer[at + 2 :]), shorter)
    return longer
