"""What a text says of the place names in it: which places bear them, of what kind, in which region."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.extract.places.choice import Question
from dateline.extract.places.words import PlaceWords, short_key
from dateline.model.annotations import Mention, MentionType
from dateline.text.gazetteer import Kind, Place, find_places, gazetteer, name_key
from dateline.text.tokens import Tokens

CANDIDATES = 40
LONGEST_SHORT_NAME = 4  # tokens: "W . Va ."
LONGEST_REGION = 3  # words
LONGEST_LIST = 30  # tokens that may stand between a name and the "counties" that it is one of
KNOWN_REGION = 300_000  # people: the regions that are looked for in the names of other things
TOWNS = frozenset({Kind.CITY, Kind.CAPITAL})
WIDE = (Kind.COUNTRY, Kind.REGION)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its tokens, the places that bear its name, and what the words around it say of it.

    `key` is one for all mentions of the text that mean one place; `listed` has the kinds of the names that it
    is listed with.
    """

    mention: Mention
    key: str
    first: int
    last: int
    places: tuple[Place, ...]
    container: str | None
    wanted: frozenset[Kind]
    listed: frozenset[Kind] = frozenset()


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
        )
        for key, group in mentions.items()
    ]


def _by_half(kinds: Sequence[frozenset[Kind]]) -> frozenset[Kind]:
    if len(kinds) == 1:
        return kinds[0]
    counts = Counter(kind for each in kinds for kind in each)
    return frozenset(kind for kind, count in counts.items() if 2 * count >= len(kinds))


def hints_of(text: str, tokens: Tokens, named: Sequence[Named], words: PlaceWords) -> Counter[str]:
    """Count the countries and regions that the text speaks of outside of the names.

    They are told by adjectives of countries, and by names of regions in those of other things ("Ohio State
    University").
    """
    regions, hints = region_names(), Counter[str]()
    told = [at for at, word in enumerate(tokens.words) if word in words.demonyms or word in regions]
    taken = {at for each in named for at in range(each.first, each.last)} if told else set()
    for at in told:
        code = words.demonyms.get(tokens.words[at])
        if code is None and at not in taken and text[tokens.starts[at]].isupper():
            code = _region_at(tokens, at, regions[tokens.words[at]])
        if code is not None:
            hints[code] += 1
    return hints


def _region_at(tokens: Tokens, at: int, regions: Mapping[str, str]) -> str | None:
    keys = (" ".join(tokens.words[at : at + length]) for length in range(LONGEST_REGION, 0, -1))
    return next((regions[key] for key in keys if key in regions), None)


@cache
def region_names() -> dict[str, dict[str, str]]:
    """Return the codes of well-known countries and regions by folded name, under its first word."""
    found: dict[str, dict[str, str]] = {}
    known = gazetteer()
    for code in known.rows:
        place = known.region(code)
        if place is None or place.population < KNOWN_REGION:
            continue
        key = name_key(place.name)
        if find_places(key)[0].kind in WIDE:
            found.setdefault(key.partition(" ")[0], {}).setdefault(key, code)
    return found


def _named(text: str, tokens: Tokens, mention: Mention, words: PlaceWords) -> Named | None:
    first = max(0, bisect_right(tokens.starts, mention.start) - 1)
    last = bisect_left(tokens.starts, mention.end)
    if first >= last:
        return None
    name = tokens.words[first:last]
    people = _people(mention, first, last, tokens, words)
    if mention.type is MentionType.NORP or (people and " ".join(name) in words.demonyms):
        return people
    places, wanted = _candidates(name, words)
    region = _short_region(text, tokens, first, last, words)
    places = (region,) if region else places[:CANDIDATES]
    if not places:
        return people
    before = tokens.words[first - 1] if first else ""
    after = tokens.words[last] if last < len(tokens) else ""
    of = tokens.words[first - 2] if before in ("of", "the") and first > 1 else ""
    kinds = wanted.union(*(kinds_of(word, words) for word in (before, after, of)))
    if before in words.directions and after in words.countryside:
        kinds = TOWNS  # "the western Aleppo countryside" begins at the town
    kinds |= _kinds_of_list(text, tokens, last, words)
    return Named(mention, " ".join(name), first, last, places, _container(text, tokens, last, words), kinds)


def _short_region(text: str, tokens: Tokens, first: int, last: int, words: PlaceWords) -> Place | None:
    """Return the region of a short name behind a comma or printed with a point: "Athens, Ga", "N.C."."""
    code = words.abbreviations.get(short_key(tokens.words[first:last]))
    if code is None:
        return None
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


def _candidates(name: Sequence[str], words: PlaceWords) -> tuple[tuple[Place, ...], frozenset[Kind]]:
    """Return the places of a name as it is written, or of what is left without articles and words of type."""
    wanted: frozenset[Kind] = frozenset()
    whole = [word for word in name if word[0].isalnum()]
    if len(whole) > 1 and name[-2:] and whole[-1] == "s" and "'" in name:
        whole = whole[:-1]
    for form in _forms(whole, words):
        places = find_places(" ".join(form))
        if places:
            for word in whole:
                if word not in form:
                    wanted |= kinds_of(word, words)
            return places, wanted
    return (), wanted


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
        return frozenset({Kind.REGION, Kind.DISTRICT})
    if word in words.city_words:
        return TOWNS
    return frozenset({Kind.SITE, Kind.AREA}) if word in words.site_words else frozenset()


def _kinds_of_list(text: str, tokens: Tokens, last: int, words: PlaceWords) -> frozenset[Kind]:
    """Return what the word behind a list says that all in it are: "Clay, Grant and Swift counties"."""
    for at in range(last, min(last + LONGEST_LIST, len(tokens))):
        word = tokens.words[at]
        if word in words.plural_types:
            return kinds_of(words.plural_types[word], words)
        if word not in words.joining and not text[tokens.starts[at]].isupper():
            break
    return frozenset()


def _container(text: str, tokens: Tokens, last: int, words: PlaceWords) -> str | None:
    """Return the region or country named right behind a comma or in brackets: "Paris, Texas"."""
    if last + 1 >= len(tokens) or tokens.words[last] not in (",", "("):
        return None
    if not text[tokens.starts[last + 1]].isupper() and text[tokens.starts[last + 1]].isascii():
        return None
    for length in range(LONGEST_SHORT_NAME, 0, -1):
        behind = tokens.words[last + 1 : last + 1 + length]
        region = words.abbreviations.get(short_key(behind))
        if region is not None:
            return region
        for place in find_places(" ".join(word for word in behind if word[0].isalnum())):
            if place.kind is Kind.COUNTRY:
                return place.country
            if place.kind is Kind.REGION and place.region:
                return place.region
    return None


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
            yield replace(each, key=key, listed=frozenset({Kind.REGION}), container=None)
        else:
            yield _of_a_kind(each, left, right)


def _of_a_kind(each: Named, left: Named | None, right: Named | None) -> Named:
    beside = {kind for other in (left, right) if other and (kind := _wide(other)) is not None}
    shared = beside & {place.kind for place in each.places}
    if not shared:
        return each
    container = None if left and _wide(left) is not None else each.container
    return replace(each, listed=frozenset(shared), container=container)


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
    return [each if each.container else replace(each, container=told.get(each.key)) for each in named]
