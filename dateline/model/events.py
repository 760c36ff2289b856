"""Events across documents, and what their tellings agree and do not agree on."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.annotations import EventType, PlacePrecision


class Relation(StrEnum):
    """How a later version of something told stands to an earlier one, from agreement to its contrary."""

    SAME = "same"
    SPELLING = "different spelling"
    MORE_SPECIFIC = "more specific"
    UPDATE = "update"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    WORDING = "different wording"
    DATE = "different date"
    PLACE = "different place"
    DIFFERENT = "different figure"
    BLAME = "different blame"
    DENIAL = "denial"


RELATIONS = tuple(Relation)
DISPUTED = frozenset(RELATIONS[RELATIONS.index(Relation.WORDING) :])


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event happened, as exactly as any of its tellings says it: WGS 84 degrees."""

    name: str
    country: str | None
    lat: float
    lon: float
    precision: PlacePrecision
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One document that tells of an event, by the ids of its `EventMention`s."""

    document: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening across documents. `id` is by its first telling; tellings are in the order of printing.

    `begin` and `until` are its first and last day, ISO 8601, `None` where no telling dates it. Actors and
    targets are names as most tellings print them.
    """

    id: str
    type: EventType
    mode: str | None
    begin: str | None
    until: str | None
    place: EventPlace | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    tellings: tuple[Telling, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that tell of it."""
        return tuple(telling.document for telling in self.tellings)


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives a version. `since` is when it was printed, as stated, else captured.

    `until` is when the same outlet gave another version instead, `None` while it stands by this one;
    `claim` is the claim in which it stands.
    """

    outlet: str
    document: str
    since: str
    until: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class AttributeVersion:
    """A value of an attribute and those who give it, in the order in which they did."""

    value: str
    givers: tuple[Giver, ...]

    @property
    def since(self) -> str:
        """When it was first given."""
        return self.givers[0].since


@dataclass(frozen=True, slots=True)
class Change:
    """One outlet's later version beside its own earlier one. `since` is when it was printed or captured."""

    outlet: str
    document: str
    since: str
    relation: Relation
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """All that is told of one attribute of an event.

    `name` is happened, date, place, actor, target, wording or what is counted (killed, wounded ...);
    `of` is who is counted. `relation` is the farthest of any two versions of different outlets, else of one;
    `changes` are what outlets said later than, and otherwise than, they had.
    """

    name: str
    of: str | None
    versions: tuple[AttributeVersion, ...]
    relation: Relation
    changes: tuple[Change, ...] = ()

    @property
    def is_disputed(self) -> bool:
        """Say whether two versions cannot both hold, and neither took the place of the other."""
        return self.relation in DISPUTED


@dataclass(frozen=True, slots=True)
class Account:
    """How the tellings of one event stand to one another, attribute by attribute."""

    event: str
    attributes: tuple[Attribute, ...]

    @property
    def disputed(self) -> tuple[Attribute, ...]:
        """The attributes on which tellings cannot all hold."""
        return tuple(attribute for attribute in self.attributes if attribute.is_disputed)
