"""Who does what to whom around a verb, active or passive, by the word order of its language."""

from collections.abc import Mapping, Sequence

from dateline.extract.events.frames.sentence import SentenceFrames
from dateline.extract.events.frames.where import fill_places
from dateline.extract.events.frames.wholes import receiver_of
from dateline.extract.events.parsing.chunks import Chunk
from dateline.extract.events.parsing.clause import (
    by_role,
    complements,
    object_of,
    opening_complements,
    verb_complements,
)
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.parties import Draft, Party
from dateline.extract.events.parsing.passives import is_passive, next_kind
from dateline.extract.events.parsing.subjects import subject_of
from dateline.extract.events.parsing.word_classes import forms_of
from dateline.extract.events.parsing.words import Reading, Sense
from dateline.model.annotations import EventType

INTRANSITIVE = frozenset({"undergo", "alone", "bare", "go", "both"})
BEFALLING = frozenset({"killing", "wounding", "abuse", "arrest", "abduction", "execution", "conviction"})
"""Modes of verbs that tell of nobody who acts where they have no object."""


SUFFERED = frozenset({"shooting", "accusation", "restriction", "deportation", "appointment", "destruction"})
"""The same where no other verb stands in the sentence, as in headlines."""
FINITE = frozenset("VAHYWG")


