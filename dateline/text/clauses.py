"""Questions that rules ask of a syntax tree: who did what to whom, and with what around it.

Words are named by their place in the tree. What stands before a verb is told by relations alone, so that
no words of any language are needed here.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation, SyntaxTree

VERBAL = frozenset({PartOfSpeech.VERB, PartOfSpeech.AUXILIARY})
SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OUTER_SUBJECT, Relation.CLAUSE_SUBJECT)
OBLIQUES = (Relation.OBLIQUE, Relation.BARE_OBLIQUE, Relation.AGENT)
_PHRASAL = (Relation.FLAT, Relation.FIXED, Relation.COMPOUND, Relation.SAME_WORD)


Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun with its preposition below a predicate: `in` `Basra`; several words for `out of`."""

    prepositions: tuple[int, ...]
    head: int


def _asked_once(question: Callable[["Parse", int], Answer]) -> Callable[["Parse", int], Answer]:
    """Let a tree remember what it answers of each word: the rules ask the same of a verb again and again."""

    @wraps(question)
    def answer(parse: "Parse", place: int) -> Answer:
        answers: dict[int, Answer] = parse.answers.setdefault(question.__name__, {})
        if place not in answers:
            answers[place] = question(parse, place)
        return answers[place]

    return answer


class Parse:
    """One tree, with the words below each word at hand, and what was asked of it."""

    def __init__(self, tree: SyntaxTree) -> None:
        self.tree = tree
        self.words = tree.words
        self.answers: dict[str, dict[int, Any]] = {}

    @cached_property
    def _below(self) -> list[list[int]]:
        """The words that hang on each word; many trees are never asked for them."""
        below: list[list[int]] = [[] for _ in self.words]
        for place, word in enumerate(self.words):
            if word.head != place:
                below[word.head].append(place)
        return below

    def at(self, position: int) -> int | None:
        """Return the word at a code point of the text, or `None` between words and outside of the tree."""
        found = (
            place for place, word in enumerate(self.words) if word.span.start <= position < word.span.end
        )
        return next(found, None)

    def children(self, place: int, *relations: Relation) -> tuple[int, ...]:
        """Return the words that hang on one, all or those of some relations, in the order of the text."""
        below, words = self._below[place], self.words
        return tuple([each for each in below if words[each].relation in relations] if relations else below)

    def above(self, place: int) -> tuple[int, ...]:
        """Return the words on which one hangs, the nearest first, up to the root."""
        found: list[int] = []
        while (head := self.words[place].head) != place:
            found.append(head)
            place = head
        return tuple(found)

    def top_of(self, places: Sequence[int]) -> int | None:
        """Return the first of some words that hangs on none of the others, `None` of no words."""
        inside = set(places)
        return next(
            (at for at in places if self.words[at].head == at or self.words[at].head not in inside), None
        )

    def subtree(self, place: int) -> tuple[int, ...]:
        """Return a word and all below it, in order."""
        found, waiting = [place], list(self.children(place))
        while waiting:
            each = waiting.pop()
            found.append(each)
            waiting.extend(self._below[each])
        return tuple(sorted(found))

    def name(self, place: int) -> Span:
        """Return a word with what is written as one with it: the parts of a name, a compound."""
        parts = [self.words[each].span for each in (place, *self.children(place, *_PHRASAL))]
        return Span(min(span.start for span in parts), max(span.end for span in parts))

    @_asked_once
    def subjects(self, verb: int) -> tuple[int, ...]:
        """Return the subjects of a predicate, those of one it is joined to where it has none of its own.

        "The army shelled the town and left" has `army` for both; "agreed to leave" the subject of `agreed`;
        "the man who left" and "troops leaving the town" the noun that they describe.
        """
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            own = self._own_subjects(verb)
            if own:
                return self.with_conjuncts(own)
            word = self.words[verb]
            if lent := self.lent_subjects(verb):
                return self.with_conjuncts(lent)
            if word.relation in (Relation.CLAUSE, Relation.RELATIVE_CLAUSE) and self._lacks_subject(verb):
                return self.with_conjuncts([word.head])
            if word.relation not in (Relation.CONJUNCT, Relation.OPEN_COMPLEMENT, Relation.ADVERB_CLAUSE):
                return ()
            if word.relation is Relation.OPEN_COMPLEMENT and (objects := self.objects(word.head)):
                return objects
            verb = word.head
        return ()

    @_asked_once
    def _own_subjects(self, verb: int) -> list[int]:
        """Return the subjects of a verb, without those that a tree hangs on it from another clause.

        "Avoided prison after Tsai pardoned him" has none behind it, "aware that she was leaving" none in
        front of "that".
        """
        found = [place for place in self.children(verb, *SUBJECTS) if not self._stands_in(place, verb)]
        in_front = [place for place in found if place < verb]
        if not in_front:
            return [] if self._has_no_inversion(verb) else found
        last = in_front[-1]
        return [place for place in in_front if not self._opens_between(place, last)]

    def _has_no_inversion(self, verb: int) -> bool:
        """Say whether a verb cannot have a subject behind it: "have accused", "who accused"."""
        helping = self.children(verb, Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY)
        return any(place < verb for place in (*helping, *self._relative_subjects(verb)))

    def _relative_subjects(self, verb: int) -> list[int]:
        return [place for place in self.children(verb, *SUBJECTS) if self._stands_in(place, verb)]

    def lent_subjects(self, verb: int) -> list[int]:
        """Return subjects that a tree hangs on the verb above though they stand in the clause of this one.

        Behind its "after", or behind "and": "two were killed and (three others) wounded"; a mere number hangs
        on the verb itself.
        """
        head, joined = self.words[verb].head, self.words[verb].relation is Relation.CONJUNCT
        marks = (head,) if joined else self.children(verb, Relation.MARK)
        if head == verb or not marks:
            return []
        foreign = set(self.children(head, *SUBJECTS)) - set(self._own_subjects(head))
        lent = [place for place in sorted(foreign) if marks[0] < place < verb]
        counts = self.children(verb, Relation.NUMBER) if joined else ()
        return lent or [place for place in counts if place < verb]

    def _opens_between(self, first: int, last: int) -> bool:
        """Say whether a clause opens between two words: "that", "after"."""
        between = self.words[first + 1 : last]
        return any(word.relation is Relation.MARK for word in between)

    def _stands_in(self, place: int, verb: int) -> bool:
        """Say whether a word is the relative pronoun of a clause: it stands for the noun before it."""
        is_relative = self.words[verb].relation is Relation.RELATIVE_CLAUSE
        return (
            is_relative and self.words[place].tag is PartOfSpeech.PRONOUN and place == self.subtree(verb)[0]
        )

    def _lacks_subject(self, verb: int) -> bool:
        return all(self._stands_in(place, verb) for place in self.children(verb, *SUBJECTS))

    def objects(self, verb: int) -> tuple[int, ...]:
        """Return the objects of a verb, with what is joined to them.

        In "shot and killed a judge" both have `judge`, which hangs on the first; "the men whom they shot" has
        `men`.
        """
        own = self._own_objects(verb)
        word = self.words[verb]
        if not own and word.relation is Relation.CONJUNCT and word.head != verb:
            return tuple(place for place in self.objects(word.head) if place > verb)
        return self.with_conjuncts(own)

    @_asked_once
    def _own_objects(self, verb: int) -> tuple[int, ...]:
        """Return the objects behind a verb, or the noun that a relative pronoun before it stands for.

        Trees often err in "hit a house, killing six": what follows the nearer verb at once is its own.
        """
        below, given = self._objects_below(verb), self._given_on(verb)
        behind = [place for place in below if place > verb and place not in given.values()]
        own = [place for place in behind if place == behind[0] or self.children(place, Relation.COORDINATOR)]
        stands = any(self._stands_in(place, verb) for place in below)
        if stands and not own:  # no "emails that they asked her to find"
            own = [self.words[verb].head]
        above = self.words[verb].head
        taken = self._given_on(above).get(verb) if above < verb else None
        return tuple(own) if taken is None or own else (taken,)

    @_asked_once
    def _given_on(self, verb: int) -> dict[int, int]:
        """Return the objects of a verb that stand at once behind another one below it, by that one."""
        objects = [place for place in self._objects_below(verb) if place > verb]
        given = {}
        for place in objects:
            before = self._before(place)
            nearer = self.words[before]
            if before <= verb or nearer.tag is not PartOfSpeech.VERB or nearer.head != verb:
                continue
            joined = nearer.relation is Relation.CONJUNCT and len(objects) > 1
            if joined or nearer.relation is Relation.ADVERB_CLAUSE:
                given[before] = place
        return given

    @_asked_once
    def _objects_below(self, verb: int) -> tuple[int, ...]:
        """Return the objects of a verb in its tree, and an oblique without preposition behind one."""
        bare = (
            place
            for place in self.children(verb, Relation.OBLIQUE)
            if place > verb
            and self.words[place].tag is PartOfSpeech.NOUN
            and not self.children(place, Relation.CASE)
            and self.words[self._before(place)].tag is PartOfSpeech.VERB
        )
        behind = [place for place in self.children(verb, Relation.SUBJECT) if place > verb]
        misread = behind if self._has_no_inversion(verb) else []
        return tuple(sorted((*self.children(verb, Relation.OBJECT), *bare, *misread)))

    def _before(self, place: int) -> int:
        """Return the word before all that belongs to one; -1 at the start of a sentence."""
        return self.subtree(place)[0] - 1

    @_asked_once
    def is_passive(self, verb: int) -> bool:
        """Say whether a verb is told in the passive.

        A participle with an object of its own is not, nor one that is joined to a verb in the active.
        """
        if self.children(verb, Relation.PASSIVE_AUXILIARY):
            return True
        if any(place > verb for place in self._own_objects(verb)):
            return False
        if self.children(verb, Relation.PASSIVE_SUBJECT, Relation.AGENT):
            return True
        word = self.words[verb]
        above = self.words[word.head]
        is_joined = word.relation is Relation.CONJUNCT and above.tag is PartOfSpeech.VERB
        return word.passive and (not is_joined or word.head >= verb or self.is_passive(word.head))

    def doers(self, verb: int) -> tuple[int, ...]:
        """Return who does what a verb tells: its subjects, or in the passive its agents."""
        if self.is_passive(verb):
            return self.with_conjuncts(self.children(verb, Relation.AGENT))
        return self.subjects(verb)

    def undergoers(self, verb: int) -> tuple[int, ...]:
        """Return to whom it is done: the objects of a verb, or in the passive its subjects."""
        return self.subjects(verb) if self.is_passive(verb) else self.objects(verb)

    def obliques(self, predicate: int) -> tuple[Oblique, ...]:
        """Return the nouns that hang on a verb or on a noun like "attack", each with its preposition."""
        below = self.children(predicate, *OBLIQUES, Relation.NOMINAL, Relation.BARE_NOMINAL)
        return tuple(Oblique(self._prepositions(place), place) for place in below)

    def _prepositions(self, place: int) -> tuple[int, ...]:
        cases = self.children(place, Relation.CASE)
        return tuple(sorted(part for case in cases for part in self.subtree(case)))

    def with_conjuncts(self, places: Sequence[int]) -> tuple[int, ...]:
        """Return some words with those that are joined to them by "and" or a comma, in order."""
        found, waiting = set(places), list(places)
        while waiting:
            joined = self.children(waiting.pop(), Relation.CONJUNCT)
            waiting.extend(joined)
            found.update(joined)
        return tuple(sorted(found))


class Trees:
    """The trees of a text in order, to ask for that of a sentence."""

    def __init__(self, trees: Sequence[SyntaxTree]) -> None:
        self._trees = trees

    def of(self, sentence: Span) -> Parse | None:
        """Return the tree that overlaps a sentence from its start on; `None` where nobody read it."""
        at = bisect_right(self._trees, sentence.start, key=lambda tree: tree.span.start) - 1
        found = at >= 0 and self._trees[at].span.overlaps(sentence)
        return Parse(self._trees[at]) if found else None
