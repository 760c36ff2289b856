"""How sure a claim is: the hedges in what is claimed, and the moods that leave its main happening open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.attribution.contents import content_span
from dateline.extract.attribution.hedged_clauses import ClauseHedge, HedgedClauses, weaker
from dateline.extract.attribution.nested import is_noun_at
from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.sources import COMMAS
from dateline.extract.attribution.wording import Wording
from dateline.model.claims import Certainty
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from dateline.text.clauses import Parse

FEWEST_CLAUSE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Hedging:
    """The hedges of a content, and the weakest certainty that they and its moods leave.

    `stated` is how sure the main clause itself is, without what it says to be planned, tried or wished for.
    `beside` are that, and its clauses that are surer or less sure than the main one: "the deal (under which
    troops may leave)", "(The firm) plans (to sell films)".
    """

    spans: tuple[Span, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    stated: Certainty = Certainty.CERTAIN
    beside: tuple[tuple[tuple[Span, ...], Certainty], ...] = ()

    def weaker_of(self, certainty: Certainty) -> Certainty:
        """Return the less certain of what the cue says and what the hedges say."""
        return weaker(certainty, self.certainty)


@dataclass(frozen=True, slots=True)
class _Hedge:
    """A hedge, or a mood: number of its first word, its span, and what it leaves."""

    at: int
    span: Span
    level: Certainty
    is_mood: bool


def read_hedges(
    passage: Passage, contents: Sequence[Span], wording: Wording, tree: SyntaxTree | None = None
) -> Hedging:
    """Return the hedges inside the contents of a claim.

    `tree` is the syntax of the sentence; where there is none, the words that open clauses part them.
    """
    found = [hedge for hedge in _found(passage, wording) if _touches(hedge, contents)]
    spans = tuple(hedge.span for hedge in found if not hedge.is_mood and hedge.level is not Certainty.CERTAIN)
    told = [hedge for hedge in found if hedge.is_mood or not _is_of_phrase(passage, hedge.at, wording)]
    if _is_longer(contents, passage.span):
        return Hedging(spans)
    if tree is None:
        weakest, beside = _by_words(passage, told, contents, wording)
        return Hedging(spans, weakest, weakest, beside)
    hedges = [ClauseHedge(each.span, each.level, each.is_mood) for each in told]
    parse = Parse(tree)
    hedges += _attitudes(passage, contents, wording, parse)
    return _by_clauses(passage, hedges, contents, wording, spans, parse) if hedges else Hedging(spans)


def _by_clauses(
    passage: Passage,
    hedges: Sequence[ClauseHedge],
    contents: Sequence[Span],
    wording: Wording,
    spans: tuple[Span, ...],
    parse: Parse,
) -> Hedging:
    """Return what hedges leave of the clauses of contents, by the syntax of the sentence."""
    clauses = HedgedClauses(parse, hedges)
    beside: list[tuple[tuple[Span, ...], Certainty]] = []
    for (*subject, clause), level in clauses.beside(contents):
        stripped = _stripped(passage, clause, wording)
        if stripped is not None:
            beside.append(((*subject, stripped), level))
    return Hedging(spans, clauses.level_of(contents), clauses.stated_level_of(contents), tuple(beside))


def _stripped(passage: Passage, clause: Span, wording: Wording) -> Span | None:
    """Return a clause without the words that open it; none where little is left: "and (has been named)"."""
    inside = [at for at, token in enumerate(passage.tokens) if clause.covers(token.span)]
    openers = wording.clause_openers | wording.relatives | wording.coordinators | COMMAS
    while inside and passage.words[inside[0]] in openers:
        inside.pop(0)
    if len(inside) < FEWEST_CLAUSE_WORDS:
        return None
    return content_span(passage, inside[0], inside[-1] + 1, wording)


def _is_longer(contents: Sequence[Span], sentence: Span) -> bool:
    """Say whether more of some contents is told in other sentences: a hedge of one leaves the others."""
    words = sum(content.end - content.start for content in contents)
    inside = (min(content.end, sentence.end) - max(content.start, sentence.start) for content in contents)
    return 2 * sum(max(0, each) for each in inside) < words


def _touches(hedge: _Hedge, contents: Sequence[Span]) -> bool:
    """Say whether a hedge stands in a content, or a mood right before it: "hopes | to return"."""
    if hedge.is_mood:
        return any(content.start - 1 <= hedge.span.end <= content.end for content in contents)
    return any(content.covers(hedge.span) for content in contents) or _opens(hedge, contents)


def _opens(hedge: _Hedge, contents: Sequence[Span]) -> bool:
    """Say whether "whether" stands right before a content: it belongs to the cue, and leaves all open."""
    is_open = hedge.level is Certainty.UNKNOWN
    return is_open and any(content.start == hedge.span.end + 1 for content in contents)


def _by_words(
    passage: Passage, hedges: Sequence[_Hedge], contents: Sequence[Span], wording: Wording
) -> tuple[Certainty, tuple[tuple[tuple[Span, ...], Certainty], ...]]:
    """Return what hedges leave of the main clause of contents, and of those that stand beside it."""
    weakest = Certainty.CERTAIN
    beside: dict[tuple[Span, ...], Certainty] = {}
    for hedge in hedges:
        if not _is_aside(passage, hedge.at, contents[0], wording):
            weakest = weaker(weakest, hedge.level)
            continue
        clause = _clause_around(passage, hedge.at, contents, wording)
        if clause is not None:
            beside[clause,] = weaker(beside.get((clause,), hedge.level), hedge.level)
    return weakest, tuple(beside.items())


def _found(passage: Passage, wording: Wording) -> Iterator[_Hedge]:
    """Yield each hedge and mood of a sentence."""
    for phrases in (wording.hedges, wording.moods):
        done = 0
        for at in phrases.openings(passage.words):
            found = phrases.match(passage.words, at) if at >= done else None
            if found and not _is_month(passage, at):
                done = at + found[0]
                yield _Hedge(at, passage.span_of(at, done), found[1], phrases is wording.moods)


def _attitudes(
    passage: Passage, contents: Sequence[Span], wording: Wording, parse: Parse
) -> Iterator[ClauseHedge]:
    """Yield the verbs inside contents that leave open what they tell: "(said) she hopes that it ends".

    In "three suspects were arrested" the tree has a noun.
    """
    for at in wording.verbs.openings(passage.words):
        token, found = passage.tokens[at], wording.verbs.match(passage.words, at)
        is_open = found and found[1].frame == "clause" and found[1].certainty is not Certainty.CERTAIN
        if not found or not is_open or is_noun_at(parse, token.start):
            continue
        if any(content.covers(token.span) for content in contents):
            yield ClauseHedge(passage.span_of(at, at + found[1].length), found[1].certainty, True)


def _follows_comma(passage: Passage, at: int) -> bool:
    """Say whether a hedge goes on after an aside, with the main subject: "the move, made today, may show"."""
    return at > 0 and passage.words[at - 1] in COMMAS


def _is_of_phrase(passage: Passage, at: int, wording: Wording) -> bool:
    """Say whether a hedge is only of a time or place added behind a comma: "visited Sahra, likely in May"."""
    follows = passage.words[at + 1 : at + 2]
    return _follows_comma(passage, at) and bool(follows) and follows[0] in wording.prepositions


def _is_aside(passage: Passage, at: int, content: Span, wording: Wording) -> bool:
    """Say whether a word stands in a clause beside the main one: ", although it may rain"."""
    first = at
    while (
        first and passage.words[first - 1] not in COMMAS and passage.tokens[first - 1].start >= content.start
    ):
        first -= 1
    opens = passage.words[first]
    is_beside = opens not in wording.that and opens in wording.clause_openers | wording.relatives
    leads = passage.tokens[first].start == content.start
    return is_beside and (not leads or _goes_on(passage, at, content))


def _goes_on(passage: Passage, at: int, content: Span) -> bool:
    """Say whether a main clause follows the one that a word stands in: "If it rains, (they stay)"."""
    return any(
        passage.words[after] in COMMAS and passage.tokens[after].end < content.end
        for after in range(at + 1, len(passage.tokens))
    )


def _clause_around(passage: Passage, at: int, contents: Sequence[Span], wording: Wording) -> Span | None:
    """Return the clause of a word, from the word that opens it to the next comma; none without one."""
    openers = (wording.clause_openers | wording.relatives) - wording.coordinators
    first = at
    while first >= 0 and passage.words[first] not in openers:
        if passage.words[first] in COMMAS:
            return None
        first -= 1
    last = at + 1
    while last < len(passage.words) and passage.words[last] not in COMMAS:
        last += 1
    span = content_span(passage, first + (first < at), last, wording) if first >= 0 else None
    return span if span and any(content.covers(span) for content in contents) else None


def _is_month(passage: Passage, at: int) -> bool:
    """Say whether a word is "May", not "may"."""
    return passage.tokens[at].capital and passage.words[at] == "may"
