"""Whether words that the gazetteer knows name a place where they stand, by what is written around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from dateline.extract.places.words import PlaceWords, short_key
from dateline.text.gazetteer import NAMES_REMEMBERED, Kind, Place, find_places
from dateline.text.tokens import PARAGRAPH, Tokens

KNOWN_ALONE = 50_000  # people: a single word needs this much to be a town without a preposition
KNOWN_FROM = 20_000  # people: a town of this size needs no word beside it that says it is one
KNOWN_BEHIND_CLITIC = 100_000
KNOWN_BESIDE_LOCATIVE = 1000
# A single word without a capital that is also a town elsewhere (ليل: night, Lille) is that town only if it
# is as well known as this; set by hand on the sample, whose false towns have 330,000 people at most.
KNOWN_AFAR = 500_000
NEEDS_TYPE_BELOW = 500
TOWNS = (Kind.CITY, Kind.DISTRICT)
WIDE = (Kind.COUNTRY, Kind.REGION)
NON_JOINER = "\u200c"  # what stands behind it is the end of a word, not a word
SENTENCE_OPENERS = frozenset('.!?\n"”“:•(-')


class Belief(IntEnum):
    """How far words are taken for a place name where they stand."""

    NO = 0
    PART = 1  # of a longer name: "Dublin Arts Council"; a place if the text names it elsewhere
    UNKNOWN = 2  # too small a town to be known by name alone; a place if the text speaks of its region
    YES = 3
    LOCATED = 4  # behind a preposition that places alone stand behind: "in Basra"
    TOLD = 5  # called a place: "the town of Nubul", "Paris, Texas", "BAGHDAD - "


@dataclass(frozen=True, slots=True)
class Known:
    """The places of a name and how well they are known: people of the largest town, whether one is wide (a
    country, or a region before all else), whether one is more than a town, whether one is a district.
    """

    places: tuple[Place, ...]
    best: Place
    people: int
    wide: bool
    widely: bool
    district: bool


@lru_cache(maxsize=NAMES_REMEMBERED)
def known_places(key: str) -> Known | None:
    """Return what the gazetteer knows of a folded name."""
    places = find_places(key)
    if not places:
        return None
    wide = places[0].kind in WIDE or any(place.kind is Kind.COUNTRY for place in places)
    return Known(
        places,
        max(places, key=lambda place: (place.kind not in TOWNS, place.population)),
        max((place.population for place in places if place.kind is not Kind.DISTRICT), default=0),
        wide,
        wide or any(place.kind not in TOWNS for place in places),
        any(place.kind is Kind.DISTRICT for place in places),
    )


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what is needed to judge a name in it; `common` words it has without a capital too."""

    text: str
    tokens: Tokens
    words: PlaceWords
    persons: frozenset[str]
    common: frozenset[str]
    upper: Sequence[bool] = ()


def believe(page: Page, at: int, last: int, known: Known) -> Belief:
    """Judge the words from token `at` to `last` in a script that has capitals."""
    words, tokens = page.words, page.tokens
    before = tokens.words[at - 1] if at else ""
    after = tokens.words[last] if last < len(tokens) else ""
    widely = known.widely or (known.district and last - at > 1 and tokens.words[last - 1] in words.type_words)
    if _part_of_person(page, at, last, before) or _acronym(page, at, last, known):
        return Belief.NO
    if not widely and page.words.plain_words.issuperset(tokens.words[at:last]):
        return Belief.NO  # "City Park"
    small = not widely and known.people < NEEDS_TYPE_BELOW
    unknown = not widely and known.people < KNOWN_ALONE
    common = _common(page, at, last)
    if (unknown and after in words.organisation_words) or _part_of_longer(page, at, last, known):
        given = last - at == 1 and tokens.words[at] in words.given_names
        return Belief.NO if small or common or given else Belief.PART
    comma = after == "," and _region_follows(page, last + 1)
    if comma or _typed(page, at, last, common) or _dateline(page, at, last):
        return Belief.NO if small and not comma else Belief.TOLD
    return Belief.NO if common else _by_size(page, last - at, before, known.people if not widely else None)


def _by_size(page: Page, length: int, before: str, people: int | None) -> Belief:
    """Judge a name by the people of its largest town; None is more than a town."""
    needed = KNOWN_FROM if length > 1 else KNOWN_ALONE
    if people is not None and people < (NEEDS_TYPE_BELOW if before in page.words.locatives else needed):
        return Belief.UNKNOWN
    return Belief.LOCATED if before in page.words.firm_locatives else Belief.YES


def _typed(page: Page, at: int, last: int, common: bool) -> bool:
    """Say whether the words beside a name say what sort of place it is: "village Dvani", "Orange County".

    A common word needs the word of type to be a part of the name, unlike "Only city people".
    """
    words, tokens = page.words, page.tokens
    if last < len(tokens) and tokens.words[last] in words.type_words and (page.upper[last] or not common):
        return True
    before = tokens.words[at - 1] if at else ""
    if common or not at:
        return False
    if before in words.directions or before in words.site_words:
        return True
    return before in words.type_words and not page.upper[at - 1]


