"""Half-open code point spans of an immutable text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (not included) of one `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span points to."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the spans share at least one code point."""
        return self.start < other.end and other.start < self.end
