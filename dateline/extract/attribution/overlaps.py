"""What contents have in common."""

from collections.abc import Sequence

from dateline.model.spans import Span


def overlap(contents: Sequence[Span], known: Sequence[Span]) -> bool:
    """Say whether any of some spans overlaps any of others."""
    return any(content.overlaps(other) for content in contents for other in known)


def shared(contents: Sequence[Span], known: Sequence[Span]) -> list[Span]:
    """Return what two contents have in common."""
    pairs = ((one, other) for one in contents for other in known if one.overlaps(other))
    return [Span(max(one.start, other.start), min(one.end, other.end)) for one, other in pairs]


def characters(spans: Sequence[Span]) -> int:
    """Return the code points of some spans together."""
    return sum(span.end - span.start for span in spans)


def is_part(contents: Sequence[Span], whole: Sequence[Span]) -> bool:
    """Say whether each of some spans lies within one of others."""
    return all(any(wider.covers(content) for wider in whole) for content in contents)
