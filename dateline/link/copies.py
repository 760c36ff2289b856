"""Copies: documents whose words stand in another, found through the runs of words that they share.

Reference: Broder 1997, On the resemblance and containment of documents; a sample of the shingles by hash
stands for all of them when candidates are looked for, the overlap itself is counted on all words.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.link.keeping import Reader, Writer
from dateline.link.times import printed_at, reading_order
from dateline.model.documents import Document
from dateline.model.ledger import Copy
from dateline.text.fold import folded_words

SHINGLE_WORDS = 4
SAMPLED_EVERY = 8  # one shingle of so many is looked up: 50 of an article of 400 words
SHORT = 100  # of texts of fewer words all shingles are looked up
MIN_SAMPLED_SHARE = 0.1  # candidates share at least this much of the shorter one's sample
MIN_OVERLAP = 0.5  # set by hand, not measured: half of the words of a copy are another's
MAX_HOLDERS = 200  # a run of words in more documents than this is boilerplate
MIXER = np.uint32(2654435761)  # any large odd number: spreads the hashes of words over their runs
HORIZON = timedelta(days=14)  # what is printed again later is not looked for

Shingles = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Print:
    """What is remembered of a document beside its words: who printed it, and whom it credits."""

    id: str
    outlet: str | None
    source: str | None

    def dump(self, writer: Writer) -> None:
        """Write it."""
        writer.text(self.id)
        writer.text(self.outlet)
        writer.text(self.source)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        return cls(reader.text(), reader.find_text(), reader.find_text())


@dataclass(frozen=True, slots=True)
class Match:
    """Two documents, and the share of each one's words that stand in the other."""

    earlier: Print
    later: Print
    of_earlier: float
    of_later: float

    def dump(self, writer: Writer) -> None:
        """Write it."""
        self.earlier.dump(writer)
        self.later.dump(writer)
        writer.weight(self.of_earlier)
        writer.weight(self.of_later)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        return cls(Print.load(reader), Print.load(reader), reader.weight(), reader.weight())


@dataclass(frozen=True, slots=True)
class _Shingled:
    document: Print
    moment: datetime
    words: int
    shingles: Shingles  # one for each word but the last ones, in the order of the text
    sample: Shingles  # those by which it is looked for

    def dump(self, writer: Writer) -> None:
        """Write it."""
        self.document.dump(writer)
        writer.moment(self.moment)
        writer.number(self.words)
        writer.numbers(self.shingles.tolist())

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote."""
        document, moment, words = Print.load(reader), reader.moment(), reader.number()
        shingles = np.array(reader.numbers(), np.uint32)
        return cls(document, moment, words, shingles, _sample(shingles, words))


class CopyFinder:
    """Finds copies among documents as they come, in order of time; what is too long ago is forgotten."""

    def __init__(self) -> None:
        self._known: dict[int, _Shingled] = {}
        self._holders: dict[int, tuple[int, ...]] = {}  # mostly of one: a list would be twice as large
        self._count = 0

    def dump(self, writer: Writer) -> None:
        """Write what is remembered."""
        writer.numbers((self._count, len(self._known)))
        for one in self._known.values():
            one.dump(writer)

    @classmethod
    def load(cls, reader: Reader) -> Self:
        """Read what `dump` wrote: the latest documents, without a gap."""
        finder, (count, known) = cls(), reader.numbers()
        finder._count = count - known
        for _ in range(known):
            finder._remember(_Shingled.load(reader))
        return finder

    def add(self, document: Document, words: Sequence[str]) -> list[Match]:
        """Return the matches of a document, given its folded words, with those before it."""
        one = _shingled(document, words)
        self._forget(one.moment - HORIZON)
        matches = [_match(self._known[number], one) for number in self._candidates(one.sample)]
        self._remember(one)
        return [match for match in matches if max(match.of_earlier, match.of_later) >= MIN_OVERLAP]

    def _remember(self, one: _Shingled) -> None:
        for shingle in one.sample.tolist():
            self._holders[shingle] = (*self._holders.get(shingle, ())[1 - MAX_HOLDERS :], self._count)
        self._known[self._count] = one
        self._count += 1

    def _forget(self, before: datetime) -> None:
        """Drop the oldest ones as far as they are from before a moment."""
        while self._known:
            number = next(iter(self._known))
            if self._known[number].moment >= before:
                return
            for shingle in self._known.pop(number).sample.tolist():
                self._let_go(shingle, number)

    def _let_go(self, shingle: int, number: int) -> None:
        holders = tuple(holder for holder in self._holders[shingle] if holder != number)
        if holders:
            self._holders[shingle] = holders
        else:
            del self._holders[shingle]

    def _candidates(self, sample: Shingles) -> Iterator[int]:
        shared = Counter(number for shingle in sample.tolist() for number in self._holders.get(shingle, ()))
        for number, count in sorted(shared.items()):
            if count >= MIN_SAMPLED_SHARE * min(sample.size, self._known[number].sample.size):
                yield number


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Return at most one copy for each document, its original the first of those it was taken from."""
    finder, ordered = CopyFinder(), sorted(documents, key=reading_order)
    matches = [match for each in ordered for match in finder.add(each, folded_words(each.text))]
    return direct_copies([each.id for each in ordered], matches)


