"""Names in a query under all their spellings: one who is asked for in one script is found in the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dateline.model.annotations import MentionType
from dateline.model.ledger import Entity
from dateline.store import DocumentQuery, Ledger, Phrase
from dateline.text.fold import folded_words, folded_words_with_spans

LONGEST_NAME = 4  # words
SPELLINGS = 24  # of one name, looked for at once
LOOKED_UP = 50  # entities whose records hold a word of the name
NAMING = (MentionType.PERSON, MentionType.ORG, MentionType.GPE, MentionType.LOC, MentionType.FAC)
ARABIC_LETTERS = str.maketrans("یک", "يك")  # folding writes the Persian ones; pages have either

Group = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name in a query, whose it is, and the other spellings that are looked for too."""

    asked: str
    entity: str
    name: str
    spellings: tuple[str, ...]


def spell_names(
    ledger: Ledger, query: DocumentQuery, typed: str, *, as_of: datetime | None = None
) -> tuple[DocumentQuery, tuple[KnownName, ...]]:
    """Return a query that also finds the other spellings of the names in it, and what those names are.

    `typed` is the query as it was typed, since records hold letters that are not folded. A name is taken
    where the words beside one another are, as a whole, a spelling of one entity that the ledger knows; a
    spelling that several entities share stays as it is.
    """
    if query.words is None:
        return query, ()
    register = _Register(ledger, as_of, _words_as_typed(typed))
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
    """The names of the ledger at a moment; `typed` gives a folded word as it was typed."""

    ledger: Ledger
    as_of: datetime | None
    typed: Mapping[str, str]
    _met: dict[str, list[Entity]] = field(default_factory=dict)

    def longest_name(self, groups: list[Group]) -> tuple[int, Entity | None]:
        """Return how many of the first groups are a name, and whose; one and `None` where they are none."""
        for length in range(min(len(groups), LONGEST_NAME), 0, -1):
            if all(len(group) == 1 and group[0].within is None for group in groups[:length]):
                found = list(self._called(_joined(groups[:length])))
                if len(found) == 1:
                    return length, found[0]
        return 1, None

    def _called(self, phrase: Phrase) -> Iterator[Entity]:
        """Give the entities of which a phrase is a spelling."""
        word = max(phrase.words, key=len)
        if word not in self._met:
            self._met[word] = list(self._holding(word))
        return (entity for entity in self._met[word] if _is_spelling(entity, phrase))

    def _holding(self, word: str) -> Iterator[Entity]:
        """Give the entities of which a spelling holds a word, as it is folded or as it was typed."""
        seen: set[str] = set()
        for written in dict.fromkeys((word, word.translate(ARABIC_LETTERS), self.typed.get(word, word))):
            for entity in self.ledger.book.entities_named(written, limit=LOOKED_UP, as_of=self.as_of):
                if entity.id not in seen and entity.type in NAMING:
                    seen.add(entity.id)
                    yield entity


def _words_as_typed(text: str) -> dict[str, str]:
    return {word: text[start:end] for word, start, end in folded_words_with_spans(text)}


def _joined(groups: list[Group]) -> Phrase:
    return Phrase(tuple(word for group in groups for word in group[0].words))


def _is_spelling(entity: Entity, phrase: Phrase) -> bool:
    return any(tuple(folded_words(name)) == phrase.words for name in (entity.name, *entity.aliases))


def _other_spellings(entity: Entity, asked: Phrase) -> tuple[str, ...]:
    """Return one spelling for each way in which the name is indexed, but for the one asked for."""
    indexed = {tuple(folded_words(name)): name for name in (entity.name, *entity.aliases)}
    return tuple(name for words, name in indexed.items() if words and words != asked.words)[:SPELLINGS]
