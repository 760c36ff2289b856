"""How sure a claim is: the hedges in what is claimed, and the moods that leave its main happening open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.attribution.contents import content_span
from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.wording import Wording
from dateline.model.claims import Certainty
from dateline.model.spans import Span

MOST_BEFORE = 1
"""Happenings of a content that may stand before a hedge of it: one further on is of another happening.

Chosen with the moods on the part `choose` of `benchmarks.certainty`: macro F .418, .417 without a bound.
"""
COMMAS = (",", "،")
_STRENGTH = {
    Certainty.CERTAIN: 0,
    Certainty.PROBABLE: 1,
    Certainty.POSSIBLE: 2,
    Certainty.UNKNOWN: 3,
    Certainty.DOUBTFUL: 4,
}


@dataclass(frozen=True, slots=True)
class Hedging:
    """The hedges of a content, and the weakest certainty that they and its moods leave.

    `beside` are its clauses that are less sure than the main one: "the deal (under which troops may leave)".
    """

    spans: tuple[Span, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    beside: tuple[tuple[Span, Certainty], ...] = ()

    def weaker_of(self, certainty: Certainty) -> Certainty:
        """Return the less certain of what the cue says and what the hedges say."""
        return _weaker(certainty, self.certainty)


def read_hedges(
    passage: Passage, contents: Sequence[Span], wording: Wording, happenings: Sequence[Span] = ()
) -> Hedging:
    """Return the hedges inside the contents of a claim.

    `happenings` are the words that a trained reader found to tell one; where there are none, a hedge counts
    wherever it stands.
    """
    spans: list[Span] = []
    weakest = Certainty.CERTAIN
    beside: dict[Span, Certainty] = {}
    for at, span, level, is_mood in _found(passage, wording):
        if is_mood and not _reaches(span, contents):
            continue
        if not is_mood and not (any(part.covers(span) for part in contents) or _opens(span, contents, level)):
            continue
        spans += [] if is_mood else [span]
        if not is_mood and _is_of_phrase(passage, at, wording):
            continue
        further = _is_far(span, contents, happenings) and (is_mood or not _follows_comma(passage, at))
        if further or _is_aside(passage, at, contents[0], wording):
            clause = _clause_around(passage, at, contents, wording)
            if clause is not None:
                beside[clause] = _weaker(beside.get(clause, level), level)
        else:
            weakest = _weaker(weakest, level)
    return Hedging(tuple(spans), weakest, tuple(beside.items()))


def _found(passage: Passage, wording: Wording) -> Iterator[tuple[int, Span, Certainty, bool]]:
    """Yield each hedge and mood of a sentence: number of its first word, span, level, is it a mood."""
    for phrases in (wording.hedges, wording.moods):
        at = 0
        while at < len(passage.tokens):
            found = None if _is_month(passage, at) else phrases.match(passage.words, at)
            if found:
                yield at, passage.span_of(at, at + found[0]), found[1], phrases is wording.moods
            at += found[0] if found else 1


def _weaker(one: Certainty, other: Certainty) -> Certainty:
    return max(one, other, key=lambda level: _STRENGTH[level])


def _opens(span: Span, contents: Sequence[Span], level: Certainty) -> bool:
    """Say whether "whether" stands right before a content: it belongs to the cue, and leaves all open."""
    return level is Certainty.UNKNOWN and any(content.start == span.end + 1 for content in contents)


def _reaches(span: Span, contents: Sequence[Span]) -> bool:
    """Say whether a mood ends in a content, or right before it: "hopes | to return"."""
    return any(content.start - 1 <= span.end <= content.end for content in contents)


def _is_far(span: Span, contents: Sequence[Span], happenings: Sequence[Span]) -> bool:
    """Say whether a hedge is of a further happening than the main one of the contents."""
    before = (
        happening
        for happening in happenings
        if happening.end <= span.start and any(content.covers(happening) for content in contents)
    )
    return sum(1 for _ in before) > MOST_BEFORE


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