def direct_copies(ordered: Sequence[str], matches: Sequence[Match]) -> tuple[Copy, ...]:
    """Return which documents copy which, given all matches of documents in their reading order, by id."""
    rank = _ranks(ordered, matches)
    found: dict[str, Copy] = {}
    for match in matches:
        copy = _directed(match, rank)
        if copy.overlap < MIN_OVERLAP:  # a text of its own that has another inside
            continue
        known = found.get(copy.document)
        if known is None or rank[copy.original] < rank[known.original]:
            found[copy.document] = copy
    return tuple(sorted(found.values(), key=lambda copy: rank[copy.document]))


def _shingled(document: Document, words: Sequence[str]) -> _Shingled:
    """Return a document by the runs of its words; it is remembered for two weeks without its text."""
    printed, shingles = Print(document.id, document.outlet, document.source), _shingles(words)
    return _Shingled(printed, printed_at(document), len(words), shingles, _sample(shingles, len(words)))


def _sample(shingles: Shingles, words: int) -> Shingles:
    return np.unique(shingles[shingles % SAMPLED_EVERY == 0] if words >= SHORT else shingles)


def _shingles(words: Sequence[str]) -> Shingles:
    """Return a hash for each run of words, in the order of the text."""
    hashes = np.fromiter((crc32(word.encode()) for word in words), np.uint32, len(words))
    runs = max(0, len(words) - SHINGLE_WORDS + 1)
    mixed = np.zeros(runs, np.uint32)
    for place in range(SHINGLE_WORDS):
        mixed = mixed * MIXER + hashes[place : place + runs]
    return mixed


def _match(earlier: _Shingled, later: _Shingled) -> Match:
    return Match(earlier.document, later.document, _share(earlier, later), _share(later, earlier))


def _share(one: _Shingled, other: _Shingled) -> float:
    """Return the share of the words of `one` that stand in runs of `other`."""
    starts = np.flatnonzero(np.isin(one.shingles, other.shingles))
    if not starts.size:
        return 0.0
    return (SHINGLE_WORDS + int(np.minimum(np.diff(starts), SHINGLE_WORDS).sum())) / one.words


def _ranks(ordered: Sequence[str], matches: Sequence[Match]) -> dict[str, tuple[bool, int]]:
    """Order documents by origin: those that a copy credits come first, then who printed first."""
    credited = {
        other.id
        for match in matches
        for one, other in ((match.earlier, match.later), (match.later, match.earlier))
        if credits(one, other) and not credits(other, one)
    }
    return {id: (id not in credited, place) for place, id in enumerate(ordered)}


def credits(document: Print, other: Print) -> bool:
    """Say whether `document` credits the outlet of `other` with writing it."""
    if document.source is None or other.outlet is None or document.outlet == other.outlet:
        return False
    return set(folded_words(other.outlet)) <= set(folded_words(document.source))


def _directed(match: Match, rank: Mapping[str, tuple[bool, int]]) -> Copy:
    if rank[match.earlier.id] <= rank[match.later.id]:
        return Copy(match.later.id, match.earlier.id, round(match.of_later, 4))
    return Copy(match.earlier.id, match.later.id, round(match.of_earlier, 4))
