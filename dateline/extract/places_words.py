"""The words around place names: types, directions, titles, peoples, and what governments do."""

from dataclasses import dataclass
from functools import cache

from dateline.languages import language_codes, language_table
from dateline.text.tokens import tokenize

WORD_SETS = (
    "admin_words", "city_words", "site_words", "locatives", "countryside", "titles", "organisation_words",
    "government_verbs",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Folded words of one language; phrases of several words are joined by spaces.

    `type_words` say what sort of place a name is; `not_names` are no name when they stand alone. `near` are
    the countries (ISO 3166-1 alpha-2) whose towns are written in this script at home; empty is everywhere.
    """

    admin_words: frozenset[str]
    city_words: frozenset[str]
    site_words: frozenset[str]
    locatives: frozenset[str]
    countryside: frozenset[str]
    titles: frozenset[str]
    organisation_words: frozenset[str]
    government_verbs: frozenset[str]
    directions: dict[str, str]
    kilometres: dict[str, float]
    abbreviations: dict[str, str]
    demonyms: dict[str, str]
    clitics: tuple[str, ...]
    given_names: frozenset[str]
    not_places: frozenset[str]
    near: frozenset[str]
    type_words: frozenset[str]
    not_names: frozenset[str]


@cache
def place_words(lang: str) -> PlaceWords:
    """Return the words of a language; those of English where it has none of its own."""
    primary = lang.lower().split("-")[0]
    code = primary if primary in language_codes() and language_table(primary, "places") else "en"
    table = language_table(code, "places")
    sets = {name: frozenset(_key(phrase) for phrase in table.get(name, ())) for name in WORD_SETS}
    types = sets["admin_words"] | sets["city_words"] | sets["site_words"]
    return PlaceWords(
        **sets,
        type_words=types,
        not_names=types | sets["organisation_words"] | sets["titles"],
        directions=_inverted(table.get("directions", {})),
        kilometres={word: float(length) for word, length in _inverted(table.get("kilometres", {})).items()},
        abbreviations=_inverted(table.get("abbreviations", {})),
        demonyms=_inverted(table.get("demonyms", {})),
        given_names=frozenset(_key(name) for name in table.get("given_names", "").split()),
        not_places=frozenset(_key(word) for word in table.get("not_places", "").split()),
        near=frozenset(table.get("near", "").split()),
        clitics=tuple(language_table(code, "times").get("clitics", ())),
    )


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {_key(phrase): value for value, phrases in table.items() for phrase in phrases}


def _key(phrase: str) -> str:
    return " ".join(tokenize(phrase).words)
