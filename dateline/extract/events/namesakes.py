"""Places named once and then called by their kind: "the al-Taji base", later "the base"."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.parties import PLACE_TYPES, Draft, Party
from dateline.model.annotations import Mention, MentionType

POINTERS = frozenset({"the", "this", "that", "same"})


@dataclass
class Namesakes:
    """The last named place of each kind, as far as a document has been read."""

    by_kind: dict[str, int] = field(default_factory=dict)

    def read(self, scene: Scene, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> None:
        """Name the parties of a sentence that are called by their kind, and remember the places it names."""
        for chunk in scene.chunks:
            if chunk.kind == "n":
                self._remember(scene, chunk.first, chunk.last, mentions)
        for draft in drafts:
            draft.targets = [self._named(scene, draft, party, mentions) for party in draft.targets]

    def _remember(self, scene: Scene, first: int, last: int, mentions: Sequence[Mention]) -> None:
        places = [index for index in scene.mentions_in(first, last) if mentions[index].type in PLACE_TYPES]
        if not places or mentions[places[-1]].type is MentionType.GPE:
            return
        self.by_kind[scene.tokens.words[last - 1]] = places[-1]

    def _named(self, scene: Scene, draft: Draft, party: Party, mentions: Sequence[Mention]) -> Party:
        words = scene.tokens.words
        if party.mentions or party.pronoun or words[party.first] not in POINTERS:
            return party
        place = self.by_kind.get(words[party.last - 1])
        if place is None:
            return party
        if place not in draft.places:
            draft.places.append(place)
        return replace(party, mentions=(place,))
