"""How many attacks a paragraph of news tells, and who suffers in which: 30 invented paragraphs.

Run: `python -m benchmarks.events_incidents --part other`. `cases/incident_groups.json` holds paragraphs in
the style of today's agencies, each with the heads of those who suffer in each attack. Rules were looked at on
the part `seen`; of `other` only the totals were, while a threshold was chosen. A pair of heads that both were
found is right where the two share an incident and should, or do not and should not.
"""

import argparse
import json
from itertools import combinations
from pathlib import Path

from benchmarks.event_texts import read_whole
from dateline.extract.events.incidents.incidents import Incident, find_incidents
from dateline.extract.events.incidents.pairs import SUFFERING
from dateline.model.times import StatedTime

CASES = Path(__file__).parent / "cases" / "incident_groups.json"
PRINTED = "2020-03-13"


def told_in(text: str, incidents: tuple[Incident, ...], head: str) -> set[int]:
    """Return the numbers of the incidents in which a head suffers."""
    return {
        number
        for number, incident in enumerate(incidents)
        for part in incident.parts
        for span in part.spans
        if part.role in SUFFERING and head.lower() in span.of(text).lower()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--part", choices=("seen", "other"), default="other")
    part = parser.parse_args().part
    cases = json.loads(CASES.read_text(encoding="utf-8"))[part]
    counted = heads = found = pairs = right = 0
    for case in cases:
        read = read_whole(case["text"], published=StatedTime(PRINTED, PRINTED))
        incidents = find_incidents(read.text, read.annotations, PRINTED, trees=read.trees, parts=read.parts)
        counted += len(incidents) == len(case["attacks"])
        wanted = [(head, number) for number, group in enumerate(case["attacks"]) for head in group]
        told = [(told_in(read.text, incidents, head), number) for head, number in wanted]
        heads, found = heads + len(told), found + sum(bool(where) for where, _ in told)
        for (mine, first), (others, second) in combinations([each for each in told if each[0]], 2):
            pairs += 1
            right += bool(mine & others) == (first == second)
    print(f"{counted} of {len(cases)} paragraphs with the right number of attacks")
    print(f"{found} of {heads} heads found; {right} of {pairs} pairs of them right")


if __name__ == "__main__":
    main()
