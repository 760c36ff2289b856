"""Who acts and who suffers in invented sentences that are kept here, event by event.

Run: `python -m benchmarks.events_parties --part report [--verbose]`. Sentences and gold are in
`cases/parties.txt`; by the odd ones rules may be chosen (`choose`), the even ones are reported. An event is
read when one of ours has its word in the trigger, be it sound enough to be kept or not: what is measured are
its parties. A side is right when each party of the gold has its word in a phrase of ours, and each phrase of
ours has the word of a party; both are nobody where the gold has nobody.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.event_texts import every_event, read_whole
from dateline.extract import ReadText
from dateline.model.annotations import EventMention
from dateline.model.spans import Span

CASES = Path(__file__).parent / "cases" / "parties.txt"


@dataclass(frozen=True, slots=True)
class Deed:
    """An event of a sentence: a word of its trigger, who acts, who suffers, as the file writes them."""

    trigger: str
    actors: str
    targets: str


Case = tuple[str, tuple[Deed, ...]]


def read_cases(path: Path = CASES) -> Iterator[Case]:
    """Yield each sentence of a file with its events."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            deeds = (Deed(*(field.strip() for field in line.split("|"))) for line in lines[1:])
            yield lines[0], tuple(deeds)


def find_event(read: ReadText, word: str) -> EventMention | None:
    """Return the event of which the trigger has a word."""
    place = re.search(rf"\b{re.escape(word)}\b", read.text)
    assert place is not None, f"no word {word!r} in {read.text!r}"
    span = Span(place.start(), place.end())
    return next((event for event in every_event(read) if event.trigger.overlaps(span)), None)


def phrases(read: ReadText, spans: Sequence[Span], mentions: Sequence[str]) -> list[str]:
    """Return the parties of one side as printed; where only mentions tell them, these."""
    by_id = {mention.id: mention for mention in read.annotations.mentions}
    named = [read.text[by_id[each].start : by_id[each].end] for each in mentions]
    printed = [span.of(read.text) for span in spans]
    return printed or named


def is_side_right(gold: str, found: Sequence[str]) -> bool:
    """Say whether the phrases of a side are those of the gold.

    >>> is_side_right("police/officers", ["the officers"]), is_side_right("-", ["rain"])
    (True, False)
    """
    if "-" in gold.split("/") and not found:
        return True
    parties = [party.strip().split("/") for party in gold.split(",")]
    words = [set(re.findall(r"\w+", phrase)) for phrase in found]
    told = all(any(word in phrase for word in party for phrase in words) for party in parties)
    return bool(found) and told and all(any(phrase & set(party) for party in parties) for phrase in words)


def verdict(read: ReadText, deed: Deed) -> tuple[bool | None, str]:
    """Return whether an event is read right, `None` where none is read, and how it is read."""
    event = find_event(read, deed.trigger)
    if event is None:
        return None, ""
    actors = phrases(read, event.actor_spans, event.actors)
    targets = phrases(read, event.target_spans, event.targets)
    right = is_side_right(deed.actors, actors) and is_side_right(deed.targets, targets)
    return right, f"{event.type}/{event.mode} {actors} -> {targets}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--part", choices=("choose", "report"), default="report")
    parser.add_argument("--verbose", action="store_true", help="print what is wrong")
    arguments = parser.parse_args()
    verdicts = []
    for text, deeds in list(read_cases())[arguments.part == "report" :: 2]:
        read = read_whole(text)
        for deed in deeds:
            right, told = verdict(read, deed)
            verdicts.append(right)
            if arguments.verbose and not right:
                print(f"{text}\n    {deed.trigger} | {deed.actors} | {deed.targets}: {told or 'not read'}")
    found = [each for each in verdicts if each is not None]
    print(f"{len(verdicts)} events, read {len(found)}, both sides right {sum(found)}: ", end="")
    print(f"{sum(found) / max(len(found), 1):.3f} of those read, {sum(found) / len(verdicts):.3f} of all")


if __name__ == "__main__":
    main()
