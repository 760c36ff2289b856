"""Whether a verb tells what is only thought of, asked for or usually so, and not what happened."""

from dateline.extract.events.frames.governing import conditional, series_start
from dateline.extract.events.frames.noun_stage import WISHING
from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.parties import Draft
from dateline.extract.events.parsing.syntax import is_order, verb_in
from dateline.extract.events.parsing.words import EventWords
from dateline.model.annotations import EventType

DUTY = frozenset({"must", "should"})


def is_thought(scene: Scene, draft: Draft, first: int, words: EventWords) -> bool:
    """Say whether a finite verb, whose group begins at chunk `first`, tells nothing that happened."""
    group = scene.kinds[first : draft.chunk]
    perfect = "H" in group and bool(draft.form & Form.PARTICIPLE)
    if "K" in group or conditional(scene, series_start(scene, first)):
        return True
    helped = ("Y" in group and not perfect) or ("W" in group and perfect) or _owed(scene, first)
    if helped or _ordered(scene, draft):
        return True
    return _wished(scene, draft, first) or _generic(scene, first, draft, words)


def is_state(scene: Scene, draft: Draft, first: int, words: EventWords) -> bool:
    """Say whether a passive tells what is so, not what happened: "are allowed to", "is not recognised by"."""
    words_before = scene.tokens.words[scene.chunks[first].first : draft.first]
    if not draft.passive or not words_before or words_before[0] not in words.sets["present"]:
        return False
    if not words.sets["generic"].isdisjoint(words_before):
        return True  # "are occasionally closed"
    denied = "X" in scene.kinds[first : draft.chunk]
    allowed = draft.sense.type is EventType.CONCEDE and not draft.actors
    return allowed or (draft.sense.type is EventType.SUPPORT and denied)


def _ordered(scene: Scene, draft: Draft) -> bool:
    """Say whether the reader of the text is asked to do what a verb tells."""
    verb = verb_in(scene, draft.chunk) if draft.form & Form.BASE and not draft.form & Form.PAST else None
    return verb is not None and is_order(verb)


def _owed(scene: Scene, first: int) -> bool:
    """Say whether "must" or "should", an event of its own, stands right in front."""
    return first > 0 and scene.kinds[first - 1] == "V" and scene.words(scene.chunks[first - 1])[0] in DUTY


def _wished(scene: Scene, draft: Draft, first: int) -> bool:
    """Say whether a bare form follows "that" of a demand: "demanded that Syria withdraw"."""
    if not draft.form & Form.BASE or draft.form & Form.PAST:
        return False
    for at in range(first - 1, -1, -1):
        kind = scene.kinds[at]
        if kind == "V":
            return any(
                reading.sense and reading.sense.type in WISHING for reading in scene.chunks[at].readings
            )
        if kind in ".S":
            return False
    return False


def _generic(scene: Scene, first: int, draft: Draft, words: EventWords) -> bool:
    """Say whether a present form tells a habit: "militants often attack convoys"."""
    if not draft.form & (Form.BASE | Form.PRESENT) or draft.form & Form.PAST:
        return False
    if scene.kinds[first - 1 : first] == "R" and not draft.form & Form.BASE:
        return True  # "the body that approves projects"
    near = scene.tokens.words[scene.chunks[max(0, first - 1)].first : draft.last + 1]
    return not words.sets["generic"].isdisjoint(near)
