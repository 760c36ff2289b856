"""Place names in a text, found by the gazetteer: for texts whose names are not marked by other means."""

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from dateline.extract.places.belief import (
    KNOWN_FROM,
    WIDE,
    Belief,
    Page,
    believe,
    believe_uncased,
    known_places,
)
from dateline.extract.places.choice import Key, cells_of
from dateline.extract.places.words import PlaceWords, place_words, short_key
from dateline.model.annotations import MentionType
from dateline.text.gazetteer import Kind, Place, longest_name
from dateline.text.homographs import homographs
from dateline.text.tokens import Tokens, tokenize

LONGEST_NAME = 6  # words
UNCASED = ("fa", "ar", "he")
SHORTEST_BEHIND_CLITIC = 3  # letters of a name of one word; "בתל אביב" has two words
INSIDE = frozenset("-.'’")
FEW = 3  # namesakes of a town that still say where the text is set
PEOPLE_CONFIDENCE = 0.9
TOLD_CONFIDENCE = 0.9
TYPES = {
    Kind.CITY: MentionType.GPE,
    Kind.CAPITAL: MentionType.GPE,
    Kind.REGION: MentionType.GPE,
    Kind.COUNTRY: MentionType.GPE,
    Kind.SITE: MentionType.FAC,
    Kind.AREA: MentionType.LOC,
    Kind.DISTRICT: MentionType.GPE,
}


class Toponym(NamedTuple):
    """A place name of the text: half-open offsets and the type that a mention of it has.

    `told` is one that the words beside it call a place: "in Basra", "Paris, Texas". `part` is one that is no
    place by itself, but the beginning of another name: "Grand Ledge Police".
    """

    start: int
    end: int
    type: MentionType
    confidence: float
    told: bool = False
    part: bool = False


class _Finding(NamedTuple):
    """Words from one token to another that may name places, and how far that is believed."""

    last: int
    toponym: Toponym
    belief: Belief
    key: str = ""
    places: tuple[Place, ...] = ()


def find_toponyms(text: str, lang: str) -> tuple[Toponym, ...]:
    """Find place names by the gazetteer, longest first, none overlapping another."""
    tokens, words = tokenize(text), place_words(lang)
    primary = lang.split("-", maxsplit=1)[0]
    if primary in UNCASED:
        page = Page(text, tokens, words, frozenset(), words.not_places | homographs(primary))
        return tuple(_in_script_without_case(page))
    letters = list(map(text.__getitem__, tokens.starts))
    upper = list(map(str.isupper, letters))
    capitals = list(compress(range(len(tokens)), upper))
    lower = frozenset(compress(tokens.words, map(str.islower, letters)))
    page = Page(text, tokens, words, _persons(tokens, capitals, words), lower, upper)
    found = tuple(_findings(page, capitals))
    sure = [each for each in found if each.belief >= Belief.YES]
    keys, area = {each.key for each in sure if each.key}, _area(sure)
    return tuple(_toponym(each, keys) for each in found if _holds(each, keys, area))


def _toponym(found: _Finding, keys: set[str]) -> Toponym:
    part = found.belief is Belief.PART and found.key not in keys
    return found.toponym._replace(part=True) if part else found.toponym


def _persons(tokens: Tokens, capitals: Sequence[int], words: PlaceWords) -> frozenset[str]:
    """Return words that the text uses as family names: behind a title or a given name."""
    starts, ends, folded = tokens.starts, tokens.ends, tokens.words
    return frozenset(
        folded[after]
        for at, after in pairwise(capitals)
        if after == at + 1 and folded[at] in words.callers and starts[after] - ends[at] == 1
    )


def _findings(page: Page, capitals: Sequence[int]) -> Iterator[_Finding]:
    """Yield what may be place names in a script with capitals, in text order."""
    words, known, begun = page.tokens.words, page.words.begun, 0
    for at in capitals:
        if at < begun:
            continue
        longest, special = longest_name(words[at]), words[at] in known
        if not longest and not special:
            continue
        found = _named(page, at, longest) if longest else None
        if found is None and special:
            found = _short_name(page, at) or _people(page, at)
        if found is not None:
            begun = found.last
            yield found


def _area(sure: list[_Finding]) -> frozenset[Key]:
    """Return the regions that a text names, and the cells of the towns in it that have few namesakes."""
    regions = {place.region for each in sure for place in each.places[:1] if place.kind is Kind.REGION}
    few = (place for each in sure if len(each.places) <= FEW for place in each.places)
    cells = {cell for place in few if place.kind not in WIDE for cell in cells_of(place.row)}
    return frozenset(cells | {region for region in regions if region})


def _holds(found: _Finding, keys: set[str], area: frozenset[Key]) -> bool:
    if found.belief >= Belief.YES or found.key in keys:
        return True
    return any(place.region in area or not area.isdisjoint(cells_of(place.row)) for place in found.places)


