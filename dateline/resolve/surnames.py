"""A surname alone stands for the one person of the ledger who has it, and for nobody where two have."""

from collections import defaultdict
from collections.abc import Mapping

from dateline.model.annotations import MentionType
from dateline.model.ledger import Verdict
from dateline.resolve.judgements import Pair, pair_of
from dateline.resolve.namings import Naming
from dateline.text.naming import Name, analyse_name
from dateline.text.naming.alignment import likeness
from dateline.text.naming.sounds import Sounds

SURELY_ALIKE = 0.75  # with the same consonants
TOLD = frozenset({MentionType.PERSON, MentionType.MISC})


def attach_surnames(
    namings: Mapping[str, Naming], head: Mapping[str, str], judged: Mapping[Pair, Verdict]
) -> dict[str, str]:
    """Return the clusters with each lone surname in that of the one person who has it."""
    names = {
        id: analyse_name(namings[id].name, MentionType.PERSON) for id in namings if namings[id].type in TOLD
    }
    bearers: dict[str, list[str]] = defaultdict(list)
    for id, name in names.items():
        if len(name.words) > 1:
            bearers[_surname(name).skeleton].append(id)
    alone = _lone_clusters(namings, head, names)
    moved: dict[str, str] = {}
    for id in sorted(alone):
        free = [other for other in _bearers(names[id], bearers, names) if not _is_barred(id, other, judged)]
        found = {head[other] for other in free}
        if len(found) == 1:
            moved.setdefault(head[id], found.pop())
    return {id: moved.get(cluster, cluster) for id, cluster in head.items()}


def _lone_clusters(
    namings: Mapping[str, Naming], head: Mapping[str, str], names: Mapping[str, Name]
) -> set[str]:
    """Return the names of one word that stand with no others, or with such only."""
    lone = {id for id, name in names.items() if len(name.words) == 1 and not name.known}
    mixed = {head[id] for id in namings if id not in lone}
    return {id for id in lone if head[id] not in mixed}


def _surname(name: Name) -> Sounds:
    word = name.words[-1]
    return word.bare or word.sounds


def _bearers(name: Name, bearers: Mapping[str, list[str]], names: Mapping[str, Name]) -> list[str]:
    surname = _surname(name)
    return [
        other
        for other in bearers.get(surname.skeleton, ())
        if surname.skeleton and likeness(surname, _surname(names[other])) >= SURELY_ALIKE
    ]


def _is_barred(one: str, other: str, judged: Mapping[Pair, Verdict]) -> bool:
    return judged.get(pair_of(one, other)) in (Verdict.NOT_SAME, Verdict.UNSURE)
