"""Eleven ways to falsify a true sentence, each with words of its own and none of the checker's tables."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dateline.model.annotations import MentionType
from dateline.model.editions import Sentence

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
]
AUXILIARY = re.compile(r"\b(was|were|is|are|has|have|had|will|would|did|does|can)\b(?! not| no\b|n.t)")
NEGATION = re.compile(r"\b(was|were|is|are|has|have|had|will|would|did|does|do|can|could) (not|never)\b")
HEDGE = re.compile(
    r"\b(reportedly|allegedly|apparently|possibly|probably|perhaps|suspected|alleged|may|might|could|about|"
    r"around|nearly|almost|at least|some|purportedly|likely)\s+(?=\S)"
)
SPEAKS = r"(?:said|says|reported|announced|told|stated|added|confirmed|claimed|declared|wrote)"
BEFORE_SPEECH = re.compile(
    rf"(?P<who>(?:\b(?:the|a|an)\s+)?(?:[A-Z][\w’'-]+\s+|[a-z-]+\s+){{0,2}}[\w’'-]+)(?=\s+{SPEAKS}\b)"
)
OTHER_SPEAKERS = (
    "the defence ministry", "a rebel commander", "the foreign minister", "a hospital director",
    "General Idris Tawfiqi", "the Red Crescent", "a United Nations envoy", "Lina Barakat",
)  # fmt: skip
QUOTED = re.compile(r"“([^”]{12,})”|\"([^\"]{12,})\"|«([^»]{12,})»")
UNITS = (
    ("killed", "wounded"), ("dead", "injured"), ("injured", "killed"), ("wounded", "killed"),
    ("arrested", "killed"), ("detained", "killed"), ("percent", "per thousand"), ("kilometres", "miles"),
    ("kilometers", "miles"), ("km", "miles"), ("hours", "days"), ("days", "weeks"), ("weeks", "months"),
    ("months", "years"), ("years", "months"), ("tons", "kilograms"), ("north", "south"), ("south", "north"),
    ("northern", "southern"), ("southern", "northern"), ("eastern", "western"), ("western", "eastern"),
    ("dollars", "euros"), ("captured", "killed"), ("kidnapped", "killed"), ("displaced", "wounded"),
)  # fmt: skip
OTHER_DEEDS = {
    "killed": "spared", "killing": "sparing", "kill": "spare", "wounded": "treated", "injured": "evacuated",
    "struck": "missed", "hit": "missed", "attacked": "defended", "targeted": "avoided", "seized": "lost",
    "captured": "abandoned", "took": "lost", "taken": "given", "shot": "fed", "left": "entered",
    "said": "denied", "told": "hid from", "met": "snubbed", "signed": "tore up", "fled": "returned",
    "began": "ended", "fell": "rose", "rose": "fell", "sent": "refused", "won": "lost", "built": "razed",
    "shelled": "fed", "bombed": "rebuilt", "arrested": "hired", "destroyed": "repaired", "died": "survived",
}  # fmt: skip
PAST = re.compile(r"\b(?!(?:united|based|armed|bearded|hundred)\b)[a-z]{3,}ed\b")
SAYING = re.compile(
    r"(?:said|told|stated|added|announced|declared|reported|noted|mentioned|remarked|explained|wrote)$"
)


@dataclass(frozen=True, slots=True)
class Truth:
    """A true sentence with the names in it, by type, and with the words of its label kept apart."""

    sentence: Sentence
    names: tuple[tuple[str, MentionType], ...]
    sources: str

    @property
    def body(self) -> str:
        """The sentence up to its label, which no falsifier touches."""
        places = [self.sentence.text.find(c.label) for c in self.sentence.citations if c.label]
        return self.sentence.text[: min((at for at in places if at > 0), default=len(self.sentence.text))]


@dataclass(frozen=True, slots=True)
class Pool:
    """What falsifiers draw foreign names from: those of other sentences."""

    names: Sequence[tuple[str, MentionType]]
    verbs: Sequence[str] = ()

    def other(self, truth: Truth, kinds: Sequence[MentionType], draw: random.Random) -> str | None:
        """Draw a name of one of the kinds of which the sources of `truth` have no word."""
        known = truth.sources.casefold()
        found = [name for name, kind in self.names if kind in kinds and not name[:1].islower()]
        strangers = [
            n for n in found if not any(word.casefold() in known for word in re.findall(r"\w{3,}", n))
        ]
        return draw.choice(strangers) if strangers else None


Falsifier = Callable[[Truth, Pool, random.Random], str | None]


def falsify(kind: str, truth: Truth, pool: Pool, draw: random.Random) -> Sentence | None:
    """Return the sentence falsified in one way, None where that way has no hold on it."""
    body = FALSIFIERS[kind](truth, pool, draw)
    if body is None or body == truth.body:
        return None
    return replace(truth.sentence, text=body + truth.sentence.text[len(truth.body) :])


def _name(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    return _another(truth, pool, draw, (MentionType.PERSON, MentionType.ORG, MentionType.NORP))


def _place(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    return _another(truth, pool, draw, (MentionType.GPE, MentionType.LOC, MentionType.FAC))


def _another(truth: Truth, pool: Pool, draw: random.Random, kinds: Sequence[MentionType]) -> str | None:
    mine = [name for name, kind in truth.names if kind in kinds and _whole(name).search(truth.body)]
    other = pool.other(truth, kinds, draw)
    if not mine or other is None:
        return None
    return _whole(draw.choice(mine)).sub(lambda match: other, truth.body, count=1)


def _number(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    found = [m for m in re.finditer(r"\b\d[\d,.]*\b", truth.body) if not _in_date(truth.body, m)]
    found += list(re.finditer(rf"\b(?:{'|'.join(NUMBERS)})\b", truth.body))
    if not found:
        return None
    match = draw.choice(found)
    if match.group()[0].isdigit():
        digits = int(re.sub(r"\D", "", match.group()))
        other = str(digits + draw.choice([1, 2, 3, 10, 17, 40]))
    else:
        other = draw.choice([word for word in NUMBERS if word != match.group()])
    return truth.body[: match.start()] + other + truth.body[match.end() :]


def _in_date(text: str, match: re.Match[str]) -> bool:
    months = "|".join(MONTHS)
    near = text[max(0, match.start() - 12) : match.end() + 12]
    return bool(re.search(rf"\b(?:{months})\b", near)) or len(match.group()) == 4


def _date(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    days = list(re.finditer(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b", truth.body))
    if not days:
        return None
    match = draw.choice(days)
    month, day = match[1], int(match[2])
    if draw.random() < 0.5:
        day = draw.choice([one for one in range(1, 29) if one != day])
    else:
        month = draw.choice([one for one in MONTHS if one != month])
    return f"{truth.body[: match.start()]}{month} {day}{truth.body[match.end() :]}"


def _negation(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    plain = truth.body
    quoted = [match.span() for match in QUOTED.finditer(plain)]

    def outside(match: re.Match[str]) -> bool:
        return not any(start <= match.start() < end for start, end in quoted)

    denied = [match for match in NEGATION.finditer(plain) if outside(match)]
    if denied:
        match = draw.choice(denied)
        return plain[: match.start()] + match[1] + plain[match.end() :]
    found = [match for match in AUXILIARY.finditer(plain) if outside(match)]
    if not found:
        return None
    match = draw.choice(found)
    return f"{plain[: match.end()]} not{plain[match.end() :]}"


def _hedge(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    found = list(HEDGE.finditer(truth.body))
    if found:
        match = draw.choice(found)
        return truth.body[: match.start()] + truth.body[match.end() :]
    verbs = list(re.finditer(r"\b(?:was|were|has|have|had) (?=[a-z]+ed\b)", truth.body))
    if not verbs:
        return None
    match = draw.choice(verbs)
    hedge = draw.choice(["reportedly", "allegedly", "probably"])
    return f"{truth.body[: match.end()]}{hedge} {truth.body[match.end() :]}"


def _actor(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    places = sorted(
        {match.span() for name, _ in truth.names for match in [_whole(name).search(truth.body)] if match}
    )
    pairs = [
        (first, second)
        for first in places
        for second in places
        if first[1] < second[0]
        and not re.fullmatch(r"[\s,]*(?:and|or|of|in)?[\s,]*", truth.body[first[1] : second[0]])
    ]
    if not pairs:
        return None
    (a, b), (c, d) = draw.choice(pairs)
    body = truth.body
    return f"{body[:a]}{body[c:d]}{body[b:c]}{body[a:b]}{body[d:]}"


def _speaker(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    found = list(BEFORE_SPEECH.finditer(truth.body))
    if not found:
        return None
    match = draw.choice(found)
    other = draw.choice(
        [one for one in OTHER_SPEAKERS if one.split()[-1].casefold() not in truth.sources.casefold()]
    )
    other = other[0].upper() + other[1:] if match.start() == 0 else other
    return truth.body[: match.start("who")] + other + truth.body[match.end("who") :]


def _quotation(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    found = list(QUOTED.finditer(truth.body))
    if not found:
        return None
    match = draw.choice(found)
    group = match.lastindex or 1
    words = match[group].split(" ")
    at = draw.randrange(1, len(words) - 1) if len(words) > 2 else 0
    other = draw.choice(["never", "always", "our", "war", "again", "people", "strong", "هرگز", "دائماً"])
    if words[at].strip(",.") == other:
        return None
    words[at] = other
    return truth.body[: match.start(group)] + " ".join(words) + truth.body[match.end(group) :]


def _unit(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    found = [(match, other) for word, other in UNITS for match in _whole(word).finditer(truth.body)]
    if not found:
        return None
    match, other = draw.choice(found)
    return truth.body[: match.start()] + other + truth.body[match.end() :]


def _verb(truth: Truth, pool: Pool, draw: random.Random) -> str | None:
    """Put the opposite for a verb, or a verb of another sentence."""
    quoted = [match.span() for match in QUOTED.finditer(truth.body)]
    found = [match for word in OTHER_DEEDS for match in _whole(word).finditer(truth.body)]
    found += PAST.finditer(truth.body)
    found = [m for m in found if not any(start <= m.start() < end for start, end in quoted)]
    if not found:
        return None
    match = draw.choice(found)
    other = OTHER_DEEDS.get(match.group()) if draw.random() < 0.5 else None
    strange = [verb for verb in pool.verbs if verb not in truth.sources]
    if other is None and not strange:
        return None
    other = other or draw.choice(strange)
    if SAYING.match(match.group()) and SAYING.match(other):  # says the same
        return None
    return truth.body[: match.start()] + other + truth.body[match.end() :]


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")


FALSIFIERS: dict[str, Falsifier] = {
    "name": _name,
    "number": _number,
    "date": _date,
    "place": _place,
    "negation": _negation,
    "hedge": _hedge,
    "actor swapped": _actor,
    "speaker swapped": _speaker,
    "quotation altered": _quotation,
    "unit": _unit,
    "verb": _verb,
}
