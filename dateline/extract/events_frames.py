"""Who does what to whom around each trigger: verbs active and passive, nouns with "of", "by" and "on"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.extract.events_chunks import Chunk, NounTrigger, Scene, possessive_cut
from dateline.extract.events_clause import (
    Complement,
    complements,
    coordinated_right,
    is_light,
    is_passive,
    object_of,
    of_chain,
    opening_complements,
    roles_of,
    subject_of,
)
from dateline.extract.events_forms import Form
from dateline.extract.events_words import SPOKEN, EventWords, Reading, Sense
from dateline.model.annotations import EventType, Mention, MentionType

PLACE_TYPES = frozenset({MentionType.GPE, MentionType.LOC, MentionType.FAC})
INTRANSITIVE = frozenset({"undergo", "alone", "go", "both"})
CUT = (EventType.SANCTION, "relations cut")
REVERSED = dict.fromkeys((EventType.AID, EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT), CUT)
PLACED_BY_TARGET = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST})


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: tokens `first` to `last` with the mentions that name it, or a personal pronoun."""

    first: int
    last: int
    mentions: tuple[int, ...] = ()
    pronoun: str | None = None


@dataclass
class Draft:
    """An event as its own sentence tells it, before dates, counts and retellings."""

    sense: Sense
    form: Form
    first: int
    last: int
    chunk: int
    is_noun: bool
    passive: bool = False
    actors: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    subject: tuple[int, ...] = ()
    instruments: list[Party] = field(default_factory=list)
    carried: int | None = None
    owned: bool = False


