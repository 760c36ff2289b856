"""What a word comes to mean by what stands around it: none of its events, or another one.

"Demonstrated the ability" is no protest, an attack by rockets a rocket attack, one in words an accusation.
"""

from collections.abc import Sequence

from dateline.extract.events.parsing.chunks import Chunk, Scene, chunk_at
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.clause import object_of
from dateline.extract.events.parsing.parties import Draft, Party
from dateline.extract.events.parsing.people import has_ending, head_of, is_of, is_people
from dateline.extract.events.parsing.reading import Reading
from dateline.extract.events.parsing.words import Sense
from dateline.model.annotations import EventType, MentionType

ASKED = frozenset({"for", "that"})
# Frames of verbs that tell an event only of such people.
SUBJECTS = {"crowd": "crowd", "protesters": "protesters", "troops": "armed"}
GENERAL = frozenset({"i", "we", "you", "it", "us"})
PERSONAL = frozenset({MentionType.PERSON, MentionType.ORG})
MUCH_TALK = 3  # words of debate in a text, beyond those of violence, that make its attacks verbal
VERBAL = frozenset({"attack", "attacks"})  # words of violence that are said of words too
RIOT = Sense(EventType.PROTEST, "riot", "do")
DEPLOYMENT = Sense(EventType.MOBILIZE, "deployment", "go")
STOPPAGE = Sense(EventType.PROTEST, "strike", "act")
STRIKES = frozenset({"strike", "strikes"})
ARREST = Sense(EventType.COERCE, "arrest", "do")
ABDUCTION = Sense(EventType.COERCE, "abduction", "do")
OFFENSIVE = Sense(EventType.ASSAULT, "offensive", "do")
SEARCH = Sense(EventType.COERCE, "seizure", "do")
RAIDS = frozenset({"raid", "raids", "raided", "raiding"})
PLACES = frozenset({MentionType.GPE, MentionType.LOC})
ADDRESSED = frozenset({EventType.REQUEST, EventType.AGREE, EventType.THREATEN})
RIOTOUS = frozenset({"destruction", "seizure", "attack", "clash", "offensive"})


