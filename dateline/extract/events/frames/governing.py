"""What governs a verb or a noun: words of trying, planning and denying in front of it, and conditions."""

from dateline.extract.events.parsing.chunks import Scene, verb_group
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.words import EventWords
from dateline.model.annotations import EventStage

GOVERNOR_REACH = 6  # chunks in front of an infinitive or a noun among which its governor stands

THOUGHT = (("weighing", EventStage.HYPOTHETICAL),)
STAGES = (
    ("factive", EventStage.DONE),
    ("attempted", EventStage.ATTEMPTED),
    ("threatened", EventStage.THREATENED),
    ("planned", EventStage.PLANNED),
    ("denied", EventStage.DENIED),
)


def governed(scene: Scene, first: int, words: EventWords, default: EventStage) -> EventStage:
    """Return the stage that the nearest governing word in front gives: "planned to", "attempt to"."""
    low = max(0, first - GOVERNOR_REACH)
    for at in range(first - 1, low - 1, -1):
        chunk = scene.chunks[at]
        for word in reversed(scene.words(chunk)):
            for name, stage in (*STAGES, *THOUGHT):
                if word in words.sets[name]:
                    group = verb_group(scene, at)
                    deeper = name == "factive" and "I" in scene.kinds[group:at]  # "the need to continue to"
                    return governed(scene, group, words, EventStage.HYPOTHETICAL) if deeper else stage
        if chunk.kind in "V.S":
            return default
    return default


def conditional(scene: Scene, at: int) -> bool:
    """Say whether "if" or "unless" opens the clause of chunk `at`."""
    first = at
    while first > 0 and scene.kinds[first - 1] not in ".,VSK":
        first -= 1
    return first > 0 and scene.kinds[first - 1] == "K"


def series_start(scene: Scene, first: int) -> int:
    """Return the first of the participles with which one is coordinated: "instead of taking (and making)"."""
    while first > 0 and scene.kinds[first - 1] == "C":
        before = scene.kinds.rfind("V", 0, first - 1)
        if before < 0 or not scene.chunks[before].form & Form.ING or "." in scene.kinds[before:first]:
            break
        first = before
    return first
