"""The gist of a printed sentence: without the asides and the clauses behind it that it can do without.

What is left out stands between commas, or between a comma and the end; nothing is moved or put in its place.
Who says it, what it counts, what it denies and on what condition it holds are never left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.model.spans import Span
from dateline.model.syntax import PartOfSpeech, Relation, SyntaxTree
from dateline.text.clauses import Parse
from dateline.write.compare.facts import find_quotations
from dateline.write.compare.folding import folded_words
from dateline.write.compare.lexicon import lexicon
from dateline.write.settings import ParseSentence, house_words

SHORT = 110  # code points: what is no longer than that is its own gist
READABLE = 250  # code points, some forty words: what is longer is shortened in the body too
FEWEST = 45  # code points that must be left
ASIDES = (Relation.RELATIVE_CLAUSE, Relation.CLAUSE, Relation.ADVERB_CLAUSE, Relation.APPOSITION)
MARKS = ".,;"
ENDS_WITHIN = re.compile(r"[.!?][”\"’)]? [A-Z“\"]")
# A short name, or an aside between dashes: " (SOHR)", " - a port on the lower river -".
ENCLOSED = re.compile(r" \([^()]{2,60}\)(?=[ ,.])| [-–—] [^-–—()]{5,120} [-–—](?= )")
FIGURE = re.compile(r"\d")


def gist_of(sentence: str, parse: ParseSentence | None, language: str) -> str:
    """Return a sentence without its label and full stop, shortened from its end as far as it is too long."""
    body = sentence.rstrip(".")
    tree = parse(sentence) if parse is not None and len(body) > SHORT else None
    parts = (
        list(_droppable(sentence, tree, language, (*ASIDES, Relation.CONJUNCT))) if tree is not None else []
    )
    return _without(body, parts, SHORT)


def readable(sentence: str, parse: ParseSentence | None, language: str) -> str:
    """Return a sentence of the body without asides, where it is too long to read.

    What has figures stays, and what "and" adds; several sentences are returned as they are.
    """
    if len(sentence) <= READABLE or not sentence.endswith(".") or ENDS_WITHIN.search(sentence):
        return sentence
    tree = parse(sentence) if parse is not None else None
    parts = list(_droppable(sentence, tree, language, ASIDES)) if tree is not None else []
    parts += [
        Span(*match.span())
        for match in ENCLOSED.finditer(sentence)
        if _can_go(match.group(), language) and not _is_quoted(Span(*match.span()), sentence)
    ]
    without_figures = [part for part in parts if not FIGURE.search(part.of(sentence))]
    return f"{_without(sentence[:-1], _outermost(without_figures), READABLE)}."


def _without(body: str, parts: Sequence[Span], longest: int) -> str:
    """Leave out parts, the last first, as long as it is too long and enough is left."""
    for part in reversed(parts):
        left = f"{body[: part.start]}{body[part.end :]}"
        if len(body) > longest and len(left) >= FEWEST:
            body = left
    return body


def _outermost(parts: Iterable[Span]) -> list[Span]:
    """Return the parts that lie in no other, in order."""
    kept: list[Span] = []
    for part in sorted(parts, key=lambda span: (span.start, -span.end)):
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return kept


def _droppable(
    sentence: str, tree: SyntaxTree, language: str, relations: Sequence[Relation]
) -> Iterator[Span]:
    """Yield the outermost parts that can go, in order, none within another; a comma in front goes too."""
    parse, end = Parse(tree), 0
    parts = (
        _span_of(parse, place, sentence)
        for place in range(len(tree.words))
        if parse.words[place].relation in relations and _is_aside(parse, place)
    )
    for part in sorted(filter(None, parts), key=lambda span: (span.start, -span.end)):
        apart = part.start >= end and not _is_quoted(part, sentence) and not _speaks(sentence[part.end :])
        if apart and _can_go(part.of(sentence), language):
            yield part
            end = part.end


def _is_aside(parse: Parse, place: int) -> bool:
    """Say whether a word heads an aside: a clause on a noun or a verb, one that "and" adds, no name."""
    word = parse.words[place]
    added = word.relation is Relation.CONJUNCT and word.tag is PartOfSpeech.VERB
    named = word.relation is Relation.APPOSITION and word.tag is PartOfSpeech.NAME
    return added or (word.relation in ASIDES and not named)


def _span_of(parse: Parse, place: int, sentence: str) -> Span | None:
    """Return the comma and all behind it that hangs on a word, up to the next comma or the end; else None."""
    below = [part for part in parse.subtree(place) if parse.words[part].tag is not PartOfSpeech.PUNCTUATION]
    whole = below[-1] - below[0] + 1 - len(below)
    start, end = parse.words[below[0]].span.start, parse.words[below[-1]].span.end
    inner = sum(parse.words[p].tag is PartOfSpeech.PUNCTUATION for p in range(below[0], below[-1]))
    closed = sentence[end : end + 1] in MARKS
    parted = sentence[:start].endswith(", ")
    if whole > inner or not parted or not closed:
        return None
    after = end + (sentence[end : end + 1] == "," and parse.words[place].relation is not Relation.CONJUNCT)
    return Span(start - 2, after)


def _can_go(words: str, language: str) -> bool:
    """Say whether some words name no speaker, no source, no denial, no doubt, no harm and no condition."""
    table, house = lexicon(), house_words(language)
    folded = folded_words(words)
    kept = (
        table.speech
        | table.negations
        | table.hedges
        | {*house.harm_words, *house.conditions, *house.sourcing}
    )
    return not kept.intersection(folded)


def _speaks(behind: str) -> bool:
    """Say whether a word of speech follows: what stands before it is who speaks."""
    return bool(lexicon().speech.intersection(folded_words(behind)[:1]))


def _is_quoted(part: Span, sentence: str) -> bool:
    return any(q.start < part.end and part.start < q.end for q in find_quotations(sentence))