def is_other_sense(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Say whether what stands around a verb gives it another sense than that of the event."""
    frame, heads = draft.sense.frame, reading.words.heads
    if draft.is_noun or _lacks_party(draft) or _is_regret(scene, draft):
        return not draft.is_noun
    if draft.sense.mode == "accident" and not draft.passive:
        return bool(object_of(scene, draft.chunk))  # "overturn a verdict"
    if frame == "bare":
        return scene.kinds[draft.chunk + 1 : draft.chunk + 2] == "n"  # "demonstrated the ability"
    if frame in SUBJECTS:
        return not any(_last(reading, scene.chunks[at]) in heads[SUBJECTS[frame]] for at in draft.subject)
    if frame == "blow":
        return not any(_strikes(reading, scene.chunks[at]) for at in draft.subject)  # "hit the market"
    return frame == "bid" and not _is_bidding(scene, draft)  # "asked why"


def _lacks_party(draft: Draft) -> bool:
    """Say whether a verb has nobody whom its event needs.

    "Accounts were compromised", "the funds are returned from overseas", "we should believe him".
    """
    frame = draft.sense.frame
    if frame == "duty":
        return any(party.pronoun in GENERAL for party in draft.targets)
    idle = frame in ("alone", "bare", *SUBJECTS) or (frame == "go" and not draft.actors)
    return draft.passive and idle


def _is_regret(scene: Scene, draft: Draft) -> bool:
    """Say whether "should" only says what would have been better: "should have been longer"."""
    return draft.sense.frame == "duty" and scene.kinds[draft.chunk + 1 : draft.chunk + 2] == "H"


def settle_sense(reading: Reading, scene: Scene, draft: Draft) -> None:
    """Give an event the sense that its parties and weapons give it, and weapons their place."""
    _land(reading, scene, draft)
    _arm(reading, draft)
    _turn(reading, draft)
    _march(reading, draft)
    _capture(reading, draft)
    _search(reading, draft)
    _scold(reading, scene, draft)
    _down_tools(reading, scene, draft)
    _wield(reading, draft)
    _address(reading, scene, draft)


def _strikes(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a phrase is a weapon, an attack or those who carry arms."""
    heads, last = reading.words.heads, reading.tokens.words[chunk.last - 1]
    return bool(chunk.triggers) or last in heads["weapons"] or last in heads["armed"]


def _last(reading: Reading, chunk: Chunk) -> str:
    return reading.tokens.words[chunk.last - 1]


def _turn(reading: Reading, draft: Draft) -> None:
    """Call what protesters smash, burn and fight a riot."""
    violent = draft.sense.type in (EventType.ASSAULT, EventType.COERCE) and draft.sense.mode in RIOTOUS
    if violent and any(is_of(reading, party, "protesters") for party in draft.actors):
        draft.sense = RIOT


def _land(reading: Reading, scene: Scene, draft: Draft) -> None:
    """Call it an attack where weapons come: "mortar shells landed in Aleppo"."""
    subjects = (_last(reading, scene.chunks[at]) for at in draft.subject)
    if draft.sense.mode == "visit" and any(head in reading.words.strikes for head in subjects):
        draft.sense = Sense(EventType.ASSAULT, "attack", draft.sense.frame)


def _capture(reading: Reading, draft: Draft) -> None:
    """Call it an offensive where a place is seized or armed people are driven out of it."""
    targets, mode = draft.targets, draft.sense.mode
    if mode == "seizure" and _grabs_place(reading, draft):
        draft.sense = OFFENSIVE
    elif mode == "offensive" and _grabs_people(reading, draft):
        draft.sense = ARREST  # "captured three inmates"
    elif mode == "seizure" and _grabs_people(reading, draft):
        draft.sense = ARREST if _is_of_state(reading, draft.actors) else ABDUCTION
    elif mode == "deportation" and any(is_of(reading, each, "armed") for each in targets):
        draft.sense = OFFENSIVE  # "expelled the fighters from the town"


def _grabs_place(reading: Reading, draft: Draft) -> bool:
    """Say whether a place is seized, and nothing in it: "seized Mosul", not "robbed a Mosul bank"."""
    named = (reading.mention_at[party.last - 1] for party in draft.targets)
    placed = [index != NO_MENTION and reading.mentions[index].type in PLACES for index in named]
    return (bool(placed) and all(placed)) or any(is_of(reading, each, "lands") for each in draft.targets)


def _grabs_people(reading: Reading, draft: Draft) -> bool:
    """Say whether people are seized and nothing that is theirs: "gunmen seized 15 passengers"."""
    grabs = reading.tokens.words[draft.first] in reading.words.sets["grabbing"]
    return grabs and bool(draft.targets) and all(is_of(reading, each, "people") for each in draft.targets)


def _is_of_state(reading: Reading, parties: Sequence[Party]) -> bool:
    words, state = reading.tokens.words, reading.words.acled.get("state")
    return state is not None and any(
        state.search(" ".join(words[each.first : each.last])) for each in parties
    )


def _march(reading: Reading, draft: Draft) -> None:
    """Call it a deployment where those who come carry arms: "a convoy of the army arrived in Goma"."""
    if draft.sense.mode == "visit" and any(_is_armed(reading, party) for party in draft.actors):
        draft.sense = DEPLOYMENT


def _is_armed(reading: Reading, party: Party) -> bool:
    """Say whether a phrase means people who carry arms, no "convoys of pilgrims"."""
    words, heads = reading.tokens.words, reading.words.heads
    if not is_of(reading, party, "armed"):
        return False
    held = words[party.last + 1 : party.last + 4] if words[party.last : party.last + 1] == ["of"] else []
    return heads["people"].isdisjoint(held) or not heads["armed"].isdisjoint(held)


def _search(reading: Reading, draft: Draft) -> None:
    """Call it a seizure where those raid who do so in the name of the law: "prosecutors raided the firm"."""
    words, lawful = reading.tokens.words, reading.words.sets["lawful"]
    is_lawful = bool(draft.actors) and all(words[party.last - 1] in lawful for party in draft.actors)
    if draft.sense.mode == "attack" and words[draft.first] in RAIDS and is_lawful:
        draft.sense = SEARCH


def _scold(reading: Reading, scene: Scene, draft: Draft) -> None:
    """Call it an accusation where one person attacks another in words: "attacked his rival, saying"."""
    actors, targets = _types(reading, draft.actors), _types(reading, draft.targets)
    trashed = draft.sense.mode == "destruction" and MentionType.PERSON in targets
    personal = actors | targets <= PERSONAL and MentionType.PERSON in targets | actors
    is_attack = draft.sense.type is EventType.ASSAULT and draft.sense.mode == "attack"
    if trashed or (is_attack and personal and _is_debate(reading, scene)):
        draft.sense = Sense(EventType.ACCUSE, "accusation", draft.sense.frame)


def _is_debate(reading: Reading, scene: Scene) -> bool:
    """Say whether a sentence without violence, or its text, is of what people say of each other."""
    words = reading.words
    told = set(scene.tokens.words[scene.first : scene.last])
    if not told.isdisjoint(words.sets["violence"] - VERBAL):
        return False
    debating, violent = (
        sum(word in words.sets[name] for word in reading.tokens.words) for name in ("debating", "violence")
    )
    return not told.isdisjoint(words.sets["debating"]) or debating > MUCH_TALK + violent


def _down_tools(reading: Reading, scene: Scene, draft: Draft) -> None:
    """Call a strike one of workers where its sentence or its text is of work and not of war."""
    words = reading.tokens.words
    if not draft.is_noun or draft.sense.mode != "attack" or words[draft.first] not in STRIKES:
        return
    told = set(words[scene.first : scene.last])
    if any(not told.isdisjoint(reading.words.sets[name]) for name in ("violence", "blows")):
        return
    labour, violence = (
        sum(word in reading.words.sets[name] for word in words) for name in ("labour", "violence")
    )
    if labour > violence or not told.isdisjoint(reading.words.sets["labour"]):
        draft.sense = STOPPAGE


def _types(reading: Reading, parties: Sequence[Party]) -> set[MentionType]:
    return {reading.mentions[index].type for party in parties for index in party.mentions}


def _arm(reading: Reading, draft: Draft) -> None:
    """Make weapons that are told as actors instruments, and name the attack after them: "rockets hit"."""
    if draft.sense.type is not EventType.ASSAULT:
        return
    for party in [each for each in draft.actors if head_of(reading, each) in reading.words.strikes]:
        is_owned = reading.tokens.words[party.first] in reading.words.sets["owners"]
        if not is_owned and (not party.mentions or reading.mention_at[party.last - 1] != NO_MENTION):
            draft.actors.remove(party)  # "Israeli jets" leave Israel, "its jets" the one who speaks
            draft.actors += _owners(reading, party)
        draft.instruments.append(Party(party.first, party.last))
        if draft.sense.mode == "attack":
            mode = reading.words.strikes[head_of(reading, party)]
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


def _address(reading: Reading, scene: Scene, draft: Draft) -> None:
    """Take what is asked for or agreed to out of those of whom it is: "demanded a pay rise".

    Who is to do what follows is asked, whoever that is: "urged all to leave", "asked his comrades to".
    """
    if draft.sense.type in ADDRESSED and reading.words.heads["people"]:
        draft.targets = [
            party
            for party in draft.targets
            if party.mentions or is_people(reading, party) or _is_bidden(reading, scene, party)
        ]


def _is_bidden(reading: Reading, scene: Scene, party: Party) -> bool:
    """Say whether a phrase that need not be a thing stands between a verb and its infinitive."""
    at = chunk_at(scene, party.first)
    thing = any(is_of(reading, party, name) for name in ("abstract", "concrete"))
    return (
        scene.kinds[at - 1 : at + 2] == "VnI"
        and not thing
        and not has_ending(reading, party, "abstract_endings")
    )


def _is_tool(reading: Reading, party: Party) -> bool:
    behind = reading.words.roles["with"]
    before = reading.tokens.words[party.first - 1] if party.first else ""
    return before in behind and not party.mentions and is_of(reading, party, "weapons")


def _is_bidding(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb of asking goes on to what is asked for: "asked him to leave", "asked for help"."""
    for at in range(draft.chunk + 1, len(scene.kinds)):
        kind = scene.kinds[at]
        if kind == "I" or scene.words(scene.chunks[at])[0] in ASKED:
            return True
        if kind not in "nB,C":
            return False
    return False
