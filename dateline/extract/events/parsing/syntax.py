"""Subjects, objects and complements by the syntax tree of a sentence, each as the chunk in which it stands.

Where a sentence has no tree, or its tree is unsure of a verb, the patterns of `subjects` and `clause` hold.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.extract.events.parsing.branches import Branches
from dateline.extract.events.parsing.chunks import Scene, chunk_at
from dateline.extract.events.parsing.words import EventWords
from dateline.model.syntax import PartOfSpeech, Relation
from dateline.text.clauses import OBLIQUES, SUBJECTS, VERBAL, Parse

LEAST_SURE = 0.35
"""Least probability of the heads by which a subject or object is found, for the tree to be believed.

Chosen with `SURE_OF_NONE` on the choosing halves of WikiEvents and RAMS (`benchmarks.events_arguments`).
"""
SURE_OF_NONE = 0.6
"""Least probability of the head of a verb for which the tree's word is taken that it has no subject."""
TURNED = frozenset({"of", "from", "for", "into", "in"})
"""In front of a gerund: the object of the verb above does it, as in "accused the group of killing"."""
_HELPING = (Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY)
_MAIN = (Relation.ROOT, Relation.CLAUSE_COMPLEMENT, Relation.PARATAXIS)
_DEPENDENT = frozenset(
    {
        Relation.CLAUSE,
        Relation.RELATIVE_CLAUSE,
        Relation.ADVERB_CLAUSE,
        Relation.ADVERB_RELATIVE,
        Relation.OPEN_COMPLEMENT,
    }
)
_OPENING = (Relation.ROOT, Relation.PARATAXIS)
_HUNG_NOUN = frozenset({PartOfSpeech.NOUN, PartOfSpeech.NAME})


@dataclass(frozen=True, slots=True)
class Grown:
    """A verb or noun in the tree of its sentence; `inside` are all words of a verb of several words."""

    branches: Branches
    word: int
    inside: tuple[int, ...] = ()

    @property
    def parse(self) -> Parse:
        """The tree."""
        return self.branches.parse

    @property
    def is_verb(self) -> bool:
        """Say whether the tree takes the word for a verb."""
        return self.parse.words[self.word].tag in VERBAL

    def folded(self, place: int) -> str:
        """Return a word of the tree as the tables write it."""
        return self.branches.tokens.words[self.branches.token_of(place)]


def verb_in(scene: Scene, at: int) -> Grown | None:
    """Return the verb of chunk `at` in the tree of its sentence, `None` where no tree is sure of it.

    "Must" and "should" stand for the verb that they help.
    """
    chunk = scene.chunks[at]
    places = _places(scene, chunk.first, chunk.last)
    if scene.branches is None or not places:
        return None
    words = scene.branches.parse.words
    first = places[0]
    if words[first].relation in _HELPING:
        first = words[first].head
    if words[first].tag not in VERBAL:
        return None
    return Grown(scene.branches, first, places)


def noun_in(scene: Scene, token: int) -> Grown | None:
    """Return the noun at a token in the tree of its sentence, of a compound its head, `None` for none."""
    places = _places(scene, token, token + 1)
    if scene.branches is None or not places:
        return None
    words, place = scene.branches.parse.words, places[0]
    if words[place].relation is Relation.COMPOUND:
        place = words[place].head  # "undertook a mediation mission"
    return None if words[place].tag in VERBAL else Grown(scene.branches, place, (place,))


def _places(scene: Scene, first: int, last: int) -> tuple[int, ...]:
    branches = scene.branches
    found = (branches.word_of(token) for token in range(first, last)) if branches else ()
    return tuple(dict.fromkeys(place for place in found if place is not None))


def tree_subject(scene: Scene, verb: Grown, words: EventWords) -> tuple[int, ...] | None:
    """Return the chunks of the subject of a verb, of an infinitive or a gerund that of the verb above.

    `None` where the tree leaves it open, as behind prepositions ("for attacking"): patterns may find one.
    """
    found = _subjects(verb, verb.word, words)
    free = tuple(place for place in found if not verb.parse.children(place, Relation.CASE))
    found = free or found  # "gunmen on motorcycles killed"
    if not found and _may_lack_subject(verb):
        return ()
    return _surely(scene, verb, found) or None


