"""The events that the verbs and nouns of a sentence tell, in the order of their triggers."""

from bisect import bisect_left
from collections.abc import Iterator

from dateline.extract.events.frames.nouns import NounFrames
from dateline.extract.events.frames.verbs import VerbFrames, verb_reading
from dateline.extract.events.frames.wholes import find_split, find_whole, finished
from dateline.extract.events.parsing.chunks import Scene, read_scene
from dateline.extract.events.parsing.classes import Marked
from dateline.extract.events.parsing.parties import Draft, Parties
from dateline.extract.events.parsing.reading import Reading as TextReading
from dateline.extract.events.parsing.reading import branches_in, quantities_within
from dateline.extract.events.parsing.words import Reading, Sense
from dateline.model.annotations import EventType

CUT = (EventType.SANCTION, "relations cut")
REVERSED = dict.fromkeys((EventType.AID, EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT), CUT)


def drafts_of(reading: TextReading, first: int, last: int) -> tuple[Scene, list[Draft]]:
    """Return a sentence in chunks, and the events that its triggers tell."""
    branches = branches_in(reading, first, last)
    marked = Marked(reading.tokens, reading.mention_at, reading.time_at, reading.words, branches)
    scene = read_scene(marked, first, last)
    indexes = quantities_within(reading, first, last)
    numbers = frozenset(bisect_left(reading.tokens.starts, reading.quantities[at].start) for at in indexes)
    return scene, list(_drafts(Parties(scene, reading.words, reading.mentions, numbers)))


def _drafts(parties: Parties) -> Iterator[Draft]:
    """Yield the events of the sentence in the order of their triggers."""
    verbs, nouns, scene = VerbFrames(parties), NounFrames(parties), parties.scene
    told: set[int] = set()
    for at, chunk in enumerate(scene.chunks):
        if chunk.kind == "V":
            whole = find_whole(parties, at, chunk) or find_split(parties, at, chunk)
            told |= {whole.thing} if whole else set()
            reading = Reading(chunk.form, whole.sense) if whole else verb_reading(chunk.readings)
            if reading is not None and reading.sense is not None:
                draft = verbs.read(at, chunk, reading.sense, reading.form)
                yield finished(scene, draft, whole) if whole else draft
        for trigger in () if at in told else chunk.triggers:
            if nouns.heads(chunk, trigger):
                yield _ended(verbs, nouns.read(at, chunk, trigger))


def _ended(verbs: VerbFrames, draft: Draft) -> Draft:
    """Return what ending an event is: to halt aid is a sanction, to lift a siege a concession."""
    at, scene, words = draft.chunk - 1, verbs.scene, verbs.words
    if at < 0 or scene.kinds[at] != "V":
        return draft
    verb = scene.chunks[at]
    if verb_reading(verb.readings) or not words.is_in("reversing", scene.tokens.words[verb.first]):
        return draft
    kind, mode = REVERSED.get(draft.sense.type, (EventType.CONCEDE, "concession"))
    ended = Draft(Sense(kind, mode, "do"), verb.form, verb.first, verb.last, at, False)
    verbs.fill_svo(ended)
    ended.targets = draft.targets or ended.targets
    return ended
