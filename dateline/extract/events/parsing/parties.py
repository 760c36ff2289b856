"""Who is meant by a noun phrase: its names, those beside it and behind "of", and where an event was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.extract.events.parsing.chunks import HYPHENS, Chunk, Scene, possessive_cut
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.clause import (
    of_chain,
    roles_of,
)
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.lists import coordinated_right
from dateline.extract.events.parsing.words import EventWords, Sense
from dateline.model.annotations import Mention, MentionType

PLACE_TYPES = frozenset({MentionType.GPE, MentionType.LOC, MentionType.FAC})


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
class Parties:
    """What naming the parties of one sentence needs; `numbers` are the tokens at which quantities begin."""

    scene: Scene
    words: EventWords
    mentions: Sequence[Mention]
    numbers: frozenset[int] = frozenset()

    def subject(self, chunks: tuple[int, ...]) -> list[Party]:
        """Return the parties of a subject; of an apposition ("X, the head of Y,") only the one named."""
        parties = self.named(chunks)
        is_apposed = len(chunks) > 1 and self.scene.kinds[chunks[-1] - 1] == ","
        if is_apposed and self.scene.chunks[chunks[0]].triggers and not self.named(chunks[:1]):
            return []  # "the raid, the second in a week,"
        if len(parties) < 2 or not is_apposed:
            return parties
        named = [party for party in parties if self.people(party.mentions)]
        return named[:1] or parties[:1]

    def objects(self, chunks: Sequence[int]) -> list[Party]:
        """Return the parties of an object; of one that is an event itself, whom that event concerns."""
        found = []
        for at in chunks:
            hung = self._concerned(at) if self.scene.chunks[at].triggers else ()
            chunk = self.scene.chunks[at]
            found += self.named(hung[:1] or (at,)) or self._whose(chunk)
        return found

    def _whose(self, chunk: Chunk) -> list[Party]:
        """Return a phrase that tells an event as a party by the name in front: "a Hausa request"."""
        first = chunk.triggers[0].first if chunk.triggers else chunk.first
        return [Party(chunk.first, chunk.last, self.scene.mentions_in(chunk.first, first)[:1])]

    def _concerned(self, at: int) -> Sequence[int]:
        """Return whom an event that is an object concerns: "the attacks by X", "the withdrawal of X"."""
        if self.scene.kinds.startswith("Pn", at + 1):
            roles = roles_of(self.scene, self.scene.chunks[at + 1], self.words)
            return (at + 2,) if roles & {"of", "by"} else ()
        return ()

    def split(self, chunk: int) -> list[Party]:
        """Return one party a mention: a verb-first clause sets subject and object side by side."""
        phrase = self.scene.chunks[chunk]
        found = self.scene.mentions_in(phrase.first, phrase.last)
        if not found:
            return self.named((chunk,))
        cuts = {trigger.first for trigger in phrase.triggers if trigger.first > phrase.first}
        cuts |= {at for at in self.numbers if phrase.first < at < phrase.last}
        cuts = cuts or {at for at in range(phrase.first + 1, phrase.last) if self._is_counterpart(at)}
        if not cuts:
            cuts = {
                self._token_of(index, phrase) for index in found[1:] if not self._is_described(index, phrase)
            }
        if not cuts:
            last = found[-1]
            behind = self._token_of(last, phrase)
            cuts = {next(at for at in range(behind, len(self.scene.mention_at) + 1) if self._ends(last, at))}
        starts = [phrase.first, *sorted(cuts - {phrase.last}), phrase.last]
        return [Party(first, last, self.scene.mentions_in(first, last)) for first, last in pairwise(starts)]

    def counted(self, chunk: int) -> list[Party]:
        """Return what a number inside a phrase opens: "(a force of the) army | six men"."""
        phrase = self.scene.chunks[chunk]
        at = next((at for at in range(phrase.first + 1, phrase.last) if at in self.numbers), None)
        return [] if at is None else [Party(at, phrase.last, self.scene.mentions_in(at, phrase.last))]

    def _is_counterpart(self, at: int) -> bool:
        return self.scene.tokens.words[at] in self.words.sets["counterparts"]

    def _is_described(self, index: int, phrase: Chunk) -> bool:
        """Say whether a people or land stands right before a person: "the president | Egyptian | X"."""
        at = self._token_of(index, phrase)
        before = self.scene.mention_at[at - 1] if at > phrase.first else NO_MENTION
        if before == NO_MENTION or self.mentions[index].type is not MentionType.PERSON:
            return False
        kind, opens = self.mentions[before].type, self.scene.mention_at[phrase.first] == before
        return kind is MentionType.NORP or (kind is MentionType.GPE and not opens)

    def _ends(self, index: int, at: int) -> bool:
        return at >= len(self.scene.mention_at) or self.scene.mention_at[at] != index

    def _token_of(self, index: int, phrase: Chunk) -> int:
        return next(at for at in range(phrase.first, phrase.last) if self.scene.mention_at[at] == index)

    def first_role(self, roles: Mapping[str, list[int]], names: Sequence[str], draft: Draft) -> list[Party]:
        """Return the parties of the first role that has some; a bare place is where, not whom."""
        for name in names:
            chunks = roles.get(name, ())
            if name == "to":
                chunks = [chunk for chunk in chunks if not self._is_inside(chunk)]
            elif name == "on":
                chunks = [chunk for chunk in chunks if self._is_aimed(chunk)]
            parties = self.named(chunks)
            if parties and (name != "from" or not all(self.is_place(party) for party in parties)):
                return parties
        return []

    def receiver(self, roles: Mapping[str, list[int]]) -> list[Party]:
        """Return who gets what a verb gives, or from whom it takes it; "in" a place is where."""
        for name in ("to", "with", "on", "from"):
            chunks = [at for at in roles.get(name, ()) if name != "to" or not self._is_inside(at)]
            if chunks:
                return self.named(chunks)
        return []

    def _is_inside(self, chunk: int) -> bool:
        return self._before(chunk) == "in"

    def _is_aimed(self, chunk: int) -> bool:
        """Say whether a preposition aims at a party: "at" a building or a place only says where."""
        if self._before(chunk) != "at":
            return True
        found = self.scene.mentions_in(self.scene.chunks[chunk].first, self.scene.chunks[chunk].last)
        last = self.scene.tokens.words[self.scene.chunks[chunk].last - 1]
        placed = any(self.mentions[index].type in PLACE_TYPES for index in found)
        return last in self.words.heads["people"] or (bool(found) and not placed)

    def _before(self, chunk: int) -> str:
        return self.scene.tokens.words[self.scene.chunks[chunk].first - 1]

    def is_upon(self, party: Party) -> bool:
        """Say whether "on" stands in front of a party, no "against"."""
        before = self.scene.tokens.words[party.first - 1]
        return before in self.words.roles["on"] & self.words.roles["in"]

    def is_place(self, party: Party) -> bool:
        """Say whether all mentions of a party are places."""
        return bool(party.mentions) and all(
            self.mentions[index].type in PLACE_TYPES for index in party.mentions
        )

    def within(self, first: int, last: int) -> list[Party]:
        """Return some tokens as one party."""
        return [Party(first, last, self.scene.mentions_in(first, last))]

    def named(self, chunks: Sequence[int]) -> list[Party]:
        """Return the parties of some noun phrases; those that only tell an event are none."""
        parties = (self._party(chunk) for chunk in chunks)
        return [party for party in parties if party is not None]

    def _party(self, at: int) -> Party | None:
        chunk, words = self.scene.chunks[at], self.scene.tokens.words
        if self.words.is_in("channels", words[chunk.last - 1]):
            return None  # "claimed the attack on Telegram": where it is said, not whom it met
        named = self._naming(at)
        telling = any(trigger.last == chunk.last for trigger in chunk.triggers) or self._counts_event(at)
        telling = telling or (bool(chunk.triggers) and self.words.order != "svo")
        if telling and not named:
            return None
        if chunk.last - chunk.first == 1 and self.words.classes.get(words[chunk.first]) == "O":
            return Party(chunk.first, chunk.last, (), words[chunk.first])
        return None if telling and self.words.order == "svo" else Party(chunk.first, self._end(at), named)

    def _counts_event(self, at: int) -> bool:
        """Say whether a phrase only counts an event behind "of": "a series of attacks"."""
        chain = of_chain(self.scene, at, self.words)
        counts = self.words.is_in("partitives", self.scene.tokens.words[self.scene.chunks[at].last - 1])
        if not counts or not chain:
            return False
        counted = self.scene.chunks[chain[0]]
        means_people = (
            self.scene.tokens.words[counted.last - 1] in self.words.heads["people"]
        )  # "of the dead"
        return not means_people and any(trigger.last == counted.last for trigger in counted.triggers)

    def _end(self, at: int) -> int:
        """Return where a phrase ends; one that only counts goes on over "of": "dozens of soldiers"."""
        last = self.scene.chunks[at].last
        chain = self.words.is_in("partitives", self.scene.tokens.words[last - 1]) and of_chain(
            self.scene, at, self.words
        )
        return self.scene.chunks[chain[0]].last if chain else last

    def _naming(self, at: int) -> tuple[int, ...]:
        """Return the mentions that name a phrase: its own, an apposition's, those behind "of", an owner's."""
        chunk = self.scene.chunks[at]
        inner = self._inner(chunk)
        is_office = self.scene.tokens.words[chunk.last - 1] in self.words.heads["people"]
        at_end = bool(inner) and self.scene.mention_at[chunk.last - 1] >= 0
        if self.people(inner) or (at_end and not is_office):
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
        found = self.scene.mentions_in(chunk.first if cut is None else cut, chunk.last)
        return self._best(tuple(index for index in found if self._names_head(index, chunk)))

    def _names_head(self, index: int, chunk: Chunk) -> bool:
        """Say whether a mention says whose people are meant: not "pro-Iranian", "Iranian involvement"."""
        words, first = self.scene.tokens.words, self._token_of(index, chunk)
        last = next((at for at in range(first, chunk.last) if self._ends(index, at)), chunk.last)
        if last < chunk.last - 1 and words[last] in HYPHENS and self.words.is_in("backing", words[last + 1]):
            return False
        if first > 1 and words[first - 1] in HYPHENS and self.words.is_in("siding", words[first - 2]):
            return False
        head, heads = words[chunk.last - 1], self.words.heads
        if (
            last == chunk.last
            or self.mentions[index].type is not MentionType.NORP
            or head in heads["concrete"]
        ):
            return True
        return not head.endswith(tuple(heads["abstract_endings"])) and head not in heads["abstract"]

    def _beside(self, at: int) -> tuple[int, ...]:
        """Return the people named in apposition: "the president of Iraq, Barham Salih", or a list."""
        if self.scene.kinds[at + 1 : at + 3] != ",n":
            return ()
        listed = [self.scene.chunks[each] for each in coordinated_right(self.scene, at + 2)]
        return self.people(self.scene.mentions_in(listed[0].first, listed[-1].last))

    def _best(self, found: tuple[int, ...]) -> tuple[int, ...]:
        return self.people(found) or found

    def people(self, found: tuple[int, ...]) -> tuple[int, ...]:
        """Return the persons among some mentions."""
        return tuple(index for index in found if self.mentions[index].type is MentionType.PERSON)
