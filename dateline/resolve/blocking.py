"""Which names are worth comparing: those that share a key. A million names need no million squared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline.model.annotations import MentionType
from dateline.text.naming import Name

PREFIX = 2  # consonant classes of a word in a person's key: spellings part later in the word
MOST_WORDS = 4
LARGEST_BLOCK = 400  # a key of more names tells nothing: they have others


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
    telling = [word.bare or word.sounds for word in name.words if word.initial is None]
    beginnings = sorted({sounds.skeleton[:PREFIX] for sounds in telling[:MOST_WORDS]})
    for at, one in enumerate(beginnings):
        yield from (f"{one}+{other}" for other in beginnings[at + 1 :])
    if len(telling) > 1 and len(beginnings) == 1:
        yield f"{beginnings[0]}+{beginnings[0]}"


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
