"""Whether an event happened, was tried, planned, threatened or denied, and how surely its actors did it."""

from dataclasses import dataclass, replace

from dateline.extract.events.chunks import Scene, verb_group
from dateline.extract.events.forms import Form
from dateline.extract.events.parties import Draft
from dateline.extract.events.subjects import BIDDING
from dateline.extract.events.syntax import is_main, is_order, verb_in
from dateline.extract.events.words import EventWords
from dateline.model.annotations import EventCertainty, EventStage, EventType

GOVERNOR_REACH = 6  # chunks in front of an infinitive or a noun among which its governor stands
DUTY = frozenset({"must", "should"})
EXPRESSED = frozenset({EventType.PROTEST, EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT})
GRANTING = frozenset({"to", "about", "over", "after"})
GOING = frozenset({"alone", "bare", "crowd", "go"})
WISHING = frozenset({EventType.REQUEST, EventType.THREATEN})


@dataclass(frozen=True, slots=True)
class Standing:
    """Stage and certainty of an event."""

    stage: EventStage
    certainty: EventCertainty


def standing_of(scene: Scene, draft: Draft, words: EventWords) -> Standing:
    """Return how far an event had come; `HYPOTHETICAL` where it is only thought of."""
    stage = _noun_stage(scene, draft, words) if draft.is_noun else _verb_stage(scene, draft, words)
    certainty = EventCertainty.FACT
    if stage is EventStage.DENIED:
        certainty = EventCertainty.DENIED
    elif _holds(scene, words, "possible", draft):
        certainty = EventCertainty.POSSIBLE
    elif _suspects(scene, draft, words):
        certainty = EventCertainty.SUSPECTED
    return Standing(stage, certainty)


def is_finite(scene: Scene, draft: Draft) -> bool:
    """Say whether an event is told by the verb of a main clause."""
    if draft.is_noun and draft.carried is None:
        return False
    at = draft.chunk if draft.carried is None else draft.carried
    if verb := verb_in(scene, at):
        return is_main(verb)
    first = verb_group(scene, at)
    bare = first == at and (draft.passive or bool(draft.form & Form.ING))
    return not bare and "I" not in scene.kinds[first:at] and scene.kinds[first - 1 : first] != "R"


def _verb_stage(scene: Scene, draft: Draft, words: EventWords) -> EventStage:
    first = verb_group(scene, draft.chunk)
    group = scene.kinds[first : draft.chunk]
    perfect = "H" in group and bool(draft.form & Form.PARTICIPLE)
    if negation := _negation_stage(scene, draft, first, words):
        return negation
    if ("W" in group and not perfect) or (draft.form & Form.FUTURE and not draft.form & Form.PAST):
        return EventStage.PLANNED
    if leader := _leader(scene, draft, first):
        return _verb_stage(scene, leader, words)
    infinitive = "I" in group or _behind_to(scene, first)
    if infinitive or (draft.form & Form.ING and scene.kinds[first - 1 : first] in ("P", "V")):
        open_end = infinitive and not _is_purpose(scene, draft, first, words)
        return _governed(scene, first, words, EventStage.HYPOTHETICAL if open_end else EventStage.DONE)
    supposed = "K" in group or _conditional(scene, _series_start(scene, first))
    helped = ("Y" in group and not perfect) or ("W" in group and perfect) or _owed(scene, first)
    thought = supposed or helped or _ordered(scene, draft)
    if thought or _wished(scene, draft, first) or _generic(scene, first, draft, words):
        return EventStage.HYPOTHETICAL
    return EventStage.DONE


def _negation_stage(scene: Scene, draft: Draft, first: int, words: EventWords) -> EventStage | None:
    """Return the stage of a verb that is negated or denied, `None` where it is neither."""
    group = scene.kinds[first : draft.chunk]
    if "X" in group and "Y" in group and not _failed(scene, first, draft.chunk):
        return EventStage.HYPOTHETICAL  # "should not be published"
    negated = "X" in group or scene.kinds[first - 1 : first] == "X" or _denied_before(scene, first, words)
    negated = negated or any(_is_nobody(scene, at, words) for at in draft.subject)
    return EventStage.DENIED if negated else None