def _common(page: Page, at: int, last: int) -> bool:
    word = page.tokens.words[at]
    listed = word in page.words.not_places or word in page.persons or word in page.common
    return last - at == 1 and listed


def _part_of_person(page: Page, at: int, last: int, before: str) -> bool:
    """Say whether the words belong to a person's name, or are a word of type alone."""
    words, tokens = page.words, page.tokens
    if before in words.titles or (before == "." and at > 1 and tokens.words[at - 2] in words.titles):
        return True
    if last - at == 1 and tokens.words[at] in words.not_names:
        return True
    if before == "." and at > 1 and len(tokens.words[at - 2]) == 1:
        return True
    return before in words.given_names and page.upper[at - 1]


def _acronym(page: Page, at: int, last: int, known: Known) -> bool:
    """Say whether a word in capitals is the short name of something else, and not a headline or a country."""
    tokens, text = page.tokens, page.text
    if known.wide or last - at > 1 or not text[tokens.starts[at] : tokens.ends[at]].isupper():
        return False
    if _dateline(page, at, last):
        return False
    beside = [each for each in (at - 1, last) if 0 <= each < len(tokens) and tokens.words[each][0].isalpha()]
    return not any(text[tokens.starts[each] : tokens.ends[each]].isupper() for each in beside)


def _part_of_longer(page: Page, at: int, last: int, known: Known) -> bool:
    """Say whether the words belong to the name of something else."""
    if _joined_name(page, at - 1, at):
        return True
    alone = known.wide and page.tokens.words[at] not in page.words.given_names
    return not alone and _joined_name(page, last, last)


def _region_follows(page: Page, at: int) -> bool:
    """Say whether a region or country stands behind the comma: "Paris, Texas", "Alexandria, La."."""
    if at >= len(page.tokens) or not page.upper[at]:
        return False
    words = page.tokens.words
    if any(short_key(words[at : at + length]) in page.words.abbreviations for length in (1, 2, 3, 4)):
        return True
    keys = (" ".join(words[at : at + length]) for length in (1, 2))
    return any(place.kind in WIDE for key in keys for place in find_places(key))


def _dateline(page: Page, at: int, last: int) -> bool:
    """Say whether the name opens a report in capitals: "BAGHDAD - "."""
    tokens = page.tokens
    if at and tokens.words[at - 1] not in (PARAGRAPH, "."):
        return False
    if not page.text[tokens.starts[at] : tokens.ends[last - 1]].isupper():
        return False
    return last < len(tokens) and tokens.words[last] in ("-", ",", "(", ".")


def _joined_name(page: Page, at: int, edge: int) -> bool:
    """Say whether the token beside a name is part of a longer one: "Jack London", "Paris Hilton"."""
    if not 0 <= at < len(page.tokens):
        return False
    if not page.upper[at]:
        return False
    word, start, words = page.tokens.words[at], page.tokens.starts[at], page.words
    if page.text[start : start + 2].isupper():
        return False
    behind = max(at, edge)
    if page.tokens.starts[behind] - page.tokens.ends[behind - 1] > 1:
        return False
    if word in words.besides or at >= edge:
        return not (word in words.besides or word in words.titles or word in words.organisation_words)
    return not (opens_sentence(page, at) and word not in words.given_names)


def opens_sentence(page: Page, at: int) -> bool:
    """Say whether a token may have its capital from its place alone."""
    return at == 0 or page.tokens.words[at - 1] in SENTENCE_OPENERS


def believe_uncased(page: Page, at: int, last: int, skip: int, places: tuple[Place, ...]) -> bool:
    """Judge the words from token `at` to `last`, less `skip` letters, in a script without capitals."""
    alone, near = last - at == 1, page.words.near
    before = page.tokens.words[at - 1] if at else ""
    cut = skip > 0 and not alone and page.tokens.words[last - 1] in page.words.not_places
    if cut or before in page.words.organisation_words:
        return False  # "بيان إن" is no town of its letters, "فيلق القدس" none at all
    if at and page.text[page.tokens.ends[at - 1]] == NON_JOINER:
        return False
    if alone and page.tokens.words[at][skip:] in page.common:
        after = page.tokens.words[last] if last < len(page.tokens) else ""
        led = before in page.words.city_words or before in page.words.admin_words
        return led and after not in page.words.light_verbs  # "در این شهر خبر داد" names no town
    if before in page.words.type_words:
        return True
    if any(place.kind not in TOWNS for place in places):
        return True
    told = [
        place.population
        for place in places
        if not alone or not near or place.country in near or place.population >= KNOWN_AFAR
    ]
    if skip:
        needed = KNOWN_BEHIND_CLITIC
    else:
        needed = KNOWN_BESIDE_LOCATIVE if before in page.words.locatives else KNOWN_FROM
    return max(told, default=0) >= needed
