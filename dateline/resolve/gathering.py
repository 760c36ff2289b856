"""What the documents say of those they name: spellings, offices, and offices that stand for a name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.model.annotations import Annotations, MentionType
from dateline.model.claims import LinkKind
from dateline.model.documents import Document
from dateline.model.entities import RoleEvidence, RoleStage
from dateline.resolve.judgements import naming_id
from dateline.resolve.nameless import is_name
from dateline.resolve.namings import Naming
from dateline.resolve.offices import Office, bare_title, read_office
from dateline.resolve.roles import told_changes

_EDGES = re.compile(r"^[\W_]+|[^\w.)\]\"”»]+$")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Printing:
    """Who printed a document, in which language, and on which day."""

    outlet: str | None
    language: str
    day: str | None


@dataclass(frozen=True, slots=True)
class RoleReading:
    """An office that a document gives to a name, or that stands for one."""

    title: str
    office: Office
    evidence: RoleEvidence


@dataclass(slots=True)
class Gathered:
    """The namings of all documents by id, with what else was said of each.

    `stand_ins` are offices that stand for their holders: "the Iraqi president said". `geonames` counts the
    places of the gazetteer that a naming was found to be.
    """

    namings: dict[str, Naming] = field(default_factory=dict)
    printings: dict[str, Printing] = field(default_factory=dict)
    roles: dict[tuple[str, str], list[RoleReading]] = field(default_factory=dict)
    stand_ins: list[RoleReading] = field(default_factory=list)
    geonames: dict[str, Counter[int]] = field(default_factory=dict)


def gather(annotations: Iterable[tuple[Document, Annotations]]) -> Gathered:
    """Gather what is read in the documents by the names that they use, each naming under its id."""
    gathered = Gathered()
    for document, made in annotations:
        day = document.published.day if document.published else None
        gathered.printings[document.id] = Printing(document.outlet, document.lang, day)
        ids = {
            entity.id: _add(gathered.namings, document.id, entity.type, entity.name, entity.aliases)
            for entity in made.entities
        }
        for entity, reading in _roles(document, made, day):
            naming = ids.get(entity)
            if naming:
                gathered.roles.setdefault((naming, document.id), []).append(reading)
        for entity, geonameid in _places(made):
            naming = ids.get(entity)
            if naming:
                gathered.geonames.setdefault(naming, Counter())[geonameid] += 1
        gathered.stand_ins.extend(_stand_ins(document, made, day))
    gathered.namings = dict(sorted(gathered.namings.items()))
    return gathered


def _add(
    namings: dict[str, Naming], document: str, type: MentionType, printed: str, aliases: Iterable[str]
) -> str | None:
    """Add one entity of a document and return the id of its naming, None where it has no name."""
    name = clean_name(printed)
    if not is_name(name):
        return None
    id = naming_id(type, name)
    naming = namings.get(id)
    if naming is None:
        naming = namings[id] = Naming(id, type, type)
    naming.spellings.setdefault(name, set()).add(document)
    for alias in map(clean_name, aliases):
        if alias != name and is_name(alias):
            naming.aliases.setdefault(alias, set()).add(document)
    return id


def clean_name(printed: str) -> str:
    """Return a name without the marks at its edges and the possessive.

    >>> clean_name(". Fares al-Majaliya"), clean_name("Iran’s")
    ('Fares al-Majaliya', 'Iran')
    """
    return _POSSESSIVE.sub("", _EDGES.sub("", printed))


def _roles(document: Document, made: Annotations, day: str | None) -> Iterator[tuple[str, RoleReading]]:
    for mention in made.mentions:
        if mention.role and mention.entity and mention.type is MentionType.PERSON:
            title = bare_title(mention.role, document.lang)
            office = read_office(title, document.lang)
            stage = RoleStage.LEFT if office.is_former else RoleStage.HOLDS
            evidence = RoleEvidence(document.id, mention.start, mention.end, stage, day)
            yield mention.entity, RoleReading(title, office, evidence)
    for entity, title, evidence in told_changes(document, made, day):
        yield entity, RoleReading(title, read_office(title, document.lang), evidence)


def _places(made: Annotations) -> Iterator[tuple[str, int]]:
    """Yield the entities that are places of the gazetteer themselves, not beside or around one."""
    entities = {mention.id: mention.entity for mention in made.mentions}
    for place in made.places:
        entity = entities.get(place.mention)
        if entity and place.geonameid is not None and place.relation is None:
            yield entity, place.geonameid


def _stand_ins(document: Document, made: Annotations, day: str | None) -> Iterator[RoleReading]:
    for claim in made.claims:
        for link in claim.chain:
            if link.kind is not LinkKind.SPEAKER or link.entity or link.span is None or not link.name:
                continue
            office = read_office(link.name, document.lang)
            if office.name and office.of and office.is_whole and not office.is_former:
                evidence = RoleEvidence(document.id, link.span.start, link.span.end, RoleStage.HOLDS, day)
                yield RoleReading(link.name, office, evidence)