def _may_lack_subject(verb: Grown) -> bool:
    """Say whether a tree is sure of a participle or an infinitive, which nobody need do."""
    word = verb.parse.words[verb.word]
    helped = verb.parse.children(verb.word, *_HELPING, Relation.MARK, Relation.CASE)
    return not helped and word.relation not in _MAIN and word.score >= SURE_OF_NONE


def tree_object(scene: Scene, verb: Grown) -> tuple[int, ...] | None:
    """Return the chunks of the object of a verb, one that a verb beside "and" shares with it too.

    What follows the preposition with which a verb of several words ends is its object: "lashed out at".
    `None` where the tree is sure of none: patterns may find one.
    """
    objects = [each for place in verb.inside for each in verb.parse.objects(place)]
    found = [each for each in objects if each not in verb.inside]
    found += [each for _, each, is_own in _behind_words(verb) if is_own]
    shared = () if found or objects else _shared_object(verb)  # "fired tear gas and arrested hundreds"
    return _surely(scene, verb, (*found, *shared)) or None


def _surely(scene: Scene, verb: Grown, places: tuple[int, ...]) -> tuple[int, ...]:
    """Return the chunks of the words that a tree is sure of; of a list, the first tells for all."""
    words = verb.parse.words
    inside = (verb.word, *verb.inside)
    sure = []
    for each in places:
        first = each
        while words[first].relation is Relation.CONJUNCT and words[first].head in places:
            first = words[first].head
        score = words[first if words[first].head in inside else verb.word].score
        sure += [each] if score >= LEAST_SURE else []
    return _chunks(scene, verb, sure)


def _shared_object(verb: Grown) -> tuple[int, ...]:
    """Return the object of the verb behind "and" for one without its own: "killed and wounded hundreds"."""
    joined = verb.parse.children(verb.word, Relation.CONJUNCT)[:1]
    return tuple(each for place in joined if place - verb.word <= 2 for each in verb.parse.objects(place))


def tree_receiver(scene: Scene, verb: Grown) -> tuple[int, ...]:
    """Return the chunks of the indirect object of a verb."""
    found = verb.parse.children(verb.word, Relation.INDIRECT_OBJECT)
    return _chunks(scene, verb, verb.parse.with_conjuncts(found))


def _behind_words(verb: Grown) -> Iterator[tuple[str, int, bool]]:
    """Yield what prepositions add behind the words of a verb; is the preposition a part of the verb?"""
    for place in verb.inside:
        for oblique in verb.parse.obliques(place):
            if oblique.head > place and oblique.head not in verb.inside:
                is_own = bool(oblique.prepositions) and oblique.prepositions[-1] in verb.inside
                for each in verb.parse.with_conjuncts((oblique.head,)):
                    yield _phrase(verb, oblique.prepositions), each, is_own


def tree_complements(scene: Scene, above: Grown, carriers: Iterable[int] = ()) -> Iterator[tuple[str, int]]:
    """Yield what prepositions add to a verb or noun: the preposition and the chunk of each noun behind it.

    Behind those of the word itself come those of its `carriers`, words that tell the event with it. Where
    these have none, a preposition of the object of a verb ("removed the troops from Iraq") or behind a noun
    in its clause ("sat in a meeting with") may be theirs.
    """
    own = [(phrase, place) for phrase, place, is_own in _behind_words(above) if not is_own]
    own += [found for carrier in carriers for found in _hung(above, carrier)]
    known = {phrase for phrase, _ in own} | {"of"}
    own += [found for found in _near(above) if found[0] not in known]
    for phrase, place in own:
        for chunk in _chunks(scene, above, (place,)):
            yield phrase, chunk


def _near(above: Grown) -> Iterator[tuple[str, int]]:
    parse, word = above.parse, above.parse.words[above.word]
    if above.is_verb:
        for place in parse.objects(above.word):
            yield from _hung(above, place)
    elif word.relation in (Relation.OBJECT, *OBLIQUES) and parse.words[word.head].tag in VERBAL:
        yield from (found for found in _hung(above, word.head) if found[1] > above.word)


def _hung(above: Grown, place: int) -> Iterator[tuple[str, int]]:
    for oblique in above.parse.obliques(place):
        for each in above.parse.with_conjuncts((oblique.head,)):
            yield _phrase(above, oblique.prepositions), each


