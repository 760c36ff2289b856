"""The words of one language that tell events, compiled from its `events` table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.extract.events.parsing.forms import NOMINAL, VERBAL, Form, spellings
from dateline.extract.events.parsing.phrase_book import PhraseBook
from dateline.extract.events.parsing.signs import compile_all
from dateline.languages import language_codes, language_table
from dateline.model.annotations import EventType
from dateline.text.tokens import tokenize

SPOKEN = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.AGREE,
    }
)

# Letter of a class of words -> the lists that hold it; earlier ones win where a word is in several.
CLASSES = {
    "X": ("negations",), "A": ("be",), "H": ("have",), "G": ("do_words",), "Y": ("modals",), "W": ("future",),
    "K": ("conditions",), "C": ("coordinators",), "R": ("relatives",), "O": ("pronouns",),
    "D": ("determiners",), "U": ("object_marks",), "S": ("subordinators",), "E": ("ends",),
    "P": ("by", "on", "of", "to", "with", "from", "between", "in", "other_prepositions"), "B": ("adverbs",),
}  # fmt: skip
ROLES = ("by", "with", "from", "between", "of", "to", "on", "in", "including")
SETS = (
    "by", "on", "of", "to", "with", "from", "between", "in", "infinitive", "persons", "generic", "attempted",
    "planned", "threatened", "denied", "blaming", "suspected", "possible", "unreal", "factive", "sports",
    "background", "relatives", "negations", "conditions", "object_marks", "compound_heads", "reversing",
    "accidents",
    "things", "owners", "bidding", "about", "results", "moving", "violence", "vehicles", "nobodies",
    "attributive", "rather_nouns", "beliefs", "backing", "siding", "channels",
    "nobody", "weighing", "partitives", "papers", "debating", "present", "labour", "blows", "grabbing",
    "counterparts", "lawful", "borrowed",
)  # fmt: skip
# Nouns by what they mean, of a phrase its last word; endings of such nouns.
HEADS = (
    "people", "people_endings", "weapons", "armed", "voiceless", "concrete", "abstract", "abstract_endings",
    "crowd", "protesters", "lands",
)  # fmt: skip

# Modes of which the object of a verb suffers, where verb and object tell them together.
DONE_TO_OBJECTS = frozenset(
    {"shooting", "appointment", "seizure", "destruction", "border closure", "cyberattack", "obstruction"}
)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a trigger tells and how its participants stand around it (docs/events.md)."""

    type: EventType
    mode: str
    frame: str


