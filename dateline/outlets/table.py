"""Outlets as TOML: a table for each, named by its id."""

import tomllib
from dataclasses import fields
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import InputError
from dateline.model.outlets import Outlet, OutletKind

WORLD = "world.toml"
_KEYS = frozenset(field.name for field in fields(Outlet)) - {"id", "sample"}


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Return the packaged table of well-known outlets, in the order of the file."""
    text = (resources.files(__package__) / WORLD).read_text(encoding="utf-8")
    return parse_outlets(text, WORLD)


def parse_outlets(text: str, source: str) -> tuple[Outlet, ...]:
    """Return the outlets of a TOML text. Raises InputError naming `source` and the outlet.

    >>> parse_outlets('[dawn]\\nname = "Dawn"', "mine.toml")[0].name
    'Dawn'
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{source}: expected TOML with a table for each outlet ({error})") from error
    return tuple(_outlet(outlet_id, table, source) for outlet_id, table in tables.items())


def _outlet(outlet_id: str, table: Any, source: str) -> Outlet:
    if not isinstance(table, dict) or not isinstance(table.get("name"), str):
        raise InputError(f"{source}: {outlet_id}: expected a table with at least a name")
    unknown = ", ".join(sorted(set(table) - _KEYS))
    if unknown:
        raise InputError(
            f"{source}: {outlet_id}: no such keys: {unknown}; known are {', '.join(sorted(_KEYS))}"
        )
    return Outlet(
        id=outlet_id,
        name=table["name"],
        url=table.get("url"),
        kind=_kind(table.get("kind", OutletKind.WEBSITE), outlet_id, source),
        language=table.get("language"),
        country=table.get("country"),
        timezone=table.get("timezone"),
        owner=table.get("owner"),
        affiliation=table.get("affiliation"),
        aliases=tuple(table.get("aliases", ())),
        feeds=tuple(table.get("feeds", ())),
        pages=tuple(table.get("pages", ())),
        region=table.get("region"),
    )


def _kind(stated: object, outlet_id: str, source: str) -> OutletKind:
    try:
        return OutletKind(str(stated))
    except ValueError as error:
        kinds = ", ".join(OutletKind)
        raise InputError(f"{source}: {outlet_id}: no kind {stated!r}; known are {kinds}") from error
