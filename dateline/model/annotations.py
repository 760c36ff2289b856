"""What is read in one document, before any other document is looked at."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claims import Claim
from dateline.model.spans import Span
from dateline.model.times import TimeExpression


class MentionType(StrEnum):
    """What a mention names. Reference: OntoNotes 5 names, with MISC for the rest."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    MISC = "MISC"


class BlockKind(StrEnum):
    """What a paragraph of a text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    LIST_ITEM = "list item"


class PlacePrecision(StrEnum):
    """How exactly a place is known."""

    POINT = "point"
    CITY = "city"
    ADMIN = "admin"
    COUNTRY = "country"
    REGION = "region"


class Mark(StrEnum):
    """A mark that a text may have lost at the end of a word."""

    COMMA = ","
    STOP = "."
    OWNER = "’s"
    OWNERS = "’"


class EventType(StrEnum):
    """PLOVER's sixteen types. Reference: Halterman et al. 2023, PLOVER and POLECAT."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


class EventStage(StrEnum):
    """How far a happening had come, as the text tells it."""

    DONE = "done"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class EventCertainty(StrEnum):
    """How surely an event is laid to those named as its actors. Reference: MUC-4, perpetrator confidence."""

    FACT = "reported as fact"
    CLAIMED = "claimed by the actor"
    BLAMED = "blamed"
    SUSPECTED = "suspected"
    POSSIBLE = "possible"
    DENIED = "denied"


class PartRole(StrEnum):
    """What somebody or something is to an attack. Reference: MUC-4 templates."""

    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"
    TARGET = "target"
    VICTIM = "victim"
    WEAPON = "weapon"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or list item of the text."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `entity` is the id of a `DocumentEntity`; `role` is as the text gives it."""

    id: str
    start: int
    end: int
    type: MentionType
    entity: str | None
    confidence: float
    role: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentEntity:
    """One that a document names, under the fullest name it has there."""

    id: str
    type: MentionType
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceReference:
    """Where a mention lies: WGS 84 degrees, with the gazetteer's name and id.

    A relation ("12 km south of", "the western countryside of") moves the point; `radius_km` says how far
    around it the place may then lie. `part_of` is the mention of another name that the place is only a part
    of ("Athens City Council").
    """

    mention: str
    lat: float
    lon: float
    name: str
    country: str | None
    geonameid: int | None
    precision: PlacePrecision
    confidence: float
    relation: str | None = None
    radius_km: float | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the text. `low` equals `high` where it is exact; `None` is unbounded or unstated.

    `replaces` is the index of the figure that this one updates ("rose to 17 from 12"), `part_of` that of
    the total it belongs to ("12 people, among them 3 children"), among the quantities of the same document.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str
    of: str | None = None
    replaces: int | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One happening as this document tells it; mentions by id, quantities by index.

    `actor_spans` and `target_spans` are the phrases as printed, those without a name too ("two gunmen").
    `certainty` is of the actors' part; `blamed` are mentions that others, `blamed_by`, hold responsible.
    `claims` are the ids of the claims in whose content the trigger stands. `acled` are ACLED's event and
    sub-event, `None` where it has no such event.
    """

    id: str
    type: EventType
    mode: str | None
    trigger: Span
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    begin: str | None
    until: str | None
    quantities: tuple[int, ...]
    confidence: float
    same_as: str | None = None
    stage: EventStage = EventStage.DONE
    certainty: EventCertainty = EventCertainty.FACT
    actor_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    instruments: tuple[Span, ...] = ()
    blamed: tuple[str, ...] = ()
    blamed_by: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    acled: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class LostMark:
    """Where a text that reached us without its marks may have had one; `likely` is its probability."""

    at: int
    mark: Mark
    likely: float


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that is read in one document. `made_by` names each component and version, models included."""

    document: str
    sentences: tuple[Span, ...]
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[DocumentEntity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceReference, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[EventMention, ...] = ()
    issues: tuple[str, ...] = ()
    made_by: tuple[str, ...] = ()
    lost: tuple[LostMark, ...] = ()
