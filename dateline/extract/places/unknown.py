"""Places that the gazetteer lacks, told by those around them: "the town of Kafr Batikh in Idlib province".

Such a place has the name that the text prints. Where another stands beside it, it lies somewhere around that
one; of a town alone the country of most places of the text is said. Buildings are left out: what the reader
takes for one is seldom a place on a map.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.places.asking import Named
from dateline.extract.places.words import PlaceWords
from dateline.model.annotations import Mention, MentionType, PlacePrecision, PlaceReference
from dateline.text.gazetteer import gazetteer
from dateline.text.tokens import PARAGRAPH, Tokens

REACH = 25  # tokens between a place and the one that tells where it lies
AROUND_KM = {PlacePrecision.ADMIN: 100.0}
NEAR_KM = 50.0  # how far from a town or point a place may lie that is told beside it
BESIDE_CONFIDENCE, COUNTRY_CONFIDENCE = 0.3, 0.2
LOCAL = (PlacePrecision.POINT, PlacePrecision.CITY, PlacePrecision.ADMIN)
SURE_NAME = 0.6  # a name less sure is mostly no place; chosen on odd documents of LGL and GeoVirus
SENTENCE_MARKS = frozenset({".", "!", "?", "؟", PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The places of a text that lie within a country, in text order, by their first and last token."""

    firsts: Sequence[int]
    lasts: Sequence[int]
    places: Sequence[PlaceReference]

    @classmethod
    def of(cls, named: Sequence[Named], places: Iterable[PlaceReference]) -> "Surroundings":
        """Keep the places that are no country, region or people."""
        kept = [
            (each, place)
            for each, place in zip(named, places, strict=True)
            if place.precision in LOCAL and each.mention.type is not MentionType.NORP
        ]
        return cls(
            [each.first for each, _ in kept], [each.last for each, _ in kept], [place for _, place in kept]
        )

    def country(self) -> str | None:
        """Return the country of most places, the first of equals."""
        counted = Counter(place.country for place in self.places if place.country)
        return counted.most_common(1)[0][0] if counted else None

    def beside(self, tokens: Tokens, first: int, last: int) -> PlaceReference | None:
        """Return the nearest place of the sentence of tokens `first` to `last`; of two the one behind."""
        at = bisect_left(self.firsts, last)
        behind = self.firsts[at] - last if at < len(self.firsts) else REACH + 1
        front = first - self.lasts[at - 1] if at else REACH + 1
        if behind <= min(front, REACH) and _one_sentence(tokens.words[last : last + behind]):
            return self.places[at]
        if 0 <= front <= REACH and _one_sentence(tokens.words[first - front : first]):
            return self.places[at - 1]
        return None


def unknown_places(
    text: str, tokens: Tokens, strangers: Iterable[Mention], around: Surroundings, words: PlaceWords
) -> Iterator[PlaceReference]:
    """Yield where the mentions may lie that the gazetteer does not know, as far as the text tells it."""
    country = around.country()
    for mention in strangers:
        first = max(0, bisect_right(tokens.starts, mention.start) - 1)
        last = bisect_left(tokens.starts, mention.end)
        name = text[mention.start : mention.end]
        if mention.confidence < SURE_NAME or not _is_name(name, tokens.words[first:last], words):
            continue
        near = around.beside(tokens, first, last)
        if near is not None and mention.type in (MentionType.GPE, MentionType.LOC):
            yield _near(mention, name, near)
        elif country is not None and mention.type is MentionType.GPE:
            yield from _within(mention, name, country)


def _is_name(name: str, folded: Sequence[str], words: PlaceWords) -> bool:
    """Say whether words name a place: "Kafr Batikh", not "the north", "City Hall", "Ramadan"."""
    plain = all(word in words.plain_words or word in words.not_places for word in folded)
    return (
        len(name) > 2 and not name[0].islower() and not plain and " ".join(folded) not in words.never_places
    )


def _one_sentence(between: Sequence[str]) -> bool:
    return SENTENCE_MARKS.isdisjoint(between)


def _near(mention: Mention, name: str, near: PlaceReference) -> PlaceReference:
    radius = max(AROUND_KM.get(near.precision, NEAR_KM), near.radius_km or 0.0)
    return PlaceReference(
        mention.id, near.lat, near.lon, name, near.country, None, PlacePrecision.REGION,
        round(BESIDE_CONFIDENCE * near.confidence, 3), radius_km=radius,
    )  # fmt: skip


def _within(mention: Mention, name: str, code: str) -> Iterator[PlaceReference]:
    country = gazetteer().country(code)
    if country is not None:
        lat, lon, precision = round(country.lat, 5), round(country.lon, 5), PlacePrecision.COUNTRY
        yield PlaceReference(mention.id, lat, lon, name, code, None, precision, COUNTRY_CONFIDENCE)
