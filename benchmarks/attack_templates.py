"""Attack templates of a key and of a system: aligned one to one, and counted a slot.

What is wanted, given and right is said in `benchmarks.events_muc`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from training.events.muc import STRINGS
from training.events.reports import head_of

SLOTS = ("type", "date", "country", "city", "stage", "organisation", "confidence", "number", "effect")
ROLES = tuple(role for role in STRINGS if role != "place")
HOW = ("string", "head")
Phrases = frozenset[str]


@dataclass
class Template:
    """The fills of one incident: a set a slot, and for each string slot its entities as sets of phrases.

    A whole one that is optional, the slots `may_lack` and the entities `spared` of a key are wanted only
    where they are answered.
    """

    fills: dict[str, set[str]] = field(default_factory=dict)
    strings: dict[str, list[Phrases]] = field(default_factory=dict)
    is_optional: bool = False
    may_lack: frozenset[str] = frozenset()
    spared: dict[str, list[Phrases]] = field(default_factory=dict)


def agreeing(key: Template, response: Template) -> set[str]:
    """Return the slots in which two templates share a fill."""
    return {slot for slot in SLOTS if key.fills.get(slot, set()) & response.fills.get(slot, set())}


def answered(key: Template, response: Template, role: str, *, heads: bool = False) -> list[Phrases]:
    """Return the entities of a key that those of a response answer, each by one."""
    left, found = list(key.strings[role]), []
    for phrases in response.strings[role]:
        mine = _named(phrases, heads)
        entity = next((each for each in left if mine & _named(each, heads)), None)
        if entity is not None:
            left.remove(entity)
            found.append(entity)
    return found


def _named(phrases: Phrases, heads: bool) -> Phrases:
    return frozenset(head_of(phrase) for phrase in phrases if phrase) if heads else phrases


def compatible(key: Template, response: Template) -> bool:
    """Say whether two types are one, or an attack and a bombing."""
    types = key.fills.get("type", set()) | response.fills.get("type", set())
    return len(types) == 1 or types <= {"ATTACK", "BOMBING"}


def align(gold: list[Template], made: list[Template]) -> Iterator[tuple[int, int]]:
    """Yield the places of a key and of a response that are one incident, those that agree most first."""
    agreed = sorted(
        (
            (_agreement(key, response), -at, -to)
            for at, key in enumerate(gold)
            for to, response in enumerate(made)
            if compatible(key, response)
        ),
        reverse=True,
    )
    keys_left, made_left = set(range(len(gold))), set(range(len(made)))
    for _, at, to in agreed:
        if -at in keys_left and -to in made_left:
            keys_left.discard(-at)
            made_left.discard(-to)
            yield -at, -to


def _agreement(key: Template, response: Template) -> int:
    return len(agreeing(key, response)) + sum(len(answered(key, response, role)) for role in ROLES)


@dataclass
class Tally:
    """Fills right, given and wanted, a slot; `demand_all` wants optional ones like any other."""

    demand_all: bool = False
    hits: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, gold: list[Template], made: list[Template]) -> None:
        """Count one message."""
        for response in made:
            self.given.update(response.fills.keys())
            self.given.update({f"{role} {how}": len(response.strings[role]) for role in ROLES for how in HOW})
        answers = dict(align(gold, made))
        for at, key in enumerate(gold):
            self._count(key, made[answers[at]] if at in answers else None)

    def _count(self, key: Template, response: Template | None) -> None:
        """Count what of one template of a key is wanted and right."""
        agreed = agreeing(key, response) if response else set()
        self.hits.update(agreed)
        asked = set() if self._is_spared(key, response) else set(key.fills) - self._spared_slots(key)
        self.wanted.update(asked | agreed)
        for role in ROLES:
            for how in HOW:
                found = answered(key, response, role, heads=how == "head") if response else []
                self.hits[f"{role} {how}"] += len(found)
                self.wanted[f"{role} {how}"] += len(found) + self._missing(key, response, role, found)

    def _missing(self, key: Template, response: Template | None, role: str, found: list[Phrases]) -> int:
        """Return how many entities of a string slot were wanted and not found."""
        missing = Counter(key.strings[role]) - Counter(found)
        if not self.demand_all:
            missing -= Counter(key.spared.get(role, []))
        return 0 if self._is_spared(key, response) else missing.total()

    def _is_spared(self, key: Template, response: Template | None) -> bool:
        return key.is_optional and response is None and not self.demand_all

    def _spared_slots(self, key: Template) -> frozenset[str]:
        return frozenset() if self.demand_all else key.may_lack

    def line(self, name: str, slots: tuple[str, ...]) -> str:
        """Return P, R and F of some slots together."""
        hits, given, wanted = (
            sum(counter[slot] for slot in slots) for counter in (self.hits, self.given, self.wanted)
        )
        precision, recall, both = hits / (given or 1), hits / (wanted or 1), 2 * hits / (given + wanted or 1)
        return f"{name:24} P {precision:.3f} R {recall:.3f} F {both:.3f}"
