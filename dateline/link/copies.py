"""Copies: documents whose words stand in another, found through the runs of words that they share.

Reference: Broder 1997, On the resemblance and containment of documents; a sample of the shingles by hash
stands for all of them when candidates are looked for, the overlap itself is counted on all words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from dateline.link.times import reading_order
from dateline.model.documents import Document
from dateline.model.ledger import Copy
from dateline.text.fold import folded_words

SHINGLE_WORDS = 4
SAMPLED_EVERY = 4  # one shingle of so many is looked up
MIN_SAMPLED_SHARE = 0.2  # candidates share at least this much of the shorter one's sample
MIN_OVERLAP = 0.5  # set by hand, not measured: half of the words of a copy are another's
MAX_HOLDERS = 200  # a run of words in more documents than this is boilerplate


@dataclass(frozen=True, slots=True)
class _Shingled:
    document: Document
    words: int
    places: dict[int, list[int]]  # where each shingle stands, by its hash


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Return at most one copy for each document, its original the first of those it was taken from."""
    shingled = [_shingle(document) for document in sorted(documents, key=reading_order)]
    near = [pair for pair in _candidates(shingled) if _overlap(*_shorter_first(*pair)) >= MIN_OVERLAP]
    rank = _ranks(shingled, near)
    originals: dict[str, list[_Shingled]] = defaultdict(list)
    copies = {one.document.id: one for pair in near for one in pair}
    for one, other in near:
        original, copy = sorted((one, other), key=lambda member: rank[member.document.id])
        originals[copy.document.id].append(original)
    found = (
        _copy(copies[id], min(candidates, key=lambda member: rank[member.document.id]))
        for id, candidates in originals.items()
    )
    return tuple(sorted(found, key=lambda copy: rank[copy.document]))


def _shingle(document: Document) -> _Shingled:
    words = folded_words(document.text)
    places: dict[int, list[int]] = defaultdict(list)
    for start in range(len(words) - SHINGLE_WORDS + 1):
        places[crc32(" ".join(words[start : start + SHINGLE_WORDS]).encode())].append(start)
    return _Shingled(document, len(words), dict(places))


def _candidates(shingled: Sequence[_Shingled]) -> Iterator[tuple[_Shingled, _Shingled]]:
    """Give the pairs whose samples share enough, each once."""
    holders: dict[int, list[int]] = defaultdict(list)
    samples = [[shingle for shingle in one.places if shingle % SAMPLED_EVERY == 0] for one in shingled]
    for index, sample in enumerate(samples):
        shared = Counter(
            other for shingle in sample if len(holders[shingle]) <= MAX_HOLDERS for other in holders[shingle]
        )
        for shingle in sample:
            holders[shingle].append(index)
        for other, count in sorted(shared.items()):
            if count >= MIN_SAMPLED_SHARE * min(len(sample), len(samples[other])):
                yield shingled[other], shingled[index]


def _shorter_first(one: _Shingled, other: _Shingled) -> tuple[_Shingled, _Shingled]:
    return (one, other) if one.words <= other.words else (other, one)


def _overlap(copy: _Shingled, original: _Shingled) -> float:
    """Return the share of the words of `copy` that stand in runs of `original`."""
    covered = {
        start + step
        for shingle, starts in copy.places.items()
        if shingle in original.places
        for start in starts
        for step in range(SHINGLE_WORDS)
    }
    return len(covered) / copy.words if copy.words else 0.0


def _ranks(
    shingled: Sequence[_Shingled], near: Sequence[tuple[_Shingled, _Shingled]]
) -> dict[str, tuple[bool, int]]:
    """Order documents by origin: those that a near copy credits come first, then who printed first."""
    credited = {
        other.document.id
        for pair in near
        for one, other in (pair, pair[::-1])
        if credits(one.document, other.document) and not credits(other.document, one.document)
    }
    return {one.document.id: (one.document.id not in credited, place) for place, one in enumerate(shingled)}


def credits(document: Document, other: Document) -> bool:
    """Say whether `document` credits the outlet of `other` with writing it."""
    if document.source is None or other.outlet is None or document.outlet == other.outlet:
        return False
    return set(folded_words(other.outlet)) <= set(folded_words(document.source))


def _copy(copy: _Shingled, original: _Shingled) -> Copy:
    return Copy(copy.document.id, original.document.id, round(_overlap(copy, original), 4))