@dataclass(frozen=True, slots=True)
class Need:
    """What kind of party an event needs to be one; an optional one only where it has such a party."""

    role: str
    kinds: tuple[str, ...]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A form of a word: which forms it may be, as a trigger or as a verb that tells no event."""

    form: Form
    sense: Sense | None = None
    light: str | None = None


class EventWords:
    """The event words of one language; sets hold folded words, `triggers` has plain and light verbs too."""

    def __init__(self, table: dict[str, Any], numbers: Iterable[str] = ()) -> None:
        self.numbers = frozenset(_folded(numbers))
        self.order = str(table.get("order", "svo"))
        self.triggers: PhraseBook[Reading] = PhraseBook()
        self.events: set[str] = set()
        self.classes: dict[str, str] = {}
        self.phrases: PhraseBook[str] = PhraseBook()
        self.idioms: PhraseBook[bool] = PhraseBook()
        self.claimed: PhraseBook[bool] = PhraseBook()
        self.objects: dict[tuple[str, str], Sense] = {}
        self.splits: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        self.object_verbs: set[str] = set()
        self.sets = {name: frozenset(_folded(table.get(name, ()))) for name in SETS}
        self.roles = {name: frozenset(_joined(table.get(name, ()))) for name in ROLES}
        self.heads = {
            name: frozenset(_heads(table.get("heads", {}).get(name, ()), self.order, table)) for name in HEADS
        }
        self.strikes = {
            head: mode
            for mode, entries in table.get("strikes", {}).items()
            for head in _heads(entries, self.order, table)
        }
        self.needs = {key: tuple(map(_need, needs)) for key, needs in table.get("needs", {}).items()}
        self.acled = compile_all(table.get("acled", {}))
        self.sports_needed = int(table.get("sports_needed", 4))
        self.definite = tuple(_folded(table.get("definite", ())))
        self._compile(table)

    def _compile(self, table: dict[str, Any]) -> None:
        for part in ("verb", "noun"):
            for entry, kind, mode in _entries(table, f"{part}s"):
                self._add_trigger(entry, part, kind, mode, table)
        for name in ("light_verbs", "plain_verbs"):
            for entry in table.get(name, ()):
                self._add_plain(entry, name == "light_verbs", table)
        for letter, names in reversed(CLASSES.items()):
            for name in names:
                for phrase in table.get(name, ()):
                    self._add_class(phrase, letter)
        for entry, kind, mode in _entries(table, "objects"):
            self._add_object(entry, Sense(kind, mode, _object_frame(kind, mode)), table)
        for entry, kind, mode in _entries(table, "splits"):
            self._add_split(entry, Sense(kind, mode, "find" if mode == "death" else "do"), table)
        for phrase in table.get("idioms", ()):
            self.idioms.add(phrase, True)
        for phrase in table.get("claimed", ()):
            self.claimed.add(phrase, True)

    def _add_trigger(self, entry: str, part: str, kind: EventType, mode: str, table: dict[str, Any]) -> None:
        phrase, _, frame = entry.partition(" :")
        sense = Sense(kind, mode, frame or ("do" if part == "verb" else "act"))
        allowed = VERBAL if part == "verb" else NOMINAL
        for spelling, form in spellings(phrase, part, self.order, table):
            self.triggers.add(spelling, Reading(form & allowed, sense))
            self.events.add(tokenize(spelling).words[0])

    def _add_plain(self, entry: str, light: bool, table: dict[str, Any]) -> None:
        phrase, _, frame = entry.partition(" :")
        for spelling, form in spellings(phrase, "verb", self.order, table):
            self.triggers.add(spelling, Reading(form, None, (frame or "do") if light else None))

    def _add_object(self, entry: str, sense: Sense, table: dict[str, Any]) -> None:
        """Add an event that verb and object tell together: "give, send: medicine, money"."""
        verbs, _, nouns = entry.partition(":")
        for verb in verbs.split(","):
            for spelling, form in spellings(verb.strip(), "verb", self.order, table):
                self.triggers.add(spelling, Reading(form))
                phrase = " ".join(tokenize(spelling).words)
                self.objects |= {(phrase, noun.strip()): sense for noun in nouns.split(",")}
                self.object_verbs.add(phrase)
                self.events.add(phrase.split()[0])

    def _add_split(self, entry: str, sense: Sense, table: dict[str, Any]) -> None:
        """Add an event told by a verb and what follows its object: "beat, stab: to death"."""
        verbs, _, tails = entry.partition(":")
        for verb in map(str.strip, verbs.split(",")):
            for tail in map(str.strip, tails.split(",")):
                frame = "" if sense.frame == "do" else f" :{sense.frame}"
                self._add_trigger(f"{verb} {tail}{frame}", "verb", sense.type, sense.mode, table)
            ends = [(tuple(tokenize(tail).words), sense) for tail in tails.split(",")]
            for spelling, form in spellings(verb, "verb", self.order, table):
                self.triggers.add(spelling, Reading(form))
                self.splits.setdefault(spelling, []).extend(ends)
                self.events.add(spelling)

    def _add_class(self, phrase: str, letter: str) -> None:
        words = tokenize(phrase).words
        if len(words) == 1:
            self.classes[words[0]] = letter
        else:
            self.phrases.add(phrase, letter)

    def needs_of(self, sense: Sense) -> tuple[Need, ...]:
        """Return what an event of a kind needs."""
        return self.needs.get(f"{sense.type}/{sense.mode}", ())

    def is_in(self, name: str, word: str) -> bool:
        """Say whether a folded word is in one of the named sets."""
        return word in self.sets[name]


def _entries(table: dict[str, Any], name: str) -> Iterator[tuple[str, EventType, str]]:
    """Yield each entry of a part of the table with the type and mode under which it stands."""
    for key, entries in table.get(name, {}).items():
        kind, _, mode = key.partition("/")
        for entry in entries:
            yield entry, EventType(kind), mode


def _object_frame(kind: EventType, mode: str) -> str:
    """Return how the parties stand around a verb that tells an event with its object."""
    if mode == "death":
        return "find"
    return "do" if kind is EventType.CONSULT or mode in DONE_TO_OBJECTS else "give"


def _folded(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        words = tokenize(phrase).words
        if len(words) == 1:
            yield words[0]


def _heads(entries: Iterable[str], order: str, table: dict[str, Any]) -> Iterator[str]:
    """Yield the heads of a list in singular and plural, and endings, which begin with a hyphen."""
    for entry in entries:
        if entry.startswith("-"):
            yield entry[1:]
        else:
            yield from (spelling for spelling, _ in spellings(entry, "noun", order, table))


def _need(entry: str) -> Need:
    """Return a need as the table writes it: "target people place", "actor? people"."""
    role, *kinds = entry.split()
    return Need(role.rstrip("?"), tuple(kinds), role.endswith("?"))


def _joined(phrases: Sequence[str]) -> Iterator[str]:
    for phrase in phrases:
        yield " ".join(tokenize(phrase).words)


@cache
def event_words(lang: str) -> EventWords | None:
    """Return the event words of the language that serves `lang`, or `None` where it has none."""
    code = lang.lower().split("-")[0]
    if code not in language_codes():
        return None
    table = language_table(code, "events")
    cardinals = language_table(code, "numbers").get("cardinals", {}).values()
    return EventWords(table, (word for words in cardinals for word in words)) if table else None
