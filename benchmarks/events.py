"""Events measured by sentence: PLOVER gold types, CAMEO classes, ACLED sub-events, and the speed of reading.

Run: `python -m benchmarks.events [plover|cameo|acled|speed] --part report`. Corpora lie in
`$DATELINE_CORPORA` (`~/corpora`). Sentences at odd places are the part by which words were chosen
(`choose`), even ones are reported. The type of a sentence is that of its surest event, of equals
the first, filed as PLOVER files intentions (`code_event`). A sentence without an event is wrong;
`any` counts it right if any of its events has the gold type. The five CAMEO classes are those of
the root codes: none with 01 and 02, 03-05, 06-08, 09-13 with 16, and the rest.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.event_texts import annotate
from dateline.extract.events import find_events
from dateline.model.annotations import EventMention, EventType
from dateline.text.event_modes import code_event

Label = TypeVar("Label", int, str)
Case = TypeVar("Case")
ACLED_SENTENCES = Path(__file__).parent / "cases" / "acled_sentences.tsv"
# PLOVER 0.5 as in the gold file -> the sixteen types of the present codebook.
PRESENT_TYPES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def main_event(events: Sequence[EventMention], text: str) -> EventMention | None:
    """Return the event that a sentence is about."""
    ranked = sorted(events, key=lambda event: (-event.confidence, event.trigger.start))
    return ranked[0] if ranked else None


def parts(cases: list[Case], part: str) -> list[Case]:
    """Return the cases of one part."""
    return {"all": cases, "choose": cases[1::2], "report": cases[0::2]}[part]


def plover_cases(corpora: Path) -> list[tuple[str, str]]:
    records = json.loads((corpora / "8_events/plover/PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8"))
    return [
        (record["text"].strip(), PRESENT_TYPES.get(record["event"], record["event"]))
        for record in records
        if record["event"] != "DOCUMENT"
    ]


def plover(corpora: Path, part: str, verbose: bool) -> None:
    right = some = found = 0
    missed: Counter[tuple[str, str]] = Counter()
    cases = parts(plover_cases(corpora), part)
    for text, gold in cases:
        events = annotate(text).events
        main = main_event(events, text)
        got = str(event_type(main)) if main else "-"
        right += got == gold
        some += any(event_type(event) == gold for event in events)
        found += bool(events)
        missed[gold, got] += got != gold
        if verbose and got != gold:
            told = ", ".join(f"{e.type}[{e.trigger.of(text)}]" for e in events)
            print(f"{gold:10} {got:10} | {text} | {told}")
    print(
        f"plover {part}: {len(cases)} sentences, type {right / len(cases):.3f}, any {some / len(cases):.3f}, "
    )
    print(f"  with an event {found / len(cases):.3f}; most confused {missed.most_common(12)}")


def cameo(corpora: Path, part: str, verbose: bool) -> None:
    lines = (corpora / "8_events/cameo/train.tsv").read_text(encoding="utf-8").splitlines()
    cases = parts([tuple(line.rsplit("\t", 1)) for line in lines if "\t" in line], part)
    pairs: Counter[tuple[int, int]] = Counter()
    for text, label in cases:
        main = main_event(annotate(text).events, text)
        got = event_class(main) if main else 0
        pairs[int(label), got] += 1
        if verbose and got != int(label):
            print(label, got, main.trigger.of(text) if main else "-", "|", text)
    scores = [_f(pairs, each) for each in range(5)]
    hits = sum(count for (gold, got), count in pairs.items() if gold == got)
    print(f"cameo {part}: {len(cases)} sentences, accuracy {hits / len(cases):.3f},")
    print(f"  macro F {sum(scores) / 5:.3f}, of classes 0 to 4: {[round(score, 3) for score in scores]}")


def acled(corpora: Path, part: str, verbose: bool) -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    for gold, text in acled_cases(part):
        main = main_event(annotate(text).events, text)
        got = "/".join(main.acled) if main and main.acled else "-"
        pairs[gold, got] += 1
        if verbose and got != gold:
            print(f"{gold} | {got} | {main.trigger.of(text) if main else '-'} | {text}")
    labels = sorted({gold for gold, _ in pairs})
    hits = sum(pairs[label, label] for label in labels)
    macro = sum(_f(pairs, label) for label in labels) / len(labels)
    print(
        f"acled {part}: {pairs.total()} sentences, accuracy {hits / pairs.total():.3f}, macro F {macro:.3f}"
    )


def acled_cases(part: str) -> list[tuple[str, str]]:
    """Return ACLED's event and sub-event of each invented sentence of a part, and the sentence."""
    rows = [line.split("\t") for line in ACLED_SENTENCES.read_text(encoding="utf-8").splitlines()]
    return [(gold, text) for name, gold, text in rows if part in (name, "all")]


def event_type(event: EventMention) -> EventType:
    """Return the type under which PLOVER files an event."""
    return code_event(event.type, event.mode, event.stage)[0]


def event_class(event: EventMention) -> int:
    """Return the CAMEO class of an event, by its root code."""
    root = int(code_event(event.type, event.mode, event.stage)[1] or 0)
    if root <= 5:
        return 1 if root > 2 else 0
    return 2 if root <= 8 else 3 if root <= 13 or root == 16 else 4


def _f(pairs: Counter[tuple[Label, Label]], label: Label) -> float:
    hits = pairs[label, label]
    gold = sum(count for (each, _), count in pairs.items() if each == label)
    got = sum(count for (_, each), count in pairs.items() if each == label)
    return 2 * hits / (gold + got) if gold + got else 0.0


def speed(corpora: Path, part: str, verbose: bool) -> None:
    text = "\n\n".join(text for text, _ in plover_cases(corpora)) * 3
    read = annotate(text)
    begun = time.perf_counter()
    find_events(
        text, "en", sentences=read.sentences, mentions=read.mentions, times=read.times,
        quantities=read.quantities, claims=read.claims, places=read.places,
    )  # fmt: skip
    took = time.perf_counter() - begun
    print(f"events: {len(text.encode()) / took / 1000:.0f} kB/s over {len(text)} code points")


TASKS = {"plover": plover, "cameo": cameo, "acled": acled, "speed": speed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--part", choices=("choose", "report", "all"), default="report")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    TASKS[arguments.task](Path(arguments.corpora).expanduser(), arguments.part, arguments.verbose)


if __name__ == "__main__":
    main()
