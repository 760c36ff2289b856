"""Who is held responsible in a sentence, and who claims to be: "blamed X for", "claimed responsibility"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.frames.stage import is_nobody
from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.parties import Draft, Party
from dateline.extract.events.parsing.words import EventWords
from dateline.model.annotations import EventType


@dataclass(frozen=True, slots=True)
class Blame:
    """Responsibility as one sentence lays it; `start` is the token from which on events are meant."""

    is_claim: bool = False
    blamed: tuple[Party, ...] = ()
    by: tuple[Party, ...] = ()
    start: int | None = None

    def concerns(self, draft: Draft) -> bool:
        """Say whether an event is one for which the sentence names somebody responsible."""
        return self.start is not None and (self.is_claim or draft.first > self.start)


NOBODY = Blame()


def blame_in(scene: Scene, drafts: Sequence[Draft], words: EventWords) -> Blame:
    """Return who is blamed in a sentence, or that its actor claims the deed."""
    for at in range(scene.first, scene.last):
        word = scene.tokens.words[at]
        if word in words.claimed and any(words.claimed.match(scene.tokens.words, at)):
            if _is_unclaimed(scene, drafts, at, words):
                return NOBODY
            return Blame(is_claim=True, start=at)
        if word in words.sets["blaming"]:
            accusing = next((draft for draft in drafts if draft.first <= at < draft.last), None)
            if accusing is not None and accusing.sense.type is EventType.ACCUSE:
                return Blame(False, tuple(accusing.targets), tuple(accusing.actors), at)
    return NOBODY


def _is_unclaimed(scene: Scene, drafts: Sequence[Draft], at: int, words: EventWords) -> bool:
    """Say whether nobody claims a deed: "no group claimed responsibility"."""
    claiming = (draft for draft in drafts if draft.first <= at < draft.last)
    return any(is_nobody(scene, chunk, words) for draft in claiming for chunk in draft.subject)
