"""The names that a trained reader found, beside those that the grammar sees."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dateline.extract.names.finding import WATCHED
from dateline.extract.names.tokens import NamedSpan
from dateline.inference.reading import RawMention
from dateline.model.annotations import MentionType
from dateline.model.spans import Span

LEAST_NAME_ALONE = 0.6
"""Least score of a name where the grammar sees none; chosen on held-out countries of Worldwide Newswire."""
TOLD_BY_WORDS = frozenset({MentionType.ORG, MentionType.FAC})
"""Types that the grammar tells by a word of the name."""


def reader_names(mentions: Sequence[RawMention], known: Sequence[NamedSpan]) -> tuple[NamedSpan, ...]:
    """Return the reader's names with the offices that the grammar saw beside them, in order.

    The grammar has the last word on bodies whose name says what they are ("Community School"): its name is
    taken where the reader has a part of it or nothing. Names of the watch list are always kept.
    """
    roles = {name.span.end: name.role for name in known if name.role}
    seen = _Spans(name.span for name in known)
    found = _Spans(mention.span for mention in mentions)
    strong = [
        name
        for name in known
        if name.confidence >= WATCHED
        or (name.type in TOLD_BY_WORDS and all(name.span.covers(part) for part in found.touching(name.span)))
    ]
    taken = _Spans(name.span for name in strong)
    kept = [
        NamedSpan(mention.span, mention.type, roles.get(mention.span.end), mention.score)
        for mention in mentions
        if not taken.touching(mention.span)
        and (mention.score >= LEAST_NAME_ALONE or seen.touching(mention.span))
    ]
    return tuple(sorted([*kept, *strong], key=lambda name: name.span))


class _Spans:
    """Spans that do not overlap, to ask which touch another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def touching(self, span: Span) -> list[Span]:
        """Return the spans that overlap one."""
        at = max(0, bisect_right(self._spans, span) - 1)
        touching = []
        while at < len(self._spans) and self._spans[at].start < span.end:
            if self._spans[at].overlaps(span):
                touching.append(self._spans[at])
            at += 1
        return touching
