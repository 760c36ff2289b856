"""How far the names of two organisations or places agree, word by word and translation by translation."""

from dataclasses import dataclass

from dateline.text.naming.alignment import likeness
from dateline.text.naming.analysis import Name, Word
from dateline.text.naming.lexicon import lexicon
from dateline.text.naming.persons import ABJADS

TRANSLATED = 1.0
SOFT_WEIGHT = 0.25  # words that a name may go with or without: movement, group, agency
HARD_WEIGHT = 0.9  # words that make it another thing: ministry, club, embassy
NATION_WEIGHT = 0.5
PLAIN_WEIGHT = 1.0
UNWRITTEN, EACH_CONSONANT = 0.5, 0.05  # what equal consonants are worth where vowels go unwritten
FEWEST_CONSONANTS = 2
LEAST_LIKE = 0.45


@dataclass(frozen=True, slots=True)
class Agreement:
    """The share of each name's weight that the other bears out, and what is left on each side."""

    first: float
    second: float
    pairs: tuple[tuple[Word, Word, float], ...]
    first_left: tuple[Word, ...]
    second_left: tuple[Word, ...]


def agree(first: Name, second: Name) -> Agreement:
    """Set the words of two names against each other, translations first."""
    likes = sorted(
        (
            (_likeness(word, other), -abs(at - other_at), at, other_at)
            for at, word in enumerate(first.words)
            for other_at, other in enumerate(second.words)
        ),
        reverse=True,
    )
    used: dict[int, float] = {}
    other_used: dict[int, float] = {}
    pairs = []
    for like, _, at, other_at in likes:
        if like >= LEAST_LIKE and at not in used and other_at not in other_used:
            used[at] = other_used[other_at] = like
            pairs.append((first.words[at], second.words[other_at], like))
    return Agreement(
        _share(first.words, used),
        _share(second.words, other_used),
        tuple(pairs),
        tuple(word for at, word in enumerate(first.words) if at not in used),
        tuple(word for at, word in enumerate(second.words) if at not in other_used),
    )


def is_soft(word: Word) -> bool:
    """Say whether a name may go with or without the word."""
    return word.concept in lexicon().soft


def are_rivals(left: tuple[Word, ...], other_left: tuple[Word, ...]) -> bool:
    """Say whether each of two names has a qualifier of its own: the Popular Front, the Democratic Front."""
    qualifiers = lexicon().qualifiers
    return any(word.concept in qualifiers for word in left) and any(
        word.concept in qualifiers for word in other_left
    )


def left_cost(word: Word) -> float:
    """Return the log-odds that a word of one name only takes away."""
    terms = lexicon()
    if word.concept in terms.soft:
        return 0.0
    if word.concept in terms.nations:
        return 0.6
    return 3.2 if word.concept in terms.things else 1.2


def _likeness(word: Word, other: Word) -> float:
    if word.concept and word.concept == other.concept:
        return TRANSLATED
    if word.concept and other.concept:
        return 0.0
    like = likeness(word.sounds, other.sounds)
    if word.bare or other.bare:
        like = max(like, likeness(word.bare or word.sounds, other.bare or other.sounds))
    return max(like, _by_consonants(word, other))


def _by_consonants(word: Word, other: Word) -> float:
    """Return what equal consonants are worth where one script leaves vowels out: Nubul, نبل."""
    one, two = word.bare or word.sounds, other.bare or other.sounds
    if (one.script in ABJADS) is (two.script in ABJADS) or one.skeleton != two.skeleton:
        return 0.0
    consonants = len(one.skeleton)
    return UNWRITTEN + EACH_CONSONANT * min(consonants, 4) if consonants >= FEWEST_CONSONANTS else 0.0


def _weight(word: Word) -> float:
    if word.concept is None:
        return PLAIN_WEIGHT
    if word.concept in lexicon().nations:
        return NATION_WEIGHT
    return SOFT_WEIGHT if is_soft(word) else HARD_WEIGHT


def _share(words: tuple[Word, ...], used: dict[int, float]) -> float:
    total = sum(map(_weight, words))
    return sum(_weight(words[at]) * like for at, like in used.items()) / total if total else 0.0


def is_acronym_of(acronym: str | None, name: Name) -> bool:
    """Say whether `acronym` is made of the first letters of the words of `name`."""
    if acronym is None or len(name.words) < 2:
        return False
    initials = "".join(word.text[0] for word in name.words)
    return acronym.casefold() == initials or acronym.casefold() == "".join(
        word[0] for word in name.text.casefold().split()
    )
