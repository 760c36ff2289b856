"""Who does what to whom around a noun that tells an event: owners, names in front, "of", "by" and "on"."""

from collections.abc import Mapping, Set

from dateline.extract.events.frames.sentence import SentenceFrames
from dateline.extract.events.frames.stage import is_nobody
from dateline.extract.events.frames.verbs import verb_reading
from dateline.extract.events.frames.where import fill_places
from dateline.extract.events.parsing.chunks import Chunk, NounTrigger, possessive_cut
from dateline.extract.events.parsing.clause import (
    by_role,
    happens,
    is_light,
    noun_complements,
    object_of,
    opening_complements,
)
from dateline.extract.events.parsing.parties import Draft, Party
from dateline.extract.events.parsing.passives import is_passive
from dateline.extract.events.parsing.subjects import subject_of
from dateline.extract.events.parsing.syntax import chunk_of, noun_in
from dateline.extract.events.parsing.words import Sense
from dateline.model.syntax import PartOfSpeech, Relation
from dateline.text.clauses import OBLIQUES

NAMING = frozenset({PartOfSpeech.NOUN, PartOfSpeech.NAME})
AMID = frozenset({"in", "for", "during", "at"})
"""In front of a meeting that the subject of its clause takes part in."""
VISITING = frozenset({"during", "on", "for"})
"""In front of a visit that the subject of its clause makes: "said during a visit to Malaysia"."""


