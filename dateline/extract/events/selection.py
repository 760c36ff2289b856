"""Which words that could tell an event do not, because their parties are not of the kind that it needs.

A storm demands nothing and an album is no prisoner: "released a statement", "the area offers views". What
each kind of event needs stands in `events.needs` of a language, the nouns of people in `events.heads`.
"""

from collections.abc import Iterable, Sequence

from dateline.extract.events.chunks import Chunk, Scene
from dateline.extract.events.classes import NO_MENTION
from dateline.extract.events.parties import PLACE_TYPES, Draft, Party
from dateline.extract.events.reading import Reading
from dateline.extract.events.stage import is_finite
from dateline.extract.events.words import Need, Sense
from dateline.model.annotations import EventType, MentionType

DOERS = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.GPE, MentionType.NORP})
STATES = frozenset({MentionType.GPE, MentionType.NORP})
VIOLENT = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.SANCTION, EventType.OTHER}
)
ASKED = frozenset({"for", "that"})
# Frames of verbs that tell an event only of such people.
SUBJECTS = {"crowd": "crowd", "protesters": "protesters", "troops": "armed"}
RIOT = Sense(EventType.PROTEST, "riot", "do")
RIOTOUS = frozenset({"destruction", "seizure", "attack", "clash", "offensive"})


