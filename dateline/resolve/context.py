"""A surname alone: the person in play in its document, else in its story, else the desk's only bearer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model.annotations import MentionType
from dateline.model.ledger import Story, Verdict
from dateline.resolve.judgements import Pair, pair_of
from dateline.resolve.namings import Naming
from dateline.text.naming import Name, analyse_name
from dateline.text.naming.alignment import likeness
from dateline.text.naming.sounds import Sounds

SURELY_ALIKE = 0.75  # with the same consonants
TOLD = frozenset({MentionType.PERSON, MentionType.MISC})
Placed = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class _Bearers:
    """Who has which surname: the namings by its consonants, and the documents in which each stands."""

    names: Mapping[str, Name]
    by_skeleton: Mapping[str, list[str]]
    documents: Mapping[str, set[str]]


def place_surnames(
    namings: Mapping[str, Naming],
    head: Mapping[str, str],
    judged: Mapping[Pair, Verdict],
    stories: Iterable[Story] = (),
) -> Placed:
    """Return the cluster of each lone surname in each document, by naming and document.

    A surname that nobody bears there, in the story or at the desk, or that two bear, is left out: it stands
    for itself.
    """
    bearers = _bearers(namings, head)
    story_of = {document: set(story.documents) for story in stories for document in story.documents}
    placed: Placed = {}
    for id in sorted(_lone(namings, head, bearers.names)):
        candidates = [
            other
            for other in _who_may_be_meant(id, bearers)
            if judged.get(pair_of(id, other)) not in (Verdict.NOT_SAME, Verdict.UNSURE)
        ]
        for document in sorted(namings[id].documents) if candidates else ():
            found = _in_play(document, story_of.get(document, set()), candidates, head, bearers)
            if found is not None:
                placed[id, document] = found
    return placed


def _in_play(
    document: str,
    story: set[str],
    candidates: list[str],
    head: Mapping[str, str],
    bearers: _Bearers,
) -> str | None:
    """Return the cluster of the one bearer in the narrowest circle that has any."""
    for circle in ({document}, story, None):
        found = {
            head[other]
            for other in candidates
            if circle is None or not circle.isdisjoint(bearers.documents[head[other]])
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _bearers(namings: Mapping[str, Naming], head: Mapping[str, str]) -> _Bearers:
    names = {
        id: analyse_name(naming.name, MentionType.PERSON)
        for id, naming in namings.items()
        if naming.kind in TOLD
    }
    by_skeleton: dict[str, list[str]] = defaultdict(list)
    documents: dict[str, set[str]] = defaultdict(set)
    for id, name in names.items():
        if len(name.words) > 1:
            by_skeleton[_surname(name).skeleton].append(id)
            documents[head[id]] |= namings[id].documents
    return _Bearers(names, by_skeleton, documents)


def _lone(namings: Mapping[str, Naming], head: Mapping[str, str], names: Mapping[str, Name]) -> set[str]:
    """Return the names of one word that stand with no others, or with such only."""
    lone = {id for id, name in names.items() if len(name.words) == 1 and not name.known}
    mixed = {head[id] for id in namings if id not in lone}
    return {id for id in lone if head[id] not in mixed}


def _surname(name: Name) -> Sounds:
    word = name.words[-1]
    return word.bare or word.sounds


def _who_may_be_meant(id: str, bearers: _Bearers) -> list[str]:
    surname = _surname(bearers.names[id])
    return [
        other
        for other in bearers.by_skeleton.get(surname.skeleton, ())
        if surname.skeleton and likeness(surname, _surname(bearers.names[other])) >= SURELY_ALIKE
    ]
