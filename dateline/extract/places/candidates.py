"""Which places bear a name as it is written: with articles, words of type and directions, or without."""

from collections.abc import Iterator
from functools import lru_cache

from dateline.extract.places.words import PlaceWords
from dateline.text.gazetteer import NAMES_REMEMBERED, Kind, Place, find_places, name_key

KNOWN_TOWN = 20_000  # people: a smaller town has no west of its own that news speaks of
TOWNS = frozenset({Kind.CITY, Kind.CAPITAL})
SITES = frozenset({Kind.SITE, Kind.AREA})
DIVISIONS = frozenset({Kind.REGION, Kind.DISTRICT})
NO_KIND: frozenset[Kind] = frozenset()


@lru_cache(maxsize=NAMES_REMEMBERED)
def candidates_of(name: tuple[str, ...], words: PlaceWords) -> tuple[str, tuple[Place, ...], frozenset[Kind]]:
    """Return the places of a name as it is written, or of what is left without articles and words of type.

    Before them stands the form of the name that they bear, behind them the kinds that the words of type want.
    """
    wanted: frozenset[Kind] = frozenset()
    whole = [word for word in name if word[0].isalnum()]
    if len(whole) > 1 and name[-2:] and whole[-1] == "s" and "'" in name:
        whole = whole[:-1]
    for form in _forms(whole, words):
        key = " ".join(form)
        places = _called(key, words)
        if places:
            gone = [word for word in whole if word not in form]
            if not words.directions.keys().isdisjoint(gone):
                places = tuple(place for place in places if _known(place, key))  # "West Side" is not Side
            if not words.nature_words.isdisjoint(gone):
                places = tuple(place for place in places if place.kind in SITES)  # "Lake Robinson" is no town
            return key, places, wanted.union(*(kinds_of(word, words) for word in gone))
    return "", (), wanted


def _known(place: Place, key: str) -> bool:
    """Say whether a place is more than a town, or a large one by its own name."""
    own = not key.isascii() or name_key(place.name) == key
    return place.kind is not Kind.CITY or (own and place.population >= KNOWN_TOWN)


def _called(key: str, words: PlaceWords) -> tuple[Place, ...]:
    """Return the places of a name, or of those that the language uses it for ("the Gulf")."""
    meant = words.aliases.get(key)
    return tuple(place for name in meant for place in find_places(name)[:1]) if meant else find_places(key)


def _forms(whole: list[str], words: PlaceWords) -> Iterator[list[str]]:
    yield whole
    core = [word for word in whole if word not in words.articles]
    yield core
    while core and (core[0] in words.type_words or core[0] in words.directions):
        core = core[1:]
        yield core
    while core and (core[-1] in words.type_words or core[-1] in words.site_adjectives):
        core = core[:-1]
        yield core
    if core and core[0] in ("al", "el", "ad", "ar", "as", "an", "at"):
        yield core[1:]
    elif core:
        yield ["al", *core]
    if core and core[0].startswith("ال"):
        yield [core[0].removeprefix("ال"), *core[1:]]
    for clitic in words.clitics:
        if core and core[0].startswith(clitic) and len(core[0]) > len(clitic) + 2:
            yield [core[0].removeprefix(clitic), *core[1:]]


def kinds_of(word: str, words: PlaceWords) -> frozenset[Kind]:
    """Return the kinds of place that a word of type speaks of."""
    if word in words.admin_words or word in words.countryside:
        return DIVISIONS
    if word in words.city_words:
        return TOWNS
    return SITES if word in words.site_words else NO_KIND
