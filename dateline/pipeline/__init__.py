"""The order of the stages on one page.

    collect -> archive -> read -> extract -> resolve -> link -> assess -> write

Each step does what is pending and leaves the ledger whole: running it twice changes nothing, and a
run that was killed is finished by the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.ledger import Stage
from dateline.pipeline.doors import Doors, Report, open_doors, open_to_look
from dateline.pipeline.hands import open_hands
from dateline.pipeline.intake import collect_pending
from dateline.pipeline.ledger.knowing import know_again
from dateline.pipeline.pictures import collect_pictures
from dateline.pipeline.reading import extract_pending, read_pending
from dateline.text.counting import count

__all__ = [
    "Doors",
    "Outcome",
    "Report",
    "collect_desk",
    "open_doors",
    "open_to_look",
    "run_desk",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one stage did, in words for a person."""

    stage: Stage
    done: str


def run_desk(doors: Doors, *, workers: int = 1) -> Iterator[Outcome]:
    """Do all that is pending in every stage, and say after each what was done.

    With `workers` that many processes read and annotate. They are started afresh: a script that asks for them
    keeps its own work under `if __name__ == "__main__"`.
    """
    yield from collect_desk(doors)
    with open_hands(doors, workers=workers) as hands:
        yield Outcome(Stage.READ, f"{count(read_pending(doors, hands), 'document')} read")
        yield Outcome(Stage.ARCHIVE, f"{count(collect_pictures(doors), 'picture')} kept")
        yield Outcome(Stage.EXTRACT, f"{count(extract_pending(doors, hands), 'document')} annotated")
    standing = know_again(doors)
    yield Outcome(Stage.RESOLVE, f"{count(standing['entities'], 'entity', 'entities')} standing")
    linked = f"{count(standing['stories'], 'story', 'stories')} and {count(standing['events'], 'event')}"
    yield Outcome(Stage.LINK, f"{linked} standing")
    yield Outcome(Stage.ASSESS, f"{count(standing['accepted'], 'claim')} accepted by rule")


def collect_desk(doors: Doors) -> Iterator[Outcome]:
    """Collect and archive only."""
    yield Outcome(Stage.COLLECT, f"{count(collect_pending(doors), 'new capture')} kept")
