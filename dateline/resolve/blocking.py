"""Which names are worth comparing: those that share a key. A million names need no million squared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

from dateline.model.annotations import MentionType
from dateline.text.naming import Name
from dateline.text.naming.letters import SKELETON_CLASSES

PREFIX = 3  # consonant classes of a word in a person's key: spellings part later in the word
MOST_WORDS = 4
LARGEST_BLOCK = 400  # a key of more names tells nothing: they have others


# Dentals and sibilants are one: ظ is dh, z or d. V and w are none: waw is as often a vowel.
# J is one with g, as in George and جورج.
_WIDER = {"D": "T", "S": "T", "X": "T"}
_CLASSES = {
    **{symbol: _WIDER.get(letter, letter) for symbol, letter in SKELETON_CLASSES.items()},
    **dict.fromkeys("vVwв", ""),
    **dict.fromkeys("jJج", "K"),
}
_GUTTURALS = {"х": ("K", ""), "ח": ("K", ""), "C": ("T", "K")}  # kh or h; ch as in Charles or in Chatami
_DOUBLED = re.compile(r"(.)\1+")


def blocking_keys(name: Name) -> frozenset[str]:
    """Return the keys of a name; names that may be one have at least one in common."""
    kind = "PERSON" if name.kind is MentionType.PERSON else "thing"
    keys = {f"{kind} = {name.key}", *(f"{kind} known {known}" for known in name.known)}
    if name.acronym:
        keys.add(f"{kind} acronym {name.acronym.casefold()}")
    beginnings = "".join(word.text[0] for word in name.words)
    if kind == "thing" and len(name.words) > 1:
        keys.add(f"{kind} acronym {beginnings}")
    keys.update(f"{kind} {key}" for key in (_person_keys(name) if kind == "PERSON" else _thing_keys(name)))
    return frozenset(keys)


def _person_keys(name: Name) -> Iterator[str]:
    """Yield the beginnings of the consonants of each two words; one word alone tells nobody apart."""
    telling = [(word.bare or word.sounds).symbols for word in name.words if word.initial is None][:MOST_WORDS]
    joined = [one + two for one, two in pairwise(telling)] if len(telling) > 2 else []
    found = [beginnings(symbols) for symbols in (*telling, *joined)]
    for one, other in combinations(found, 2):
        for first, second in product(one, other):
            yield "+".join(sorted((first, second)))


def beginnings(symbols: str) -> list[str]:
    """Return the first consonants of a word in classes so wide that few spellings part, in each reading."""
    readings = {symbol: _GUTTURALS[symbol] for symbol in symbols if symbol in _GUTTURALS}
    found = []
    for chosen in product(*readings.values()):
        classes = _CLASSES | dict(zip(readings, chosen, strict=True)) if readings else _CLASSES
        letters = "".join([classes.get(symbol, "") for symbol in symbols])
        found.append(_DOUBLED.sub(r"\1", letters)[:PREFIX])
    return found


def _thing_keys(name: Name) -> Iterator[str]:
    """Yield the consonants of each word that no language has a translation of, else the translations."""
    plain = [word.bare or word.sounds for word in name.words if word.concept is None]
    yield from (f"sounds {sounds.skeleton}" for sounds in plain if sounds.skeleton)
    concepts = sorted({word.concept for word in name.words if word.concept})
    if len(concepts) > 1 or not plain:
        yield "words " + " ".join(concepts)


def candidate_pairs(names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield the places of each two names that share a key, once, in order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        for key in blocking_keys(name):
            blocks[key].append(at)
    yield from sorted(_pairs_within(blocks.values()))


def _pairs_within(blocks: Iterable[list[int]]) -> set[tuple[int, int]]:
    return {
        (one, other)
        for block in blocks
        if len(block) <= LARGEST_BLOCK
        for at, one in enumerate(block)
        for other in block[at + 1 :]
    }
