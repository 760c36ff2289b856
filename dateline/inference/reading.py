"""What a reader returns: raw spans with scores, before any rule has looked at them."""

from dataclasses import dataclass
from typing import Protocol

from dateline.model.annotations import MentionType
from dateline.model.spans import Span


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
class RawReading:
    """All raw spans of one text, in the order of the text."""

    mentions: tuple[RawMention, ...]
    attributions: tuple[RawAttribution, ...]


class Reader(Protocol):
    """Reads raw spans in a text. `name` goes into `made_by`, with the hash of the model."""

    @property
    def name(self) -> str:
        """Return the name and version of the model, fit for `made_by`."""

    def read(self, text: str) -> RawReading:
        """Return the mentions and attributions of an NFC text, as code point spans."""
