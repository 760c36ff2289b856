"""Who is who: the names and offices of one entity over time, and what a desk knew of it before it read."""

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.annotations import MentionType


class RoleStage(StrEnum):
    """What a text says of somebody and an office."""

    HOLDS = "holds"
    APPOINTED = "appointed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class NameUse:
    """One spelling of an entity and who used it.

    `script` is ISO 15924, `languages` are those of the documents (BCP 47), `outlets` the ids of who printed
    it. The days are those of the documents that have one.
    """

    name: str
    script: str
    languages: tuple[str, ...]
    outlets: tuple[str, ...]
    first_seen: str | None
    last_seen: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class RoleEvidence:
    """A place in a document that gives somebody an office. `day` is the one it tells of, else its own."""

    document: str
    start: int
    end: int
    stage: RoleStage
    day: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """An office of an entity with its evidence, by day.

    `title` is the office as printed. `office` and `of` are what it comes to in any language ("president" of
    "iq"), `None` where Dateline has no word for it. `begin` and `until` are the days on which texts say that
    it began and ended.
    """

    title: str
    office: str | None
    of: str | None
    first_seen: str | None
    last_seen: str | None
    begin: str | None
    until: str | None
    evidence: tuple[RoleEvidence, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held, as a source outside the ledger has it; the days are included, `None` is open."""

    office: str
    of: str
    begin: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """One that the desk knows before it reads: packaged, on its watch list, or imported.

    The first of `names` is its main name. `ids` are those of other registers ("wikidata:Q796"). `schema` and
    `properties` are those of FollowTheMoney, where it came from there. `is_watched` has it looked for in
    every text; others are only recognised among the names that were found.
    """

    id: str
    type: MentionType
    names: tuple[str, ...]
    source: str
    country: str | None = None
    ids: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    note: str = ""
    is_watched: bool = False
    schema: str = ""
    properties: dict[str, tuple[str, ...]] = field(default_factory=dict)
