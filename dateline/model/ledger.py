"""What the ledger derives or is told beyond single documents."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.model.annotations import Annotations, MentionType
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.entities import NameUse, Role


class Stage(StrEnum):
    """The stages in the order of the data."""

    COLLECT = "collect"
    ARCHIVE = "archive"
    READ = "read"
    EXTRACT = "extract"
    RESOLVE = "resolve"
    LINK = "link"
    ASSESS = "assess"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be done: nothing is dropped without one. `subject` is an address or an id."""

    id: str
    stage: Stage
    subject: str
    reason: str
    at: datetime
    outlet: str | None = None


class Verdict(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    SAME = "same"
    NOT_SAME = "not same"
    UNSURE = "unsure"
    GRADE = "grade"
    SIGN = "sign"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Decision:
    """An appended judgement on `subject` (and `other`, where it is about two), never an edit.

    `by` is a person's name or `rule:NAME/VERSION`. An undo has the undone decision as its subject;
    `value` is what a grade gives.
    """

    id: str
    verdict: Verdict
    subject: str
    by: str
    at: datetime
    why: str = ""
    other: str | None = None
    score: float | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What an analyst wants to know. A decision `CLOSE` on it closes it; an undo of that opens it again."""

    id: str
    text: str
    by: str
    at: datetime
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of the ledger, with the spellings used for it.

    `uses` say who wrote each spelling and when, `roles` which offices it had. `known` is the id under which
    it was known before it was read; `ids` are those of other registers ("wikidata:Q796").
    """

    id: str
    type: MentionType
    name: str
    aliases: tuple[str, ...]
    documents: tuple[str, ...]
    uses: tuple[NameUse, ...] = ()
    roles: tuple[Role, ...] = ()
    known: str | None = None
    ids: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """`document` repeats `original`: `overlap` is the share of its words found there, 1 is all."""

    document: str
    original: str
    overlap: float


@dataclass(frozen=True, slots=True)
class Story:
    """The documents on one happening, in the order of printing. `id` is by its first document."""

    id: str
    documents: tuple[str, ...]
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """How well a story is borne out: `origins` groups its documents by independent origin.

    `denials` pairs each claim that denies with the earlier claim that it denies.
    """

    story: str
    origins: tuple[tuple[str, ...], ...]
    reason: str
    denials: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StoryDossier:
    """A story with all that the writer may draw on: documents, annotations, and accepted claims only."""

    story: Story
    assessment: Assessment
    documents: tuple[Document, ...]
    annotations: tuple[Annotations, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StoryMarks:
    """What columns alone tell of a story in a period: enough to rank it before any of it is read.

    `newest` is its last day in the period, `types` are the types of the events that its documents tell.
    """

    story: str
    newest: str
    origins: int
    types: frozenset[str]
    disputed: bool
    denied: bool
