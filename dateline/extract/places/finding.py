"""Where the places that a text names lie.

In: text, language, mentions, what is known of outlet and desk. Out: `PlaceReference`s in their order. A name
that several places bear goes to the one that fits the rest of the text: its countries, the places beside it,
words such as "village of", and, where these are silent, the one with most people.
"""

from collections.abc import Sequence

from dateline.extract.places.asking import Named, questions_of, read_names
from dateline.extract.places.choice import PlaceContext, choose_places
from dateline.extract.places.hints import hints_of
from dateline.extract.places.relations import displaced, part_of, relation_of
from dateline.extract.places.toponyms import Toponym, find_toponyms
from dateline.extract.places.unknown import Surroundings, unknown_places
from dateline.extract.places.words import PlaceWords, place_words
from dateline.model.annotations import Mention, MentionType, PlacePrecision, PlaceReference
from dateline.text.gazetteer import Kind, Place, gazetteer
from dateline.text.tokens import Tokens, tokenize

DASHES = ("-", "–", "—")
PLACE_TYPES = (MentionType.GPE, MentionType.LOC, MentionType.FAC, MentionType.NORP)
PRECISIONS = {
    Kind.CITY: PlacePrecision.CITY,
    Kind.CAPITAL: PlacePrecision.CITY,
    Kind.REGION: PlacePrecision.ADMIN,
    Kind.COUNTRY: PlacePrecision.COUNTRY,
    Kind.SITE: PlacePrecision.POINT,
    Kind.AREA: PlacePrecision.REGION,
    Kind.DISTRICT: PlacePrecision.ADMIN,
}


def place_mentions(
    text: str, lang: str, mentions: Sequence[Mention], *, context: PlaceContext | None = None
) -> tuple[PlaceReference, ...]:
    """Find where the places among the mentions lie, in their order.

    One that the gazetteer lacks lies around the place beside it, or somewhere in the country that the text
    speaks of, which is told with little confidence; where the text names no other place it has no reference.
    """
    tokens, words = tokenize(text), place_words(lang)
    asked = [each for each in mentions if each.type in PLACE_TYPES]
    named = read_names(text, tokens, asked, words)
    hints = hints_of(text, tokens, named, words)
    chosen = choose_places(questions_of(named), hints, context or PlaceContext())
    known = [_reference(each, *chosen[each.key], tokens, words) for each in named]
    found = {place.mention: place for place in known}
    strangers = [each for each in asked if each.id not in found]
    if strangers:
        around = Surroundings.of(named, known)
        found |= {place.mention: place for place in unknown_places(text, tokens, strangers, around, words)}
        known = [found[each.id] for each in sorted(asked, key=_position) if each.id in found]
    return tuple(known)


def _position(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _reference(
    each: Named, place: Place, confidence: float, tokens: Tokens, words: PlaceWords
) -> PlaceReference:
    precision = PRECISIONS[place.kind]
    if place.kind is Kind.CAPITAL and _acts(each, tokens, words):
        place, precision = _country_of(place), PlacePrecision.COUNTRY
    relation = relation_of(tokens, each.first, each.last, words)
    if relation is None and each.mention.type is not MentionType.NORP and not each.wanted:
        relation = part_of(tokens, (each.first, each.last), each.name.split(" "), place, words)
    lat, lon = (place.lat, place.lon) if relation is None else displaced(place.lat, place.lon, relation)
    if relation is None and Kind.REGION in each.wanted and place.kind is Kind.CITY:
        precision = PlacePrecision.ADMIN
    return PlaceReference(
        each.mention.id, round(lat, 5), round(lon, 5), place.name, place.country, place.geonameid,
        PlacePrecision.REGION if relation else precision, confidence,
        relation=relation.words if relation else None, radius_km=relation.radius_km if relation else None,
    )  # fmt: skip


def _acts(each: Named, tokens: Tokens, words: PlaceWords) -> bool:
    """Say whether a capital stands for its government: "Damascus condemned"."""
    before = tokens.words[each.first - 1] if each.first else ""
    after = tokens.words[each.last : each.last + 2]
    dateline = after[:1] and after[0] in DASHES  # "Damascus - …": where the report was written
    return not dateline and before not in words.locatives and not words.government_verbs.isdisjoint(after)


def _country_of(capital: Place) -> Place:
    return gazetteer().country(capital.country or "") or capital


def toponym_mentions(text: str, lang: str, taken: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return mentions for place names of the text that no other mention overlaps."""
    free = (
        found
        for found in find_toponyms(text, lang)
        if not found.part and not any(_overlap(found, mention) for mention in taken)
    )
    return tuple(
        Mention(f"t{number}", found.start, found.end, found.type, None, found.confidence)
        for number, found in enumerate(free)
    )


def _overlap(found: Toponym, mention: Mention) -> bool:
    return found.start < mention.end and mention.start < found.end
