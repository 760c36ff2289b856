"""Whether an event happened, was tried, planned, threatened or denied, and how surely its actors did it."""

from dataclasses import dataclass, replace

from dateline.extract.events.frames.governing import GOVERNOR_REACH, governed
from dateline.extract.events.frames.noun_stage import noun_stage
from dateline.extract.events.frames.thought import is_state, is_thought
from dateline.extract.events.parsing.chunks import Scene, verb_group
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.parties import Draft
from dateline.extract.events.parsing.subjects import BIDDING
from dateline.extract.events.parsing.syntax import is_main, verb_in
from dateline.extract.events.parsing.words import EventWords
from dateline.model.annotations import EventCertainty, EventStage, EventType

EXPRESSED = frozenset({EventType.PROTEST, EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT})
GOING = frozenset({"alone", "bare", "crowd", "go"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Stage and certainty of an event."""

    stage: EventStage
    certainty: EventCertainty


def standing_of(scene: Scene, draft: Draft, words: EventWords) -> Standing:
    """Return how far an event had come; `HYPOTHETICAL` where it is only thought of."""
    stage = noun_stage(scene, draft, words) if draft.is_noun else _verb_stage(scene, draft, words)
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
    if is_state(scene, draft, first, words):
        return EventStage.HYPOTHETICAL
    if negation := _negation_stage(scene, draft, first, words):
        return negation
    future = draft.form & Form.FUTURE and not draft.form & Form.PAST
    if ("W" in group and not perfect) or future or _is_to(scene, first):
        return EventStage.PLANNED
    if leader := _leader(scene, draft, first):
        return _verb_stage(scene, leader, words)
    infinitive = "I" in group or _behind_to(scene, first)
    if infinitive or (draft.form & Form.ING and scene.kinds[first - 1 : first] in ("P", "V")):
        open_end = infinitive and not _is_purpose(scene, draft, first, words)
        return governed(scene, first, words, EventStage.HYPOTHETICAL if open_end else EventStage.DONE)
    return EventStage.HYPOTHETICAL if is_thought(scene, draft, first, words) else EventStage.DONE


def _negation_stage(scene: Scene, draft: Draft, first: int, words: EventWords) -> EventStage | None:
    """Return the stage of a verb that is negated or denied, `None` where it is neither."""
    group = scene.kinds[first : draft.chunk]
    if "X" in group and "Y" in group and not _failed(scene, first, draft.chunk):
        return EventStage.HYPOTHETICAL  # "should not be published"
    negated = (
        "X" in group or scene.kinds[first - 1 : first] == "X" or _denied_before(scene, draft, first, words)
    )
    negated = negated or scene.kinds[draft.chunk + 1 : draft.chunk + 3] == "Xn"  # "offered no reason"
    negated = negated or any(is_nobody(scene, at, words) for at in draft.subject)
    return EventStage.DENIED if negated else None


def is_nobody(scene: Scene, at: int, words: EventWords) -> bool:
    """Say whether a subject leaves nobody: "none of the suspects", "no | troops"."""
    first = scene.chunks[at].first
    return any(words.is_in("nobody", word) for word in scene.tokens.words[max(0, first - 1) : first + 1])


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


def _leader(scene: Scene, draft: Draft, first: int) -> Draft | None:
    """Return the verb that a bare form goes on: "promised to visit Kyiv and (to) meet", "to help | guard"."""
    if (
        not draft.form & Form.BASE
        or draft.form & Form.PAST
        or scene.kinds[first - 1 : first] not in ("C", "V")
    ):
        return None
    at = scene.kinds.rfind("V", 0, first)
    if at < 0 or not set(scene.kinds[verb_group(scene, at) : at]) & set("IYW"):
        return None
    chunk = scene.chunks[at]
    return replace(draft, form=chunk.form, first=chunk.first, last=chunk.last, chunk=at)


def _is_to(scene: Scene, first: int) -> bool:
    """Say whether "is to" opens a verb group: "is also to visit"."""
    before = scene.kinds[:first].rstrip("B")
    return scene.kinds[first] == "I" and before.endswith("A")


def _behind_to(scene: Scene, first: int) -> bool:
    """Say whether a verb ends in "to" right in front: "threatened to"."""
    if not first or scene.kinds[first - 1] != "V":
        return False
    chunk = scene.chunks[first - 1]
    return chunk.last - chunk.first > 1 and scene.tokens.words[chunk.last - 1] == "to"


def _denied_before(scene: Scene, draft: Draft, first: int, words: EventWords) -> bool:
    """Say whether the clause is the content of a denial: "denied that its forces attacked"."""
    for at in range(first - 1, max(-1, first - 2 * GOVERNOR_REACH), -1):
        if scene.kinds[at] in ".SC":
            return False
        if scene.kinds[at] == "V":
            denies = scene.tokens.words[scene.chunks[at].first] in words.sets["denied"]
            return denies and not _stands_apart(scene, draft.chunk, at)
    return False


def _stands_apart(scene: Scene, at: int, above: int) -> bool:
    """Say whether a tree hangs a verb on another than that in front: "which denies it, has agreed"."""
    verb, other = verb_in(scene, at), verb_in(scene, above)
    return verb is not None and other is not None and other.word not in verb.parse.above(verb.word)


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
