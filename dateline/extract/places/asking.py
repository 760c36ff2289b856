"""What a text says of the place names in it: which places bear them, of what kind, in which region."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.extract.places.candidates import TOWNS, candidates_of, kinds_of
from dateline.extract.places.choice import Question
from dateline.extract.places.words import PlaceWords, short_key
from dateline.model.annotations import Mention, MentionType
from dateline.text.gazetteer import NAMES_REMEMBERED, Kind, Place, find_places, gazetteer
from dateline.text.tokens import Tokens

CANDIDATES = 40
LONGEST_SHORT_NAME = 4  # tokens: "W . Va ."
LONGEST_LIST = 30  # tokens that may stand between a name and the "counties" that it is one of
WIDE = (Kind.COUNTRY, Kind.REGION)
CURRENCIES = frozenset("$€£¥")


class Named(NamedTuple):
    """A mention with its tokens, the places that bear its name, and what the words around it say of it.

    `key` is one for all mentions of the text that mean one place; `listed` has the kinds of the names that it
    is listed with. `name` is the folded name under which the places were found.
    """

    mention: Mention
    key: str
    first: int
    last: int
    places: tuple[Place, ...]
    container: str | None
    wanted: frozenset[Kind]
    listed: frozenset[Kind] = frozenset()
    name: str = ""


def read_names(text: str, tokens: Tokens, mentions: Iterable[Mention], words: PlaceWords) -> list[Named]:
    """Return the mentions that the gazetteer knows, with what is said of them, in text order."""
    found = (_named(text, tokens, mention, words) for mention in mentions)
    named = sorted((each for each in found if each is not None), key=lambda each: (each.first, each.last))
    return _with_containers(list(_in_lists(named, tokens)))


def questions_of(named: Sequence[Named]) -> list[Question]:
    """Return one question a name: all its mentions in a text mean one place.

    A kind is asked for where at least half of the mentions ask for it.
    """
    mentions: dict[str, list[Named]] = {}
    for each in named:
        mentions.setdefault(each.key, []).append(each)
    return [
        Question(
            key,
            group[0].places,
            frozenset().union(*(each.wanted for each in group)),
            group[0].container,
            _by_half([each.listed for each in group]),
            group[0].name,
        )
        for key, group in mentions.items()
    ]


def _by_half(kinds: Sequence[frozenset[Kind]]) -> frozenset[Kind]:
    if len(kinds) == 1:
        return kinds[0]
    counts = Counter(kind for each in kinds for kind in each)
    return frozenset(kind for kind, count in counts.items() if 2 * count >= len(kinds))


def _named(text: str, tokens: Tokens, mention: Mention, words: PlaceWords) -> Named | None:
    first = max(0, bisect_right(tokens.starts, mention.start) - 1)
    last = bisect_left(tokens.starts, mention.end)
    if first >= last:
        return None
    name = tokens.words[first:last]
    if last - first == 1 and text[mention.start].islower():
        return None  # "us", "god"
    people = _people(mention, first, last, tokens, words)
    if mention.type is MentionType.NORP or (people and " ".join(name) in words.demonyms):
        return people
    form, places, wanted = candidates_of(tuple(name), words)
    region = _short_region(text, tokens, first, last, words)
    places = (region,) if region else places[:CANDIDATES]
    if not places or (region is None and _names_no_place(tokens, first, last, words)):
        return people
    before = tokens.words[first - 1] if first else ""
    after = tokens.words[last] if last < len(tokens) else ""
    of = tokens.words[first - 2] if before in ("of", "the") and first > 1 else ""
    kinds = wanted.union(*(kinds_of(word, words) for word in (before, after, of)))
    if before in words.directions and after in words.countryside:
        kinds = TOWNS  # "the western Aleppo countryside" begins at the town
    kinds |= _kinds_of_list(text, tokens, last, words)
    container = _container(text, tokens, last, places, words)
    return Named(mention, " ".join(name), first, last, places, container, kinds, name=form)


def _names_no_place(tokens: Tokens, first: int, last: int, words: PlaceWords) -> bool:
    """Say whether a name that some town bears is none: "Ramadan", "West Nile virus", "US$100"."""
    after = tokens.words[last] if last < len(tokens) else ""
    amount = after in CURRENCIES and tokens.starts[last] == tokens.ends[last - 1]
    return amount or after in words.disease_words or " ".join(tokens.words[first:last]) in words.never_places


def _short_region(text: str, tokens: Tokens, first: int, last: int, words: PlaceWords) -> Place | None:
    """Return the region of a short name behind a comma or printed with a point: "Athens, Ga", "N.C."."""
    name = tokens.words[first:last]
    key = short_key(name)
    code = words.abbreviations.get(key)
    if code is None or ("." in name[:-1] and key not in words.pointed):
        return None  # "L.A." is not "La."
    if any(place.kind is Kind.COUNTRY for place in find_places(" ".join(name))):
        return None  # "Tbilisi, Georgia"
    pointed = "." in tokens.words[first : last + 1] and text[tokens.starts[first]].isupper()
    return gazetteer().region(code) if pointed or (first and tokens.words[first - 1] == ",") else None


def _people(mention: Mention, first: int, last: int, tokens: Tokens, words: PlaceWords) -> Named | None:
    """Return a people or the adjective of a country or region as that country or region."""
    for length in (last - first, 1):
        code = words.demonyms.get(" ".join(tokens.words[first : first + length]))
        country = gazetteer().country(code) if code else None
        if country is not None:
            return Named(mention, f"people of {code}", first, last, (country,), None, frozenset())
    return None


def _kinds_of_list(text: str, tokens: Tokens, last: int, words: PlaceWords) -> frozenset[Kind]:
    """Return what the word behind a list says that all in it are: "Clay, Grant and Swift counties"."""
    for at in range(last, min(last + LONGEST_LIST, len(tokens))):
        word = tokens.words[at]
        if word in words.plural_types:
            return kinds_of(words.plural_types[word], words)
        if word not in words.joining and not text[tokens.starts[at]].isupper():
            break
    return frozenset()


def _container(
    text: str, tokens: Tokens, last: int, places: Sequence[Place], words: PlaceWords
) -> str | None:
    """Return the region or country named right behind a comma or in brackets: "Paris, Texas".

    Where several bear that name ("Tbilisi, Georgia") it is the one in which one of the places lies.
    """
    if last + 1 >= len(tokens) or tokens.words[last] not in (",", "("):
        return None
    if not text[tokens.starts[last + 1]].isupper() and text[tokens.starts[last + 1]].isascii():
        return None
    for length in range(LONGEST_SHORT_NAME, 0, -1):
        codes = _wide_codes(tuple(tokens.words[last + 1 : last + 1 + length]), words)
        if codes:
            inside = {code for place in places for code in (place.country, place.region)}
            return next((code for code in codes if code in inside), codes[0])
    return None


@lru_cache(maxsize=NAMES_REMEMBERED)
def _wide_codes(name: tuple[str, ...], words: PlaceWords) -> tuple[str, ...]:
    """Return the codes of the regions and countries that bear a name or are written so for short."""
    short = words.abbreviations.get(short_key(name))
    named = find_places(" ".join(word for word in name if word[0].isalnum()))
    wide = (
        place.country if place.kind is Kind.COUNTRY else place.region for place in named if place.kind in WIDE
    )
    return tuple(code for code in (short, *wide) if code)


def _in_lists(named: Sequence[Named], tokens: Tokens) -> Iterator[Named]:
    """Yield the names, each wanting to be of the kind of those it is listed with.

    A region behind a town that lies in it is that region, not a town of its name: "Buffalo, New York". In
    "Texas, Washington, Ohio" what follows a name is no region that it lies in.
    """
    for before, each, after in zip((None, *named), named, (*named[1:], None), strict=False):
        left = before if before and _joined(tokens, before.last, each.first) else None
        right = after if after and _joined(tokens, each.last, after.first) else None
        inside = left.container if left and _wide(left) is None else None
        if inside and any(_is_region(place, inside) for place in each.places):
            key = f"{each.key} in which {inside}"
            yield each._replace(key=key, listed=frozenset({Kind.REGION}), container=None)
        else:
            yield _of_a_kind(each, left, right)


def _of_a_kind(each: Named, left: Named | None, right: Named | None) -> Named:
    beside = {kind for other in (left, right) if other and (kind := _wide(other)) is not None}
    shared = beside & {place.kind for place in each.places}
    if not shared:
        return each
    container = None if left and _wide(left) is not None else each.container
    return each._replace(listed=frozenset(shared), container=container)


def _joined(tokens: Tokens, last: int, first: int) -> bool:
    """Say whether only a comma or "and" stands between two names."""
    between = tokens.words[last:first]
    return 0 < len(between) <= 2 and all(word in (",", "and", "or", "و", "&") for word in between)


def _wide(each: Named) -> Kind | None:
    """Return what kind of wide place a name is most likely to mean, where it is one."""
    return next((place.kind for place in each.places[:1] if place.kind in WIDE), None)


def _is_region(place: Place, code: str | None) -> bool:
    return place.kind in WIDE and code in (place.region, place.country)


def _with_containers(named: Sequence[Named]) -> list[Named]:
    """Give all mentions of a name the region or country that one of them is told with."""
    told: dict[str, str] = {}
    for each in named:
        if each.container:
            told.setdefault(each.key, each.container)
    if not told:
        return list(named)
    return [
        each if each.container or each.key not in told else each._replace(container=told[each.key])
        for each in named
    ]
