"""What a text says of where it is set beside its place names: peoples, words, names of other things."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import compress

from dateline.extract.places.asking import WIDE, Named
from dateline.extract.places.words import PlaceWords
from dateline.text.gazetteer import find_places, gazetteer, name_key
from dateline.text.tokens import Tokens

LONGEST_REGION = 3  # words
KNOWN_REGION = 300_000  # people: the regions that are looked for in the names of other things
HINT_VOTE = 0.5  # of the adjective of a country, or of a region in the name of something else
WORD_VOTE = 0.5  # of a word that only one country uses
MOST_WORD_VOTES = 3  # of such words, for one country


def hints_of(text: str, tokens: Tokens, named: Sequence[Named], words: PlaceWords) -> dict[str, float]:
    """Weigh the countries and regions that the text speaks of outside of the names.

    They are told by adjectives of countries, by names of regions in those of other things ("Ohio State
    University"), and by words that one country alone uses ("councilman", "taoiseach").
    """
    regions, hints = telling_regions(words), dict[str, float]()
    telling = _telling(words)
    told = list(compress(range(len(tokens)), map(telling.__contains__, tokens.words)))
    spoken = {tokens.words[at] for at in told}.intersection(words.country_words)
    used = Counter(words.country_words[word] for word in spoken)
    for country, count in used.items():
        hints[country] = WORD_VOTE * min(count, MOST_WORD_VOTES)
    taken = {at for each in named for at in range(each.first, each.last)} if told else set()
    for at in told:
        code = words.demonyms.get(tokens.words[at])
        around = regions.get(tokens.words[at])
        if code is None and around and at not in taken and text[tokens.starts[at]].isupper():
            code = _region_at(tokens, at, around)
        if code is not None:
            hints[code] = hints.get(code, 0.0) + HINT_VOTE
    return hints


@cache
def _telling(words: PlaceWords) -> frozenset[str]:
    return frozenset(words.demonyms).union(telling_regions(words), words.country_words)


@cache
def telling_regions(words: PlaceWords) -> dict[str, dict[str, str]]:
    """Return the codes of the regions that a text speaks of where it has their names.

    Those that are also a direction or a given name ("North", "Victoria") tell nothing in other names.
    """
    silent = words.besides | words.given_names | words.not_places
    found = {
        first: {name: code for name, code in codes.items() if name not in silent}
        for first, codes in region_names().items()
    }
    return {first: codes for first, codes in found.items() if codes}


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
