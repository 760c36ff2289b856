"""Which words that could tell an event do not, because their parties are not of the kind that it needs.

A storm demands nothing and an album is no prisoner: "released a statement", "the area offers views". What
each kind of event needs stands in `events.needs` of a language, the nouns of people in `events.heads`.
"""

from collections.abc import Iterable, Sequence

from dateline.extract.events.frames.senses import is_other_sense, settle_sense
from dateline.extract.events.frames.stage import is_finite
from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.parties import PLACE_TYPES, Draft, Party
from dateline.extract.events.parsing.people import DOERS, has_ending, head_of, is_of, is_people
from dateline.extract.events.parsing.reading import Reading
from dateline.extract.events.parsing.words import Need, Sense
from dateline.model.annotations import EventType, MentionType

PLACED = "placed"  # a need that any place told with the event meets
STATES = frozenset({MentionType.GPE, MentionType.NORP})
VIOLENT = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.SANCTION, EventType.OTHER}
)


def is_selected(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Say whether a draft has parties as its event needs them; what cannot act is taken out of its actors."""
    if not reading.words.needs:
        return True
    if is_other_sense(reading, scene, draft):
        return False
    settle_sense(reading, scene, draft)
    if not _acts(reading, scene, draft):
        return False
    return all(_is_met(reading, draft, need) for need in reading.words.needs_of(draft.sense))


def _acts(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Say whether an event may have the actors that its words give it; parties that cannot act go."""
    doers = [party for party in draft.actors if _can_act(reading, draft, party)]
    if doers or not draft.actors or not reading.words.heads["people"]:
        draft.actors = doers
        return True
    told = draft.sense.type in VIOLENT and (draft.passive or not is_finite(scene, draft))
    if draft.sense.mode == "killing":
        draft.sense = Sense(EventType.OTHER, "death", draft.sense.frame)
    elif not told and draft.sense.mode != "wounding":
        return False
    draft.actors = []
    return True


def _can_act(reading: Reading, draft: Draft, party: Party) -> bool:
    types = {reading.mentions[index].type for index in party.mentions}
    if types == {MentionType.FAC} or is_of(reading, party, "voiceless"):
        return False  # a base does nothing itself
    if is_of(reading, party, "weapons") and (draft.sense.type is EventType.ASSAULT or types & DOERS):
        return True  # "U.N. helicopters evacuated"
    return not reading.words.heads["people"] or is_people(reading, party)


def _is_met(reading: Reading, draft: Draft, need: Need) -> bool:
    parties = _parties(draft, need.role)
    if not parties:
        return need.is_optional
    if PLACED in need.kinds and draft.places:  # "visited the fronts in Idlib"
        return True
    kinds = [kind for kind in need.kinds if kind != PLACED]
    return any(_is_kind(reading, party, kind) for party in parties for kind in kinds)


def _parties(draft: Draft, role: str) -> Sequence[Party]:
    if role == "party":
        return [*draft.actors, *draft.targets]
    return draft.actors if role == "actor" else draft.targets


def _is_kind(reading: Reading, party: Party, kind: str) -> bool:
    if kind == "people":
        return is_people(reading, party)
    if kind == "anyone":
        return is_people(reading, party) or not _is_thing(reading, party)
    if kind == "concrete":
        return _is_concrete(reading, party)
    if kind in ("state", "place", "named"):
        return _is_named(reading, party.mentions, kind)
    return is_of(reading, party, kind)


def _is_thing(reading: Reading, party: Party) -> bool:
    """Say whether a phrase means what is no person for certain; any other noun may be one: "a broker"."""
    named = reading.mention_at[party.last - 1] != NO_MENTION
    listed = any(is_of(reading, party, name) for name in ("concrete", "abstract", "weapons", "voiceless"))
    things = head_of(reading, party) in reading.words.sets["things"] | reading.words.sets["vehicles"]
    return named or listed or things or has_ending(reading, party, "abstract_endings")


def _is_concrete(reading: Reading, party: Party) -> bool:
    """Say whether a phrase means something that can be hit: no "democracy", no "inflation"."""
    if party.pronoun or reading.mention_at[party.last - 1] != NO_MENTION or is_people(reading, party):
        return True
    if is_of(reading, party, "concrete"):
        return True
    return not is_of(reading, party, "abstract") and not has_ending(reading, party, "abstract_endings")


def _is_named(reading: Reading, mentions: Iterable[int], kind: str) -> bool:
    types = {reading.mentions[index].type for index in mentions}
    if kind == "named":
        return bool(types)
    return bool(types & (STATES if kind == "state" else PLACE_TYPES | {MentionType.ORG, MentionType.NORP}))
