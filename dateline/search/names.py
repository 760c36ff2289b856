"""Names in a query under all their spellings: one who is asked for in one script is found in the others."""

from dataclasses import dataclass, replace
from datetime import datetime

from dateline.model.annotations import MentionType
from dateline.model.ledger import Entity
from dateline.store import DocumentQuery, Ledger, Phrase
from dateline.text.fold import folded_words

LONGEST_NAME = 4  # words
SPELLINGS = 24  # of one name, looked for at once
NAMING = (MentionType.PERSON, MentionType.ORG, MentionType.GPE, MentionType.LOC, MentionType.FAC)

Group = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name in a query, whose it is, and the other spellings that are looked for too."""

    asked: str
    entity: str
    name: str
    spellings: tuple[str, ...]


def spell_names(
    ledger: Ledger, query: DocumentQuery, *, as_of: datetime | None = None
) -> tuple[DocumentQuery, tuple[KnownName, ...]]:
    """Return a query that also finds the other spellings of the names in it, and what those names are.

    A name is taken where the words beside one another are, as a whole, a spelling of one entity that the
    ledger knows; a spelling that several entities share stays as it is.
    """
    if query.words is None:
        return query, ()
    register = _Register(ledger, as_of)
    groups: list[Group] = []
    known: list[KnownName] = []
    rest = list(query.words.groups)
    while rest:
        length, entity = register.longest_name(rest)
        phrase = _joined(rest[:length])
        if entity is None:
            groups.append(rest[0])
        else:
            others = _other_spellings(entity, phrase)
            groups.append((phrase, *(Phrase(tuple(folded_words(name))) for name in others)))
            known.append(KnownName(" ".join(phrase.words), entity.id, entity.name, others))
        del rest[:length]
    return replace(query, words=replace(query.words, groups=tuple(groups))), tuple(known)


@dataclass(frozen=True, slots=True)
class _Register:
    """The names of the ledger at a moment."""

    ledger: Ledger
    as_of: datetime | None

    def longest_name(self, groups: list[Group]) -> tuple[int, Entity | None]:
        """Return how many of the first groups are a name, and whose; one and `None` where they are none."""
        for length in range(min(len(groups), LONGEST_NAME), 0, -1):
            if all(len(group) == 1 and group[0].within is None for group in groups[:length]):
                found = self._called(_joined(groups[:length]))
                if len(found) == 1:
                    return length, found[0]
        return 1, None

    def _called(self, phrase: Phrase) -> list[Entity]:
        """Return the entities of which a phrase is a spelling."""
        name = " ".join(phrase.words)
        spelled = self.ledger.book.entities_spelled([name], as_of=self.as_of)
        return [entity for entity in spelled.get(name, ()) if entity.type in NAMING]


def _joined(groups: list[Group]) -> Phrase:
    return Phrase(tuple(word for group in groups for word in group[0].words))


def _other_spellings(entity: Entity, asked: Phrase) -> tuple[str, ...]:
    """Return one spelling for each way in which the name is indexed, but for the one asked for."""
    indexed = {tuple(folded_words(name)): name for name in (entity.name, *entity.aliases)}
    return tuple(name for words, name in indexed.items() if words and words != asked.words)[:SPELLINGS]
