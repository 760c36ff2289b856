"""Whether what a noun tells happened: by the words in its phrase and by the verb that governs it."""

from dateline.extract.events.frames.governing import STAGES, conditional, governed
from dateline.extract.events.parsing.chunks import Scene, verb_group
from dateline.extract.events.parsing.parties import Draft
from dateline.extract.events.parsing.words import EventWords
from dateline.model.annotations import EventStage, EventType

GRANTING = frozenset({"to", "about", "over", "after"})
WISHING = frozenset({EventType.REQUEST, EventType.THREATEN})


def noun_stage(scene: Scene, draft: Draft, words: EventWords) -> EventStage:
    """Return the stage of what a noun tells; `HYPOTHETICAL` where it is only thought of."""
    chunk = scene.chunks[draft.chunk]
    if scene.kinds[draft.chunk - 1 : draft.chunk] == "X":
        return EventStage.HYPOTHETICAL  # "there were no new deaths"
    before = scene.tokens.words[chunk.first : draft.first]
    if words.order == "svo" and not words.sets["unreal"].isdisjoint(before):
        return EventStage.HYPOTHETICAL
    for word in before:
        for name, stage in STAGES[1:4]:
            if word in words.sets[name]:
                return stage
    if conditional(scene, draft.chunk):
        return EventStage.HYPOTHETICAL
    return _object_stage(scene, draft.chunk, words)


def _object_stage(scene: Scene, at: int, words: EventWords) -> EventStage:
    """Return the stage of a noun by what governs it: "called for talks", "to prevent an attack"."""
    low = max(0, at - 3)
    for before in range(at - 1, low - 1, -1):
        chunk = scene.chunks[before]
        if chunk.kind in ".S,":
            break
        found = scene.words(chunk)
        if len(found) > 1 and chunk.kind == "V" and scene.kinds[at - 1] == "P":
            break  # "vowed revenge for the killing"
        if chunk.kind in "nV" and before == at - 1 - (scene.kinds[at - 1] == "P"):
            for name, stage in (("unreal", EventStage.HYPOTHETICAL), *STAGES[1:4]):
                if found[-1] in words.sets[name] or found[0] in words.sets[name]:
                    return stage
        if chunk.kind == "V":
            return EventStage.DONE if _is_known(scene, at) else _verb_over_noun(scene, before, words)
    return EventStage.DONE


def _is_known(scene: Scene, at: int) -> bool:
    """Say whether what a noun tells is taken for granted: "has yet to respond to the appointment"."""
    before = scene.words(scene.chunks[at - 1])
    return scene.words(scene.chunks[at])[0] == "the" and len(before) == 1 and before[0] in GRANTING


def _verb_over_noun(scene: Scene, at: int, words: EventWords) -> EventStage:
    readings = scene.chunks[at].readings
    if any(reading.sense and reading.sense.type in WISHING for reading in readings):
        return EventStage.HYPOTHETICAL
    first = verb_group(scene, at)
    group = scene.kinds[first:at]
    if conditional(scene, first):
        return EventStage.HYPOTHETICAL
    if ("Y" in group and "H" not in group) or "I" in group:
        return governed(scene, first, words, EventStage.HYPOTHETICAL)
    if "X" in group:
        return EventStage.DENIED
    return EventStage.PLANNED if "W" in group else EventStage.DONE