def _is_nobody(scene: Scene, at: int, words: EventWords) -> bool:
    """Say whether a subject leaves nobody: "none of the suspects", "no troops"."""
    return words.is_in("nobody", scene.tokens.words[scene.chunks[at].first])


def _failed(scene: Scene, first: int, last: int) -> bool:
    """Say whether a verb group tells what somebody could not do."""
    return "could" in scene.tokens.words[scene.chunks[first].first : scene.chunks[last].first]


def _is_purpose(scene: Scene, draft: Draft, first: int, words: EventWords) -> bool:
    """Say whether something was done in order to say what an infinitive tells: "gathered to demand"."""
    at = scene.kinds.rfind("V", 0, first)
    if draft.sense.type not in EXPRESSED or at < 0 or set(scene.kinds[at + 1 : first]) & set(".SRK"):
        return False
    chunk = scene.chunks[at]
    done = chunk.form & Form.PAST or not chunk.readings
    done = done and not set(scene.kinds[verb_group(scene, at) : at]) & set("IYWXG")
    bids = scene.tokens.words[chunk.first] in words.sets["bidding"] or any(
        reading.sense and reading.sense.type in BIDDING for reading in chunk.readings
    )
    goes = any(reading.sense and reading.sense.frame in GOING for reading in chunk.readings)
    return bool(done) and not bids and (goes or scene.kinds[at + 1 : first] not in ("", "B"))


def _ordered(scene: Scene, draft: Draft) -> bool:
    """Say whether the reader of the text is asked to do what a verb tells."""
    verb = verb_in(scene, draft.chunk) if draft.form & Form.BASE and not draft.form & Form.PAST else None
    return verb is not None and is_order(verb)


def _owed(scene: Scene, first: int) -> bool:
    """Say whether "must" or "should", an event of its own, stands right in front."""
    return first > 0 and scene.kinds[first - 1] == "V" and scene.words(scene.chunks[first - 1])[0] in DUTY


def _leader(scene: Scene, draft: Draft, first: int) -> Draft | None:
    """Return the verb with which a bare form is coordinated: "promised to visit Kyiv and (to) meet"."""
    if not draft.form & Form.BASE or draft.form & Form.PAST or scene.kinds[first - 1 : first] != "C":
        return None
    at = scene.kinds.rfind("V", 0, first)
    if at < 0 or not set(scene.kinds[verb_group(scene, at) : at]) & set("IYW"):
        return None
    chunk = scene.chunks[at]
    return replace(draft, form=chunk.form, first=chunk.first, last=chunk.last, chunk=at)


def _behind_to(scene: Scene, first: int) -> bool:
    """Say whether a verb ends in "to" right in front: "threatened to"."""
    if not first or scene.kinds[first - 1] != "V":
        return False
    chunk = scene.chunks[first - 1]
    return chunk.last - chunk.first > 1 and scene.tokens.words[chunk.last - 1] == "to"


def _series_start(scene: Scene, first: int) -> int:
    """Return the first of the participles with which one is coordinated: "instead of taking (and making)"."""
    while first > 0 and scene.kinds[first - 1] == "C":
        before = scene.kinds.rfind("V", 0, first - 1)
        if before < 0 or not scene.chunks[before].form & Form.ING or "." in scene.kinds[before:first]:
            break
        first = before
    return first


def _conditional(scene: Scene, at: int) -> bool:
    first = at
    while first > 0 and scene.kinds[first - 1] not in ".,VSK":
        first -= 1
    return first > 0 and scene.kinds[first - 1] == "K"


