"""The reports of MUC-3/4 as the product reads them, and what its words for incidents are in their keys."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.event_texts import read_whole
from dateline.extract.events.incidents.incidents import Incident, find_incidents
from dateline.inference.reading import RawPart
from dateline.model.annotations import Annotations
from dateline.model.syntax import SyntaxTree
from dateline.model.times import StatedTime
from training.events.muc import Key, days, part_of

TYPES = {"attack": "ATTACK", "bombing": "BOMBING", "abduction": "KIDNAPPING", "arson": "ARSON"}
STAGES = {"attempted": "ATTEMPTED", "threatened": "THREATENED"}
LEVELS = {"fact": "REPORTED", "suspected": "SUSPECTED", "claimed": "CLAIMED", "possible": "POSSIBLE"}
ENDS = frozenset(
    {"of", "in", "on", "at", "who", "that", "which", "from", "with", "where", "to", "by", "near", "for",
     "loaded", "wearing", "riding", "whose", "linking"}
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    """One message as it was read, with its keys."""

    name: str
    text: str
    read: Annotations
    trees: tuple[SyntaxTree, ...]
    parts: tuple[RawPart, ...]
    keys: tuple[Key, ...]
    day: str | None


def read_part(corpora: Path, part: str, *, headings: bool = False) -> list[Report]:
    """Read the messages of one part, without the heading that the wire prints, or every other one with it."""
    found = []
    for number, (name, text, keys) in enumerate(part_of(corpora, part)):
        head, _, body = text.partition("[TEXT]")
        printed = days(head)
        published = StatedTime(printed[0], printed[0]) if printed else None
        words = (text if headings and number % 2 else body or text).strip()
        read = read_whole(words, published=published)
        found.append(
            Report(
                name,
                read.text,
                read.annotations,
                read.trees,
                read.parts,
                tuple(keys),
                printed[0] if printed else None,
            )
        )
    return found


def incidents_of(report: Report) -> tuple[Incident, ...]:
    """Return the incidents that the product finds in a report."""
    return find_incidents(report.text, report.read, report.day, trees=report.trees, parts=report.parts)


def head_of(phrase: str) -> str:
    """Return the last word of a phrase before its first preposition or relative clause."""
    words = phrase.split()
    end = next((at for at, word in enumerate(words) if at and word in ENDS), len(words))
    return words[end - 1]
