"""The packaged starter list: states, capitals, governments, bodies, outlets, and who held which office."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from dateline.languages import language_codes, language_table
from dateline.model.annotations import MentionType
from dateline.model.entities import KnownEntity, Tenure
from dateline.model.outlets import Outlet
from dateline.outlets import load_outlets

LANGUAGES = ("en", "fa", "ar", "he")
"""Languages whose names come first, in this order; the others follow."""

MOST_SISTERS = 8
PEOPLES_SOURCE = "dictionaries of the languages"
GPE, ORG, PERSON = MentionType.GPE, MentionType.ORG, MentionType.PERSON


@cache
def load_starter() -> tuple[KnownEntity, ...]:
    """Return what is known of the world before a desk says anything, each entity once.

    Ids are `state:iq`, `capital:iq`, `body:hezbollah`, `body:iq-foreign-ministry`, `outlet:fars` and
    `person:Barham Salih`. Names of places in dispute follow the outlets' usage and take no side.
    """
    return (
        *_states(),
        *_capitals(),
        *_peoples(),
        *_named_bodies(),
        *_made_bodies(),
        *outlets_known(load_outlets()),
        *_holders(),
    )


def outlets_known(outlets: Sequence[Outlet], *, is_watched: bool = False) -> Iterator[KnownEntity]:
    """Yield outlets as entities: their names, country, and in the note kind, language, owner and sisters."""
    by_owner: dict[str, list[Outlet]] = {}
    for outlet in outlets:
        if outlet.owner:
            by_owner.setdefault(outlet.owner, []).append(outlet)
    for outlet in outlets:
        sisters = [other for other in by_owner.get(outlet.owner or "", ()) if other.id != outlet.id]
        yield KnownEntity(
            f"outlet:{outlet.id}",
            ORG,
            tuple(dict.fromkeys((outlet.name, *outlet.aliases))),
            outlet.url or "the desk's settings",
            country=outlet.country,
            note=_outlet_note(outlet, sisters),
            is_watched=is_watched,
        )


def _outlet_note(outlet: Outlet, sisters: Sequence[Outlet]) -> str:
    facts = (
        outlet.kind.value,
        f"in {outlet.language}" if outlet.language else "",
        f"of {outlet.owner}" if outlet.owner else "",
        f"affiliation: {outlet.affiliation}" if outlet.affiliation else "",
        f"sister of {', '.join(sister.name for sister in sisters[:MOST_SISTERS])}" if sisters else "",
    )
    return "; ".join(fact for fact in facts if fact)


def _table(name: str) -> Mapping[str, Any]:
    text = (resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _named(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the names in the naming tables of all languages by key, those of `LANGUAGES` first."""
    made: dict[str, dict[str, None]] = {}
    for code in dict.fromkeys((*LANGUAGES, *language_codes())):
        for key, names in language_table(code, "naming").get(kind, {}).items():
            made.setdefault(key, {}).update(dict.fromkeys(names))
    return {key: tuple(names) for key, names in made.items()}


def _states() -> Iterator[KnownEntity]:
    table = _table("states")
    for code, names in _named("states").items():
        wikidata = table["wikidata"].get(code)
        ids = (f"wikidata:{wikidata}",) if wikidata else ()
        yield KnownEntity(f"state:{code}", GPE, names, table["source"], country=code, ids=ids, note="state")


def _capitals() -> Iterator[KnownEntity]:
    table, places = _table("capitals"), _named("places")
    by_name = {names[0]: names for names in places.values()}
    for code, names in table["names"].items():
        every = tuple(dict.fromkeys((*names, *by_name.get(names[0], ()))))
        yield KnownEntity(f"capital:{code}", GPE, every, table["source"], country=code, note="capital")


def _peoples() -> Iterator[KnownEntity]:
    """Yield the peoples of states by the words that the languages have for them."""
    words: dict[str, dict[str, None]] = {}
    for code in language_codes():
        for state, forms in language_table(code, "places").get("demonyms", {}).items():
            words.setdefault(state, {}).update(dict.fromkeys(form.title() for form in forms))
    for state, forms in words.items():
        yield KnownEntity(
            f"people:{state}", MentionType.NORP, tuple(forms), PEOPLES_SOURCE, country=state, note="people"
        )


def _named_bodies() -> Iterator[KnownEntity]:
    table, groups = _table("bodies_named"), _named("groups")
    for key, facts in table["bodies"].items():
        kind, wikidata = facts["kind"], facts.get("wikidata")
        parts = (kind, f"part of {facts['part_of']}" if "part_of" in facts else "")
        yield KnownEntity(
            f"body:{key}",
            ORG,
            tuple(dict.fromkeys((*facts.get("names", ()), *groups.get(key, ())))),
            facts.get("source", table["sources"][kind]),
            country=facts.get("country"),
            ids=(f"wikidata:{wikidata}",) if wikidata else (),
            note=", ".join(part for part in parts if part),
        )


def _made_bodies() -> Iterator[KnownEntity]:
    table, states = _table("bodies"), _named("states")
    words = ("en", "fa", "ar", "ar_f", "he", "he_f")
    for code, forms in table["states"].items():
        own = table["own_names"].get(code, ())
        filled = {**dict(zip(words, forms, strict=True)), "state": states[code][0]}
        for body, patterns in table["patterns"].items():
            if body not in own:
                names = tuple(pattern.format_map(filled) for pattern in patterns)
                note = body.replace("-", " ")
                yield KnownEntity(f"body:{code}-{body}", ORG, names, table["source"], country=code, note=note)


def _holders() -> Iterator[KnownEntity]:
    table = _table("holders")
    known_until, people = table["known_until"], table["people"]
    tenures: dict[str, list[Tenure]] = {}
    for of, offices in table.items():
        if isinstance(offices, dict) and of != "people":
            for office, held in offices.items():
                for begin, until, name in held:
                    tenures.setdefault(name, []).append(Tenure(office, of, begin, until or known_until))
    for name, held in tenures.items():
        names = (name, *people.get(name, ()))
        yield KnownEntity(f"person:{name}", PERSON, names, table["source"], tenures=tuple(held))
