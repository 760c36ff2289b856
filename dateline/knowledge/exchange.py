"""FollowTheMoney entities, as OpenSanctions, Aleph and nomenklatura exchange them: JSON lines.

Reference: FollowTheMoney, https://followthemoney.tech/explorer/
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.errors import InputError
from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity
from dateline.model.ledger import Entity
from dateline.text.fold import folded_words

TYPES = {
    "Person": MentionType.PERSON,
    "Organization": MentionType.ORG,
    "PublicBody": MentionType.ORG,
    "Company": MentionType.ORG,
    "LegalEntity": MentionType.ORG,
}
SCHEMATA = {MentionType.PERSON: "Person", MentionType.ORG: "Organization"}
WIKIDATA = "wikidata:"
NAMES = ("name", "alias", "previousName")
OPENSANCTIONS_IDS = ("NK-", "ofac-", "eu-fsf-", "gb-hmt-", "unsc-")


def parse_entities(body: bytes, source: str) -> tuple[tuple[KnownEntity, ...], int]:
    """Parse FollowTheMoney entities, and count those of schemata that name nobody (addresses, sanctions).

    Raises InputError with the line and the reason; nothing is taken from a file with a fault.
    """
    entities: list[KnownEntity] = []
    seen: dict[str, int] = {}
    left_out = 0
    for number, line in enumerate(body.split(b"\n"), start=1):
        if not line.strip():
            continue
        place = f"{source} line {number}"
        fields = _fields(line, place)
        if fields["schema"] not in TYPES:
            left_out += 1
            continue
        if fields["id"] in seen:
            first = seen[fields["id"]]
            raise InputError(f"{place}: the id {fields['id']!r} is that of line {first} already")
        seen[fields["id"]] = number
        entities.append(_entity(fields, source, place))
    return tuple(entities), left_out


def _fields(line: bytes, place: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"{place}: expected UTF-8, found other bytes; save it as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: expected a JSON object ({error})") from None
    if not isinstance(fields, dict):
        raise InputError(f"{place}: expected a JSON object, found {type(fields).__name__}")
    for name in ("id", "schema"):
        if not isinstance(fields.get(name), str) or not fields[name]:
            raise InputError(f"{place}: expected `{name}` to be a text, found {fields.get(name)!r}")
    return fields


def _entity(fields: Mapping[str, Any], source: str, place: str) -> KnownEntity:
    properties = _properties(fields.get("properties"), place)
    given = [name for kind in NAMES for name in properties.get(kind, ())]
    caption = fields.get("caption")
    if isinstance(caption, str) and caption in given:
        given.insert(0, caption)
    names = tuple(dict.fromkeys(name for name in given if folded_words(name)))
    if not names:
        raise InputError(f"{place}: expected `properties.name` to have a name, found {given!r}")
    countries = (*properties.get("country", ()), *properties.get("nationality", ()))
    return KnownEntity(
        fields["id"],
        TYPES[fields["schema"]],
        names,
        source,
        country=countries[0].lower() if countries else None,
        ids=_register_ids(fields["id"], properties),
        is_watched=True,
        schema=fields["schema"],
        properties=properties,
    )


def _properties(stated: object, place: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(stated, dict):
        raise InputError(f"{place}: expected `properties` to be an object, found {type(stated).__name__}")
    made: dict[str, tuple[str, ...]] = {}
    for name, values in stated.items():
        if not isinstance(values, list):
            raise InputError(f"{place}: expected `properties.{name}` to be a list, found {values!r:.40}")
        # A dump may nest other entities whole; they have lines of their own.
        made[name] = tuple(str(value) for value in values if not isinstance(value, dict))
    return made


def _register_ids(id: str, properties: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    wikidata = [*properties.get("wikidataId", ()), *([id] if id[:1] == "Q" and id[1:].isdigit() else ())]
    ids = [f"{WIKIDATA}{each}" for each in wikidata]
    if id.startswith(OPENSANCTIONS_IDS):
        ids.append(f"opensanctions:{id}")
    return tuple(dict.fromkeys(ids))


def format_entity(
    entity: Entity, known: KnownEntity | None, urls: Iterable[str] = ()
) -> dict[str, Any] | None:
    """Return an entity of the ledger in the shape of FollowTheMoney; None for places and peoples.

    One that was imported keeps its id, schema and properties and gains the names that the ledger met.
    """
    if known is None and entity.type not in SCHEMATA:
        return None
    if known is not None and not known.schema and known.type not in SCHEMATA:
        return None
    base = format_known(known) if known else _bare(entity)
    properties = base["properties"]
    met = (entity.name, *entity.aliases)
    _add(properties, "alias", [name for name in met if name not in _all_names(properties)])
    _add(properties, "position", [role.title for role in entity.roles if base["schema"] == "Person"])
    _add(properties, "wikidataId", _wikidata(entity.ids))
    _add(properties, "sourceUrl", urls)
    days = [day for use in entity.uses for day in (use.first_seen, use.last_seen) if day]
    if days:
        base |= {"first_seen": min(days), "last_seen": max(days)}
    return base


def format_known(known: KnownEntity) -> dict[str, Any]:
    """Return what was known before in the shape of FollowTheMoney: as it came, where it came from there."""
    if known.schema:
        properties = {name: list(values) for name, values in known.properties.items()}
    else:
        main, *others = known.names
        properties = {"name": [main], "alias": others, "country": [known.country] if known.country else []}
        properties["wikidataId"] = _wikidata(known.ids)
    schema = known.schema or SCHEMATA.get(known.type, "LegalEntity")
    filled = {name: values for name, values in properties.items() if values}
    return {"id": known.id, "caption": known.names[0], "schema": schema, "properties": filled}


def _wikidata(ids: Iterable[str]) -> list[str]:
    return [id.removeprefix(WIKIDATA) for id in ids if id.startswith(WIKIDATA)]


def _bare(entity: Entity) -> dict[str, Any]:
    schema = SCHEMATA[entity.type]
    return {"id": entity.id, "caption": entity.name, "schema": schema, "properties": {"name": [entity.name]}}


def _all_names(properties: Mapping[str, Sequence[str]]) -> set[str]:
    return {name for kind in (*NAMES, "weakAlias") for name in properties.get(kind, ())}


def _add(properties: dict[str, list[str]], name: str, values: Iterable[str]) -> None:
    known = properties.get(name, [])
    fresh = [value for value in dict.fromkeys(values) if value not in known]
    if fresh:
        properties[name] = [*known, *fresh]
