"""Questions that rules ask of a syntax tree: who did what to whom, with which words, in which clause.

Words are named by their place in the tree. What stands before a verb is told by relations alone, so that
no words of any language are needed here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.spans import Span
from dateline.model.syntax import ParsedWord, PartOfSpeech, Relation, SyntaxTree

SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OUTER_SUBJECT, Relation.CLAUSE_SUBJECT)
OBLIQUES = (Relation.OBLIQUE, Relation.BARE_OBLIQUE, Relation.AGENT)
CLAUSES = (
    Relation.CLAUSE_SUBJECT, Relation.CLAUSE_COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.ADVERB_CLAUSE,
    Relation.ADVERB_RELATIVE, Relation.CLAUSE, Relation.RELATIVE_CLAUSE, Relation.PARATAXIS,
)  # fmt: skip
"""Relations of the head of a clause that hangs on another word."""
OUTSIDE_PHRASE = (
    *CLAUSES, Relation.APPOSITION, Relation.CONJUNCT, Relation.COORDINATOR, Relation.PRECOORDINATOR,
    Relation.CASE, Relation.MARK, Relation.COPULA, Relation.SUBJECT, Relation.OUTER_SUBJECT,
    Relation.PUNCTUATION, Relation.ADVERB, Relation.LIST, Relation.DISCOURSE,
)  # fmt: skip
"""What hangs on a noun and is no part of its own phrase."""
_PHRASAL = (Relation.FLAT, Relation.FIXED, Relation.COMPOUND, Relation.SAME_WORD)


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun with its preposition below a predicate: `in` `Basra`; several words for `out of`."""

    prepositions: tuple[int, ...]
    head: int


class Parse:
    """One tree, with the words below each word at hand."""

    def __init__(self, tree: SyntaxTree) -> None:
        self.tree = tree
        self.words = tree.words
        self._below: list[list[int]] = [[] for _ in tree.words]
        for place, word in enumerate(tree.words):
            if word.head != place:
                self._below[word.head].append(place)

    def at(self, position: int) -> int | None:
        """Return the word at a code point of the text, or `None` between words and outside of the tree."""
        found = (
            place for place, word in enumerate(self.words) if word.span.start <= position < word.span.end
        )
        return next(found, None)

    def top(self, span: Span) -> int | None:
        """Return the word of a span that hangs on one outside of it: the head of a name or phrase."""
        inside = [place for place, word in enumerate(self.words) if word.span.overlaps(span)]
        tops = [
            place
            for place in inside
            if self.words[place].head == place or self.words[place].head not in inside
        ]
        spoken = [place for place in tops if self.words[place].tag is not PartOfSpeech.PUNCTUATION]
        return next(iter(spoken or tops), None)

    def children(self, place: int, *relations: Relation) -> tuple[int, ...]:
        """Return the words that hang on one, all or those of some relations, in the order of the text."""
        below = self._below[place]
        return tuple(each for each in below if not relations or self.words[each].relation in relations)

    def subtree(self, place: int, *, without: tuple[Relation, ...] = ()) -> tuple[int, ...]:
        """Return a word and all below it, in order, leaving out what hangs on it by some relations."""
        found, waiting = [place], list(self.children(place))
        waiting = [each for each in waiting if self.words[each].relation not in without]
        while waiting:
            each = waiting.pop()
            found.append(each)
            waiting.extend(self._below[each])
        return tuple(sorted(found))

    def extent(self, place: int) -> Span:
        """Return the text from the first to the last word of a subtree, punctuation at its edges left out."""
        return self._span(self.subtree(place))

    def phrase(self, place: int) -> Span:
        """Return a noun with what describes it, without preposition, clauses, apposition and conjuncts."""
        inside = set(self.subtree(place, without=OUTSIDE_PHRASE))
        first = last = place
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return self._span(tuple(range(first, last + 1)))

    def name(self, place: int) -> Span:
        """Return a word with what is written as one with it: the parts of a name, a compound."""
        return self._span((place, *self.children(place, *_PHRASAL)))

    def subjects(self, verb: int) -> tuple[int, ...]:
        """Return the subjects of a predicate, those of one it is joined to where it has none of its own.

        "The army shelled the town and left" has `army` for both; "agreed to leave" the subject of `agreed`;
        "the man who left" and "troops leaving the town" the noun that they describe.
        """
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            own = [place for place in self.children(verb, *SUBJECTS) if not self._stands_in(place, verb)]
            if own:
                return self._with_conjuncts(own)
            word = self.words[verb]
            if word.relation in (Relation.CLAUSE, Relation.RELATIVE_CLAUSE) and self._lacks_subject(verb):
                return self._with_conjuncts([word.head])
            if word.relation not in (Relation.CONJUNCT, Relation.OPEN_COMPLEMENT, Relation.ADVERB_CLAUSE):
                return ()
            if word.relation is Relation.OPEN_COMPLEMENT and (objects := self.objects(word.head)):
                return objects
            verb = word.head
        return ()

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
        own = tuple(
            self.words[verb].head if self._stands_in(place, verb) else place
            for place in self.children(verb, Relation.OBJECT)
        )
        if not own and self.words[verb].relation is Relation.CONJUNCT:
            first = self.words[verb].head
            own = tuple(place for place in self.children(first, Relation.OBJECT) if place > verb)
        return self._with_conjuncts(own)

    def is_passive(self, verb: int) -> bool:
        """Say whether a verb is told in the passive."""
        signs = (Relation.PASSIVE_AUXILIARY, Relation.PASSIVE_SUBJECT, Relation.AGENT)
        return self.words[verb].passive or bool(self.children(verb, *signs))

    def doers(self, verb: int) -> tuple[int, ...]:
        """Return who does what a verb tells: its subjects, or in the passive its agents."""
        if self.is_passive(verb):
            return self._with_conjuncts(self.children(verb, Relation.AGENT))
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

    def conjuncts(self, place: int) -> tuple[int, ...]:
        """Return a word with all that is joined to it, in order, whichever of them it is."""
        while self.words[place].relation is Relation.CONJUNCT:
            place = self.words[place].head
        return self._with_conjuncts((place,))

    def _with_conjuncts(self, places: tuple[int, ...] | list[int]) -> tuple[int, ...]:
        found, waiting = set(places), list(places)
        while waiting:
            joined = self.children(waiting.pop(), Relation.CONJUNCT)
            waiting.extend(joined)
            found.update(joined)
        return tuple(sorted(found))

    def clauses(self) -> Iterator[int]:
        """Yield the heads of all clauses in order: the root, subordinate clauses, joined verbs."""
        for place, word in enumerate(self.words):
            is_joined = word.relation is Relation.CONJUNCT and word.tag in (
                PartOfSpeech.VERB,
                PartOfSpeech.AUXILIARY,
            )
            if word.relation is Relation.ROOT or word.relation in CLAUSES or is_joined:
                yield place

    def clause_of(self, place: int) -> int:
        """Return the head of the innermost clause in which a word stands."""
        heads = set(self.clauses())
        while place not in heads and self.words[place].head != place:
            place = self.words[place].head
        return place

    def above(self, place: int) -> Iterator[ParsedWord]:
        """Yield the words on which one hangs, from its head to the root."""
        while (head := self.words[place].head) != place:
            place = head
            yield self.words[place]

    def _span(self, places: tuple[int, ...]) -> Span:
        spoken = [
            place for place in places if self.words[place].relation is not Relation.PUNCTUATION
        ] or places
        return Span(
            min(self.words[place].span.start for place in spoken),
            max(self.words[place].span.end for place in spoken),
        )