class NounFrames(SentenceFrames):
    """Reads the events that nouns tell in one sentence."""

    def heads(self, chunk: Chunk, trigger: NounTrigger) -> bool:
        """Say whether a trigger noun heads its phrase, so that "attack helicopters" are no attack."""
        if self.words.order != "svo" or trigger.last == chunk.last:
            return True
        behind = self.scene.tokens.words[trigger.last]
        return (
            self.scene.mention_at[trigger.last] >= 0
            or behind == "'"
            or self.words.is_in("compound_heads", behind)
        )

    def read(self, at: int, chunk: Chunk, trigger: NounTrigger) -> Draft:
        """Return the event that a noun of chunk `at` tells."""
        sense = trigger.reading.sense
        assert sense is not None
        draft = Draft(sense, trigger.reading.form, trigger.first, trigger.last, at, True)
        roles = by_role(noun_complements(self.scene, at, trigger.last - 1, self.words))
        owner, front, behind = self._inside(chunk, trigger)
        draft.owned = bool(owner)
        carrier = self._carrier(at, trigger)
        light, suffers = self._light_subject(carrier)
        draft.carried = carrier if light else None
        if not light and sense.frame == "both":
            light = (
                self._being_in(trigger)
                or self._going_to(at)
                or ([] if owner or front else self._in_which(at))
            )
            light = light or (self._amid(trigger, AMID) if roles.get("with") else [])
        elif not light and sense.frame == "go" and (roles.get("to") or self._is_round(roles)):
            light = self._amid(trigger, VISITING)
        if self._is_laid(at):
            roles.pop("on", None)  # "blamed the attack on rebels"
        self._assign_noun(draft, owner, front, behind, roles, light)
        if sense.frame == "fate" and (befallen := self._predicated(trigger)):
            draft.actors, draft.targets = [], befallen
        if suffers:
            draft.actors = self.parties.named(roles.get("by", ()))
            draft.targets = light or draft.targets
        before = by_role(opening_complements(self.scene, at, self.words))
        struck = object_of(self.scene, at + 1) if self._is_disaster(at, sense) else ()
        fill_places(self.parties, draft, roles, before, struck)
        return draft

    def _is_laid(self, at: int) -> bool:
        """Say whether a deed is what somebody is blamed for: "blamed (the attack) on rebels"."""
        if self.scene.kinds[at - 1 : at] != "V":
            return False
        return self.words.is_in("blaming", self.scene.tokens.words[self.scene.chunks[at - 1].first])

    def _predicated(self, trigger: NounTrigger) -> list[Party]:
        """Return of whom it is said that they are the dead: "was pronounced dead", "were among the dead"."""
        noun = noun_in(self.scene, trigger.last - 1)
        word = noun.parse.words[noun.word] if noun else None
        if noun is None or word is None or word.tag is PartOfSpeech.VERB:
            return []
        means_people = self.scene.tokens.words[trigger.last - 1] in self.words.heads["people"]
        places: tuple[int, ...] = ()
        if means_people and word.relation is Relation.OPEN_COMPLEMENT:
            places = noun.parse.undergoers(word.head)
        elif means_people and noun.parse.children(noun.word, Relation.COPULA):
            places = noun.parse.subjects(noun.word)
        found = (chunk_of(self.scene, noun, place) for place in places)
        return self.parties.named(tuple(at for at in found if self.scene.kinds[at] == "n"))

    def _is_round(self, roles: Mapping[str, list[int]]) -> bool:
        """Say whether a visit is one of places: "a tour of Asia"."""
        return any(self.parties.is_place(party) for party in self.parties.named(roles.get("of", ())))

    def _is_disaster(self, at: int, sense: Sense) -> bool:
        """Say whether a noun is what strikes a place: "the earthquake shook Oman"."""
        return sense.mode == "disaster" and self.scene.kinds[at + 1 : at + 2] == "V"

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
        front = [Party(start, trigger.first, (index,)) for index in named] or self._doers(start, trigger)
        behind = self.parties.within(trigger.last, chunk.last) if trigger.last < chunk.last else []
        tells_on = bool(behind) and self.words.is_in("compound_heads", words[trigger.last])
        if tells_on or not behind or (self._frame(trigger) != "fate" and not behind[0].mentions):
            behind = []  # an adjective: "the rocket attack" names its kind behind it
        return owner, front, behind

    def _doers(self, start: int, trigger: NounTrigger) -> list[Party]:
        """Return the common noun of people right in front of what they do: "a police raid"."""
        at, heads = trigger.first - 1, self.words.heads
        if at < start or self.words.order != "svo" or self._frame(trigger) == "fate":
            return []
        word = self.scene.tokens.words[at]
        is_doer = self.scene.mention_at[at] < 0 and word in heads["people"] | heads["armed"]
        parsed = self.scene.branches.parsed(at) if self.scene.branches else None
        is_doer = is_doer and word not in self.words.numbers
        is_doer = is_doer and (parsed is None or parsed.tag in NAMING)  # no "major offensive"
        return [Party(at, trigger.first)] if is_doer else []

    def _frame(self, trigger: NounTrigger) -> str:
        return trigger.reading.sense.frame if trigger.reading.sense else ""

    def _carrier(self, at: int, trigger: NounTrigger) -> int | None:
        """Return the chunk of the verb right in front of a noun, or whose object or passive subject it is."""
        frame = self._frame(trigger)
        at = self._counting(at)
        has = frame == "both" and self.scene.kinds[at - 1] == "H"  # "had a meeting with"
        if at and (has or self.scene.kinds[at - 1] == "V"):
            return at - 1
        noun = noun_in(self.scene, trigger.last - 1)
        word = noun.parse.words[noun.word] if noun else None
        if noun is None or word is None or word.relation not in (Relation.OBJECT, Relation.PASSIVE_SUBJECT):
            return None
        above = chunk_of(self.scene, noun, word.head)
        return above if frame == "both" or self.scene.kinds[above] != "H" else None

    def _counting(self, at: int) -> int:
        """Return the phrase that counts a noun over "of", else its own: "(launched) a series of attacks"."""
        words, kinds = self.scene.tokens.words, self.scene.kinds
        is_of = at > 1 and kinds[at - 2 : at] == "nP" and words[self.scene.chunks[at - 1].first] == "of"
        counts = is_of and self.words.is_in("partitives", words[self.scene.chunks[at - 2].last - 1])
        return at - 2 if counts else at

    def _light_subject(self, carrier: int | None) -> tuple[list[Party], bool]:
        """Return the subject of the light verb that carries a noun, and whether it suffers the event."""
        if carrier is None:
            return [], False
        chunk = self.scene.chunks[carrier]
        light = chunk.kind == "H" or is_light(chunk)
        if not light or happens(chunk) or is_passive(self.scene, carrier, transitive=True):
            return [], False
        doers = subject_of(self.scene, carrier, self.words)
        claims = any(self.words.claimed.match(self.scene.tokens.words, chunk.first))
        if claims and any(is_nobody(self.scene, each, self.words) for each in doers):
            return [], False
        subject = self.parties.subject(doers)
        return subject, any(reading.light == "undergo" for reading in chunk.readings)

    def _being_in(self, trigger: NounTrigger) -> list[Party]:
        """Return who is in talks: "has been in talks with"."""
        noun = noun_in(self.scene, trigger.last - 1)
        if noun is None or not noun.parse.children(noun.word, Relation.COPULA):
            return []
        subjects = (chunk_of(self.scene, noun, place) for place in noun.parse.subjects(noun.word))
        return self.parties.subject(tuple(at for at in subjects if self.scene.kinds[at] == "n"))

    def _going_to(self, at: int) -> list[Party]:
        """Return who goes somewhere for a meeting: "arrived in Baghdad for talks"."""
        verb = self.scene.kinds.rfind("V", 0, at)
        if verb < 0 or " ".join(self.scene.words(self.scene.chunks[at - 1])) != "for":
            return []
        reading = verb_reading(self.scene.chunks[verb].readings)
        if reading is None or reading.sense is None or reading.sense.frame != "go":
            return []
        return self.parties.subject(subject_of(self.scene, verb, self.words))

    def _amid(self, trigger: NounTrigger, prepositions: Set[str]) -> list[Party]:
        """Return who does something in or for a meeting: "is raising it in discussions with Labor"."""
        noun = noun_in(self.scene, trigger.last - 1)
        word = noun.parse.words[noun.word] if noun else None
        if noun is None or word is None or word.relation not in OBLIQUES:
            return []
        cases = {noun.folded(each) for each in noun.parse.children(noun.word, Relation.CASE)}
        above = chunk_of(self.scene, noun, word.head)
        if not cases & prepositions or self.scene.kinds[above] != "V":
            return []
        return self.parties.subject(subject_of(self.scene, above, self.words))

    def _in_which(self, at: int) -> list[Party]:
        """Return who acts in a meeting with which a sentence opens: "In the talks with X, Y offered"."""
        verb = self.scene.kinds.find("V", at)
        if at != 1 or verb < 0 or self.scene.kinds[0] != "P":
            return []
        return self.parties.subject(subject_of(self.scene, verb, self.words)[-1:])

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
        if draft.sense.mode == "vote":
            people = []  # "the council elections" are of a council
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
            places = [party for party in of if self.parties.is_place(party)]  # "a tour of Asia"
            draft.actors = draft.actors or [party for party in of if party not in places]
            draft.targets = self.parties.named(roles.get("to", ())) or places
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
