"""Hedges in what is claimed: the words that make it less than certain."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.wording import Wording
from dateline.model.claims import Certainty
from dateline.model.spans import Span

_STRENGTH = {
    Certainty.CERTAIN: 0,
    Certainty.PROBABLE: 1,
    Certainty.POSSIBLE: 2,
    Certainty.UNKNOWN: 3,
    Certainty.DOUBTFUL: 4,
}


@dataclass(frozen=True, slots=True)
class Hedging:
    """The hedges of a content, and the weakest certainty that they leave."""

    spans: tuple[Span, ...] = ()
    certainty: Certainty = Certainty.CERTAIN

    def weaker_of(self, certainty: Certainty) -> Certainty:
        """Return the less certain of what the cue says and what the hedges say."""
        return max(certainty, self.certainty, key=lambda level: _STRENGTH[level])


def read_hedges(passage: Passage, contents: Sequence[Span], wording: Wording) -> Hedging:
    """Return the hedges inside the contents of a claim."""
    spans, weakest = [], Certainty.CERTAIN
    at = 0
    while at < len(passage.tokens):
        found = None if _is_month(passage, at) else wording.hedges.match(passage.words, at)
        if found:
            span = passage.span_of(at, at + found[0])
            if any(content.covers(span) for content in contents) or _opens(span, contents, found[1]):
                spans.append(span)
                if not _is_aside(passage, at, contents[0], wording):
                    weakest = max(weakest, found[1], key=lambda level: _STRENGTH[level])
        at += found[0] if found else 1
    return Hedging(tuple(spans), weakest)


def _opens(span: Span, contents: Sequence[Span], level: Certainty) -> bool:
    """Say whether "whether" stands right before a content: it belongs to the cue, and leaves all open."""
    return level is Certainty.UNKNOWN and any(content.start == span.end + 1 for content in contents)


def _is_aside(passage: Passage, at: int, content: Span, wording: Wording) -> bool:
    """Say whether a hedge stands in a clause beside the main one: ", although it may rain"."""
    first = at
    while (
        first
        and passage.words[first - 1] not in (",", "،")
        and passage.tokens[first - 1].start >= content.start
    ):
        first -= 1
    opens = passage.words[first]
    return (
        0 < first < at and opens not in wording.that and opens in wording.clause_openers | wording.relatives
    )


def _is_month(passage: Passage, at: int) -> bool:
    """Say whether a word is "May", not "may"."""
    return passage.tokens[at].capital and passage.words[at] == "may"
