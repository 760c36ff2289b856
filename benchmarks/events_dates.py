"""Days of events: TempEval-3 training, English, whose people linked happenings to expressions of time.

Run: `python -m benchmarks.events_dates --part report`. Of each pair of documents, in the order of their
names, the first may choose rules (`choose`), the second is reported. A happening counts that is read as an
event and that people linked to an expression of its own sentence which we read too, so that only the choice
among expressions is measured. Right is an event that has the begin of the expression in which its happening
lies; wrong is one that has another, or the begin of an expression before or behind which people put it.
Events that people laid to no expression of their sentence are counted apart: most days that are given to
them are wrong, and some were not marked.
"""

import argparse
import os
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.event_texts import every_event, read_whole
from dateline.model.annotations import EventMention
from dateline.model.spans import Span
from dateline.model.times import StatedTime, TimeExpression

WITHIN = frozenset(
    {"IS_INCLUDED", "DURING", "SIMULTANEOUS", "IDENTITY", "BEGINS", "ENDS", "BEGUN_BY", "ENDED_BY"}
)
TURNED = {"INCLUDES": "IS_INCLUDED", "IS_INCLUDED": "INCLUDES"}


@dataclass(frozen=True)
class Linked:
    """A document; `happenings` and `expressions` by their ids, `links` from the one to the other."""

    name: str
    text: str
    printed: str
    happenings: Mapping[str, Span]
    expressions: Mapping[str, Span]
    links: Mapping[tuple[str, str], str]


def documents(corpora: Path) -> Iterator[Linked]:
    """Yield the documents with their links of happenings to expressions of time."""
    for path in sorted((corpora / "3_time/tempeval3").rglob("*.tml")):
        root = ET.parse(path).getroot()
        body, printed = root.find("TEXT"), root.find("DCT/TIMEX3")
        if body is None or printed is None:
            continue
        spans: dict[str, dict[str, Span]] = {"EVENT": {}, "TIMEX3": {}}
        text = _read(body, "", spans)
        told = {each.get("eiid", ""): each.get("eventID", "") for each in root.iter("MAKEINSTANCE")}
        day, links = printed.get("value", "")[:10], dict(_links(root, told))
        yield Linked(path.stem, text, day, spans["EVENT"], spans["TIMEX3"], links)


def _read(node: ET.Element, text: str, spans: dict[str, dict[str, Span]]) -> str:
    """Return a text with that of a node behind it; note where happenings and expressions stand."""
    first = len(text)
    text += node.text or ""
    for child in node:
        text = _read(child, text, spans) + (child.tail or "")
    if node.tag in spans:
        spans[node.tag][node.get("eid") or node.get("tid") or ""] = Span(first, len(text))
    return text


def _links(root: ET.Element, told: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    for link in root.iter("TLINK"):
        kind = link.get("relType", "")
        happening, expression = link.get("eventInstanceID"), link.get("relatedToTime")
        if happening is None and expression is None:
            happening, expression = link.get("relatedToEventInstance"), link.get("timeID")
            kind = TURNED.get(kind, kind)
        if happening and expression:
            yield (told.get(happening, ""), expression), kind


def judge(document: Linked) -> Iterator[tuple[str, str]]:
    """Yield for each happening that we read as an event how its day came out, and the sentence."""
    read = read_whole(document.text, published=StatedTime(document.printed, document.printed))
    found = list(every_event(read))
    for key, span in document.happenings.items():
        event = next((each for each in found if each.trigger.overlaps(span)), None)
        inside = next((each for each in read.annotations.sentences if each.overlaps(span)), None)
        if event is None or inside is None:
            continue
        near = {
            id(time): (time, kind)
            for (happening, expression), kind in document.links.items()
            if happening == key and expression in document.expressions
            for time in read.annotations.times
            if time.begin and Span(time.start, time.end).overlaps(document.expressions[expression])
            if inside.start <= time.start < inside.end
        }
        told = inside.of(document.text).replace("\n", " ")
        yield _outcome(event, [*near.values()]), f"[{span.of(document.text)}] {event.begin} {told}"


def _outcome(event: EventMention, near: list[tuple[TimeExpression, str]]) -> str:
    right = {time.begin for time, kind in near if kind in WITHIN}
    if right:
        return "right" if event.begin in right else "none given" if event.begin is None else "wrong"
    if event.begin is None:
        return "not linked, none given"
    if any(time.begin == event.begin for time, _ in near):
        return "before or behind"
    return "linked otherwise" if near else "not linked, given"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("choose", "report"), default="report")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    outcomes: Counter[str] = Counter()
    for document in list(documents(Path(arguments.corpora).expanduser()))[arguments.part == "report" :: 2]:
        for outcome, told in judge(document):
            outcomes[outcome] += 1
            if arguments.verbose and outcome not in ("right", "not linked, none given"):
                print(f"{outcome}: {document.name} {told}")
    linked = sum(outcomes[each] for each in ("right", "wrong", "none given"))
    given = sum(outcomes[each] for each in ("right", "wrong", "before or behind", "linked otherwise"))
    print(dict(outcomes))
    recall, precision = (outcomes["right"] / max(each, 1) for each in (linked, given))
    print(f"days right R {recall:.3f} of {linked}, P {precision:.3f} of {given}")


if __name__ == "__main__":
    main()
