"""Events that a verb and its object tell together: "sent tents", "gave Putin a warning"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.parsing.chunks import Chunk, Scene
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.clause import object_of, of_chain
from dateline.extract.events.parsing.parties import Draft, Parties, Party
from dateline.extract.events.parsing.passives import is_passive
from dateline.extract.events.parsing.subjects import subject_of
from dateline.extract.events.parsing.syntax import tree_receiver, verb_in
from dateline.extract.events.parsing.words import Sense
from dateline.model.annotations import EventType, MentionType

PERSON = "*person"  # as an object in the table `objects`


@dataclass(frozen=True, slots=True)
class Whole:
    """An event that a verb and its object, the chunk `thing`, tell together.

    `tail` are the words behind the object that do: "to death", "hostage".
    """

    sense: Sense
    thing: int
    tail: tuple[str, ...] = ()


def find_whole(parties: Parties, at: int, chunk: Chunk) -> Whole | None:
    """Return what the verb of chunk `at` tells only together with its object."""
    scene, words = parties.scene, parties.words
    verb = " ".join(scene.words(chunk))
    if verb not in words.object_verbs:
        return None
    passive = is_passive(scene, at, transitive=True)
    things = subject_of(scene, at, words) if passive else object_of(scene, at)
    for thing in (*things, at + 2) if receiver_of(scene, at)[:1] == things[:1] != () else things:
        for named in (thing, *_measured(parties, thing)):
            for head in _heads_of(parties, named):
                if sense := words.objects.get((verb, head)):
                    return Whole(sense, thing)
    return None


def _measured(parties: Parties, thing: int) -> Sequence[int]:
    """Return what a phrase measures or counts: "700 kg of medicine", not "a share of the vote"."""
    chunk, words = parties.scene.chunks[thing], parties.scene.tokens.words
    counts = any(words[at][0].isdigit() for at in range(chunk.first, chunk.last))
    counts = counts or parties.words.is_in("partitives", words[chunk.last - 1])
    return of_chain(parties.scene, thing, parties.words)[:1] if counts else ()


def find_split(parties: Parties, at: int, chunk: Chunk) -> Whole | None:
    """Return what a verb tells with what follows its object: "beat a man to death", "took two hostage"."""
    scene, words = parties.scene, parties.scene.tokens.words
    ends = parties.words.splits.get(words[chunk.first], ()) if chunk.last - chunk.first == 1 else ()
    things = object_of(scene, at) if ends else ()
    if not things:
        return None
    thing = things[-1]
    first, last = scene.chunks[thing].first, scene.chunks[thing].last
    for tail, sense in ends:
        length = len(tail)
        inside = last - first > length and tuple(words[last - length : last]) == tail
        if inside or tuple(words[last : last + length]) == tail:
            return Whole(sense, thing, tail)
    return None


def finished(scene: Scene, draft: Draft, whole: Whole) -> Draft:
    """Return an event told with its object, the parties without what only tells the event."""
    if whole.tail:
        length = len(whole.tail)
        draft.targets = [
            Party(each.first, each.last - length, each.mentions)
            if tuple(scene.tokens.words[each.last - length : each.last]) == whole.tail
            else each
            for each in draft.targets
        ]
        return draft
    return _wielding(scene, draft, whole.thing)


def _wielding(scene: Scene, draft: Draft, thing: int) -> Draft:
    """Return an event without what tells it among its targets: what is fired, the charge that is filed."""
    if draft.sense.type in (EventType.ASSAULT, EventType.ACCUSE) and draft.sense.frame == "give":
        chunk = scene.chunks[thing]
        draft.targets = [each for each in draft.targets if each.first != chunk.first]
        if draft.sense.type is EventType.ASSAULT:
            draft.instruments.append(Party(chunk.first, chunk.last))
    return draft


def receiver_of(scene: Scene, at: int) -> tuple[int, ...]:
    """Return the noun phrase that receives what a verb gives: "gave (Putin) a warning"."""
    if verb := verb_in(scene, at):
        return tree_receiver(scene, verb)
    return (at + 1,) if scene.kinds[at + 1 : at + 3] == "nn" else ()


def _heads_of(parties: Parties, at: int) -> Sequence[str]:
    """Return the last two words and the last word of a noun phrase, or `PERSON` where it names one."""
    scene = parties.scene
    last = scene.chunks[at].last - 1
    index = scene.mention_at[last]
    if index != NO_MENTION and parties.mentions[index].type is MentionType.PERSON:
        return (PERSON,)
    words = scene.tokens.words
    return " ".join(words[last - 1 : last + 1]), words[last]
