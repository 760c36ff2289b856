"""Where the places that a text names lie.

In: text, language, mentions, what is known of outlet and desk. Out: `PlaceReference`s in their order. A name
that several places bear goes to the one that fits the rest of the text: its countries, the places beside it,
words such as "village of", and, where these are silent, the one with most people.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.extract.places_choice import Question, choose_places
from dateline.extract.places_relations import displaced, relation_of
from dateline.extract.places_toponyms import Toponym, find_toponyms
from dateline.extract.places_words import PlaceWords, place_words
from dateline.model.annotations import Mention, MentionType, PlacePrecision, PlaceReference
from dateline.text.gazetteer import Kind, Place, find_places, gazetteer
from dateline.text.tokens import Tokens, tokenize

PLACE_TYPES = (MentionType.GPE, MentionType.LOC, MentionType.FAC, MentionType.NORP)
PRECISIONS = {
    Kind.CITY: PlacePrecision.CITY,
    Kind.CAPITAL: PlacePrecision.CITY,
    Kind.REGION: PlacePrecision.ADMIN,
    Kind.COUNTRY: PlacePrecision.COUNTRY,
    Kind.SITE: PlacePrecision.POINT,
    Kind.AREA: PlacePrecision.REGION,
}
CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What is known beside the text: the countries of outlet and desk, ISO 3166 in lower case."""

    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention with its words around it and the places that bear its name."""

    mention: Mention
    key: str
    first: int
    last: int
    places: tuple[Place, ...]
    container: str | None
    wanted: frozenset[Kind]


def place_mentions(
    text: str, lang: str, mentions: Sequence[Mention], *, context: PlaceContext | None = None
) -> tuple[PlaceReference, ...]:
    """Find where the places among the mentions lie; one that the gazetteer lacks has no reference."""
    tokens, words = tokenize(text), place_words(lang)
    known = context or PlaceContext()
    named = [
        each
        for mention in mentions
        if mention.type in PLACE_TYPES and (each := _named(text, tokens, mention, words)) is not None
    ]
    named = _with_containers(named)
    peoples = Counter(words.demonyms[word] for word in tokens.words if word in words.demonyms)
    references: list[PlaceReference] = []
    chosen = choose_places(_questions(named), peoples, known.countries)
    for each in named:
        place, confidence = chosen[each.key]
        references.append(_reference(each, place, confidence, tokens, words))
    return tuple(references)


def _named(text: str, tokens: Tokens, mention: Mention, words: PlaceWords) -> _Named | None:
    span = _token_span(tokens, mention)
    if span is None:
        return None
    first, last = span
    if mention.type is MentionType.NORP or tokens.words[first] in words.demonyms:
        return _people(mention, first, last, tokens, words)
    places, wanted = _candidates(tokens.words[first:last], words)
    code = (
        words.abbreviations.get("".join(tokens.words[first:last]))
        if first and tokens.words[first - 1] == ","
        else None
    )
    region = gazetteer().region(code) if code else None
    places = (region,) if region else places
    before = tokens.words[first - 1] if first else ""
    after = tokens.words[last] if last < len(tokens) else ""
    of = tokens.words[first - 2] if before in ("of", "the") and first > 1 else ""
    kinds = wanted | _kinds_of(before, words) | _kinds_of(after, words) | _kinds_of(of, words)
    return (
        _Named(
            mention,
            " ".join(tokens.words[first:last]),
            first,
            last,
            places[:CANDIDATES],
            _container(text, tokens, last, words),
            kinds,
        )
        if places
        else None
    )


def _with_containers(named: Sequence[_Named]) -> list[_Named]:
    """Give all mentions of a name the region or country that one of them is told with."""
    told: dict[str, str] = {}
    for each in named:
        if each.container:
            told.setdefault(each.key, each.container)
    return [each if each.container else replace(each, container=told.get(each.key)) for each in named]


def _people(mention: Mention, first: int, last: int, tokens: Tokens, words: PlaceWords) -> _Named | None:
    """Return a people or the adjective of a country as its country."""
    for length in (last - first, 1):
        code = words.demonyms.get(" ".join(tokens.words[first : first + length]))
        country = gazetteer().country(code) if code else None
        if country is not None:
            return _Named(mention, f"people of {code}", first, last, (country,), None, frozenset())
    return None


def _token_span(tokens: Tokens, mention: Mention) -> tuple[int, int] | None:
    first = max(0, bisect_right(tokens.starts, mention.start) - 1)
    last = bisect_left(tokens.starts, mention.end)
    return (first, last) if first < last else None


def _candidates(name: Sequence[str], words: PlaceWords) -> tuple[tuple[Place, ...], frozenset[Kind]]:
    """Return the places of a name as it is written, or of what is left without articles and words of type."""
    wanted: frozenset[Kind] = frozenset()
    whole = [word for word in name if word[0].isalnum()]
    if len(whole) > 1 and name[-2:] and whole[-1] == "s" and "'" in name:
        whole = whole[:-1]
    for form in _forms(whole, words):
        places = find_places(" ".join(form))
        if places:
            left = [word for word in whole if word not in form]
            for word in left:
                wanted |= _kinds_of(word, words)
            return places, wanted
    return (), wanted


def _forms(whole: list[str], words: PlaceWords) -> Iterator[list[str]]:
    yield whole
    core = [word for word in whole if word not in ("the", "of")]
    yield core
    while core and (core[0] in words.type_words or core[0] in words.directions):
        core = core[1:]
        yield core
    while core and (core[-1] in words.type_words or core[-1] in ("military", "air", "nuclear", "border")):
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


def _kinds_of(word: str, words: PlaceWords) -> frozenset[Kind]:
    if word in words.admin_words or word in words.countryside:
        return frozenset({Kind.REGION})
    if word in words.city_words:
        return frozenset({Kind.CITY, Kind.CAPITAL})
    return frozenset({Kind.SITE, Kind.AREA}) if word in words.site_words else frozenset()


def _container(text: str, tokens: Tokens, last: int, words: PlaceWords) -> str | None:
    """Return the region or country named right behind a comma or in brackets: "Paris, Texas"."""
    if last + 1 >= len(tokens) or tokens.words[last] not in (",", "("):
        return None
    if not text[tokens.starts[last + 1]].isupper() and text[tokens.starts[last + 1]].isascii():
        return None
    for length in (4, 3, 2, 1):
        key = "".join(tokens.words[last + 1 : last + 1 + length])
        region = words.abbreviations.get(key) or words.abbreviations.get(
            " ".join(tokens.words[last + 1 : last + 1 + length])
        )
        if region is not None:
            return region
        places = find_places(
            " ".join(word for word in tokens.words[last + 1 : last + 1 + length] if word[0].isalnum())
        )
        for place in places:
            if place.kind is Kind.COUNTRY:
                return place.country
            if place.kind is Kind.REGION and place.region:
                return place.region
    return None


def _questions(named: Sequence[_Named]) -> list[Question]:
    """Return one question a name: all its mentions in a text mean one place."""
    first: dict[str, _Named] = {}
    wanted: dict[str, frozenset[Kind]] = {}
    for each in named:
        first.setdefault(each.key, each)
        wanted[each.key] = wanted.get(each.key, frozenset()) | each.wanted
    return [Question(key, each.places, wanted[key], each.container) for key, each in first.items()]


def _reference(
    each: _Named, place: Place, confidence: float, tokens: Tokens, words: PlaceWords
) -> PlaceReference:
    precision = PRECISIONS[place.kind]
    if place.kind is Kind.CAPITAL and _acts(each, tokens, words):
        place, precision = _country_of(place), PlacePrecision.COUNTRY
    relation = relation_of(tokens, each.first, each.last, words)
    lat, lon = (place.lat, place.lon) if relation is None else displaced(place.lat, place.lon, relation)
    if relation is None and Kind.REGION in each.wanted and place.kind is Kind.CITY:
        precision = PlacePrecision.ADMIN
    return PlaceReference(
        each.mention.id, round(lat, 5), round(lon, 5), place.name, place.country, place.geonameid,
        PlacePrecision.REGION if relation else precision, confidence,
        relation=relation.words if relation else None, radius_km=relation.radius_km if relation else None,
    )  # fmt: skip


def _acts(each: _Named, tokens: Tokens, words: PlaceWords) -> bool:
    """Say whether a capital stands for its government: "Damascus condemned"."""
    before = tokens.words[each.first - 1] if each.first else ""
    after = tokens.words[each.last : each.last + 2]
    return before not in words.locatives and not words.government_verbs.isdisjoint(after)


def _country_of(capital: Place) -> Place:
    return gazetteer().country(capital.country or "") or capital


def toponym_mentions(text: str, lang: str, taken: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return mentions for place names of the text that no other mention overlaps."""
    free = (
        found for found in find_toponyms(text, lang) if not any(_overlap(found, mention) for mention in taken)
    )
    return tuple(
        Mention(f"t{number}", found.start, found.end, found.type, None, found.confidence)
        for number, found in enumerate(free)
    )


def _overlap(found: Toponym, mention: Mention) -> bool:
    return found.start < mention.end and mention.start < found.end
