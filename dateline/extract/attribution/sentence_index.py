"""Which sentences of a text a trained reader's contents touch, and where these begin behind a dateline."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.attribution.passages import Passage
from dateline.inference.reading import RawAttribution
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True)
class SentenceIndex:
    """The sentences of a text, to ask which a content touches."""

    passages: Sequence[Passage]
    starts: Sequence[int]

    def clipped(self, raw: RawAttribution) -> RawAttribution:
        """Return an attribution whose contents leave out the dateline before a sentence."""
        return replace(raw, content=tuple(map(self._behind_dateline, raw.content)))

    def _behind_dateline(self, content: Span) -> Span:
        at = bisect_right(self.starts, content.start)
        is_between = at == 0 or self.passages[at - 1].span.end <= content.start
        follows = at < len(self.starts) and self.starts[at] < content.end
        return Span(self.starts[at], content.end) if is_between and follows else content

    def touching(self, content: Span) -> Sequence[Passage]:
        """Return the sentences that a content overlaps."""
        first = max(0, bisect_right(self.starts, content.start) - 1)
        near = self.passages[first : bisect_left(self.starts, content.end)]
        return [passage for passage in near if passage.span.overlaps(content)]