def is_selected(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Say whether a draft has parties as its event needs them; what cannot act is taken out of its actors."""
    if not reading.words.needs:
        return True
    if _is_other_sense(reading, scene, draft):
        return False
    _arm(reading, draft)
    _turn(reading, draft)
    _wield(reading, draft)
    if not _acts(reading, scene, draft):
        return False
    return all(_is_met(reading, draft, need) for need in reading.words.needs_of(draft.sense))


def _is_other_sense(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Say whether what stands around a verb gives it another sense than that of the event."""
    frame, heads = draft.sense.frame, reading.words.heads
    if draft.passive and frame in ("alone", "bare", *SUBJECTS):
        return True  # "accounts were compromised"
    if draft.passive and frame == "go" and not draft.actors:
        return True  # "the funds are returned from overseas"
    if frame == "bare":
        return scene.kinds[draft.chunk + 1 : draft.chunk + 2] == "n"  # "demonstrated the ability"
    if frame in SUBJECTS:
        return not any(_last(reading, scene.chunks[at]) in heads[SUBJECTS[frame]] for at in draft.subject)
    if frame == "blow":
        return not any(_strikes(reading, scene.chunks[at]) for at in draft.subject)  # "hit the market"
    return frame == "bid" and not draft.is_noun and not _is_bidding(scene, draft)  # "asked why"


def _strikes(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase is a weapon, an attack or those who carry arms."""
    heads, last = reading.words.heads, reading.tokens.words[chunk.last - 1]
    return bool(chunk.triggers) or last in heads["weapons"] or last in heads["armed"]


def _last(reading: Reading, chunk: Chunk) -> str:
    return reading.tokens.words[chunk.last - 1]


def _turn(reading: Reading, draft: Draft) -> None:
    """Call what protesters smash, burn and fight a riot."""
    violent = draft.sense.type in (EventType.ASSAULT, EventType.COERCE) and draft.sense.mode in RIOTOUS
    if violent and any(_is_of(reading, party, "protesters") for party in draft.actors):
        draft.sense = RIOT


def _arm(reading: Reading, draft: Draft) -> None:
    """Make weapons that are told as actors instruments, and name the attack after them: "rockets hit"."""
    if draft.sense.type is not EventType.ASSAULT:
        return
    for party in [each for each in draft.actors if _head(reading, each) in reading.words.strikes]:
        is_owned = reading.tokens.words[party.first] in reading.words.sets["owners"]
        if not is_owned and (not party.mentions or reading.mention_at[party.last - 1] != NO_MENTION):
            draft.actors.remove(party)  # "Israeli jets" leave Israel, "its jets" the one who speaks
            draft.actors += _owners(reading, party)
        draft.instruments.append(Party(party.first, party.last))
        if draft.sense.mode == "attack":
            mode = reading.words.strikes[_head(reading, party)]
            draft.sense = Sense(draft.sense.type, mode, draft.sense.frame)


def _owners(reading: Reading, party: Party) -> list[Party]:
    """Return those in whose hands weapons are: "government warplanes"."""
    people = reading.words.heads["people"]
    ends = [at for at in range(party.first + 1, party.last) if reading.tokens.words[at - 1] in people]
    return [Party(party.first, ends[-1])] if ends and reading.words.order == "svo" else []


def _wield(reading: Reading, draft: Draft) -> None:
    """Make weapons that follow "with" instruments: "clashed with sticks"."""
    if draft.sense.type in (EventType.ASSAULT, EventType.PROTEST):
        for party in [each for each in draft.targets if _is_tool(reading, each)]:
            draft.targets.remove(party)
            draft.instruments.append(party)


def _is_tool(reading: Reading, party: Party) -> bool:
    behind = reading.words.roles["with"]
    before = reading.tokens.words[party.first - 1] if party.first else ""
    return before in behind and not party.mentions and _is_of(reading, party, "weapons")


def _is_bidding(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb of asking goes on to what is asked for: "asked him to leave", "asked for help"."""
    for at in range(draft.chunk + 1, len(scene.kinds)):
        kind = scene.kinds[at]
        if kind == "I" or scene.words(scene.chunks[at])[0] in ASKED:
            return True
        if kind not in "nB,C":
            return False
    return False


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
    if types == {MentionType.FAC} or _is_of(reading, party, "voiceless"):
        return False  # a base does nothing itself
    if _is_of(reading, party, "weapons") and (draft.sense.type is EventType.ASSAULT or types & DOERS):
        return True  # "U.N. helicopters evacuated"
    return not reading.words.heads["people"] or is_people(reading, party)


def is_people(reading: Reading, party: Party) -> bool:
    """Say whether a phrase means people, a body or a state: by its name, or by its last word."""
    if party.pronoun or _head(reading, party).isdigit():
        return True
    if _is_of(reading, party, "people") or _has_ending(reading, party, "people_endings"):
        return True
    if any(reading.mentions[index].type in DOERS for index in party.mentions):
        return not _is_of(reading, party, "weapons") and not _is_of(reading, party, "voiceless")
    return _is_capital(reading, party) and not _is_of(reading, party, "voiceless")


def _is_capital(reading: Reading, party: Party) -> bool:
    """Say whether a phrase ends like a name that nobody has read as one."""
    last = party.last - 1
    opens = last == 0 or not reading.tokens.words[last - 1][0].isalnum()
    is_upper = reading.text[reading.tokens.starts[last]].isupper()
    return is_upper and not (opens and _has_ending(reading, party, "abstract_endings"))


def _is_of(reading: Reading, party: Party, name: str) -> bool:
    """Say whether the last word of a phrase is one of a list of heads."""
    return _head(reading, party) in reading.words.heads[name]


def _has_ending(reading: Reading, party: Party, name: str) -> bool:
    return _head(reading, party).endswith(tuple(reading.words.heads[name]))


def _head(reading: Reading, party: Party) -> str:
    """Return the head of a phrase: in English its last word, in Persian and Arabic its first."""
    return reading.tokens.words[party.last - 1 if reading.words.order == "svo" else party.first]


def _is_met(reading: Reading, draft: Draft, need: Need) -> bool:
    parties = _parties(draft, need.role)
    if not parties:
        return need.is_optional
    placed = "named" in need.kinds and bool(draft.places)  # "visited the fronts in Idlib"
    return placed or any(_is_kind(reading, party, kind) for party in parties for kind in need.kinds)


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
    return _is_of(reading, party, kind)


def _is_thing(reading: Reading, party: Party) -> bool:
    """Say whether a phrase means what is no person for certain; any other noun may be one: "a broker"."""
    named = reading.mention_at[party.last - 1] != NO_MENTION
    listed = any(_is_of(reading, party, name) for name in ("concrete", "abstract", "weapons", "voiceless"))
    things = _head(reading, party) in reading.words.sets["things"] | reading.words.sets["vehicles"]
    return named or listed or things or _has_ending(reading, party, "abstract_endings")


def _is_concrete(reading: Reading, party: Party) -> bool:
    """Say whether a phrase means something that can be hit: no "democracy", no "inflation"."""
    if party.pronoun or reading.mention_at[party.last - 1] != NO_MENTION or is_people(reading, party):
        return True
    if _is_of(reading, party, "concrete"):
        return True
    return not _is_of(reading, party, "abstract") and not _has_ending(reading, party, "abstract_endings")


def _is_named(reading: Reading, mentions: Iterable[int], kind: str) -> bool:
    types = {reading.mentions[index].type for index in mentions}
    if kind == "named":
        return bool(types)
    return bool(types & (STATES if kind == "state" else PLACE_TYPES | {MentionType.ORG, MentionType.NORP}))
