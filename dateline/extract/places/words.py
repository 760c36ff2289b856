"""The words around place names: types, directions, titles, peoples, and what governments do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.languages import language_codes, language_table
from dateline.text.tokens import tokenize

WORD_SETS = (
    "admin_words", "city_words", "site_words", "locatives", "countryside", "titles", "organisation_words",
    "government_verbs", "articles", "firm_locatives", "site_adjectives", "joining", "short_names_alone",
    "nature_words", "light_verbs", "disease_words", "never_places",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """Folded words of one language; phrases of several words are joined by spaces.

    `type_words` say what sort of place a name is, `plural_types` of all in a list; `not_names` are no name
    when they stand alone, `besides` are no part of one that they stand beside, and with `plain_words` alone
    nothing is named. `short_names_alone` are the short names of regions that need no comma before them,
    `pointed` those written with points inside (N.C.); `begun` are the words that these and peoples begin
    with, `callers` those that persons are called by before their family name. `aliases` are names that
    stand for others, `direction_ends` the last words of `directions`, `country_words` say which country a
    text comes from. `near` are the countries (ISO 3166-1 alpha-2) whose towns are written in this script at
    home; empty is everywhere. `light_verbs` make a verb of the word in front of them ("خبر داد": told).
    """

    admin_words: frozenset[str]
    light_verbs: frozenset[str]
    city_words: frozenset[str]
    site_words: frozenset[str]
    locatives: frozenset[str]
    firm_locatives: frozenset[str]
    countryside: frozenset[str]
    titles: frozenset[str]
    organisation_words: frozenset[str]
    government_verbs: frozenset[str]
    articles: frozenset[str]
    site_adjectives: frozenset[str]
    joining: frozenset[str]
    short_names_alone: frozenset[str]
    nature_words: frozenset[str]
    disease_words: frozenset[str]
    never_places: frozenset[str]
    aliases: dict[str, tuple[str, ...]]
    country_words: dict[str, str]
    plural_types: dict[str, str]
    directions: dict[str, str]
    direction_ends: frozenset[str]
    kilometres: dict[str, float]
    abbreviations: dict[str, str]
    pointed: frozenset[str]
    demonyms: dict[str, str]
    clitics: tuple[str, ...]
    given_names: frozenset[str]
    not_places: frozenset[str]
    near: frozenset[str]
    type_words: frozenset[str]
    plain_words: frozenset[str]
    not_names: frozenset[str]
    besides: frozenset[str]
    begun: frozenset[str]
    callers: frozenset[str]


@cache
def place_words(lang: str) -> PlaceWords:
    """Return the words of a language; those of English where it has none of its own."""
    primary = lang.lower().split("-")[0]
    code = primary if primary in language_codes() and language_table(primary, "places") else "en"
    table = language_table(code, "places")
    sets = {name: frozenset(_key(phrase) for phrase in table.get(name, ())) for name in WORD_SETS}
    types = sets["admin_words"] | sets["city_words"] | sets["site_words"]
    directions, demonyms = _inverted(table.get("directions", {})), _inverted(table.get("demonyms", {}))
    besides = types | sets["locatives"] | directions.keys() | demonyms.keys()
    given_names = frozenset(_key(name) for name in table.get("given_names", "").split())
    sets["short_names_alone"] = frozenset(name.replace(" . ", "") for name in sets["short_names_alone"])
    return PlaceWords(
        **sets,
        type_words=types,
        plain_words=besides | sets["organisation_words"],
        not_names=types | sets["organisation_words"] | sets["titles"],
        begun=frozenset([*(name[0] for name in _short_tokens(table)), *demonyms]),
        callers=sets["titles"] | given_names,
        besides=besides,
        directions=directions,
        direction_ends=frozenset(phrase.rpartition(" ")[2] for phrase in directions),
        kilometres={word: float(length) for word, length in _inverted(table.get("kilometres", {})).items()},
        abbreviations=_short_names(table),
        pointed=frozenset(short_key(name) for name in _short_tokens(table) if "." in name),
        plural_types=_inverted(table.get("plural_types", {})),
        demonyms=demonyms,
        aliases={_key(name): tuple(map(_key, meant)) for name, meant in table.get("aliases", {}).items()},
        country_words={
            _key(word): country
            for country, listed in table.get("country_words", {}).items()
            for word in listed.split()
        },
        given_names=given_names,
        not_places=frozenset(_key(word) for word in table.get("not_places", "").split()),
        near=frozenset(table.get("near", "").split()),
        clitics=tuple(language_table(code, "times").get("clitics", ())),
    )


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {_key(phrase): value for value, phrases in table.items() for phrase in phrases}


def _short_names(table: Mapping[str, Any]) -> dict[str, str]:
    return {short_key(name): code for name, code in _short_tokens(table).items()}


def _short_tokens(table: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """Return the regions by the tokens of their short names."""
    named = table.get("abbreviations", {})
    return {tuple(tokenize(name).words): code for code, names in named.items() for name in names}


def short_key(words: Sequence[str]) -> str:
    """Return the form under which a short name is looked up: its letters alone ("wva" of "W.Va.")."""
    return "".join(word for word in words if word.isalnum())


def _key(phrase: str) -> str:
    return " ".join(tokenize(phrase).words)
