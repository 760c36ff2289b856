"""Which names of the documents name one that the desk knew before: by the words, and persons by spelling."""

from collections.abc import Sequence
from functools import cached_property

from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.resolve.namings import MIN_PERSON_WORDS, PLACES, word_count
from dateline.resolve.watching import WatchIndex
from dateline.text.naming.lexicon import known_key, lexicon, words_of

PERSON, MISC = MentionType.PERSON, MentionType.MISC
PLAIN = frozenset({MentionType.GPE, MentionType.NORP})  # kinds that one word names surely


class Recognition:
    """Known entities by their names. Those given earlier go before later ones of the same name."""

    def __init__(self, known: Sequence[KnownEntity]) -> None:
        self.known = {entity.id: entity for entity in reversed(known)}
        self._persons = [entity for entity in known if entity.type is PERSON]
        self._by_key: dict[str, list[KnownEntity]] = {}
        for entity in known:
            for key in dict.fromkeys(map(_key, entity.names)):
                self._by_key.setdefault(key, []).append(entity)

    def find(self, name: str, type: MentionType) -> KnownEntity | None:
        """Return the one whom a name of a document names, None for nobody known and for several."""
        found = self._by_key.get(_key(name))
        if found:
            return _only(found, type, is_telling=len(words_of(name)) > 1)
        if type in (PERSON, MISC) and self._persons and word_count(name) >= MIN_PERSON_WORDS:
            return self._by_spelling(name)
        return None

    def _by_spelling(self, name: str) -> KnownEntity | None:
        sightings = [sighting for sighting in self._spellings.find(name) if sighting.span.of(name) == name]
        return self._spellings.watched[sightings[0].at] if sightings else None

    @cached_property
    def _spellings(self) -> WatchIndex:
        return WatchIndex(self._persons)


def _key(name: str) -> str:
    terms = lexicon()
    words = words_of(name)
    return known_key(words, terms.articles | terms.links) or " ".join(words)


def _only(found: Sequence[KnownEntity], type: MentionType, *, is_telling: bool) -> KnownEntity | None:
    """Return the entity of that type, else of a type that may be taken for it; None where several are.

    A single word that was read as another type names an outlet or a body only where the desk says so:
    Mayadin is a town, Al Mayadeen a channel.
    """
    alike = [entity for entity in found if entity.type is type] or [
        entity for entity in found if type is MISC or {type, entity.type} <= PLACES
    ]
    unlike = [entity for entity in found if is_telling or entity.is_watched or entity.type in PLAIN]
    for candidates in (alike, unlike):
        if candidates:
            first = candidates[0]
            rivals = [other for other in candidates if other.id != first.id and other.source == first.source]
            return None if rivals else first
    return None
