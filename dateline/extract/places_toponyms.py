"""Place names in a text, found by the gazetteer: for texts whose names are not marked by other means."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.places_words import PlaceWords, place_words
from dateline.model.annotations import MentionType
from dateline.text.gazetteer import Kind, Place, find_places, longest_name
from dateline.text.tokens import PARAGRAPH, Tokens, tokenize

LONGEST_NAME = 6  # words
UNCASED = ("fa", "ar", "he")
KNOWN_ALONE = 50_000  # people: a single word needs this much to be a town without a preposition
KNOWN_FROM = 20_000  # people: a town of this size needs no word beside it that says it is one
KNOWN_BEHIND_CLITIC = 100_000
KNOWN_BESIDE_LOCATIVE = 1000
# A single word without a capital that is also a town elsewhere (ليل: night, Lille) is that town only if it
# is as well known as this; set by hand on the sample, whose false towns have 330,000 people at most.
KNOWN_AFAR = 500_000
NEEDS_TYPE_BELOW = 500
PEOPLE_CONFIDENCE = 0.9
TYPES = {
    Kind.CITY: MentionType.GPE,
    Kind.CAPITAL: MentionType.GPE,
    Kind.REGION: MentionType.GPE,
    Kind.COUNTRY: MentionType.GPE,
    Kind.SITE: MentionType.FAC,
    Kind.AREA: MentionType.LOC,
}


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name of the text: half-open offsets and the type that a mention of it has."""

    start: int
    end: int
    type: MentionType
    confidence: float


