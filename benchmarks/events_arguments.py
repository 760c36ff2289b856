"""Arguments of events given the trigger: WikiEvents and RAMS, dev sides.

Run: `python -m benchmarks.events_arguments [rams|wikievents] --part report`. Of each pair of texts the
first is the part by which rules may be chosen (`choose`), the second is reported.

A gold trigger is read when an event of ours has it in its trigger. The arguments of that event are its
actors, targets, instruments and places, as phrases; the gold arguments are those of the gold event that
stand within two sentences. Heads: an argument is found where the last word of one lies in the other. With
its role: gold roles are laid together as in `ROLES`; roles that are not there (topic, crime, money ...)
count as missed. Figures: over all gold triggers, and over those read. `--every` takes events too that are not
sound enough to be kept: what is measured is then the reading of parties alone.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.event_texts import every_event, joined_words, read_whole
from dateline.model.annotations import Annotations, EventMention
from dateline.model.spans import Span

ROLES = {
    "actor": "attacker killer injurer communicator participant giver transporter jailer investigator "
    "prosecutor destroyer damager damagerdestroyer preventer impeder executioner manufacturer spy voter "
    "demonstrator perpetrator judgecourt inspector surrenderer retreater yielder governmentbody granter "
    "extraditer regulator monitor observer",
    "target": "victim target recipient beneficiary defendant detainee employee candidate artifact passenger "
    "passengerartifact observedentity inspectedentity monitoredentity patient acquiredentity participant "
    "territoryorfacility deceased",
    "instrument": "instrument explosivedevice vehicle",
    "place": "place destination origin placeofemployment",
}
Argument = tuple[str, Span]


@dataclass(frozen=True)
class Case:
    """One text with its gold events: trigger and arguments, roles in small letters."""

    text: str
    events: tuple[tuple[Span, tuple[Argument, ...]], ...]


def rams(corpora: Path) -> Iterator[Case]:
    for line in (corpora / "8_events/rams/dev.jsonlines").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        words = [word for sentence in record["sentences"] for word in sentence]
        span = _spans(words)
        first, last, _ = record["evt_triggers"][0]
        arguments = tuple((role[11:], span(*place)) for _, place, role in record["gold_evt_links"])
        yield Case(joined_words(words)[0], ((span(first, last), arguments),))


def wikievents(corpora: Path) -> Iterator[Case]:
    for line in (corpora / "8_events/wikievents/dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        span = _spans(record["tokens"])
        places = {each["id"]: span(each["start"], each["end"] - 1) for each in record["entity_mentions"]}
        events = []
        for event in record["event_mentions"]:
            trigger = span(event["trigger"]["start"], event["trigger"]["end"] - 1)
            arguments = [(each["role"].lower(), places[each["entity_id"]]) for each in event["arguments"]]
            events.append((trigger, tuple(arguments)))
        yield Case(joined_words(record["tokens"])[0], tuple(events))


def _spans(words: list[str]):  # type: ignore[no-untyped-def]
    starts = joined_words(words)[1]
    return lambda first, last: Span(starts[first], starts[last] + len(words[last]))


def arguments_of(read: Annotations, event: EventMention, text: str) -> list[Argument]:
    """Return the phrases of an event of ours with their roles."""
    spans = {mention.id: Span(mention.start, mention.end) for mention in read.mentions}
    found = [("actor", span) for span in event.actor_spans] + [
        ("target", span) for span in event.target_spans
    ]
    found += [("instrument", span) for span in event.instruments]
    for role, ids in (("actor", event.actors), ("target", event.targets), ("place", event.places)):
        for each in ids:
            if not any(known == role and span.overlaps(spans[each]) for known, span in found):
                found.append((role, spans[each]))
    return found


def _same(one: Span, other: Span) -> bool:
    return one.start < other.end <= one.end or other.start < one.end <= other.end


def _plays(gold: str, role: str) -> bool:
    return gold in ROLES[role].split()


def score(cases: list[Case], *, every: bool, verbose: bool) -> None:
    counts: Counter[str] = Counter()
    for case in cases:
        whole = read_whole(case.text)
        read = whole.annotations
        events = list(every_event(whole)) if every else read.events
        for trigger, gold in case.events:
            counts["triggers"] += 1
            counts["gold"] += len(gold)
            event = next((each for each in events if each.trigger.overlaps(trigger)), None)
            if event is None:
                continue
            counts["read"] += 1
            counts["gold of read"] += len(gold)
            _count(counts, gold, arguments_of(read, event, case.text))
            if verbose:
                print(trigger.of(case.text), [(role, span.of(case.text)) for role, span in gold])
                ours = arguments_of(read, event, case.text)
                print("    ", event.type, [(role, span.of(case.text)) for role, span in ours])
    _print(counts)


def _count(counts: Counter[str], gold: tuple[Argument, ...], made: list[Argument]) -> None:
    counts["made"] += len(made)
    for name, fits in (("heads", False), ("roles", True)):
        left = list(made)
        for role, span in gold:
            hit = next(
                (each for each in left if _same(each[1], span) and (not fits or _plays(role, each[0]))), None
            )
            if hit:
                left.remove(hit)
                counts[name] += 1


def _print(counts: Counter[str]) -> None:
    print(f"{counts['triggers']} triggers, of them read as events {counts['read']}")
    for name in ("heads", "roles"):
        for of, gold in (("all triggers", counts["gold"]), ("those read", counts["gold of read"])):
            precision, recall = counts[name] / max(counts["made"], 1), counts[name] / max(gold, 1)
            f = 2 * counts[name] / max(counts["made"] + gold, 1)
            print(f"{name}, of {of}: P {precision:.3f} R {recall:.3f} F {f:.3f}")


CORPORA = {"rams": rams, "wikievents": wikievents}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", choices=CORPORA)
    parser.add_argument("--part", choices=("choose", "report"), default="report")
    parser.add_argument("--corpora", default=os.environ.get("DATELINE_CORPORA", "~/corpora"))
    parser.add_argument("--every", action="store_true", help="unsound events too")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    cases = list(CORPORA[arguments.corpus](Path(arguments.corpora).expanduser()))
    half = cases[arguments.part == "report" :: 2]
    score(half, every=arguments.every, verbose=arguments.verbose)


if __name__ == "__main__":
    main()
