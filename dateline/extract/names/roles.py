"""The office beside a name: "Lina Haddad, the head of the board", "the ministry's spokesman, Omar Nasser"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.extract.attribution.wording import key_of
from dateline.extract.names.tokens import NamedSpan
from dateline.extract.names.words import NameWords
from dateline.model.annotations import MentionType
from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation, SyntaxTree

LONGEST_ROLE = 110  # code points of an apposition that still names an office

_APPOSITION = re.compile(
    rf"\s*,\s+((?:the|a|an|who is the)\s+[^,.;()“”]{{3,{LONGEST_ROLE}}})(?=[,.;()]|$)", re.I
)
_NO_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|said|who|which|that|visited|met|arrived)\b", re.I)
_PART = re.compile(r"[,;:.!?]\s|\n|\band (?=the )|\bwith (?=the )")
_LOOSE = frozenset({Relation.COORDINATOR, Relation.CASE, Relation.PUNCTUATION, Relation.MARK})
"""What stands before a phrase and is none of it: "(and) her deputy"."""
_ENDS_A_PHRASE = frozenset(',;:()“”"')
_PARTS_OF_A_PHRASE = frozenset(
    {Relation.NOMINAL, Relation.POSSESSIVE, Relation.COMPOUND, Relation.FLAT, Relation.CONJUNCT}
)


def role_beside(text: str, name: NamedSpan, words: NameWords, trees: Sequence[SyntaxTree]) -> str | None:
    """Return the office in apposition: "X, the Secretary of Y", "the Secretary of Y, X" or "secretary X".

    Where the syntax of the sentence is known, an office before a name begins where its phrase does: not at
    the "In Tehran" that it stands behind.
    """
    if name.type not in (MentionType.PERSON, MentionType.MISC):
        return None
    after = _APPOSITION.match(text, name.span.end, name.span.end + LONGEST_ROLE + 20)
    if after and _is_role(after[1], words):
        return _bare_role(after[1])
    tree = _tree_at(trees, name.span.start)
    before = _phrase_before(text, name.span, words, tree) or _office_before(text, name.span, words, tree)
    return _bare_role(before) if before and _is_role(before, words) else None


def _tree_at(trees: Sequence[SyntaxTree], place: int) -> SyntaxTree | None:
    """Return the last tree that begins at a place or before."""
    at = bisect_right(trees, place, key=lambda tree: tree.span.start)
    return trees[at - 1] if at else None


def _office_before(text: str, name: Span, words: NameWords, tree: SyntaxTree | None) -> str | None:
    """Return the office right before a name, without a mark: "(trade union leader) Nina Haddad"."""
    before = _within(tree, Span(max(0, name.start - LONGEST_ROLE), name.start)) if tree else range(0)
    if not tree or not before:
        return None
    last = tree.words[before[-1]]
    is_office = last.tag is PartOfSpeech.NOUN and key_of(last.span.of(text)) in words.role_words
    if not is_office or text[last.span.end : name.start] != " ":
        return None
    marks = (at for at in before if tree.words[at].span.of(text) in _ENDS_A_PHRASE)
    inside = range(max(marks, default=before[0] - 1) + 1, before[-1] + 1)
    return text[_start_of(tree, before[-1], inside) : last.span.end]


def _within(tree: SyntaxTree, span: Span) -> range:
    """Return the places of the words that lie in a span."""
    first = bisect_left(tree.words, span.start, key=lambda word: word.span.start)
    return range(first, bisect_right(tree.words, span.end, key=lambda word: word.span.end))


def _phrase_before(text: str, name: Span, words: NameWords, tree: SyntaxTree | None) -> str | None:
    """Return what stands before the comma before a name, as far as it may be one phrase."""
    earliest = max(0, name.start - LONGEST_ROLE)
    before = text[earliest : name.start].rstrip()
    if not before.endswith(","):
        return None
    start = max((found.end() for found in _PART.finditer(before[:-1])), default=0)
    segment = Span(earliest + start, earliest + len(before) - 1)
    start = _phrase_start(text, tree, segment, name, words) if tree else segment.start
    return text[start : segment.end].strip()


def _phrase_start(text: str, tree: SyntaxTree, segment: Span, name: Span, words: NameWords) -> int:
    """Return where the office begins that a name stands beside, else the last phrase of a segment."""
    inside = _within(tree, segment)
    near = (tree.words[at] for at in _within(tree, name))
    beside = [word.head for word in near if word.relation is Relation.APPOSITION and word.head in inside]
    outer = [at for at in inside if tree.words[at].head == at or tree.words[at].head not in inside]
    if not outer:
        return segment.start
    top = _office(text, tree, beside[0], inside, words) if beside else outer[-1]
    return _start_of(tree, top, inside)


def _office(text: str, tree: SyntaxTree, at: int, inside: range, words: NameWords) -> int:
    """Return the office that a word belongs to: "adviser" for "minister" in "the adviser of the minister"."""
    office = at
    while (head := tree.words[at].head) in inside and head != at:
        if tree.words[at].relation not in _PARTS_OF_A_PHRASE:
            break
        at = head
        if key_of(tree.words[at].span.of(text)) in words.role_words:
            office = at
    return office


def _start_of(tree: SyntaxTree, top: int, inside: range) -> int:
    """Return where the phrase of a word begins, without an "and" before it."""
    phrase = (at for at in inside if _is_below(tree, at, top, inside))
    return next(
        tree.words[at].span.start
        for at in phrase
        if at == top or tree.words[at].tag is not PartOfSpeech.COORDINATOR
    )


def _is_below(tree: SyntaxTree, at: int, top: int, inside: range) -> bool:
    """Say whether a word belongs to the phrase of another."""
    while at != top:
        word = tree.words[at]
        if word.head == at or word.head not in inside or (word.head == top and word.relation in _LOOSE):
            return False
        at = word.head
    return True


def _is_role(phrase: str, words: NameWords) -> bool:
    if _NO_VERB.search(phrase) or len(phrase) > LONGEST_ROLE:
        return False
    return any(key_of(word) in words.role_words for word in phrase.split()[:7])


def _bare_role(phrase: str) -> str:
    return re.sub(
        r"^\W*(?:and |including |with |by |to |in the meeting with )*(?:the|an?|its|his|her|their)\s+",
        "",
        phrase.strip(),
        flags=re.I,
    )