def _phrase(above: Grown, places: Iterable[int]) -> str:
    return " ".join(above.folded(each) for each in places)


def carriers_of(scene: Scene, noun: Grown) -> tuple[int, ...]:
    """Return the verbs that may carry a noun: whose object or subject it is, and those that describe it."""
    parse, word = noun.parse, noun.parse.words[noun.word]
    governs = word.relation in (Relation.OBJECT, *SUBJECTS) and parse.words[word.head].tag in VERBAL
    above = (word.head,) if governs else ()
    return (*above, *parse.children(noun.word, Relation.CLAUSE, Relation.RELATIVE_CLAUSE))


def is_main(verb: Grown) -> bool:
    """Say whether a verb is that of a main clause or of what is said: no infinitive, participle or aside."""
    place = verb.word
    while verb.parse.words[place].relation is Relation.CONJUNCT:
        place = verb.parse.words[place].head
    return verb.parse.words[place].relation in _MAIN


def depth_of(scene: Scene, token: int) -> int:
    """Return how many dependent clauses hold a token: none for the main verb and what is said to happen."""
    branches = scene.branches
    place = branches.word_of(token) if branches else None
    if branches is None or place is None:
        return 0
    held = (place, *branches.parse.above(place))[:-1]  # the root is in no clause
    return sum(branches.parse.words[each].relation in _DEPENDENT for each in held)


def is_order(verb: Grown) -> bool:
    """Say whether a base form begins a sentence without a subject: "please contact", "thank you"."""
    place = verb.word
    lacks = not verb.parse.children(place, *SUBJECTS, *_HELPING, Relation.MARK)
    return lacks and verb.parse.words[place].relation in _OPENING


def chunk_of(scene: Scene, above: Grown, place: int) -> int:
    """Return the chunk in which a word of the tree stands."""
    return chunk_at(scene, above.branches.token_of(place))


def _chunks(scene: Scene, above: Grown, places: Iterable[int]) -> tuple[int, ...]:
    """Return the noun phrases in which some words stand, in order."""
    found = {chunk_of(scene, above, place) for place in places}
    return tuple(sorted(chunk for chunk in found if scene.kinds[chunk] == "n"))


def _subjects(verb: Grown, place: int, words: EventWords) -> tuple[int, ...]:
    parse, word = verb.parse, verb.parse.words[place]
    if parse.children(place, *SUBJECTS) or word.head == place:
        return parse.subjects(place)
    if word.relation is Relation.CONJUNCT:
        lent = parse.lent_subjects(place)
        return parse.with_conjuncts(lent) if lent else _subjects(verb, word.head, words)
    marks = {verb.folded(each) for each in parse.children(place, Relation.MARK, Relation.CASE)}
    if marks == {"to"} and verb.folded(place).endswith("ing"):
        return ()  # "their reaction to killing him"
    if word.relation is Relation.CLAUSE and marks and not _is_people(verb, word.head, words):
        return _owners(verb, word.head, words)  # "the decision of the government to close the border"
    bidden = marks == {"to"} and verb.folded(word.head) in words.sets["bidding"]
    if bidden or (marks & TURNED and parse.words[word.head].tag in VERBAL):
        undergoers = parse.undergoers(word.head)[: 1 if bidden else None]
        return undergoers or parse.subjects(place)
    return parse.subjects(place)


def _is_people(verb: Grown, place: int, words: EventWords) -> bool:
    word = verb.parse.words[place]
    return (
        word.tag not in _HUNG_NOUN
        or verb.folded(place) in words.heads["people"]
        or word.tag is PartOfSpeech.NAME
    )


def _owners(verb: Grown, noun: int, words: EventWords) -> tuple[int, ...]:
    """Return whose plan, decision or attempt a noun is: its owner, "of", or the subject of its verb."""
    parse = verb.parse
    if owners := parse.children(noun, Relation.POSSESSIVE):
        return owners
    for oblique in parse.obliques(noun):
        if [verb.folded(each) for each in oblique.prepositions] in (["of"], ["by"]):
            return parse.with_conjuncts((oblique.head,))
    word = parse.words[noun]
    governed = word.relation is Relation.OBJECT and word.head != noun
    return _subjects(verb, word.head, words) if governed else ()
