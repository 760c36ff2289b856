"""One sentence as the readers of its frames see it."""

from dataclasses import dataclass

from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.parties import Parties
from dateline.extract.events.parsing.words import EventWords


@dataclass(frozen=True)
class SentenceFrames:
    """What the readers of verbs and of nouns know of the sentence that they read."""

    parties: Parties

    @property
    def scene(self) -> Scene:
        """The sentence."""
        return self.parties.scene

    @property
    def words(self) -> EventWords:
        """The words of its language."""
        return self.parties.words
