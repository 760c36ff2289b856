"""What the reader takes words for in an attack, as marks of the phrases that they stand in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.extract.events.incidents.phrases import Phrase
from dateline.inference.reading import PART_ROLES, RawPart
from dateline.text.tokens import Tokens

STEPS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def weigh(phrases: Sequence[Phrase], tokens: Tokens, parts: Sequence[RawPart]) -> None:
    """Set how likely each phrase has each of `PART_ROLES`: the mean of its words."""
    likely = _likely_by_token(tokens, parts)
    for phrase in phrases:
        phrase.likely = likely[phrase.first : phrase.last].mean(0).tolist()


def _likely_by_token(tokens: Tokens, parts: Sequence[RawPart]) -> NDArray[np.float64]:
    likely = np.zeros((len(tokens.words), len(PART_ROLES)))
    for part in parts:
        first = bisect_right(tokens.ends, part.span.start)
        likely[first : bisect_left(tokens.starts, part.span.end)] = part.likely
    return likely


def part_marks(likely: Sequence[Sequence[float]]) -> Iterator[str]:
    """Yield how likely the likeliest of some words or phrases has each role, in steps."""
    for role, values in zip(PART_ROLES, zip(*likely, strict=True), strict=False):
        yield from (f"read {role}>{step}" for step in STEPS if max(values) > step)
