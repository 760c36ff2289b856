"""What a reader returns: raw spans with scores, before any rule has looked at them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dateline.inference.naming import WordScores
from dateline.model.annotations import EventType, LostMark, MentionType, PartRole
from dateline.model.claims import Certainty
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree

HAPPENING_KINDS: tuple[EventType | None, ...] = (None, *EventType)
"""What a word may tell, in the order of `RawHappening.kinds`: none of the types, or one of them."""
PART_ROLES = tuple(PartRole)
"""What a word may be to an attack, in the order of `RawPart.likely`."""
HAPPENING_LEVELS = tuple(Certainty)
"""The levels of certainty, in the order of `RawHappening.levels`."""


@dataclass(frozen=True, slots=True)
class RawMention:
    """A name as the model found it; `score` is the probability of its least likely word."""

    span: Span
    type: MentionType
    score: float
    kinds: tuple[float, ...] = ()
    """How likely each type is here, in the order of the model's labels; only their proportions matter."""


@dataclass(frozen=True, slots=True)
class RawAttribution:
    """One cue with what it attributes and to whom.

    `cue` has the likeliest words first, and then others that say the same of the same source.
    `source` is empty where the text names nobody; `content` has several spans where the attribution
    interrupts it. `score` is the estimated probability that a person would mark this attribution.
    """

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class RawHappening:
    """One word that tells a happening: verb, noun or adjective, the head of its phrase.

    `score` is the probability that people would mark it as a happening of any sort; `kinds` and `levels` are
    probabilities in the order of `HAPPENING_KINDS` and `HAPPENING_LEVELS`; `denied` is the probability that
    the text says that it did not happen.

    Taught by ECB+, MEANTIME and the judged verbs of EWT (is it one, held or denied), and by few sentences
    of RAMS, WikiEvents, PLOVER and CAMEO (kinds). On other texts (`benchmarks.reader_happenings`): words F
    .77 on ECB+; held, denied or open macro F .79 on EWT; a kind that fits for .52 of the triggers of RAMS,
    .65 of WikiEvents. Trust `score`, take `kinds` for a hint; "probable" is rarely told apart.
    """

    span: Span
    score: float
    kinds: tuple[float, ...]
    levels: tuple[float, ...]
    denied: float

    @property
    def kind(self) -> EventType | None:
        """Return the likeliest of PLOVER's types; `None` where none of them is likelier than any."""
        return HAPPENING_KINDS[max(range(len(self.kinds)), key=self.kinds.__getitem__)]

    @property
    def certainty(self) -> Certainty:
        """Return the likeliest level."""
        return HAPPENING_LEVELS[max(range(len(self.levels)), key=self.levels.__getitem__)]


@dataclass(frozen=True, slots=True)
class RawPart:
    """One word that may name somebody or something that has a part in an attack; most words do not.

    `likely` are probabilities in the order of `PART_ROLES`. Taught by the keys of MUC-4's `dev` part.
    """

    span: Span
    likely: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class RawReading:
    """All raw spans of one text, in the order of the text."""

    mentions: tuple[RawMention, ...]
    attributions: tuple[RawAttribution, ...]
    happenings: tuple[RawHappening, ...] = ()
    syntax: tuple[SyntaxTree, ...] = ()
    """A tree for each sentence that was given to the reader; none where none were."""
    parts: tuple[RawPart, ...] = ()
    """Read with the syntax, and none without it."""
    lost: tuple[LostMark, ...] = ()
    """Read with the syntax, of a text that has no commas."""
    words: WordScores | None = field(default=None, compare=False)
    """What the network says of every word as a part of a name."""


class Reader(Protocol):
    """Reads raw spans in a text. `name` goes into `made_by`, with the hash of the model."""

    @property
    def name(self) -> str:
        """Return the name and version of the model, fit for `made_by`."""

    def read(self, text: str, sentences: Sequence[Span] = ()) -> RawReading:
        """Return the mentions, attributions and happenings of an NFC text, as code point spans.

        Syntax is read where the sentences of the text are given.
        """
