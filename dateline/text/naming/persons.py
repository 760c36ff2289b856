"""What speaks for and against two persons' names naming one person, as numbers for the packaged weights."""

from dateline.text.naming.analysis import Name
from dateline.text.naming.pairing import Pairing
from dateline.text.naming.sounds import Script

FEATURES = (
    "certain",
    "worst",
    "worst over .4",
    "worst over .7",
    "mean",
    "surname",
    "surname over .6",
    "extra words",
    "one word against more",
    "one word each",
    "initials agree",
    "unlike words on both sides",
    "other generation",
    "generation on one side",
    "other order",
    "abjad",
    "abjad worst",
    "abjad worst over .4",
    "abjad worst over .7",
    "cyrillic",
    "cyrillic worst over .4",
    "cyrillic worst over .7",
    "alike words",
    "letters",
)
ABJADS = frozenset({Script.ARABIC, Script.HEBREW})
MOST_EXTRA = 3
LONG = 18  # letters from which a name is as telling as it gets


def person_features(first: Name, second: Name, pairing: Pairing) -> list[float]:
    """Return the features of two names of at least one word each, in the order of `FEATURES`."""
    paired = pairing.paired
    count, other_count = len(pairing.first), len(pairing.second)
    fewer, more = (count, other_count) if count <= other_count else (other_count, count)
    full = [pair.like for pair in paired]
    worst = min(full) if len(paired) >= fewer else 0.0
    surname = _surname(pairing)
    unlike = fewer - len(paired)
    cyrillic, abjad = _scripts(first, second)
    over_4, over_7 = max(worst - 0.4, 0.0), max(worst - 0.7, 0.0)
    generations = (first.generation, second.generation)
    letters = sum(len(pairing.first[pair.first].sounds.symbols) * pair.like for pair in paired)
    return [
        1.0,
        worst,
        over_4,
        over_7,
        sum(full) / fewer,
        surname,
        max(surname - 0.6, 0.0),
        float(min(more - fewer, MOST_EXTRA)),
        float(fewer == 1 < more),
        float(more == 1),
        float(sum(pair.by_initial for pair in paired)),
        float(unlike),
        float(None not in generations and generations[0] != generations[1]),
        float(generations.count(None) == 1),
        float(_is_turned(pairing)),
        abjad,
        abjad * worst,
        abjad * over_4,
        abjad * over_7,
        cyrillic,
        cyrillic * over_4,
        cyrillic * over_7,
        float(min(len(paired), 3)),
        min(letters, LONG) / LONG,
    ]


def _surname(pairing: Pairing) -> float:
    """Return how alike the last words are, or the last of one and what it was set against."""
    last, other_last = len(pairing.first) - 1, len(pairing.second) - 1
    likes = [pair.like for pair in pairing.paired if pair.first == last or pair.second == other_last]
    return max(likes, default=0.0)


def _scripts(first: Name, second: Name) -> tuple[float, float]:
    cyrillic = (first.script is Script.CYRILLIC) != (second.script is Script.CYRILLIC)
    abjad = (first.script in ABJADS or second.script in ABJADS) and first.script is not second.script
    return float(cyrillic and not abjad), float(abjad)


def _is_turned(pairing: Pairing) -> bool:
    places = [pair.second for pair in sorted(pairing.paired, key=lambda pair: pair.first)]
    return any(place > following for place, following in zip(places, places[1:], strict=False))
