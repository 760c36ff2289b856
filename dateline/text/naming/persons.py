"""What speaks for and against two persons' names naming one person, as numbers for the packaged weights."""

from itertools import pairwise

from dateline.text.naming.analysis import Name
from dateline.text.naming.pairing import Pairing
from dateline.text.naming.sounds import Script, Sounds

STEPS = (0.0, 0.4, 0.55, 0.7, 0.85)
"""Where the worth of being alike bends: what is over each of these counts on its own."""
KINDS = ("one script", "abjad", "cyrillic")
FEATURES = (
    *KINDS,
    *(f"{kind} worst over {step}" for kind in KINDS for step in STEPS),
    "mean",
    "surname",
    "surname over .6",
    "extra words",
    "one word against more",
    "one word each",
    "initials agree",
    "other initials",
    "other vowels",
    "unlike words on both sides",
    "other generation",
    "generation on one side",
    "other order",
    "alike words",
    "letters",
)
ABJADS = frozenset({Script.ARABIC, Script.HEBREW})
CLASHES = frozenset({("a", "i"), ("i", "a"), ("a", "u"), ("u", "a"), ("i", "u"), ("u", "i")})
VOWELS_TOLD = 0.85  # words more alike than this have no other vowels
MOST_EXTRA = 3
LONG = 18  # letters from which a name is as telling as it gets


def person_features(first: Name, second: Name, pairing: Pairing) -> list[float]:
    """Return the features of two names of at least one word each, in the order of `FEATURES`."""
    words, other_words, paired = pairing
    count, other_count = len(words), len(other_words)
    fewer = min(count, other_count)
    last, other_last = count - 1, other_count - 1
    total = surname = letters = 0.0
    worst = 1.0 if len(paired) >= fewer else 0.0
    initials, vowels = 0, False
    for like, at, other_at, by_initial in paired:
        total += like
        letters += like * len(words[at].sounds.symbols)
        worst = min(worst, like)
        if (at == last or other_at == other_last) and like > surname:
            surname = like
        initials += by_initial
        if like < VOWELS_TOLD and _vowels_clash(words[at].sounds, other_words[other_at].sounds):
            vowels = True
    extra = abs(count - other_count)
    own, other = first.generation, second.generation
    return [
        *_by_script(first.script, second.script, worst),
        total / fewer,
        surname,
        max(surname - 0.6, 0.0),
        min(extra, MOST_EXTRA),
        fewer == 1 and extra > 0,
        fewer == 1 and extra == 0,
        initials,
        extra > 0 and initials > 0 and _has_other_initials(pairing),
        vowels,
        fewer - len(paired),
        own is not None and other is not None and own != other,
        (own is None) != (other is None),
        len(paired) > 1 and _is_turned(pairing),
        min(len(paired), 3),
        min(letters, LONG) / LONG,
    ]


_NONE = (0.0,) * len(STEPS)


def _by_script(script: Script, other: Script, worst: float) -> tuple[float, ...]:
    """Return which kind of scripts meet, and the likeness of the worst words by steps of that kind."""
    steps = tuple([worst - step if worst > step else 0.0 for step in STEPS])
    if script is other:
        return (1.0, 0.0, 0.0, *steps, *_NONE, *_NONE)
    if script in ABJADS or other in ABJADS:
        return (0.0, 1.0, 0.0, *_NONE, *steps, *_NONE)
    return (0.0, 0.0, 1.0, *_NONE, *_NONE, *steps)


def _has_other_initials(pairing: Pairing) -> bool:
    """Say whether both names have initials, and one of them more: George W. is not George H. W."""
    counts = [sum(word.initial is not None for word in words) for words in pairing[:2]]
    return min(counts) > 0 and counts[0] != counts[1]


def _vowels_clash(first: Sounds, second: Sounds) -> bool:
    """Say whether words of one consonant skeleton have vowels that no habit of spelling exchanges."""
    if first.script in ABJADS or second.script in ABJADS or first.skeleton != second.skeleton:
        return False
    if len(first.vowels) != len(second.vowels):
        return False
    return any(pair in CLASHES for pair in zip(first.vowels, second.vowels, strict=True))


def _is_turned(pairing: Pairing) -> bool:
    places = [pair.second for pair in sorted(pairing.paired, key=lambda pair: pair.first)]
    return any(place > following for place, following in pairwise(places))