@dataclass(frozen=True, slots=True)
class _Known:
    """How well the places of a name are known: people of the largest, and whether one is more than a town."""

    people: int
    widely: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with what is needed to judge a name in it."""

    text: str
    tokens: Tokens
    words: PlaceWords
    cased: bool
    persons: frozenset[str]
    common: frozenset[str]


def find_toponyms(text: str, lang: str) -> tuple[Toponym, ...]:
    """Find place names by the gazetteer, longest first, none overlapping another."""
    tokens, words = tokenize(text), place_words(lang)
    if lang.split("-", maxsplit=1)[0] in UNCASED:
        return tuple(_toponyms(_Page(text, tokens, words, False, frozenset(), words.not_places)))
    persons, common = _persons(text, tokens, words), _lower_case_words(text, tokens, words)
    return tuple(_toponyms(_Page(text, tokens, words, True, persons, common)))


def _persons(text: str, tokens: Tokens, words: PlaceWords) -> frozenset[str]:
    """Return words that the text uses as family names: behind a title or a given name."""
    found: set[str] = set()
    starts, ends, folded = tokens.starts, tokens.ends, tokens.words
    for at in range(1, len(tokens)):
        before = folded[at - 1]
        if before not in words.titles and before not in words.given_names:
            continue
        if text[starts[at]].isupper() and starts[at] - ends[at - 1] == 1 and text[starts[at - 1]].isupper():
            found.add(folded[at])
    return frozenset(found)


def _lower_case_words(text: str, tokens: Tokens, words: PlaceWords) -> frozenset[str]:
    """Return the words that the text also writes without a capital, and those of every text."""
    lower = {word for word, start in zip(tokens.words, tokens.starts, strict=True) if text[start].islower()}
    return words.not_places | lower


def _toponyms(page: _Page) -> Iterator[Toponym]:
    at = 0
    while at < len(page.tokens):
        found = None
        for skip, word in _forms(page, at):
            longest = longest_name(word)
            if longest and (found := _named(page, at, skip, word, longest)) is not None:
                break
        if found is None:
            found = _abbreviation(page, at)
        if found is None:
            if page.tokens.words[at] in page.words.demonyms and (people := _people(page, at)):
                yield people
            at += 1
            continue
        last, toponym = found
        yield toponym
        at = last


def _abbreviation(page: _Page, at: int) -> tuple[int, Toponym] | None:
    """Return the short name of a region behind a comma: "Alexandria, La."."""
    if at == 0 or page.tokens.words[at - 1] != "," or not page.text[page.tokens.starts[at]].isupper():
        return None
    for length in (3, 1):
        if "".join(page.tokens.words[at : at + length]) in page.words.abbreviations:
            last = min(at + length, len(page.tokens))
            start, end = page.tokens.starts[at], page.tokens.ends[last - 1]
            return last, Toponym(start, end, MentionType.GPE, PEOPLE_CONFIDENCE)
    return None


def _people(page: _Page, at: int) -> Toponym | None:
    """Return the name of a people or the adjective of a country at a token."""
    start, end = page.tokens.starts[at], page.tokens.ends[at]
    if page.cased and not page.text[start].isupper():
        return None
    return Toponym(start, end, MentionType.NORP, PEOPLE_CONFIDENCE)


def _forms(page: _Page, at: int) -> Iterator[tuple[int, str]]:
    """Yield the word at a token, and what is left of it without letters written together with it."""
    word = page.tokens.words[at]
    if page.cased:
        if page.text[page.tokens.starts[at]].isupper():
            yield 0, word
        return
    if not word[0].isalpha() or not word[0].isascii():
        yield 0, word
    for clitic in page.words.clitics:
        rest = word.removeprefix(clitic)
        if rest != word and len(rest) > 2:
            yield len(clitic), rest


def _named(page: _Page, at: int, skip: int, word: str, longest: int) -> tuple[int, Toponym] | None:
    tokens = page.tokens
    for last in range(min(at + longest + 2, at + LONGEST_NAME, len(tokens)), at, -1):
        if not _could_end(page, at, last):
            continue
        key = " ".join((word, *(each for each in tokens.words[at + 1 : last] if each[0].isalnum())))
        places = find_places(key)
        if places and _believed(page, at, last, skip, places):
            best = max(places, key=lambda place: (place.kind is not Kind.CITY, place.population))
            start = tokens.starts[at] + skip
            return last, Toponym(start, tokens.ends[last - 1], TYPES[best.kind], _confidence(best))
    return None


def _could_end(page: _Page, at: int, last: int) -> bool:
    """Say whether a name can run from token `at` to `last`: hyphens, dots and apostrophes may be inside."""
    inner = page.tokens.words[at + 1 : last]
    if inner and not inner[-1][0].isalnum():
        return False
    if any(not word[0].isalnum() and word not in "-.'’" for word in inner):
        return False
    return not page.cased or not inner or page.text[page.tokens.starts[last - 1]].isupper()


def _believed(page: _Page, at: int, last: int, skip: int, places: tuple[Place, ...]) -> bool:
    """Say whether these words name a place here, by their neighbours and by how well the place is known."""
    known = _how_known(page, places, alone=last - at == 1)
    before = page.tokens.words[at - 1] if at else ""
    if page.cased:
        return _believed_cased(page, at, last, known)
    if before in page.words.type_words:
        return True
    if last - at == 1 and page.tokens.words[at][skip:] in page.common:
        return False
    if known.widely:
        return True
    if skip:
        return known.people >= KNOWN_BEHIND_CLITIC
    return known.people >= (KNOWN_BESIDE_LOCATIVE if before in page.words.locatives else KNOWN_FROM)


def _how_known(page: _Page, places: tuple[Place, ...], *, alone: bool) -> _Known:
    near = page.words.near
    told = [
        place.population
        for place in places
        if not alone or not near or place.country in near or place.population >= KNOWN_AFAR
    ]
    return _Known(max(told, default=0), any(place.kind is not Kind.CITY for place in places))


def _believed_cased(page: _Page, at: int, last: int, known: _Known) -> bool:
    words, tokens = page.words, page.tokens
    before = tokens.words[at - 1] if at else ""
    after = tokens.words[last] if last < len(tokens) else ""
    if _part_of_other_name(page, at, last, known, before, after):
        return False
    typed = before in words.type_words or before in words.directions or after in words.type_words
    comma = after == "," and _region_follows(page, last + 1)
    if typed or comma or _dateline(page, at, last):
        return known.widely or known.people >= NEEDS_TYPE_BELOW
    if last - at == 1 and (tokens.words[at] in page.persons or tokens.words[at] in page.common):
        return False
    needed = NEEDS_TYPE_BELOW if before in words.locatives else KNOWN_FROM if last - at > 1 else KNOWN_ALONE
    return known.widely or known.people >= needed


def _part_of_other_name(page: _Page, at: int, last: int, known: _Known, before: str, after: str) -> bool:
    """Say whether the words belong to a person or an organisation, or are a word of type alone."""
    words, tokens = page.words, page.tokens
    if before in words.titles or (before == "." and at > 1 and tokens.words[at - 2] in words.titles):
        return True
    if last - at == 1 and tokens.words[at] in words.not_names:
        return True
    if after in words.organisation_words and not known.widely and known.people < KNOWN_ALONE:
        return True
    return _joined_name(page, at - 1, at) or _joined_name(page, last, last)


def _region_follows(page: _Page, at: int) -> bool:
    """Say whether a region or country stands behind the comma: "Paris, Texas", "Alexandria, La."."""
    if at >= len(page.tokens) or not page.text[page.tokens.starts[at]].isupper():
        return False
    words = page.tokens.words
    keys = [" ".join(words[at : at + length]) for length in (1, 2)] + ["".join(words[at : at + 3])]
    if any(key in page.words.abbreviations for key in keys):
        return True
    return any(place.kind in (Kind.REGION, Kind.COUNTRY) for key in keys for place in find_places(key))


def _dateline(page: _Page, at: int, last: int) -> bool:
    """Say whether the name opens a report in capitals: "BAGHDAD - "."""
    if at and page.tokens.words[at - 1] not in (PARAGRAPH, "."):
        return False
    if not page.text[page.tokens.starts[at] : page.tokens.ends[last - 1]].isupper():
        return False
    return last < len(page.tokens) and page.tokens.words[last] in ("-", ",", "(", ".")


def _joined_name(page: _Page, at: int, edge: int) -> bool:
    """Say whether the token beside a name is part of a longer one: "Jack London", "Paris Hilton"."""
    if not 0 <= at < len(page.tokens):
        return False
    word, start, words = page.tokens.words[at], page.tokens.starts[at], page.words
    if not word[0].isalpha() or not page.text[start].isupper() or page.text[start : start + 2].isupper():
        return False
    behind = max(at, edge)
    if page.tokens.starts[behind] - page.tokens.ends[behind - 1] > 1:
        return False
    if (
        word in words.type_words
        or word in words.directions
        or word in words.demonyms
        or word in words.locatives
    ):
        return False
    if at >= edge:
        return word not in words.titles and word not in words.organisation_words
    return not (_opens_sentence(page, at) and word not in words.given_names)


def _opens_sentence(page: _Page, at: int) -> bool:
    return at == 0 or page.tokens.words[at - 1] in '.!?\n"”“:•(-'


def _confidence(place: Place) -> float:
    if place.kind in (Kind.COUNTRY, Kind.CAPITAL, Kind.SITE, Kind.AREA):
        return 0.95
    return 0.85 if place.population >= KNOWN_FROM else 0.6
