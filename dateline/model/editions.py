"""A bulletin in machine form; the field names are those of the edition contract."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class SentenceKind(StrEnum):
    """`REPORTED` sentences are cited and checked; a `JUDGEMENT` is an analyst's own and signed."""

    REPORTED = "reported"
    JUDGEMENT = "judgement"


class EditionStatus(StrEnum):
    """Where an edition is in its life."""

    DRAFT = "draft"
    ISSUED = "issued"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Citation:
    """What bears a sentence out.

    `spans` are offsets into the text of `document`; `quote` is the text there, joined by " … ".
    """

    claim: str
    document: str
    spans: tuple[tuple[int, int], ...]
    quote: str
    outlet: str
    published: str | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the bulletin with its citations."""

    text: str
    kind: SentenceKind
    citations: tuple[Citation, ...]
    author: str | None = None


@dataclass(frozen=True, slots=True)
class EditionPicture:
    """A picture as printed; `file` is relative to the edition folder."""

    file: str
    caption: str
    credit: str
    sha256: str
    published: str | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class EditionItem:
    """What the bulletin says of one story; `origins_note` names its independent origins.

    `continues` is the number of the last standing edition that told of an earlier part of the story.
    """

    story: str
    sentences: tuple[Sentence, ...]
    independent_origins: int
    grade: str | None = None
    pictures: tuple[EditionPicture, ...] = ()
    origins_note: str = ""
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class EditionSection:
    """A titled section."""

    title: str
    items: tuple[EditionItem, ...]


@dataclass(frozen=True, slots=True)
class OverviewParagraph:
    """One paragraph of the overview."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class DisputeVersion:
    """What some outlets say of a disputed attribute."""

    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What outlets do not agree on; `title` says it in words: "Killed in the raid on Balad, May 2"."""

    event: str
    about: str
    versions: tuple[DisputeVersion, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class EditionDocument:
    """A cited document: enough to derive its text again from the archived bytes."""

    id: str
    evidence: str
    url: str
    outlet: str
    title: str | None
    published: str | None
    captured_at: str
    reader: str


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, ISO 8601, both included."""

    begin: str
    until: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What was said of an edition after its issue: a correction of sentences, or its withdrawal.

    `paths` are the sentences that `was` stood in, and `now` is what they should have said, borne out by
    `citations`, of which `documents` are those that the edition itself does not list; an empty `now` takes
    the sentence back.
    """

    id: str
    kind: EditionStatus
    at: str
    by: str
    why: str
    paths: tuple[str, ...] = ()
    was: str = ""
    now: str = ""
    citations: tuple[Citation, ...] = ()
    documents: tuple["EditionDocument", ...] = ()


@dataclass(frozen=True, slots=True)
class HouseNames:
    """The names that an edition was printed with, so that it can be proved when the desk's have changed.

    `spellings` maps each folded spelling that the cited texts use to the name printed for it, `outlets`
    the ids of the cited outlets to their names, `watch` the names that were looked for to their types.
    """

    spellings: dict[str, str] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    watch: dict[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the bulletin."""

    id: str
    number: int
    title: str
    language: str
    editor: str | None
    tlp: str | None
    period: Period
    issued_at: str
    status: EditionStatus
    overview: tuple[OverviewParagraph, ...]
    sections: tuple[EditionSection, ...]
    disputes: tuple[Dispute, ...]
    changes: tuple[dict[str, str], ...]
    source_summary: dict[str, object]
    gaps: tuple[str, ...]
    documents: tuple[EditionDocument, ...]
    made_by: dict[str, str]
    house: HouseNames | None = None
    notices: tuple[Notice, ...] = ()


class Action(StrEnum):
    """What was done to an edition."""

    DRAFTED = "drafted"
    EDITED = "edited"
    UNDONE = "undone"
    DROPPED = "dropped"
    ISSUED = "issued"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an edition, appended and never edited; `draft` is the same for all states of one."""

    id: str
    draft: str
    action: Action
    edition: Edition
    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something in a sentence that its sources do not bear out; offsets into the sentence.

    `kind` is name, number, date, quotation, negation, hedge, limit, unit, qualifier, order, actor or speaker.
    """

    what: str
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class SentenceVerdict:
    """The outcome of the check for one sentence.

    `path` says where it stands, such as `sections[0].items[2].sentences[1]`.
    """

    path: str
    ok: bool
    why: tuple[str, ...]
