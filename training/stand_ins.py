"""Names that take the place of others while training: a list beside this file, and those of the corpora."""

import random
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.corpora import Passage

Types = frozenset[str]
PERSON, ORG, GPE = (frozenset((kind,)) for kind in ("PERSON", "ORG", "GPE"))
LISTED = 0.4
"""Share of new names that are taken from the list, where the corpora have some of the same types too."""


@dataclass(frozen=True)
class StandIns:
    """Names that may take the place of others; `seen` are names of the corpora by the types they may have."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    outlets: tuple[str, ...]
    titles: tuple[str, ...]
    seen: Mapping[Types, tuple[str, ...]] = field(default_factory=dict)

    def person(self, chance: random.Random) -> tuple[str, str]:
        """Return a given name and a family name."""
        people = self.seen.get(PERSON)
        if people and chance.random() > LISTED:
            given, _, family = chance.choice(people).rpartition(" ")
            return given, family
        return chance.choice(self.given), chance.choice(self.family)

    def other(self, types: Types, chance: random.Random) -> str | None:
        """Return a name that may have the same types, None where no such name is known."""
        listed = {ORG: self.bodies, GPE: self.places}.get(types, ())
        seen = self.seen.get(types, ())
        pool = listed if listed and (not seen or chance.random() < LISTED) else seen
        return chance.choice(pool) if pool else None


def load_stand_ins(passages: Iterable[Passage] = ()) -> StandIns:
    """Read the names beside this file, and take up those that passages mark."""
    table = tomllib.loads(Path(__file__).with_name("stand_ins.toml").read_text(encoding="utf-8"))
    listed = StandIns(**{kind: tuple(names) for kind, names in table.items()})
    return replace(listed, seen=_names_of(passages))


def _names_of(passages: Iterable[Passage]) -> dict[Types, tuple[str, ...]]:
    """Return each name that is surely one once, of people only those of two words and more."""
    found: dict[Types, dict[str, None]] = defaultdict(dict)
    for passage in passages:
        for mention in passage.mentions or ():
            written = passage.text[mention.start : mention.end]
            whole = mention.types != PERSON or " " in written
            if mention.required and whole and written[:1].isupper() and "\n" not in written:
                found[mention.types][written] = None
    return {types: tuple(names) for types, names in found.items()}
