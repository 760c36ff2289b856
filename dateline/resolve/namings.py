"""A spelling with the documents that have it, and which spellings are compared with which."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dateline.model.annotations import MentionType
from dateline.text.naming import Name, analyse_name

# One word is an alias of many people: "Qaemi" joins nobody across documents, "Farid Qaemi" does.
MIN_PERSON_WORDS = 2
PLACES = frozenset({MentionType.GPE, MentionType.LOC, MentionType.FAC})
POOLED = {
    MentionType.ORG: frozenset({MentionType.ORG}),
    MentionType.GPE: PLACES,
    MentionType.NORP: frozenset({MentionType.NORP}),
}


@dataclass(slots=True)
class Naming:
    """One spelling in all documents that have it, folded alike: what judgements are about.

    `type` is as read; `kind` is what the name is taken for, other namings and what is known considered.
    `spellings` has the documents of each form of the name, `aliases` those of each other name that a
    document gives the same one.
    """

    id: str
    type: MentionType
    kind: MentionType
    spellings: dict[str, set[str]] = field(default_factory=dict)
    aliases: dict[str, set[str]] = field(default_factory=dict)

    @property
    def documents(self) -> set[str]:
        """The documents that have the name."""
        return set().union(*self.spellings.values())

    @property
    def name(self) -> str:
        """The spelling that most documents have, the longest of those."""
        return min(self.spellings, key=lambda form: (-len(self.spellings[form]), -len(form), form))

    def within(self, documents: set[str]) -> "Naming":
        """Return the naming as it stands in some of its documents."""
        return replace(
            self, spellings=_within(self.spellings, documents), aliases=_within(self.aliases, documents)
        )


def _within(forms: dict[str, set[str]], documents: set[str]) -> dict[str, set[str]]:
    kept = {form: found & documents for form, found in forms.items()}
    return {form: found for form, found in kept.items() if found}


def analyse(name: str, type: MentionType) -> Name:
    """Take a name of a document apart; MISC says nothing of what it names."""
    return analyse_name(name, None if type is MentionType.MISC else type)


def may_be_one(first: MentionType, second: MentionType) -> bool:
    """Say whether names of two types may name one thing: the same, two sorts of place, or one not told."""
    return first is second or MentionType.MISC in (first, second) or {first, second} <= PLACES


def is_telling(type: MentionType, name: str) -> bool:
    """Say whether a name tells whom it names beyond its document."""
    return analyse(name, type).kind is not MentionType.PERSON or word_count(name) >= MIN_PERSON_WORDS


def word_count(name: str) -> int:
    """Return how many words of a person's name tell, titles and particles left out."""
    return len(analyse_name(name, MentionType.PERSON).words)


def pools(namings: Iterable[Naming]) -> Iterator[tuple[MentionType, list[Naming]]]:
    """Yield the namings that are compared with one another, and the type by which they are taken apart.

    Names without a type stand with persons where they look like one of at least two words, and with
    things where they do not; a single word without a type may be a place.
    """
    namings = sorted(namings, key=lambda naming: naming.id)
    persons = [
        naming for naming in namings if _is_person(naming) and word_count(naming.name) >= MIN_PERSON_WORDS
    ]
    yield MentionType.PERSON, persons
    untold = [
        naming
        for naming in namings
        if naming.kind is MentionType.MISC
        and (not _is_person(naming) or word_count(naming.name) < MIN_PERSON_WORDS)
    ]
    for type, kinds in POOLED.items():
        yield type, [naming for naming in namings if naming.kind in kinds] + untold


def _is_person(naming: Naming) -> bool:
    return analyse(naming.name, naming.kind).kind is MentionType.PERSON


def settle_kinds(namings: Iterable[Naming]) -> Iterator[tuple[str, str]]:
    """Give namings of one folded name the kind that most documents have; yield those that are one by that.

    Places are one, whatever sort of place, and so is what other documents take for something else. Another
    type is a slip too where half as many documents or fewer have it; else the two stay apart.
    """
    by_key: dict[str, list[Naming]] = {}
    for naming in namings:
        by_key.setdefault(analyse_name(naming.name, MentionType.ORG).key, []).append(naming)
    for group in by_key.values():
        if len(group) > 1:
            yield from _settled(group)


def _settled(group: list[Naming]) -> Iterator[tuple[str, str]]:
    weight = {naming.id: len(naming.documents) for naming in group}
    places = [naming for naming in group if naming.kind in PLACES]
    whole = sum(weight[naming.id] for naming in places)
    main = max(group, key=lambda naming: (weight[naming.id], naming.id))
    most = weight[main.id]
    if places and whole >= most:
        main, most = max(places, key=lambda naming: (weight[naming.id], naming.id)), whole
    for naming in group:
        is_place_too = main.kind in PLACES and (
            naming.kind in PLACES or naming.documents.isdisjoint(main.documents)
        )
        if naming is not main and (is_place_too or 2 * weight[naming.id] <= most):
            naming.kind = main.kind
            yield main.id, naming.id
