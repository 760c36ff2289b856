"""Claims: who says what, through whom, in which words, how sure."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.spans import Span


class LinkKind(StrEnum):
    """A link of a chain: one who says, an outlet that passes on, the document's own publisher."""

    SPEAKER = "speaker"
    OUTLET = "outlet"
    PUBLISHER = "publisher"


class Mode(StrEnum):
    """How the words of a claim are given; `STATEMENT` is the document's own assertion."""

    QUOTATION = "quotation"
    MIXED = "mixed"
    PARAPHRASE = "paraphrase"
    STATEMENT = "statement"


class Certainty(StrEnum):
    """How sure the one who claims says to be."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether the content is said to hold or not to hold."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Link:
    """One who passed a claim on. `name` is `None` where the text names nobody.

    `entity` is the id of an entity of the same document's annotations; `date` is ISO 8601, when this
    link spoke or printed, where the text states it.
    """

    kind: LinkKind
    name: str | None
    entity: str | None = None
    span: Span | None = None
    date: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed claim. `id` is the hash of document, content spans and chain.

    `content` has several spans where the attribution interrupts it. `chain` runs from the one who
    first said it to the document's own publisher, who is always last. `cue` is `None` where the
    document asserts the content itself. `sentence` is the span of the whole sentence or sentences
    in which content and attribution stand.
    """

    id: str
    document: str
    content: tuple[Span, ...]
    chain: tuple[Link, ...]
    cue: Span | None
    mode: Mode
    certainty: Certainty
    polarity: Polarity
    confidence: float
    sentence: Span
    hedges: tuple[Span, ...] = ()
    events: tuple[str, ...] = ()
    made_by: str = ""
