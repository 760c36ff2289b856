"""Which namings are likely one: by what is known, by their letters, and by how alike they are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, pairwise

from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.model.ledger import Verdict
from dateline.resolve.blocking import candidate_pairs
from dateline.resolve.clusters import Scored
from dateline.resolve.judgements import Pair, naming_id, pair_of
from dateline.resolve.namings import (
    PLACES,
    Naming,
    analyse,
    is_telling,
    may_be_one,
    pools,
    word_count,
)
from dateline.resolve.recognition import Recognition
from dateline.text.naming import match_names, score_names

LEAST_SAME = 0.8  # names are joined without being asked from here on: benchmarks/names.py, precision .99
APART = 0.25  # names this unlike keep their clusters apart
LEAST_JUDGED = 0.3  # pairs less likely are not worth a judgement
KNOWN_ONE, ONE_IN_LETTERS, ONE_PLACE = 0.99, 0.95, 0.9
MOST_SPELLINGS = 30  # of one place that are compared
PAIRS_KEPT = 1 << 18  # whose likeness is remembered: some 30 MB

LONE_KINDS = frozenset({MentionType.PERSON, MentionType.MISC})


def recognise(
    namings: Mapping[str, Naming], known: Recognition, judged: Mapping[Pair, Verdict]
) -> dict[str, KnownEntity]:
    """Return which namings name known entities, and take each for what is known of its kind.

    What was judged not to be that one is not.
    """
    found: dict[str, KnownEntity] = {}
    for naming in namings.values():
        entity = known.find(naming.name, naming.type)
        if entity is None or judged.get(pair_of(naming.id, entity.id)) is Verdict.NOT_SAME:
            continue
        found[naming.id] = entity
        naming.kind = naming.kind if entity.type is MentionType.MISC else entity.type
    return found


@lru_cache(maxsize=PAIRS_KEPT)
def _score(one: str, other: str, kind: MentionType) -> float:
    """Return how likely two names are one: asked once to judge by rule, once to join, and by the next run."""
    return score_names(analyse(one, kind), analyse(other, kind))


class Likenesses:
    """The namings of a ledger, and how likely each two that may be one are.

    `known` has the known entities that namings name, `slips` the pairs that are one in letters.
    """

    def __init__(
        self,
        namings: Mapping[str, Naming],
        known: Mapping[str, KnownEntity],
        slips: Iterable[Pair] = (),
    ) -> None:
        self._namings, self._known, self._slips = namings, known, sorted(slips)

    def known_of(self, id: str) -> KnownEntity | None:
        """Return the known entity that a naming names."""
        return self._known.get(id)

    def pairs(self) -> Iterator[Scored]:
        """Yield the likely pairs with the probability that both name one."""
        yield from self._by_known()
        for one, other in self._slips:
            yield ONE_IN_LETTERS, one, other
        yield from self.by_names()

    def why(self, one: str, other: str) -> str:
        """Return what speaks for and against two namings being one, in words."""
        first, second = self._namings[one], self._namings[other]
        return match_names(first.name, second.name, self._compared_as(first, second)).explanation

    def are_apart(self, one: str, other: str) -> bool:
        """Say whether two namings are too unlike to stand in one cluster."""
        if one in self._known and other in self._known:
            return not self._is_known_one(one, other)
        first, second = self._namings[one], self._namings[other]
        if not may_be_one(first.kind, second.kind):
            return True
        kind = second.kind if first.kind is MentionType.MISC else first.kind
        return score_names(analyse(first.name, kind), analyse(second.name, kind)) <= APART

    def by_alias(self) -> Iterator[Scored]:
        """Yield the namings of which a document gives one as another name of the other."""
        for naming in self._namings.values():
            for alias in sorted(naming.aliases):
                other = naming_id(naming.type, alias)
                if other in self._namings and other != naming.id and is_telling(naming.kind, alias):
                    yield 1.0, naming.id, other

    def lone_known(
        self, head: Mapping[str, str], placed: Mapping[tuple[str, str], str]
    ) -> dict[tuple[str, str], str]:
        """Return the clusters of known surnames that no document, story or other bearer gave a person."""
        clusters: dict[str, str] = {}
        for id, entity in self._known.items():
            if not self._is_lone(id):
                clusters.setdefault(entity.id, head[id])
        made: dict[tuple[str, str], str] = {}
        for id, entity in self._known.items():
            if self._is_lone(id):
                cluster = clusters.setdefault(entity.id, head[id])
                missing = (document for document in self._namings[id].documents)
                made |= {(id, document): cluster for document in missing if (id, document) not in placed}
        return made

    def _is_known_one(self, one: str, other: str) -> bool:
        first, second = self._known.get(one), self._known.get(other)
        return first is not None and second is not None and first.id == second.id

    def _is_lone(self, id: str) -> bool:
        naming = self._namings[id]
        return naming.kind in LONE_KINDS and word_count(naming.name) < 2

    def _compared_as(self, first: Naming, second: Naming) -> MentionType:
        kind = second.kind if first.kind is MentionType.MISC else first.kind
        return analyse(first.name, kind).kind

    def _by_known(self) -> Iterator[Scored]:
        """Yield the namings of each known entity with the first of them, and with the one before."""
        members: dict[str, list[str]] = {}
        for id, entity in self._known.items():
            if not self._is_lone(id):
                members.setdefault(entity.id, []).append(id)
        for own in members.values():
            yield from ((KNOWN_ONE, one, other) for one, other in pairwise(own))
            yield from ((KNOWN_ONE, own[0], other) for other in own[2:])

    def by_place(self, geonames: Mapping[str, Counter[int]]) -> Iterator[Scored]:
        """Yield namings that were found to be one place of the gazetteer and are somewhat alike."""
        found: dict[int, list[str]] = {}
        for id, counted in sorted(geonames.items()):
            if self._namings[id].kind in PLACES:
                found.setdefault(min(counted, key=lambda place: (-counted[place], place)), []).append(id)
        for own in found.values():
            for one, other in combinations(own[:MOST_SPELLINGS], 2):
                names = (analyse(self._namings[id].name, MentionType.GPE) for id in (one, other))
                if score_names(*names) > APART:
                    yield ONE_PLACE, one, other

    def by_names(self) -> Iterator[Scored]:
        """Yield the pairs that are likely by how alike the names are."""
        for kind, some in pools(self._namings.values()):
            names = [analyse(naming.name, kind) for naming in some]
            for one, other in candidate_pairs(names):
                if may_be_one(some[one].kind, some[other].kind):
                    score = _score(some[one].name, some[other].name, kind)
                    if score >= LEAST_JUDGED:
                        yield score, some[one].id, some[other].id
