"""Which clauses of a sentence a hedge leaves less sure, by the syntax tree of the sentence.

A hedge is of the clause that it stands in, or that it opens: "may" of its verb, "if" of what follows it,
"seems" of what seems. What that clause says goes on in its complements ("may try to cross"), and in what is
joined to it and shares its verb's helpers ("may cross and return"); a clause with helpers or a subject of its
own, or about a noun, is as sure as it says itself: "may cross, and was seen by many who live there". What is
planned, tried or wished for is open, but not that it is: "The firm (certain) plans (probable) to sell".
"""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from dateline.model.claims import Certainty
from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation
from dateline.text.clauses import SUBJECTS, Parse

COMPLEMENTS = (Relation.CLAUSE_COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.CLAUSE_SUBJECT)
HELPERS = (Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY, Relation.COPULA)
_OWN = (*SUBJECTS, *HELPERS, Relation.MARK)
_OPENED = (*SUBJECTS, Relation.MARK, Relation.COORDINATOR)
_LOOSE = (Relation.PARATAXIS, Relation.CONJUNCT, Relation.ADVERB_CLAUSE)
_CLAUSES = (
    *COMPLEMENTS,
    Relation.ROOT,
    Relation.ADVERB_CLAUSE,
    Relation.ADVERB_RELATIVE,
    Relation.CLAUSE,
    Relation.RELATIVE_CLAUSE,
    Relation.PARATAXIS,
)
_PHRASES = (Relation.OBLIQUE, Relation.BARE_OBLIQUE, Relation.NOMINAL, Relation.NUMBER, Relation.APPOSITION)
_STRENGTH = {
    Certainty.CERTAIN: 0,
    Certainty.PROBABLE: 1,
    Certainty.POSSIBLE: 2,
    Certainty.UNKNOWN: 3,
    Certainty.DOUBTFUL: 4,
}


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the less certain of two levels."""
    return max(one, other, key=_STRENGTH.__getitem__)


class ClauseHedge(NamedTuple):
    """A hedge, or a mood, and what it leaves."""

    span: Span
    level: Certainty
    is_mood: bool = False


class HedgedClauses:
    """The clauses of one sentence, named by the places of their first predicates, and how sure each is."""

    def __init__(self, parse: Parse, hedges: Sequence[ClauseHedge]) -> None:
        self._parse = parse
        self._open: set[int] = set()  # what is planned, tried or wished for
        own: dict[int, Certainty] = {}
        for hedge in hedges:
            for reached in self._reached(hedge):
                own[reached] = weaker(own.get(reached, hedge.level), hedge.level)
                if hedge.is_mood and self._parse.words[reached].relation is Relation.OPEN_COMPLEMENT:
                    self._open.add(reached)
        self._levels = self._spread(own)

    def level_of(self, contents: Sequence[Span]) -> Certainty:
        """Return how sure the main clause of some contents is, with what completes it."""
        return self._weakest(self._main(contents))

    def stated_level_of(self, contents: Sequence[Span]) -> Certainty:
        """Return how sure the main clause itself is, without what it says to be planned or tried."""
        return self._weakest(self._main(contents, without=self._open))

    def beside(self, contents: Sequence[Span]) -> list[tuple[tuple[Span, ...], Certainty]]:
        """Return the clauses of some contents that are surer or less sure than the main one.

        Before what is planned or tried stands who does: ("The firm", "to sell films").
        """
        main = self._main(contents, without=self._open)
        level = self._weakest(main)
        found: dict[tuple[Span, ...], Certainty] = {}
        for clause in self._inside(contents):
            differs = self._levels[clause] is not level and clause not in main
            if differs and (clause in self._open or not self._is_told_by(clause)):
                found[self._told(clause)] = self._levels[clause]
        return [
            (parts, each)
            for parts, each in found.items()
            if all(any(content.covers(part) for content in contents) for part in parts)
        ]

    def _told(self, clause: int) -> tuple[Span, ...]:
        """Return the span of a clause, after that of its subject where the clause above names it."""
        subjects = self._parse.subjects(clause) if clause in self._open else ()
        named = [self._span(each) for each in subjects[:1]]
        own = self._span(clause)
        return (*(span for span in named if span.end <= own.start), own)

    def _reached(self, hedge: ClauseHedge) -> tuple[int, ...]:
        """Return the clauses that a hedge is of; none where it is only of a phrase: "a likely winner met".

        A verb that tells a mood leaves open what completes it: "considers (closing the road)".
        """
        place = self._parse.at(hedge.span.end - 1)
        if place is None:
            return ()
        word = self._parse.words[place]
        if hedge.is_mood and word.tag is PartOfSpeech.VERB:
            return self._parse.children(place, Relation.CLAUSE_COMPLEMENT, Relation.OPEN_COMPLEMENT)
        return () if self._is_of_phrase(place) else (self._with_subject(self._clause_of(place)),)

    def _is_of_phrase(self, place: int) -> bool:
        """Say whether a word is only of a number, a place or a time, or of a noun that is no predicate."""
        word = self._parse.words[place]
        above = self._parse.words[word.head].relation
        if word.relation is Relation.ADVERB:
            return above in _PHRASES
        return word.relation is Relation.ADJECTIVE and not self._is_clause(word.head)

    def _with_subject(self, clause: int) -> int:
        """Return a clause, or the one whose subject it tells on: "A move, made in May, may fail"."""
        while self._tells_on(clause):
            clause = self._above(clause)
        return clause

    def _tells_on(self, clause: int) -> bool:
        relation = self._parse.words[clause].relation
        return relation in _LOOSE and not self._parse.children(clause, *_OPENED)

    def _clause_of(self, place: int) -> int:
        """Return the predicate of the clause that a word stands in."""
        while not self._is_clause(place) and self._parse.words[place].head != place:
            place = self._parse.words[place].head
        return place

    def _is_clause(self, place: int) -> bool:
        while self._parse.words[place].relation is Relation.CONJUNCT:
            place = self._parse.words[place].head
        return self._parse.words[place].relation in _CLAUSES

    def _spread(self, own: Mapping[int, Certainty]) -> dict[int, Certainty]:
        """Return the level of each clause, with what it takes over from the one above it."""
        levels: dict[int, Certainty] = {}
        waiting = [place for place, word in enumerate(self._parse.words) if word.head == place]
        while waiting:
            place = waiting.pop()
            waiting.extend(self._parse.children(place))
            if not self._is_clause(place):
                continue
            level = own.get(place, Certainty.CERTAIN)
            above = levels.get(self._above(place), Certainty.CERTAIN)
            levels[place] = weaker(level, above) if self._takes_over(place) else level
        return levels

    def _above(self, place: int) -> int:
        return self._clause_of(self._parse.words[place].head)

    def _takes_over(self, clause: int) -> bool:
        relation = self._parse.words[clause].relation
        shares = relation in (Relation.CONJUNCT, Relation.ADVERB_CLAUSE)
        is_bare = shares and not self._parse.children(clause, *_OWN)
        return relation in COMPLEMENTS or is_bare or self._tells_on(clause)

    def _inside(self, contents: Sequence[Span]) -> list[int]:
        """Return the clauses of some contents from the top of the tree, those with a subject first."""
        inside = (
            place
            for place in self._levels
            if any(part.covers(self._parse.words[place].span) for part in contents)
        )
        return sorted(inside, key=lambda place: (self._depth(place), not self._has_subject(place), place))

    def _has_subject(self, place: int) -> bool:
        return bool(self._parse.children(place, *SUBJECTS, Relation.EXPLETIVE))

    def _depth(self, place: int) -> int:
        depth = 0
        while self._parse.words[place].head != place:
            place, depth = self._parse.words[place].head, depth + 1
        return depth

    def _main(self, contents: Sequence[Span], without: Container[int] = ()) -> set[int]:
        """Return the first clause of some contents from the top of the tree, and its complements."""
        inside = self._inside(contents)
        main = set(inside[:1])
        for place in inside:
            completes = self._parse.words[place].relation in COMPLEMENTS and place not in without
            if completes and self._above(place) in main:
                main.add(place)
        return main

    def _weakest(self, clauses: set[int]) -> Certainty:
        level = Certainty.CERTAIN
        for clause in clauses:
            level = weaker(level, self._levels[clause])
        return level

    def _is_told_by(self, clause: int) -> bool:
        """Say whether a clause goes with the one above it, or is too little of a clause to be surer."""
        if self._levels[clause] is Certainty.CERTAIN:
            return not self._parse.children(clause, *SUBJECTS, *HELPERS)
        return self._takes_over(clause) and self._levels[clause] is self._levels.get(self._above(clause))

    def _span(self, clause: int) -> Span:
        below = self._parse.subtree(clause)
        return Span(self._parse.words[below[0]].span.start, self._parse.words[below[-1]].span.end)
