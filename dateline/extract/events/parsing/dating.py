"""Whether a date of a sentence is that of an event, by where the date hangs in the syntax tree.

A date tells when that verb or noun happened on which it hangs: in "condemned the bombings on Tuesday" the
condemning, not the bombings; in "said on Tuesday that they had arrested 14" the saying. It holds further on
for what is told in one go with that: "shelled the town on Tuesday, killing six", "arrested on Monday and
charged", "the truce that they signed in April", "a raid on Monday killed ten".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum

from dateline.extract.events.parsing.branches import Branches
from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.parties import Draft
from dateline.model.annotations import EventType
from dateline.model.syntax import ParsedWord, Relation
from dateline.text.clauses import OBLIQUES, SUBJECTS, VERBAL

LEAST_SURE = 0.35  # least probability of the head of a date for its place in the tree to be believed
DURING = frozenset({"at", "during", "amid"})
"""In front of a happening that goes on while that of its verb does: "promised help at talks on Monday"."""
JOURNEYS = frozenset({"visit"})
"""Modes of what one is "on" while one does something else: "promised help on a visit on Monday"."""
IN = DURING | {"in", "with"}
"""The same where the verb is no answer to it: "killed on Monday in clashes", not "charged with murder"."""
WHILE = frozenset({"when", "while", "as"})
_DETACHED = (Relation.POSSESSIVE, Relation.COMPOUND, Relation.ADJECTIVE)
_COMPLEMENTS = (Relation.CLAUSE_COMPLEMENT, Relation.PARATAXIS)
_DESCRIBING = (Relation.CLAUSE, Relation.RELATIVE_CLAUSE, Relation.ADVERB_RELATIVE)
_ADVERBIAL = (Relation.ADVERB_CLAUSE, Relation.ADVERB_RELATIVE)
_BY_NOUNS = (
    *SUBJECTS,
    *OBLIQUES,
    Relation.OBJECT,
    Relation.NOMINAL,
    Relation.BARE_NOMINAL,
    Relation.DESCRIPTOR,
    Relation.COMPOUND,
    Relation.APPOSITION,
    Relation.CLAUSE,
)
_AT_ONCE = (Relation.OPEN_COMPLEMENT, Relation.CONJUNCT, Relation.ADVERB_CLAUSE)


class Hold(IntEnum):
    """How a date belongs to an event: it hangs on it, on what is told in one go with it, or on neither."""

    OWN = 0
    SHARED = 1
    NONE = 2


@dataclass(frozen=True, slots=True)
class _Tree:
    """A tree with a date, the word `over` it on which it hangs, and what the words of each event are."""

    branches: Branches
    date: int
    over: int
    told: dict[int, Draft]

    @property
    def words(self) -> Sequence[ParsedWord]:
        return self.branches.parse.words

    def folded(self, place: int, *relations: Relation) -> set[str]:
        """Return the words that hang on one by some relations."""
        below = self.branches.parse.children(place, *relations)
        return {self.branches.tokens.words[self.branches.token_of(each)] for each in below}


def hold_of(scene: Scene, draft: Draft, drafts: Sequence[Draft], first: int, last: int) -> Hold | None:
    """Say how the date of tokens `first` to `last` belongs to an event, `None` where no tree has it.

    A date of which the tree is unsure is taken to hang on the event told right in front of it.
    """
    branches = scene.branches
    if branches is None:
        return None
    date, mine = _top(branches, first, last), _trigger(scene, draft, branches)
    if date is None or not mine:
        return None
    told = {place: each for each in drafts for place in _trigger(scene, each, branches)}
    told |= dict.fromkeys(mine, draft)
    word = branches.parse.words[date]
    if word.head == date:
        return None
    over = _governor(branches, date) if word.score >= LEAST_SURE else _nearest(date, told)
    tree = _Tree(branches, date, over, told)
    if any(_is_own(tree, place) for place in mine):
        return Hold.OWN
    shared = any(_is_shared(tree, place) or _is_one_attack(tree, place) for place in mine)
    return Hold.SHARED if shared else Hold.NONE


def _top(branches: Branches, first: int, last: int) -> int | None:
    """Return the word of a date on which its other words hang."""
    inside = [place for token in range(first, last) if (place := branches.word_of(token)) is not None]
    return branches.parse.top_of(inside)


def _governor(branches: Branches, date: int) -> int:
    """Return the word on which a date hangs; in front of a participle it is of the clause before.

    "Killed 12 people on Monday | bringing the toll to 45", where a comma is lost.
    """
    words = branches.parse.words
    over = words[date].head
    while words[over].relation is Relation.ADVERB_CLAUSE and words[over].head < date < over:
        over = words[over].head
    return over


def _nearest(date: int, told: Collection[int]) -> int:
    """Return the last word before a date that tells an event, or the first behind it where none is before."""
    before = [place for place in told if place < date]
    return max(before) if before else min(told)


def _trigger(scene: Scene, draft: Draft, branches: Branches) -> tuple[int, ...]:
    """Return the words of the tree that tell an event, those of the verb that carries a noun among them."""
    tokens = list(range(draft.first, draft.last))
    if draft.carried is not None:
        tokens += range(scene.chunks[draft.carried].first, scene.chunks[draft.carried].last)
    return tuple(dict.fromkeys(place for token in tokens if (place := branches.word_of(token)) is not None))


def _is_own(tree: _Tree, place: int) -> bool:
    """Say whether a date hangs on a word, or low in what follows it: "hit a market in Basra on Monday".

    A clause may describe the date: "on Thursday, when he was arrested".
    """
    words = tree.words
    if words[place].relation in _DESCRIBING and words[place].head == tree.date:
        return True
    over = tree.over
    if over == place:
        return True
    if _is_detached(tree, over):
        return False
    while words[over].tag not in VERBAL and over not in tree.told and words[over].head != over:
        over = words[over].head
    return over == place


def _is_detached(tree: _Tree, over: int) -> bool:
    """Say whether a date only describes its noun: "condemned Tuesday's raid", not "In Tuesday's vote".

    One with a preposition of its own does not: "On Tuesday evening | police arrested".
    """
    describes = tree.words[tree.date].relation in _DETACHED and not tree.folded(tree.date, Relation.CASE)
    return describes and not (over not in tree.told and _is_frame(tree, over))


def _is_frame(tree: _Tree, place: int) -> bool:
    """Say whether a noun tells during what its verb was done: "in (Tuesday's) debate"."""
    return tree.words[place].relation in OBLIQUES and bool(tree.folded(place, Relation.CASE) & IN)


def _is_shared(tree: _Tree, place: int) -> bool:
    """Say whether a word is told in one go with that on which a date hangs."""
    words, over = tree.words, tree.over
    under = words[over].head == place and words[over].tag in VERBAL
    if under and words[over].relation in _DESCRIBING and tree.date > over:
        return True  # "the truce that they signed in April"
    if under and words[over].relation in _ADVERBIAL:
        return bool(
            tree.folded(over, Relation.MARK, Relation.ADVERB) & WHILE
        )  # "killed when it crashed in May"
    if under and words[over].relation is Relation.CONJUNCT:
        return not tree.folded(over, *SUBJECTS)  # "shot two men and fled on Monday"
    if words[place].tag in VERBAL:
        return _goes_with(tree, place) or _is_said(tree, place)
    return _is_during(tree, place)


def _is_one_attack(tree: _Tree, place: int) -> bool:
    """Say whether an assault is told with the one that the date hangs on, the one around the other's nouns.

    "Killed by rockets fired from the hills on Friday", "air strikes and shelling on Friday".
    """
    if tree.told[place].sense.type is not EventType.ASSAULT:
        return False
    dated = (
        other
        for other, draft in tree.told.items()
        if draft.sense.type is EventType.ASSAULT and _is_own(tree, other)
    )
    return any(
        _hangs_by_nouns(tree, low, high) for other in dated for low, high in ((other, place), (place, other))
    )


def _hangs_by_nouns(tree: _Tree, low: int, high: int) -> bool:
    """Say whether a word hangs on another one by nouns, and what describes these."""
    above = tree.branches.parse.above(low)
    if high not in above:
        return False
    between = (low, *above[: above.index(high)])
    return all(
        tree.words[each].relation in _BY_NOUNS
        or (tree.words[each].relation is Relation.CONJUNCT and tree.words[each].tag not in VERBAL)
        for each in between
    )


def _goes_with(tree: _Tree, place: int) -> bool:
    """Say whether a verb goes on with the one above it: "(hit it), killing six", "(hit it) and left".

    One beside "and" with a subject of its own does where the date opens the sentence.
    """
    words = tree.words
    first_subject = min((each for each, word in enumerate(words) if word.relation in SUBJECTS), default=0)
    while words[place].tag in VERBAL and words[place].relation in _AT_ONCE and words[place].head != place:
        marks = tree.folded(place, Relation.MARK, Relation.CASE)
        if words[place].relation is Relation.ADVERB_CLAUSE and marks - WHILE:
            return False  # "after killing six"
        if (
            words[place].relation is Relation.CONJUNCT
            and tree.date > first_subject
            and tree.folded(place, *SUBJECTS)
        ):
            return False  # "and the guard shot back"
        place = words[place].head
        if place == tree.over:
            return True
    return False


def _is_said(tree: _Tree, place: int) -> bool:
    """Say whether a date hangs on the saying of an event, but stands with the event.

    "Said they had met him on Tuesday", "On Wednesday they met again, she told the channel".
    """
    words, over = tree.words, tree.over
    says = words[place].head == over and words[place].relation in _COMPLEMENTS
    turned = words[over].head == place and words[over].relation in _COMPLEMENTS
    return (says or turned) and (over < place < tree.date or tree.date < place < over)


def _is_during(tree: _Tree, place: int) -> bool:
    """Say whether a noun tells what goes on while the dated verb does: its subject, "in", "during", "on"."""
    words, over = tree.words, tree.over
    if words[place].head != over or words[over].tag not in VERBAL:
        return False
    verb = tree.told.get(over)
    if words[place].relation in SUBJECTS:
        return True
    if words[place].relation in OBLIQUES:
        fits = verb is None or verb.sense.type is EventType.ASSAULT
        cases = tree.folded(place, Relation.CASE)
        on_journey = "on" in cases and tree.told[place].sense.mode in JOURNEYS
        return on_journey or bool(cases & (IN if fits else DURING))
    return verb is None and words[place].relation is Relation.OBJECT and tree.date > place
