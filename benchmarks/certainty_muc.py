"""How surely organisations are said to have done an attack: MUC-4, over our levels of certainty.

Run: `python -m benchmarks.certainty_muc --part tst2`. The key of each attack says of an organisation how
surely the report lays it to it. **Mapping** onto the levels of claims: reported as fact, and claimed or
admitted (who claims a deed is sure of it), certain; suspected or accused, by the authorities or by others,
probable; possible, possible. Nothing is doubtful or left open. Each organisation of a message counts once, at
the surest level of its keys. Ours is the surest level of the incidents of `dateline annotate` that have it
for an organisation; where none has, certain, what the keys say most often. F of each level, and their mean;
beside it that of always answering certain, and the same over the organisations that an incident has. The
weights of incidents were trained on `dev`; thresholds were chosen on `dev` and `tst1`.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.certainty import f_scores
from dateline.model.annotations import EventCertainty, PartRole
from dateline.model.claims import Certainty
from training.events.muc import Key, plain
from training.events.reports import Report, incidents_of, read_part

LEVELS = {
    "REPORTED AS FACT": Certainty.CERTAIN,
    "CLAIMED OR ADMITTED": Certainty.CERTAIN,
    "SUSPECTED OR ACCUSED BY AUTHORITIES": Certainty.PROBABLE,
    "SUSPECTED OR ACCUSED": Certainty.PROBABLE,
    "POSSIBLE": Certainty.POSSIBLE,
}
PARTS = {
    EventCertainty.FACT: Certainty.CERTAIN,
    EventCertainty.CLAIMED: Certainty.CERTAIN,
    EventCertainty.SUSPECTED: Certainty.PROBABLE,
    EventCertainty.POSSIBLE: Certainty.POSSIBLE,
}
ORDER = tuple(Certainty)  # from the surest


def marked(keys: Sequence[Key]) -> dict[frozenset[str], Certainty]:
    """Return the surest level of each organisation of a message, by the phrases that name it."""
    found: dict[frozenset[str], Certainty] = {}
    for key in keys:
        for line in key.lines.get("11", ()):
            words, _, names = line.partition(":")
            level = LEVELS.get(words.split("/")[0].strip(" ?("))
            phrases = frozenset(plain(name) for name in names.split('"')[1::2] if plain(name))
            if level and phrases:
                known = next((each for each in found if each & phrases), phrases)
                found[known] = min(found.get(known, level), level, key=ORDER.index)
    return found


def level_of(phrases: frozenset[str], report: Report) -> Certainty | None:
    """Return how surely the incidents of a report are laid to an organisation; `None` where none is."""
    levels = [
        PARTS[part.certainty]
        for incident in incidents_of(report)
        for part in incident.of(PartRole.ORGANISATION)
        if part.certainty is not None and phrases & {plain(span.of(report.text)) for span in part.spans}
    ]
    return min(levels, key=ORDER.index, default=None)


def pairs(reports: Sequence[Report]) -> Iterator[tuple[Certainty, Certainty | None, str, str]]:
    """Yield the level of the key and ours for each organisation, with its message and name."""
    for report in reports:
        for phrases, level in marked(report.keys).items():
            yield level, level_of(phrases, report), report.name, min(phrases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--part", choices=("dev", "tst1", "tst2"), default="tst2")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("DATELINE_CORPORA", "~/corpora")))
    parser.add_argument("--verbose", action="store_true", help="print each organisation")
    arguments = parser.parse_args()
    found = list(pairs(read_part(arguments.corpora.expanduser(), arguments.part)))
    if arguments.verbose:
        for row in found:
            print(*row)
    told = [(gold, ours) for gold, ours, *_ in found if ours is not None]
    _print_scores("all", [(gold, ours or Certainty.CERTAIN) for gold, ours, *_ in found])
    _print_scores("of an incident", told)


def _print_scores(name: str, levels: Sequence[tuple[Certainty, Certainty]]) -> None:
    scores = f_scores(levels)
    always = f_scores([(gold, Certainty.CERTAIN) for gold, _ in levels])
    for level, score in scores.items():
        print(f"  {level}: F {score:.3f} of {sum(gold is level for gold, _ in levels)}")
    mean = sum(scores.values()) / len(scores)
    print(f"{name}: macro F {mean:.3f}; always certain: {sum(always.values()) / len(always):.3f}")


if __name__ == "__main__":
    main()
