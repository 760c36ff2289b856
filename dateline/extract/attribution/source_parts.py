"""The parts of a source: who speaks, who quotes them, and the name that a group goes by."""

import re
from collections.abc import Sequence

from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.wording import Phrases, Wording, key_of
from dateline.model.spans import Span
from dateline.model.syntax import Relation, SyntaxTree
from dateline.text.clauses import SUBJECTS, Parse

_INSIDE = frozenset(
    {
        Relation.CLAUSE_COMPLEMENT,
        Relation.OPEN_COMPLEMENT,
        Relation.CLAUSE,
        Relation.RELATIVE_CLAUSE,
        Relation.ADVERB_CLAUSE,
    }
)
_WORD = re.compile(r"\S+")
_QUOTE_MARKS = re.compile(r"[“”«»]")
_QUOTED = re.compile(r"\s*[“\"«]([^“”\"«»]{2,80})[”\"»]")


def speaking_part(text: str, source: Span, wording: Wording) -> Span:
    """Return the part of a source that names who speaks.

    "An unnamed source quoted by X" is an unnamed source, "an unknown group calling itself X" is X.
    """
    relay = phrase_in(text, source, wording.quoted_by)
    if relay and relay.start > source.start:
        source = Span(source.start, source.start + len(text[source.start : relay.start].rstrip()))
    known = phrase_in(text, source, wording.known_as)
    if known is None or known.end + 1 >= source.end:
        return source
    quoted = _QUOTED.match(text, known.end, source.end)
    return Span(*quoted.span(1)) if quoted else Span(known.end + 1, source.end)


def relays_in(text: str, source: Span, wording: Wording) -> list[Span]:
    """Return those that quote a source inside it: "an unnamed source quoted by X"."""
    found = phrase_in(text, source, wording.quoted_by)
    return [Span(found.end + 1, source.end)] if found and found.end + 1 < source.end else []


def with_article(passage: Passage, source: Span | None, wording: Wording) -> Span | None:
    """Return a source with the article before it: "the | chief of the guard"."""
    if source is None:
        return None
    before = [token for token in passage.tokens if token.end <= source.start][-1:]
    is_own = before and before[0].word in wording.articles
    return Span(before[0].start, source.end) if is_own else source


def phrase_in(text: str, source: Span, phrases: Phrases[str]) -> Span | None:
    """Return where the first of some phrases stands inside a span."""
    words = list(_WORD.finditer(text, source.start, source.end))
    keys = [key_of(word[0].strip(',.;:()“”"')) for word in words]
    for at, word in enumerate(words):
        if found := phrases.match(keys, at):
            return Span(word.start(), words[at + found[0] - 1].end())
    return None


def bare_name(words: str, wording: Wording, first_words: frozenset[str]) -> str:
    """Return the words of a source without article, parenthesis and what is joined to its first word.

    `first_words` may follow a joined letter: "فوزارة" is "وزارة". Where the noun comes first, an apposition
    behind a comma is left out.
    """
    name = " ".join(words.split()).split(" (")[0].strip(' ,;:“”«»"')
    if len(set(_QUOTE_MARKS.findall(name))) == 1:
        name = _QUOTE_MARKS.sub("", name)  # "the «Dawn» group" keeps its marks, "the group «Dawn" does not
    if wording.order != "svo":
        name = name.split("،")[0].rstrip()
    name = _without_relative(name, wording)
    first, _, rest = name.partition(" ")
    if rest and key_of(first) in wording.articles:
        return rest
    for letter in (*wording.joined_prepositions, *wording.prefixes):
        if name.startswith(letter) and key_of(first.removeprefix(letter)) in first_words:
            return name[len(letter) :]
    return name


def _without_relative(name: str, wording: Wording) -> str:
    """Return a name without a clause that tells more of it: "the minister, who was in Basra"."""
    for comma in re.finditer(r"[,،]\s+(\w+)\b", name):
        if key_of(comma[1]) in wording.relatives:
            return name[: comma.start()]
    return name


def head_of(keys: Sequence[str], wording: Wording) -> list[str]:
    """Return the words of a noun phrase before its first preposition."""
    inner = (at for at, key in enumerate(keys) if at and key in wording.prepositions)
    return list(keys[: next(inner, len(keys))])


def out_of_quote(passage: Passage, parts: Sequence[Span]) -> Span | None:
    """Return a source without the end of a quotation before it: "the road is cut" | the ministry (said)."""
    if not parts:
        return None
    source = Span(parts[0].start, parts[-1].end)
    for quote in passage.quotes:
        if quote.start < source.start < quote.end < source.end:
            after = (token.start for token in passage.tokens if quote.end <= token.start < source.end)
            return Span(next(after, source.start), source.end)
    return source


def subject_around(tree: SyntaxTree | None, cue: Span, pronoun: Span) -> Span | None:
    """Return the subject of the clause around the one of a cue: "X aired footage | it said was old"."""
    parse = Parse(tree) if tree else None
    at = parse.at(cue.start) if parse else None
    if parse is None or at is None:
        return None
    while parse.words[at].relation is Relation.AUXILIARY:
        at = parse.words[at].head
    if parse.words[at].relation not in _INSIDE:
        return None
    for over in parse.above(at):
        subjects = parse.children(over, *SUBJECTS) if not parse.children(over, Relation.EXPLETIVE) else ()
        if subjects:
            held = [parse.words[each].span for each in parse.subtree(subjects[0])]
            span = Span(held[0].start, held[-1].end)
            return None if span.overlaps(pronoun) else span
    return None
