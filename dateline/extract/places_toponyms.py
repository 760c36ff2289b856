"""Place names in a text, found by the gazetteer: for texts whose names are not marked by other means."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.places_words import PlaceWords, place_words
from dateline.model.annotations import MentionType
from dateline.text.gazetteer import Kind, Place, gazetteer
from dateline.text.tokens import Tokens, tokenize

LONGEST_NAME = 6  # words
KNOWN_FROM = 20_000  # people: a town of this size needs no word beside it that says it is one
KNOWN_BEHIND_CLITIC = 100_000
KNOWN_BESIDE_LOCATIVE = 1000
NEEDS_TYPE_BELOW = 500
NAMES_REMEMBERED = 4096
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
class _Page:
    """A text with what is needed to judge a name in it."""

    text: str
    tokens: Tokens
    words: PlaceWords
    cased: bool


def find_toponyms(text: str, lang: str) -> tuple[Toponym, ...]:
    """Find place names by the gazetteer, longest first, none overlapping another."""
    page = _Page(
        text,
        tokenize(text),
        place_words(lang),
        cased=lang.split("-", maxsplit=1)[0] not in ("fa", "ar", "he"),
    )
    return tuple(_toponyms(page))


def _toponyms(page: _Page) -> Iterator[Toponym]:
    names, lengths, at = _Names(), _Lengths(), 0
    while at < len(page.tokens):
        found = None
        for skip, word in _forms(page, at):
            longest = lengths[word]
            if longest and (found := _named(page, at, skip, word, longest, names)) is not None:
                break
        if found is None:
            at += 1
            continue
        last, toponym = found
        yield toponym
        at = last


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


class _Names(dict[str, tuple[Place, ...]]):
    """Places by folded name, each looked up once for a text."""

    def __missing__(self, key: str) -> tuple[Place, ...]:
        if len(self) > NAMES_REMEMBERED:
            self.clear()
        places = self[key] = gazetteer().find(key)
        return places


class _Lengths(dict[str, int]):
    """Words of the longest name that begins with a word, each looked up once for a text."""

    def __missing__(self, word: str) -> int:
        length = self[word] = gazetteer().longest_name(word)
        return length


def _named(
    page: _Page, at: int, skip: int, word: str, longest: int, names: _Names
) -> tuple[int, Toponym] | None:
    tokens = page.tokens
    for last in range(min(at + longest + 2, at + LONGEST_NAME, len(tokens)), at, -1):
        if not _could_end(page, at, last):
            continue
        key = " ".join((word, *(each for each in tokens.words[at + 1 : last] if each[0].isalnum())))
        places = names[key]
        if places and _believed(page, at, last, skip, places):
            best = max(places, key=lambda place: (place.kind is not Kind.CITY, place.population))
            start = tokens.starts[at] + skip
            return last, Toponym(start, tokens.ends[last - 1], TYPES[best.kind], _confidence(best))
    return None


def _could_end(page: _Page, at: int, last: int) -> bool:
    """Say whether a name can run from token `at` to `last`: no marks but hyphens, dots and apostrophes inside."""
    inner = page.tokens.words[at + 1 : last]
    if inner and not inner[-1][0].isalnum():
        return False
    if any(not word[0].isalnum() and word not in "-.'’" for word in inner):
        return False
    return not page.cased or not inner or page.text[page.tokens.starts[last - 1]].isupper()


def _believed(page: _Page, at: int, last: int, skip: int, places: tuple[Place, ...]) -> bool:
    """Say whether these words name a place here, by their neighbours and by how well the place is known."""
    people = max(place.population for place in places)
    own = any(place.kind is not Kind.CITY for place in places)
    before = page.tokens.words[at - 1] if at else ""
    after = page.tokens.words[last] if last < len(page.tokens) else ""
    typed = before in page.words.type_words or (page.cased and after in page.words.type_words)
    if page.cased:
        return _believed_cased(page, at, last, own, people, before, after)
    if own or typed:
        return True
    if skip:
        return people >= KNOWN_BEHIND_CLITIC
    return people >= (KNOWN_BESIDE_LOCATIVE if before in page.words.locatives else KNOWN_FROM)


def _believed_cased(page: _Page, at: int, last: int, own: bool, people: int, before: str, after: str) -> bool:
    words, text, tokens = page.words, page.text, page.tokens
    if before in words.titles or after in words.organisation_words:
        return False
    if before == "." and at > 1 and tokens.words[at - 2] in words.titles:
        return False
    if _joined_name(page, at - 1, at, words) or _joined_name(page, last, last, words):
        return False
    located = before in words.locatives or before in words.type_words or before in words.directions
    comma = after == "," and last + 1 < len(tokens) and text[tokens.starts[last + 1]].isupper()
    if own or located or comma:
        return own or people >= NEEDS_TYPE_BELOW
    return people >= KNOWN_FROM


def _joined_name(page: _Page, at: int, edge: int, words: PlaceWords) -> bool:
    """Say whether the token beside a name is part of a longer one: "Jack London", "Paris Hilton"."""
    if not 0 <= at < len(page.tokens):
        return False
    word, start = page.tokens.words[at], page.tokens.starts[at]
    if not word[0].isalpha() or not page.text[start].isupper():
        return False
    apart = page.tokens.starts[max(at, edge)] - page.tokens.ends[max(at, edge) - 1] if max(at, edge) else 0
    if apart > 1 or word in words.type_words or word in words.directions or word in words.demonyms:
        return False
    return word not in words.locatives and (at >= edge or not _opens_sentence(page, at))


def _opens_sentence(page: _Page, at: int) -> bool:
    return at == 0 or page.tokens.words[at - 1] in '.!?\n"”“:•(-'


def _confidence(place: Place) -> float:
    if place.kind in (Kind.COUNTRY, Kind.CAPITAL, Kind.SITE, Kind.AREA):
        return 0.95
    return 0.85 if place.population >= KNOWN_FROM else 0.6
