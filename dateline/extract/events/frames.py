"""Who does what to whom around each trigger: verbs active and passive, nouns with "of", "by" and "on"."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.extract.events.chunks import Chunk, NounTrigger, Scene, possessive_cut, read_scene
from dateline.extract.events.classes import NO_MENTION
from dateline.extract.events.clause import (
    Complement,
    complements,
    is_light,
    object_of,
    of_chain,
    opening_complements,
)
from dateline.extract.events.forms import Form
from dateline.extract.events.parties import Draft, Parties, Party
from dateline.extract.events.reading import Reading as TextReading
from dateline.extract.events.reading import quantities_within
from dateline.extract.events.subjects import is_passive, subject_of
from dateline.extract.events.words import EventWords, Reading, Sense
from dateline.model.annotations import EventType, MentionType

INTRANSITIVE = frozenset({"undergo", "alone", "bare", "go", "both"})
PERSON = "*person"  # as an object in the table `objects`
CUT = (EventType.SANCTION, "relations cut")
REVERSED = dict.fromkeys((EventType.AID, EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT), CUT)


@dataclass(frozen=True, slots=True)
class Whole:
    """An event that a verb and its object, the chunk `thing`, tell together."""

    sense: Sense
    thing: int


@dataclass(frozen=True)
class Frames:
    """What reading the triggers of one sentence needs."""

    parties: Parties

    @property
    def scene(self) -> Scene:
        """The sentence."""
        return self.parties.scene

    @property
    def words(self) -> EventWords:
        """The words of its language."""
        return self.parties.words

    def drafts(self) -> Iterator[Draft]:
        """Yield the events of the sentence in the order of their triggers."""
        told: set[int] = set()
        for at, chunk in enumerate(self.scene.chunks):
            if chunk.kind == "V":
                whole = self._with_object(at, chunk)
                told |= {whole.thing} if whole else set()
                reading = Reading(chunk.form, whole.sense) if whole else verb_reading(chunk.readings)
                if reading is not None and reading.sense is not None:
                    draft = self._verb(at, chunk, reading.sense, reading.form)
                    yield self._wielding(draft, whole.thing) if whole else draft
            for trigger in () if at in told else chunk.triggers:
                if self._heads(chunk, trigger):
                    yield self._ended(self._noun(at, chunk, trigger))

    def _wielding(self, draft: Draft, thing: int) -> Draft:
        """Return an attack told by what is thrown or fired: that is its instrument, not its target."""
        if draft.sense.type is EventType.ASSAULT and draft.sense.frame == "give":
            chunk = self.scene.chunks[thing]
            draft.targets = [each for each in draft.targets if each.first != chunk.first]
            draft.instruments.append(Party(chunk.first, chunk.last))
        return draft

    def _with_object(self, at: int, chunk: Chunk) -> Whole | None:
        """Return what a verb tells only together with its object: "sent tents", "gave Putin a warning"."""
        verb = " ".join(self.scene.words(chunk))
        if verb not in self.words.object_verbs:
            return None
        passive = is_passive(self.scene, at, transitive=True)
        things = subject_of(self.scene, at, self.words) if passive else object_of(self.scene, at)
        for thing in (*things, at + 2) if self._has_receiver(at) else things:
            for named in (thing, *of_chain(self.scene, thing, self.words)[:1]):  # "700 kg of medicine"
                for head in self._heads_of(named):
                    if sense := self.words.objects.get((verb, head)):
                        return Whole(sense, thing)
        return None

    def _heads_of(self, at: int) -> tuple[str, ...]:
        """Return the last two words and the last word of a noun phrase, or `PERSON` where it names one."""
        last = self.scene.chunks[at].last - 1
        index = self.scene.mention_at[last]
        if index != NO_MENTION and self.parties.mentions[index].type is MentionType.PERSON:
            return (PERSON,)
        words = self.scene.tokens.words
        return " ".join(words[last - 1 : last + 1]), words[last]

    def _has_receiver(self, at: int) -> bool:
        """Say whether a noun phrase right behind a verb receives what the next one names."""
        return self.scene.kinds[at + 1 : at + 3] == "nn"

    def _heads(self, chunk: Chunk, trigger: NounTrigger) -> bool:
        """Say whether a trigger noun heads its phrase, so that "attack helicopters" are no attack."""
        if self.words.order != "svo" or trigger.last == chunk.last:
            return True
        behind = self.scene.tokens.words[trigger.last]
        return (
            self.scene.mention_at[trigger.last] >= 0
            or behind == "'"
            or self.words.is_in("compound_heads", behind)
        )

    def _ended(self, draft: Draft) -> Draft:
        """Return what ending an event is: to halt aid is a sanction, to lift a siege a concession."""
        at = draft.chunk - 1
        if at < 0 or self.scene.kinds[at] != "V":
            return draft
        verb = self.scene.chunks[at]
        if verb_reading(verb.readings) or not self.words.is_in(
            "reversing", self.scene.tokens.words[verb.first]
        ):
            return draft
        kind, mode = REVERSED.get(draft.sense.type, (EventType.CONCEDE, "concession"))
        ended = Draft(Sense(kind, mode, "do"), verb.form, verb.first, verb.last, at, False)
        self._svo(ended)
        ended.targets = draft.targets or ended.targets
        return ended

    def _verb(self, at: int, chunk: Chunk, sense: Sense, form: Form) -> Draft:
        passive = is_passive(self.scene, at, transitive=sense.frame not in INTRANSITIVE)
        draft = Draft(sense, form, chunk.first, chunk.last, at, False, passive)
        if self.words.order == "svo":
            self._svo(draft)
        elif self.words.order == "sov":
            self._sov(draft)
        else:
            self._vso(draft)
        return draft

    def _svo(self, draft: Draft) -> None:
        draft.subject = subject_of(self.scene, draft.chunk, self.words)
        to_object = draft.last - draft.first > 1 and self._is_preposition(draft.last - 1)
        objects = object_of(self.scene, draft.chunk) if to_object or not draft.passive else ()
        after = objects[-1] + 1 if objects else draft.chunk + 1
        roles = _by_role(complements(self.scene, after, self.words))
        self._assign(draft, self.parties.subject(draft.subject), self.parties.objects(objects), roles)
        if draft.passive and objects:
            draft.instruments, draft.targets = draft.targets, self.parties.objects(objects)
        openings = opening_complements(self.scene, draft.chunk, self.words)
        self.parties.place(draft, roles, _by_role(openings), objects)

    def _is_preposition(self, at: int) -> bool:
        return self.words.classes.get(self.scene.tokens.words[at]) == "P"

    def _sov(self, draft: Draft) -> None:
        start = self._clause_start(draft.chunk)
        kinds = self.scene.kinds
        free = [at for at in range(start, draft.chunk) if kinds[at] == "n" and kinds[at - 1 : at] != "P"]
        has_object = "U" in kinds[start : draft.chunk]
        roles = _by_role(opening_complements(self.scene, draft.chunk, self.words))
        if has_object and len(free) == 1:
            parties = self.parties.split(free[0])
            subject, objects = (parties[:1], parties[1:]) if len(parties) > 1 else ([], parties)
        else:
            subject = self.parties.named(free[:1])
            objects = self.parties.named(free[-1:]) if has_object else []
        draft.subject = tuple(free[:1])
        self._assign(draft, subject, objects, roles)
        self.parties.place(draft, roles, {}, ())

    def _vso(self, draft: Draft) -> None:
        behind = object_of(self.scene, draft.chunk)
        after = behind[-1] + 1 if behind else draft.chunk + 1
        roles = _by_role(complements(self.scene, after, self.words))
        front = self.scene.kinds[max(0, draft.chunk - 2) : draft.chunk]
        parties = [party for chunk in behind for party in self.parties.split(chunk)]
        if front[-1:] == "n" and front != "Pn" and draft.sense.frame != "undergo":
            draft.subject = (draft.chunk - 1,)
            self._assign(draft, self.parties.named(draft.subject), parties, roles)
        else:
            draft.subject = behind[:1]
            self._assign(draft, parties[:1], parties[1:], roles)
        self.parties.place(draft, roles, {}, ())

    def _clause_start(self, at: int) -> int:
        first = at
        while first > 0 and self.scene.kinds[first - 1] not in ".VSRC":
            first -= 1
        return first

    def _assign(
        self, draft: Draft, subject: list[Party], objects: list[Party], roles: Mapping[str, list[int]]
    ) -> None:
        frame = draft.sense.frame
        agents = self.parties.named(roles.get("by", ()))
        if frame in ("undergo", "duty") or draft.passive:
            draft.actors, draft.targets = agents, subject
            return
        draft.actors = subject
        draft.targets = objects
        if frame == "both" and not objects:
            draft.targets = self.parties.named(roles.get("with", roles.get("between", ())))
        elif frame == "go":
            draft.targets = objects or self.parties.named(roles.get("to", ()))
        elif frame == "move":
            draft.targets = self.parties.named(roles.get("from", ()))
        elif frame == "give" and not self._has_receiver(draft.chunk):
            draft.targets = self.parties.receiver(roles) or objects
        elif not objects and frame not in ("alone", "bare"):
            draft.targets = self.parties.first_role(roles, ("on", "with", "to", "from"), draft)
        elif frame in ("alone", "bare"):
            draft.targets = self.parties.first_role(roles, ("on",), draft)

    def _noun(self, at: int, chunk: Chunk, trigger: NounTrigger) -> Draft:
        sense = trigger.reading.sense
        assert sense is not None
        draft = Draft(sense, trigger.reading.form, trigger.first, trigger.last, at, True)
        roles = _by_role(complements(self.scene, at + 1, self.words))
        owner, front, behind = self._inside(chunk, trigger)
        draft.owned = bool(owner)
        light, suffers = self._light_subject(at)
        draft.carried = at - 1 if light else None
        if not light and sense.frame == "both":
            light = self._going_to(at)
        self._assign_noun(draft, owner, front, behind, roles, light)
        if suffers:
            draft.actors, draft.targets = [], light or draft.targets
        before = _by_role(opening_complements(self.scene, at, self.words))
        self.parties.place(draft, roles, before, ())
        return draft

    def _inside(self, chunk: Chunk, trigger: NounTrigger) -> tuple[list[Party], list[Party], list[Party]]:
        """Return the possessor, the names in front and the names behind a trigger in its own phrase."""
        words, scene = self.scene.tokens.words, self.scene
        cut = possessive_cut(scene, chunk.first, trigger.first)
        owner: list[Party] = []
        start = chunk.first
        if cut is not None:
            owner = self.parties.within(chunk.first, cut)
            start = cut
        elif words[chunk.first] in self.words.sets["persons"]:
            owner = [Party(chunk.first, chunk.first + 1, (), words[chunk.first])]
        named = scene.mentions_in(start, trigger.first) if self.words.order == "svo" else ()
        front = [Party(start, trigger.first, (index,)) for index in named]
        behind = self.parties.within(trigger.last, chunk.last) if trigger.last < chunk.last else []
        if not behind[:1] or (self._frame(trigger) != "fate" and not behind[0].mentions):
            behind = []  # an adjective: "the rocket attack" names its kind behind it
        return owner, front, behind

    def _frame(self, trigger: NounTrigger) -> str:
        return trigger.reading.sense.frame if trigger.reading.sense else ""

    def _light_subject(self, at: int) -> tuple[list[Party], bool]:
        """Return the subject of the light verb that carries a noun, and whether it suffers the event."""
        if not at or self.scene.kinds[at - 1] != "V":
            return [], False
        chunk = self.scene.chunks[at - 1]
        if not is_light(chunk) or is_passive(self.scene, at - 1, transitive=True):
            return [], False
        subject = self.parties.subject(subject_of(self.scene, at - 1, self.words))
        return subject, any(reading.light == "undergo" for reading in chunk.readings)

    def _going_to(self, at: int) -> list[Party]:
        """Return who goes somewhere for a meeting: "arrived in Baghdad for talks"."""
        verb = self.scene.kinds.rfind("V", 0, at)
        if verb < 0 or " ".join(self.scene.words(self.scene.chunks[at - 1])) != "for":
            return []
        reading = verb_reading(self.scene.chunks[verb].readings)
        if reading is None or reading.sense is None or reading.sense.frame != "go":
            return []
        return self.parties.subject(subject_of(self.scene, verb, self.words))

    def _assign_noun(
        self,
        draft: Draft,
        owner: list[Party],
        front: list[Party],
        behind: list[Party],
        roles: Mapping[str, list[int]],
        light: list[Party],
    ) -> None:
        frame = draft.sense.frame
        agents, of = (
            self.parties.named(roles.get("by", ())),
            [*behind, *self.parties.named(roles.get("of", ()))],
        )
        people = [party for party in front if not self.parties.is_place(party)] or front
        if frame == "fate":
            draft.targets = of or owner or people
            draft.actors = agents or (owner if of else []) or (people if of else []) or light
            return
        draft.actors = agents or owner or people or light
        if frame == "deed":
            draft.targets = self.parties.first_role(roles, ("on", "to"), draft) if roles.get("to") else []
            draft.actors = draft.actors or (of if draft.targets else [])
            draft.targets = draft.targets or of or self.parties.first_role(roles, ("on",), draft)
        elif frame == "go":
            draft.actors = draft.actors or of
            draft.targets = self.parties.named(roles.get("to", ()))
        elif frame == "move":
            draft.actors = agents or of or owner or people or light
            draft.targets = self.parties.named(roles.get("from", ()))
        elif frame == "both":
            between = self.parties.named(roles.get("between", ()))
            draft.actors = agents or owner or between or light or people or of
            draft.targets = self.parties.named(roles.get("with", ()))
        else:
            draft.actors = draft.actors or behind
            draft.targets = self.parties.first_role(roles, ("on", "to", "with"), draft)


def verb_reading(readings: Sequence[Reading]) -> Reading | None:
    """Return the reading of a verb that tells an event, with all the forms that its spelling may be."""
    telling = [
        reading for reading in readings if reading.sense and not reading.form & (Form.NOUN | Form.PLURAL)
    ]
    if not telling:
        return None
    form = Form(0)
    for reading in telling:
        form |= reading.form
    return Reading(form, telling[0].sense)


def _by_role(found: Iterator[Complement]) -> dict[str, list[int]]:
    roles: dict[str, list[int]] = {}
    for complement in found:
        for role in complement.roles:
            roles.setdefault(role, []).append(complement.chunk)
    return roles


def drafts_of(reading: TextReading, first: int, last: int) -> tuple[Scene, list[Draft]]:
    """Return a sentence in chunks, and the events that its triggers tell."""
    scene = read_scene(reading.tokens, first, last, reading.mention_at, reading.time_at, reading.words)
    indexes = quantities_within(reading, first, last)
    numbers = frozenset(bisect_left(reading.tokens.starts, reading.quantities[at].start) for at in indexes)
    return scene, list(Frames(Parties(scene, reading.words, reading.mentions, numbers)).drafts())
