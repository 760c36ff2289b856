"""Questions that rules ask of a syntax tree: who did what to whom, and with what around it.

Words are named by their place in the tree. What stands before a verb is told by relations alone, so that
no words of any language are needed here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation, SyntaxTree

SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OUTER_SUBJECT, Relation.CLAUSE_SUBJECT)
OBLIQUES = (Relation.OBLIQUE, Relation.BARE_OBLIQUE, Relation.AGENT)
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

    def children(self, place: int, *relations: Relation) -> tuple[int, ...]:
        """Return the words that hang on one, all or those of some relations, in the order of the text."""
        below = self._below[place]
        return tuple(each for each in below if not relations or self.words[each].relation in relations)

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
                return self.with_conjuncts(own)
            word = self.words[verb]
            if word.relation in (Relation.CLAUSE, Relation.RELATIVE_CLAUSE) and self._lacks_subject(verb):
                return self.with_conjuncts([word.head])
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
        word = self.words[verb]
        if not own and word.relation is Relation.CONJUNCT and word.head != verb:
            return tuple(place for place in self.objects(word.head) if place > verb)
        return self.with_conjuncts(own)

    def is_passive(self, verb: int) -> bool:
        """Say whether a verb is told in the passive; a participle with an object of its own is not."""
        helped = bool(self.children(verb, Relation.PASSIVE_AUXILIARY))
        if not helped and any(place > verb for place in self.children(verb, Relation.OBJECT)):
            return False
        signs = (Relation.PASSIVE_SUBJECT, Relation.AGENT)
        return helped or self.words[verb].passive or bool(self.children(verb, *signs))

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