def _governed(scene: Scene, first: int, words: EventWords, default: EventStage) -> EventStage:
    """Return the stage that the nearest governing word in front gives: "planned to", "attempt to"."""
    low = max(0, first - GOVERNOR_REACH)
    for at in range(first - 1, low - 1, -1):
        chunk = scene.chunks[at]
        for word in reversed(scene.words(chunk)):
            for name, stage in (*_STAGES, *_THOUGHT):
                if word in words.sets[name]:
                    group = verb_group(scene, at)
                    deeper = name == "factive" and "I" in scene.kinds[group:at]  # "the need to continue to"
                    return _governed(scene, group, words, EventStage.HYPOTHETICAL) if deeper else stage
        if chunk.kind in "V.S":
            return default
    return default


_THOUGHT = (("weighing", EventStage.HYPOTHETICAL),)
_STAGES = (
    ("factive", EventStage.DONE),
    ("attempted", EventStage.ATTEMPTED),
    ("threatened", EventStage.THREATENED),
    ("planned", EventStage.PLANNED),
    ("denied", EventStage.DENIED),
)


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


def _denied_before(scene: Scene, first: int, words: EventWords) -> bool:
    """Say whether the clause is the content of a denial: "denied that its forces attacked"."""
    for at in range(first - 1, max(-1, first - 2 * GOVERNOR_REACH), -1):
        if scene.kinds[at] in ".SC":
            return False
        if scene.kinds[at] == "V":
            return scene.tokens.words[scene.chunks[at].first] in words.sets["denied"]
    return False


def _generic(scene: Scene, first: int, draft: Draft, words: EventWords) -> bool:
    """Say whether a present form tells a habit: "militants often attack convoys"."""
    if not draft.form & (Form.BASE | Form.PRESENT) or draft.form & Form.PAST:
        return False
    if scene.kinds[first - 1 : first] == "R" and not draft.form & Form.BASE:
        return True  # "the body that approves projects"
    near = scene.tokens.words[scene.chunks[max(0, first - 1)].first : draft.last + 1]
    return not words.sets["generic"].isdisjoint(near)


def _noun_stage(scene: Scene, draft: Draft, words: EventWords) -> EventStage:
    chunk = scene.chunks[draft.chunk]
    if scene.kinds[draft.chunk - 1 : draft.chunk] == "X":
        return EventStage.HYPOTHETICAL  # "there were no new deaths"
    before = scene.tokens.words[chunk.first : draft.first]
    if words.order == "svo" and not words.sets["unreal"].isdisjoint(before):
        return EventStage.HYPOTHETICAL
    for word in before:
        for name, stage in _STAGES[1:4]:
            if word in words.sets[name]:
                return stage
    if _conditional(scene, draft.chunk):
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
            for name, stage in (("unreal", EventStage.HYPOTHETICAL), *_STAGES[1:4]):
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
    if ("Y" in group and "H" not in group) or "I" in group:
        return _governed(scene, first, words, EventStage.HYPOTHETICAL)
    if "X" in group:
        return EventStage.DENIED
    return EventStage.PLANNED if "W" in group else EventStage.DONE


def _holds(scene: Scene, words: EventWords, name: str, draft: Draft) -> bool:
    """Say whether a word of a set stands in the verb group or the phrase of a trigger, or right in front."""
    first = verb_group(scene, draft.chunk) if not draft.is_noun else draft.chunk
    start = scene.chunks[first].first
    return not words.sets[name].isdisjoint(scene.tokens.words[start : draft.last])


def _suspects(scene: Scene, draft: Draft, words: EventWords) -> bool:
    spans = [(party.first, party.last) for party in draft.actors]
    first = verb_group(scene, draft.chunk) if not draft.is_noun else draft.chunk
    spans.append((scene.chunks[first].first, draft.last))
    return any(not words.sets["suspected"].isdisjoint(scene.tokens.words[a:b]) for a, b in spans)