def _short_name(page: Page, at: int) -> _Finding | None:
    """Return the short name of a region behind a comma, or with its points: "Alexandria, La.", "N.C."."""
    tokens, words = page.tokens, page.words
    comma = at > 0 and tokens.words[at - 1] == ","
    for length in (4, 3, 2, 1):
        name = tokens.words[at : at + length]
        key = short_key(name)
        if key not in words.abbreviations or not all(word.isalnum() or word == "." for word in name):
            continue
        last = min(at + length, len(tokens))
        if key in words.titles or ("." in name[:-1] and key not in words.pointed):
            continue
        pointed = "." in tokens.words[at : last + 1] and key in words.short_names_alone
        if comma or pointed:
            return _Finding(
                last,
                Toponym(tokens.starts[at], tokens.ends[last - 1], MentionType.GPE, PEOPLE_CONFIDENCE),
                Belief.YES,
            )
    return None


def _people(page: Page, at: int) -> _Finding | None:
    """Return the name of a people or the adjective of a country at a token."""
    if page.tokens.words[at] not in page.words.demonyms:
        return None
    start, end = page.tokens.starts[at], page.tokens.ends[at]
    return _Finding(at + 1, Toponym(start, end, MentionType.NORP, PEOPLE_CONFIDENCE), Belief.YES)


def _named(page: Page, at: int, longest: int) -> _Finding | None:
    """Return the longest name at a token that is believed at all."""
    starts, ends = page.tokens.starts, page.tokens.ends
    for last in _ends_with_capital(page, at, longest) if longest > 1 else (at + 1,):
        key = page.tokens.words[at] if last == at + 1 else _key(page.tokens.words[at:last])
        known = known_places(key)
        if known is not None and (belief := believe(page, at, last, known)) is not Belief.NO:
            kind, told = TYPES[known.best.kind], belief >= Belief.LOCATED
            sure = TOLD_CONFIDENCE if belief is Belief.TOLD else _confidence(known.best)
            toponym = Toponym(starts[at], ends[last - 1], kind, sure, told)
            return _Finding(last, toponym, belief, key, known.places)
    return None


def _ends_with_capital(page: Page, at: int, longest: int) -> list[int]:
    """Return those of the ends of names at a token whose last word has a capital, the farthest first."""
    ends, words, upper = [at + 1], page.tokens.words, page.upper
    for last in range(at + 1, min(at + longest + 2, at + LONGEST_NAME, len(words))):
        if upper[last]:
            ends.append(last + 1)
        elif not words[last][0].isalnum() and words[last] not in INSIDE:
            break
    ends.reverse()
    return ends


def _ends(tokens: Tokens, at: int, longest: int) -> list[int]:
    """Return where names that begin at a token may end, the farthest first: hyphens and dots are inside."""
    ends, words = [at + 1], tokens.words
    if longest == 1 or at + 1 == len(words):
        return ends
    for last in range(at + 1, min(at + longest + 2, at + LONGEST_NAME, len(words))):
        if words[last][0].isalnum():
            ends.append(last + 1)
        elif words[last] not in INSIDE:
            break
    ends.reverse()
    return ends


def _key(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else " ".join([word for word in words if word not in INSIDE])


def _in_script_without_case(page: Page) -> Iterator[Toponym]:
    at = 0
    while at < len(page.tokens):
        last, toponym = at + 1, None
        for skip, word in _clitic_forms(page, at):
            longest = longest_name(word)
            if longest and (named := _named_uncased(page, at, skip, word, longest)):
                last, toponym = named
                break
        if toponym is None and page.tokens.words[at] in page.words.demonyms:
            start, end = page.tokens.starts[at], page.tokens.ends[at]
            toponym = Toponym(start, end, MentionType.NORP, PEOPLE_CONFIDENCE)
        if toponym is not None:
            yield toponym
        at = last


def _clitic_forms(page: Page, at: int) -> Iterator[tuple[int, str]]:
    """Yield the word at a token, and what is left of it without letters written together with it."""
    word = page.tokens.words[at]
    if not word[0].isalpha() or not word[0].isascii():
        yield 0, word
    for clitic in page.words.clitics:
        if len(word) > len(clitic) + 1 and word.startswith(clitic):
            yield len(clitic), word[len(clitic) :]


def _named_uncased(page: Page, at: int, skip: int, word: str, longest: int) -> tuple[int, Toponym] | None:
    for last in _ends(page.tokens, at, longest):
        if skip and len(word) < SHORTEST_BEHIND_CLITIC and last == at + 1:
            continue
        known = known_places(_key((word, *page.tokens.words[at + 1 : last])))
        if known and believe_uncased(page, at, last, skip, known.places):
            best, start = known.best, page.tokens.starts[at] + skip
            return last, Toponym(start, page.tokens.ends[last - 1], TYPES[best.kind], _confidence(best))
    return None


def _confidence(place: Place) -> float:
    if place.kind in (Kind.COUNTRY, Kind.CAPITAL, Kind.SITE, Kind.AREA):
        return 0.95
    return 0.85 if place.population >= KNOWN_FROM else 0.6
