"""A spelling with the documents that have it, and which spellings are compared with which."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.model.annotations import MentionType
from dateline.text.naming import Name, analyse_name

# One word is an alias of many people: "Qaemi" joins nobody across documents, "Farid Qaemi" does.
MIN_PERSON_WORDS = 2


@dataclass(slots=True)
class Naming:
    """One spelling in all documents that have it, folded alike: what judgements are about."""

    id: str
    type: MentionType
    spellings: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The spelling that most documents have, the longest of those."""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], -len(spelling), spelling))


def analyse(name: str, type: MentionType) -> Name:
    """Take a name of a document apart; MISC says nothing of what it names."""
    return analyse_name(name, None if type is MentionType.MISC else type)


def may_be_one(first: MentionType, second: MentionType) -> bool:
    """Say whether names of two types may name one thing: the same type, or one that was not told."""
    return first is second or MentionType.MISC in (first, second)


def is_telling(type: MentionType, name: str) -> bool:
    """Say whether a name tells whom it names beyond its document."""
    return analyse(name, type).kind is not MentionType.PERSON or _words(name) >= MIN_PERSON_WORDS


def _words(name: str) -> int:
    return len(analyse_name(name, MentionType.PERSON).words)


def pools(namings: Iterable[Naming]) -> Iterator[tuple[MentionType, list[Naming]]]:
    """Yield the namings that are compared with one another, and the type by which they are taken apart.

    Names without a type stand with persons where they look like one of at least two words, and with
    things where they do not; a single word without a type may be a place.
    """
    namings = sorted(namings, key=lambda naming: naming.id)
    persons = [naming for naming in namings if _is_person(naming) and _words(naming.name) >= MIN_PERSON_WORDS]
    yield MentionType.PERSON, persons
    untold = [
        naming
        for naming in namings
        if naming.type is MentionType.MISC
        and (not _is_person(naming) or _words(naming.name) < MIN_PERSON_WORDS)
    ]
    for type in MentionType:
        if type not in (MentionType.PERSON, MentionType.MISC):
            yield type, [naming for naming in namings if naming.type is type] + untold
    yield MentionType.ORG, [naming for naming in untold if not _is_person(naming)]


def _is_person(naming: Naming) -> bool:
    return analyse(naming.name, naming.type).kind is MentionType.PERSON