class VerbFrames(SentenceFrames):
    """Reads the events that verbs tell in one sentence."""

    def read(self, at: int, chunk: Chunk, sense: Sense, form: Form) -> Draft:
        """Return the event that the verb of chunk `at` tells."""
        passive = is_passive(self.scene, at, transitive=sense.frame not in INTRANSITIVE)
        passive = passive or self._is_headline(at, sense, form)
        draft = Draft(sense, form, chunk.first, chunk.last, at, False, passive)
        if self.words.order == "svo":
            self.fill_svo(draft)
        elif self.words.order == "sov":
            self._sov(draft)
        else:
            self._vso(draft)
        return draft

    def _is_headline(self, at: int, sense: Sense, form: Form) -> bool:
        """Say whether a headline leaves "was" out: "Man stabbed in Leeds", where somebody must suffer."""
        is_bare = self.scene.kinds[at - 1 : at] == "n" and next_kind(self.scene, at) in ("P", "S", ".", "B")
        may_be = self.words.order == "svo" and bool(form & Form.PARTICIPLE)
        alone = sum(kind in FINITE for kind in self.scene.kinds) == 1
        befalls = sense.mode in BEFALLING or (alone and sense.mode in SUFFERED)
        return may_be and befalls and is_bare and not object_of(self.scene, at)

    def fill_svo(self, draft: Draft) -> None:
        """Fill in the parties and places of a verb between subject and object."""
        draft.subject = subject_of(self.scene, draft.chunk, self.words)
        to_object = draft.last - draft.first > 1 and self._is_preposition(draft.last - 1)
        objects = object_of(self.scene, draft.chunk) if to_object or not draft.passive else ()
        draft.subject = self._apart(draft, objects)
        after = objects[-1] + 1 if objects else draft.chunk + 1
        roles = by_role(verb_complements(self.scene, draft.chunk, after, self.words))
        self._assign(draft, self.parties.subject(draft.subject), self.parties.objects(objects), roles)
        laid = self.parties.named(roles.get("on", ()) if objects and all(map(self._is_deed, objects)) else ())
        blames = self.words.is_in("blaming", self.scene.tokens.words[draft.first])
        if laid and blames and self.parties.is_upon(laid[0]):
            draft.targets = laid  # "blamed the attack on rebels"
        if draft.passive and objects and draft.sense.type is EventType.ASSAULT:
            draft.instruments, draft.targets = draft.targets, self.parties.objects(objects)
        openings = opening_complements(self.scene, draft.chunk, self.words)
        fill_places(self.parties, draft, roles, by_role(openings), objects)

    def _is_deed(self, at: int) -> bool:
        """Say whether a phrase tells an event, or is an "it" that may stand for one."""
        chunk = self.scene.chunks[at]
        word = self.scene.tokens.words[chunk.first]
        is_it = chunk.last - chunk.first == 1 and self.words.classes.get(word) == "O"
        return bool(chunk.triggers) or (is_it and word not in self.words.sets["persons"])

    def _apart(self, draft: Draft, objects: tuple[int, ...]) -> tuple[int, ...]:
        """Return the subject of a verb without its objects, which a tree takes for both now and then."""
        if draft.sense.frame == "both":
            return draft.subject
        return tuple(at for at in draft.subject if at not in objects)

    def _is_preposition(self, at: int) -> bool:
        return self.words.classes.get(self.scene.tokens.words[at]) == "P"

    def _sov(self, draft: Draft) -> None:
        start = self._clause_start(draft.chunk)
        kinds = self.scene.kinds
        free = [at for at in range(start, draft.chunk) if kinds[at] == "n" and kinds[at - 1 : at] != "P"]
        has_object = "U" in kinds[start : draft.chunk]
        roles = by_role(opening_complements(self.scene, draft.chunk, self.words))
        if has_object and len(free) == 1:
            parties = self.parties.split(free[0])
            subject, objects = (parties[:1], parties[1:]) if len(parties) > 1 else ([], parties)
        else:
            subject = self.parties.named(free[:1])
            objects = self.parties.named(free[-1:]) if has_object else []
        draft.subject = tuple(free[:1])
        self._assign(draft, subject, objects, roles)
        fill_places(self.parties, draft, roles, {}, ())

    def _vso(self, draft: Draft) -> None:
        behind = object_of(self.scene, draft.chunk)
        after = behind[-1] + 1 if behind else draft.chunk + 1
        roles = by_role(complements(self.scene, after, self.words))
        front = self.scene.kinds[max(0, draft.chunk - 2) : draft.chunk]
        parties = [party for chunk in behind for party in self.parties.split(chunk)]
        if draft.sense.frame not in INTRANSITIVE and self._goes_on_about_event(draft.chunk):
            self._assign(draft, [], self.parties.named(behind[:1]), roles)
        elif front[-1:] == "n" and front != "Pn" and draft.sense.frame != "undergo":
            draft.subject = (draft.chunk - 1,)
            self._assign(draft, self.parties.named(draft.subject), parties, roles)
        elif draft.sense.frame == "both" and self._is_preposition(draft.last - 1):
            draft.subject = self._before_negation(draft.chunk)
            self._assign(draft, self.parties.named(draft.subject), parties, roles)
        else:
            draft.subject = behind[:1]
            counted = self.parties.counted(after + 1) if self.scene.kinds[after : after + 2] == "Pn" else []
            self._assign(draft, parties[:1], parties[1:] or counted, roles)
        fill_places(self.parties, draft, roles, {}, ())

    def _before_negation(self, at: int) -> tuple[int, ...]:
        """Return the subject in front of a verb and its "not": "بلاده لن تتفاوض مع"."""
        while at and self.scene.kinds[at - 1] in "NBA":
            at -= 1
        return (at - 1,) if at and self.scene.kinds[at - 1] == "n" else ()

    def _goes_on_about_event(self, at: int) -> bool:
        """Say whether a verb tells more of an event without an article in front: "هجوم استهدف المعسكر"."""
        kinds, place = self.scene.kinds, at - 1
        while place >= 0 and kinds[place] in "nP":
            for trigger in self.scene.chunks[place].triggers:
                return not self.scene.tokens.words[trigger.first].startswith(self.words.definite)
            place -= 1
        return False

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
        if frame == "find":
            draft.targets = subject if draft.passive else objects  # who finds a body did nothing to it
            return
        if frame in ("undergo", "duty") or draft.passive:
            draft.actors, draft.targets = agents, [] if frame == "about" else subject
            if draft.sense.type is EventType.AID:
                draft.targets = self._helped(draft.targets, roles)
            return
        draft.actors = subject
        receivers = self.parties.named(receiver_of(self.scene, draft.chunk))
        draft.targets = receivers if frame == "give" else receivers or objects  # "asked Russia a favour"
        if frame == "about" or (frame == "both" and not objects):
            draft.targets = self.parties.named(roles.get("with", roles.get("between", ())))
            draft.targets += self.parties.named(roles.get("including", ()))
        elif frame == "go":
            draft.targets = objects or self.parties.named(roles.get("to", ()))
        elif frame == "move":
            draft.targets = self.parties.named(roles.get("from", ()))
        elif frame == "give" and not receivers:
            blown = draft.sense.mode == "clash"  # "repelled an attack by rebels"
            whose = agents if blown else self.parties.receiver(roles)
            removed = draft.sense.type is EventType.RETREAT and any(party.mentions for party in objects)
            draft.targets = objects if removed else whose or objects  # "remove American forces from Iraq"
        elif draft.sense.type is EventType.AID and frame == "do":
            draft.targets = self._helped(objects, roles)
        elif not draft.targets and frame not in ("alone", "bare"):
            draft.targets = self.parties.first_role(roles, ("on", "with", "to", "from"), draft)
        elif frame in ("alone", "bare"):
            draft.targets = self.parties.first_role(roles, ("on",), draft)

    def _helped(self, given: list[Party], roles: Mapping[str, list[int]]) -> list[Party]:
        """Return to whom aid goes: "sent tents to (the town)", "assisted (the poor)"."""
        if any(map(self._is_anyone, given)):
            return given
        found = self.parties.named(roles.get("to", ()))
        infinitive = self.words.sets["infinitive"]  # no "for" or "into"
        direct = [each for each in found if self.scene.tokens.words[each.first - 1] in infinitive]
        listed = found[found.index(direct[0]) :] if direct else []
        return [each for each in listed if self._is_anyone(each)] or given

    def _is_anyone(self, party: Party) -> bool:
        people = self.words.heads["people"]
        return bool(party.mentions or party.pronoun) or self.scene.tokens.words[party.last - 1] in people


def verb_reading(readings: Sequence[Reading]) -> Reading | None:
    """Return the reading of a verb that tells an event, with all the forms that its spelling may be."""
    telling = [
        reading for reading in readings if reading.sense and not reading.form & (Form.NOUN | Form.PLURAL)
    ]
    if not telling:
        return None
    return Reading(forms_of(telling), telling[0].sense)
