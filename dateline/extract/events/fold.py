"""Casualties and the attack that caused them told in one sentence: one event, not two."""

from collections.abc import Sequence

from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.parties import Draft
from dateline.extract.events.parsing.words import EventWords, Sense
from dateline.model.annotations import EventType

HARM = frozenset({"killing", "wounding"})
DEATH = "death"
ABUSE = "abuse"
CAUSES = frozenset(
    {"attack", "airstrike", "bombing", "shelling", "rocket attack", "shooting", "clash", "offensive"}
)


def fold_harm(scene: Scene, drafts: Sequence[Draft], words: EventWords) -> list[tuple[Draft, list[Draft]]]:
    """Return the events of a sentence, each with the casualties that it absorbs."""
    causes = [draft for draft in drafts if is_cause(draft)]
    fatal = [*causes, *(draft for draft in drafts if draft.sense.mode == ABUSE)]  # "died of torture"
    folded: dict[int, list[Draft]] = {id(draft): [] for draft in drafts}
    kept = []
    for draft in drafts:
        near = fatal if draft.sense.mode == DEATH else causes
        cause = _cause_of(scene, draft, near) if is_harm(draft) else _whole_of(scene, draft, drafts)
        if cause is None:
            _call_accident(scene, draft, words)
            kept.append(draft)
        else:
            folded[id(cause)].append(draft)
            _absorb(cause, draft)
    return [(draft, folded[id(draft)]) for draft in kept]


def is_harm(draft: Draft) -> bool:
    """Say whether a draft only tells who was killed, hurt or died."""
    return draft.sense.mode in HARM | {DEATH}


def is_cause(draft: Draft) -> bool:
    """Say whether a draft tells an attack that may have killed or hurt people."""
    return draft.sense.type is EventType.ASSAULT and draft.sense.mode in CAUSES


def _call_accident(scene: Scene, draft: Draft, words: EventWords) -> None:
    """Turn deaths by accident or disease into no assault: "killed in a crash"."""
    accidents = words.sets["accidents"]
    told = scene.tokens.words[scene.first : scene.last]
    blind = all(scene.tokens.words[party.last - 1] in accidents for party in draft.actors)
    nobody = is_harm(draft) and (blind or bool(draft.form & Form.ING))
    if nobody and not accidents.isdisjoint(told) and words.sets["violence"].isdisjoint(told):
        draft.sense = Sense(EventType.OTHER, DEATH, draft.sense.frame)
        draft.actors = []


def _cause_of(scene: Scene, draft: Draft, causes: Sequence[Draft]) -> Draft | None:
    """Return the nearest attack of the same sentence that no background clause keeps apart."""
    near = [cause for cause in causes if _joined(scene, draft, cause)]
    return min(near, key=lambda cause: (abs(cause.chunk - draft.chunk), cause.chunk)) if near else None


def _whole_of(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the event of which one only tells the course: "an attack, during which rockets were fired"."""
    for whole in drafts:
        if whole.chunk >= draft.chunk or whole.sense.type is not draft.sense.type:
            continue
        between = scene.kinds[whole.chunk + 1 : draft.chunk]
        course = is_cause(whole) and is_cause(draft) and whole.is_noun and _in_course(scene, whole, between)
        alike = "attack" in (draft.sense.mode, whole.sense.mode) or whole.sense.mode == draft.sense.mode
        same = whole.chunk in draft.subject and whole.is_noun and alike
        visit = whole.sense == draft.sense and draft.is_noun and between in ("P", "BP")
        if course or visit or same:
            return whole
    return None


def _in_course(scene: Scene, whole: Draft, between: str) -> bool:
    """Say whether a clause tells the course of an attack: "an attack during which", "when jets struck"."""
    if "PR" in between:
        return True
    at = between.find("S")
    return at >= 0 and scene.tokens.words[scene.chunks[whole.chunk + 1 + at].first] == "when"


def _joined(scene: Scene, draft: Draft, cause: Draft) -> bool:
    low, high = sorted((draft.chunk, cause.chunk))
    between = scene.kinds[low + 1 : high]
    if "." in between or "K" in between:
        return False
    if draft.chunk in cause.subject or cause.chunk in draft.subject:
        return True
    if "S" in between:
        word = scene.tokens.words[scene.chunks[low + 1 + between.index("S")].first]
        return word in ("when", "where", "as", "after") and _passive_like(draft)
    return _passive_like(draft) or cause.is_noun


def _passive_like(draft: Draft) -> bool:
    undergoes = draft.passive or draft.is_noun or draft.sense.frame == "undergo"
    return undergoes or bool(draft.form & Form.ING)


def _absorb(cause: Draft, draft: Draft) -> None:
    if not cause.actors:
        cause.actors = list(draft.actors)
    victims = {(party.first, party.last) for party in draft.targets}
    if cause.sense.mode != "clash":
        cause.actors = [party for party in cause.actors if (party.first, party.last) not in victims]
    known = {(party.first, party.last) for party in cause.targets}
    cause.targets += [party for party in draft.targets if (party.first, party.last) not in known]
    cause.places += [place for place in draft.places if place not in cause.places]
