"""Whether a date of a sentence is that of an utterance: it must hang on the saying, not on a clause beside.

In "The minister, who resigned in November, said he would appeal" the date is that of resigning; "speaking in
Basra on Monday" tells when the words were said.
"""

from dateline.model.spans import Span
from dateline.model.syntax import Relation, SyntaxTree
from dateline.text.clauses import SUBJECTS, VERBAL, Parse

LEAST_SURE = 0.35  # least probability of a head for its place in the tree to be believed
_AT_ONCE = (Relation.CONJUNCT, Relation.OPEN_COMPLEMENT, Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY)
_OWN = (*SUBJECTS, Relation.AUXILIARY, Relation.MARK)
_IN_SPEAKING = "ing"


def is_of_other_clause(tree: SyntaxTree | None, text: str, time: Span, cue: Span) -> bool:
    """Say whether a tree surely hangs a date on another verb than the one of the saying."""
    parse = Parse(tree) if tree else None
    said = parse.at(cue.start) if parse else None
    if parse is None or said is None:
        return False
    date = parse.top_of([place for place, word in enumerate(parse.words) if word.span.overlaps(time)])
    if date is None or parse.words[date].score < LEAST_SURE:
        return False
    over, saying = _verb_from(parse, parse.words[date].head), _verb_from(parse, said)
    if over is None or saying is None or _leader(parse, over) == _leader(parse, saying):
        return False
    word = parse.words[over]
    speaking = word.span.of(text).endswith(_IN_SPEAKING) and not parse.children(over, *_OWN)
    return word.score >= LEAST_SURE and not speaking


def _verb_from(parse: Parse, place: int) -> int | None:
    """Return a word or the first above it that is a verb."""
    return next((each for each in (place, *parse.above(place)) if parse.words[each].tag in VERBAL), None)


def _leader(parse: Parse, verb: int) -> int:
    """Return the first of the verbs that are told in one go: "was asked and said"."""
    while parse.words[verb].relation in _AT_ONCE and parse.words[parse.words[verb].head].tag in VERBAL:
        verb = parse.words[verb].head
    return verb