@dataclass(frozen=True)
class Frames:
    """What reading the triggers of one sentence needs; `numbers` are the tokens at which quantities begin."""

    scene: Scene
    words: EventWords
    mentions: Sequence[Mention]
    numbers: frozenset[int] = frozenset()

    def drafts(self) -> Iterator[Draft]:
        """Yield the events of the sentence in the order of their triggers."""
        for at, chunk in enumerate(self.scene.chunks):
            if chunk.kind == "V":
                reading = verb_reading(chunk.readings)
                if reading is not None and reading.sense is not None:
                    yield self._verb(at, chunk, reading.sense, reading.form)
            for trigger in chunk.triggers:
                if self._heads(chunk, trigger):
                    yield self._ended(self._noun(at, chunk, trigger))

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

    # Verbs

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
        self._assign(draft, self._subject(draft.subject), self._objects(objects), roles)
        if draft.passive and objects:
            draft.instruments, draft.targets = draft.targets, self._objects(objects)
        openings = opening_complements(self.scene, draft.chunk, self.words)
        self._place(draft, roles, _by_role(openings), objects)

    def _is_preposition(self, at: int) -> bool:
        return self.words.classes.get(self.scene.tokens.words[at]) == "P"

    def _subject(self, chunks: tuple[int, ...]) -> list[Party]:
        """Return the parties of a subject; of an apposition ("X, the head of Y,") only the one named."""
        parties = self._parties(chunks)
        if len(parties) < 2 or self.scene.kinds[chunks[-1] - 1] != ",":
            return parties
        named = [party for party in parties if self._people(party.mentions)]
        return named[:1] or parties[:1]

    def _objects(self, chunks: Sequence[int]) -> list[Party]:
        """Return the parties of an object; of one that is an event itself, whom that event concerns."""
        found = []
        for at in chunks:
            hung = self._concerned(at) if self.scene.chunks[at].triggers else ()
            chunk = self.scene.chunks[at]
            found += self._parties(hung[:1] or (at,)) or [Party(chunk.first, chunk.last)]
        return found

    def _concerned(self, at: int) -> Sequence[int]:
        """Return whom an event that is an object concerns: "the attacks by X", "the withdrawal of X"."""
        if self.scene.kinds.startswith("Pn", at + 1):
            roles = roles_of(self.scene, self.scene.chunks[at + 1], self.words)
            return (at + 2,) if roles & {"of", "by"} else ()
        return ()

    def _sov(self, draft: Draft) -> None:
        start = self._clause_start(draft.chunk)
        kinds = self.scene.kinds
        free = [at for at in range(start, draft.chunk) if kinds[at] == "n" and kinds[at - 1 : at] != "P"]
        has_object = "U" in kinds[start : draft.chunk]
        roles = _by_role(opening_complements(self.scene, draft.chunk, self.words))
        if has_object and len(free) == 1:
            parties = self._split(free[0])
            subject, objects = (parties[:1], parties[1:]) if len(parties) > 1 else ([], parties)
        else:
            subject = self._parties(free[:1])
            objects = self._parties(free[-1:]) if has_object else []
        draft.subject = tuple(free[:1])
        self._assign(draft, subject, objects, roles)
        self._place(draft, roles, {}, ())

    def _vso(self, draft: Draft) -> None:
        behind = object_of(self.scene, draft.chunk)
        after = behind[-1] + 1 if behind else draft.chunk + 1
        roles = _by_role(complements(self.scene, after, self.words))
        front = self.scene.kinds[max(0, draft.chunk - 2) : draft.chunk]
        parties = [party for chunk in behind for party in self._split(chunk)]
        if front[-1:] == "n" and front != "Pn" and draft.sense.frame != "undergo":
            draft.subject = (draft.chunk - 1,)
            self._assign(draft, self._parties(draft.subject), parties, roles)
        else:
            draft.subject = behind[:1]
            self._assign(draft, parties[:1], parties[1:], roles)
        self._place(draft, roles, {}, ())

    def _split(self, chunk: int) -> list[Party]:
        """Return one party a mention: a verb-first clause sets subject and object side by side."""
        phrase = self.scene.chunks[chunk]
        found = self.scene.mentions_in(phrase.first, phrase.last)
        if not found:
            return self._parties((chunk,))
        cuts = {trigger.first for trigger in phrase.triggers if trigger.first > phrase.first}
        cuts |= {at for at in self.numbers if phrase.first < at < phrase.last}
        if not cuts:
            cuts = {self._token_of(index, phrase) for index in found[1:]}
        if not cuts:
            behind = self._token_of(found[0], phrase)
            cuts = {
                next(at for at in range(behind, len(self.scene.mention_at) + 1) if self._ends(found[0], at))
            }
        starts = [phrase.first, *sorted(cuts - {phrase.last}), phrase.last]
        return [Party(first, last, self.scene.mentions_in(first, last)) for first, last in pairwise(starts)]

    def _ends(self, index: int, at: int) -> bool:
        return at >= len(self.scene.mention_at) or self.scene.mention_at[at] != index

    def _token_of(self, index: int, phrase: Chunk) -> int:
        return next(at for at in range(phrase.first, phrase.last) if self.scene.mention_at[at] == index)

    def _clause_start(self, at: int) -> int:
        first = at
        while first > 0 and self.scene.kinds[first - 1] not in ".VSRC":
            first -= 1
        return first

    def _assign(
        self, draft: Draft, subject: list[Party], objects: list[Party], roles: Mapping[str, list[int]]
    ) -> None:
        frame = draft.sense.frame
        agents = self._parties(roles.get("by", ()))
        if frame in ("undergo", "duty") or draft.passive:
            draft.actors, draft.targets = agents, subject
            return
        draft.actors = subject
        draft.targets = objects
        if frame == "both" and not objects:
            draft.targets = self._parties(roles.get("with", roles.get("between", ())))
        elif frame == "go":
            draft.targets = objects or self._parties(roles.get("to", ()))
        elif frame == "move":
            draft.targets = self._parties(roles.get("from", ()))
        elif not objects and frame != "alone":
            draft.targets = self._first_role(roles, ("on", "with", "to", "from"), draft)
        elif frame == "alone":
            draft.targets = self._first_role(roles, ("on",), draft)

    def _first_role(self, roles: Mapping[str, list[int]], names: Sequence[str], draft: Draft) -> list[Party]:
        """Return the parties of the first role that has some; a bare place is where, not whom."""
        for name in names:
            parties = self._parties(
                [chunk for chunk in roles.get(name, ()) if "in" not in self._roles_at(chunk) or name != "to"]
            )
            if parties and (name != "from" or not all(self._is_place(party) for party in parties)):
                return parties
        return []

    def _roles_at(self, chunk: int) -> tuple[str, ...]:
        word = self.scene.tokens.words[self.scene.chunks[chunk].first - 1]
        return tuple(name for name in ("in",) if word in self.words.roles[name] and word == "in")

    def _is_place(self, party: Party) -> bool:
        return bool(party.mentions) and all(
            self.mentions[index].type in PLACE_TYPES for index in party.mentions
        )

    # Nouns

    def _noun(self, at: int, chunk: Chunk, trigger: NounTrigger) -> Draft:
        sense = trigger.reading.sense
        assert sense is not None
        draft = Draft(sense, trigger.reading.form, trigger.first, trigger.last, at, True)
        roles = _by_role(complements(self.scene, at + 1, self.words))
        owner, front, behind = self._inside(chunk, trigger)
        draft.owned = bool(owner)
        light, suffers = self._light_subject(at)
        draft.carried = at - 1 if light else None
        self._assign_noun(draft, owner, front, behind, roles, light)
        if suffers:
            draft.actors, draft.targets = [], light or draft.targets
        before = _by_role(opening_complements(self.scene, at, self.words))
        self._place(draft, roles, before, ())
        return draft

    def _inside(self, chunk: Chunk, trigger: NounTrigger) -> tuple[list[Party], list[Party], list[Party]]:
        """Return the possessor, the names in front and the names behind a trigger in its own phrase."""
        words, scene = self.scene.tokens.words, self.scene
        cut = possessive_cut(scene, chunk.first, trigger.first)
        owner: list[Party] = []
        start = chunk.first
        if cut is not None:
            owner = self._named(chunk.first, cut)
            start = cut
        elif words[chunk.first] in self.words.sets["persons"]:
            owner = [Party(chunk.first, chunk.first + 1, (), words[chunk.first])]
        named = scene.mentions_in(start, trigger.first) if self.words.order == "svo" else ()
        front = [Party(start, trigger.first, (index,)) for index in named]
        behind = self._named(trigger.last, chunk.last) if trigger.last < chunk.last else []
        if not behind[:1] or (self._frame(trigger) != "fate" and not behind[0].mentions):
            behind = []  # an adjective: "the rocket attack" names its kind behind it
        return owner, front, behind

    def _frame(self, trigger: NounTrigger) -> str:
        return trigger.reading.sense.frame if trigger.reading.sense else ""

    def _named(self, first: int, last: int) -> list[Party]:
        return [Party(first, last, self.scene.mentions_in(first, last))]

    def _light_subject(self, at: int) -> tuple[list[Party], bool]:
        """Return the subject of the light verb that carries a noun, and whether it suffers the event."""
        if not at or self.scene.kinds[at - 1] != "V":
            return [], False
        chunk = self.scene.chunks[at - 1]
        if not is_light(chunk) or is_passive(self.scene, at - 1, transitive=True):
            return [], False
        subject = self._subject(subject_of(self.scene, at - 1, self.words))
        return subject, any(reading.light == "undergo" for reading in chunk.readings)

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
        agents, of = self._parties(roles.get("by", ())), [*behind, *self._parties(roles.get("of", ()))]
        people = [party for party in front if not self._is_place(party)] or front
        if frame == "fate":
            draft.targets = of or owner or people
            draft.actors = agents or (owner if of else []) or (people if of else []) or light
            return
        draft.actors = agents or owner or people or light
        if frame == "deed":
            draft.targets = self._first_role(roles, ("on", "to"), draft) if roles.get("to") else []
            draft.actors = draft.actors or (of if draft.targets else [])
            draft.targets = draft.targets or of or self._first_role(roles, ("on",), draft)
        elif frame == "go":
            draft.actors = draft.actors or of
            draft.targets = self._parties(roles.get("to", ()))
        elif frame == "move":
            draft.actors = agents or of or owner or people or light
            draft.targets = self._parties(roles.get("from", ()))
        elif frame == "both":
            between = self._parties(roles.get("between", ()))
            draft.actors = agents or owner or between or light or people or of
            draft.targets = self._parties(roles.get("with", ()))
        else:
            draft.actors = draft.actors or behind
            draft.targets = self._first_role(roles, ("on", "to", "with"), draft)

    # Parties and places

    def _parties(self, chunks: Sequence[int]) -> list[Party]:
        parties = (self._party(chunk) for chunk in chunks)
        return [party for party in parties if party is not None]

    def _party(self, at: int) -> Party | None:
        chunk, words = self.scene.chunks[at], self.scene.tokens.words
        named = self._naming(at)
        if chunk.triggers and not named:
            return None
        if chunk.last - chunk.first == 1 and self.words.classes.get(words[chunk.first]) == "O":
            return Party(chunk.first, chunk.last, (), words[chunk.first])
        return None if chunk.triggers and self.words.order == "svo" else Party(chunk.first, chunk.last, named)

    def _naming(self, at: int) -> tuple[int, ...]:
        """Return the mentions that name a phrase: its own, an apposition's, those behind "of", an owner's."""
        chunk = self.scene.chunks[at]
        inner = self._inner(chunk)
        if self._people(inner) or (inner and self.scene.mention_at[chunk.last - 1] >= 0):
            return inner
        chain = of_chain(self.scene, at, self.words)
        if people := self._beside(chain[-1] if chain else at):
            return people
        if inner:
            return inner
        for further in chain:
            listed = coordinated_right(self.scene, further)
            if self.scene.kinds.startswith("Cn", further + 1) and self._peoples(further):
                listed = (further, further + 2)  # "a number of Iraqi and American soldiers"
            if found := [index for one in listed for index in self._inner(self.scene.chunks[one])]:
                return tuple(found)
        return self.scene.mentions_in(chunk.first, chunk.last)[:1]

    def _peoples(self, at: int) -> bool:
        found = self._inner(self.scene.chunks[at])
        return bool(found) and self.mentions[found[-1]].type is MentionType.NORP

    def _inner(self, chunk: Chunk) -> tuple[int, ...]:
        """Return the mentions of a phrase behind its last possessor, the people where there are some."""
        cut = possessive_cut(self.scene, chunk.first, chunk.last)
        return self._best(self.scene.mentions_in(chunk.first if cut is None else cut, chunk.last))

    def _beside(self, at: int) -> tuple[int, ...]:
        """Return the people named in apposition: "the president of Iraq, Barham Salih"."""
        if self.scene.kinds[at + 1 : at + 3] != ",n":
            return ()
        beside = self.scene.chunks[at + 2]
        return self._people(self.scene.mentions_in(beside.first, beside.last))

    def _best(self, found: tuple[int, ...]) -> tuple[int, ...]:
        return self._people(found) or found

    def _people(self, found: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(index for index in found if self.mentions[index].type is MentionType.PERSON)

    def _place(
        self,
        draft: Draft,
        roles: Mapping[str, list[int]],
        openings: Mapping[str, list[int]],
        objects: Sequence[int],
    ) -> None:
        """Fill in where: behind prepositions of place, and the places that are attacked or visited."""
        if draft.sense.type in SPOKEN:
            return
        chunks = [*roles.get("in", ()), *roles.get("to", ())]
        if draft.sense.type in PLACED_BY_TARGET or draft.sense.frame in ("go", "move"):
            chunks += [*roles.get("on", ()), *roles.get("of", ()), *roles.get("from", ()), *objects]
        if not draft.is_noun or not chunks:
            chunks += openings.get("in", ())
        for at in chunks:
            for further in (at, *of_chain(self.scene, at, self.words)):
                chunk = self.scene.chunks[further]
                for index in self.scene.mentions_in(chunk.first, chunk.last):
                    if self.mentions[index].type in PLACE_TYPES and index not in draft.places:
                        draft.places.append(index)


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
