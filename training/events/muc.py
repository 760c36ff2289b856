"""The texts and keys of MUC-3/4: wire reports of 1989-90 on attacks, and the templates that people filled.

The corpus is printed in capitals, lines broken, short names in square brackets; it is read as it stands.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
EMPTY = frozenset({"", "-", "*"})
OPTIONAL = "?"  # in front of a fill that a system may leave out
NAME = r"(?:DEV|TST\d)-MUC\d-\d{4}"
_SLOT = re.compile(r"(\d+)\.\s+[A-Z :]+?(?:\s{2,}|$)(.*)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')

# String slots of the task -> the numbers of the key slots that fill them.
STRINGS = {
    "individual": ("9",),
    "organisation": ("10",),
    "target": ("12",),
    "victim": ("18", "19"),
    "weapon": ("6",),
    "place": ("3",),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """One that fills a string slot: the phrases, any of which names it; an optional one may be left out."""

    phrases: frozenset[str]
    is_optional: bool = False


@dataclass(frozen=True)
class Key:
    """One template of a key: the lines of each slot as printed, by the number of the slot."""

    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_optional(self) -> bool:
        """Say whether a system may leave the template out."""
        return "OPTIONAL" in " ".join(self.lines.get("1", ()))

    def may_lack(self, slot: str) -> bool:
        """Say whether a system may leave a slot empty: the key marks all its lines with "?"."""
        lines = [line for line in self.lines.get(slot, ()) if line not in EMPTY]
        return bool(lines) and all(line.startswith(OPTIONAL) for line in lines)

    def values(self, slot: str) -> list[str]:
        """Return the alternatives of all fills of a slot."""
        joined = " / ".join(self.lines.get(slot, ()))
        return [value.strip(" ?") for value in joined.split("/") if value.strip(" ?") not in EMPTY]

    def places(self) -> list[str]:
        """Return the names of the location slot, the country first."""
        names = [
            plain(re.sub(r"\(.*?\)", "", part))
            for value in self.values("3")
            for part in re.split("[:-]", value)
        ]
        return [name for name in names if name]

    def harmed(self, effect: str) -> set[str]:
        """Return the phrases of the victims on whom an incident had an effect: DEATH, INJURY."""
        lines = (line for line in self.lines.get("23", ()) if line.strip(" ?").startswith(effect))
        return {phrase for line in lines for phrase in _quoted(line)}

    def confidence(self) -> str:
        """Return how surely organisations did it, in the words of the key."""
        return (self.values("11") or [""])[0].strip("( ")

    def entities(self, role: str) -> tuple[Entity, ...]:
        """Return those that fill a string slot; a description beside a name is one more phrase for it."""
        if role == "place":
            return tuple(Entity(frozenset({place})) for place in self.places())
        found: list[Entity] = []
        for slot in STRINGS[role]:
            for line in self.lines.get(slot, ()):
                phrases, owners = _phrases(line)
                known = next(
                    (at for at, each in enumerate(found) if each.phrases & (owners or phrases)), None
                )
                entity = Entity(frozenset(phrases), line.startswith(OPTIONAL))
                if known is not None:
                    found[known] = _joined(found[known], entity)
                elif phrases:
                    found.append(entity)
        return tuple(found)


def _joined(first: Entity, second: Entity) -> Entity:
    """Return one entity of two lines; it may be left out where both say so."""
    return Entity(first.phrases | second.phrases, first.is_optional and second.is_optional)


def _phrases(line: str) -> tuple[set[str], set[str]]:
    """Return the phrases of one line, and the names that they describe."""
    described, _, owner = line.partition('": "')
    if not owner:
        return _quoted(line), set()
    return _quoted(f'{described}"'), _quoted(f'"{owner}')


def _quoted(line: str) -> set[str]:
    return {plain(each) for each in _QUOTED.findall(line)} - {""}


def plain(phrase: str) -> str:
    """Return a phrase in small letters without marks, spaces drawn together.

    >>> plain('"[RETIRED] General"')
    'retired general'
    """
    return " ".join(re.findall(r"[^\W_]+", phrase.lower()))


def messages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of each message of a file."""
    for block in re.split(rf"\n(?={NAME})", "\n" + path.read_text(encoding="latin-1")):
        name = re.match(rf"\s*({NAME})[^\n]*\n", block)
        if name:
            yield name[1], block[name.end() :]


def keys(path: Path) -> Iterator[tuple[str, Key]]:
    """Yield the name of a message with each of its templates; one without incidents has no type."""
    slot, name = "", ""
    lines: dict[str, list[str]] = {}
    for line in [*path.read_text(encoding="latin-1").splitlines(), "0.  MESSAGE: ID"]:
        if line.startswith(";") or not line.strip():
            continue
        found = _SLOT.match(line)
        if found and found[1] == "0" and lines:
            yield name, Key({number: tuple(each) for number, each in lines.items()})
            lines = {}
        if found:
            slot = found[1]
            name = found[2].split()[0] if slot == "0" and found[2] else name
        if slot:
            lines.setdefault(slot, []).append((found[2] if found else line).strip())


def part_of(corpora: Path, part: str) -> list[tuple[str, str, list[Key]]]:
    """Return name, text and templates of each message of one part: `dev`, `tst1` or `tst2`."""
    folder = corpora / "8_events/muc4" / part
    templates: dict[str, list[Key]] = {}
    for path in sorted(folder.glob("key*")):
        for name, key in keys(path):
            templates.setdefault(name, []).extend([key] if key.values("4") else [])
    texts = [path for path in sorted(folder.glob("*muc[34]*")) if not path.name.startswith("key")]
    return [(name, text, templates.get(name, [])) for path in texts for name, text in messages(path)]


def days(text: str) -> list[str]:
    """Return the days named in a text as the corpus prints them, "20 NOV 89"; impossible ones are slips."""
    found = re.findall(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})", text)
    return [
        f"19{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
        for day, month, year in found
        if month in MONTHS and 0 < int(day) <= monthrange(1900 + int(year), MONTHS.index(month) + 1)[1]
    ]
