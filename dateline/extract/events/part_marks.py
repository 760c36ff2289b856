"""What the reader takes words for in an attack, as marks of the phrases that they stand in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.extract.events.phrases import Phrase
from dateline.inference.reading import PART_ROLES, RawPart
from dateline.text.tokens import Tokens

STEPS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def likely_by_token(tokens: Tokens, parts: Sequence[RawPart]) -> NDArray[np.float64]:
    """Return a row a token: how likely the reader takes it for each of `PART_ROLES`."""
    likely = np.zeros((len(tokens.words), len(PART_ROLES)))
    for part in parts:
        first = bisect_right(tokens.ends, part.span.start)
        likely[first : bisect_left(tokens.starts, part.span.end)] = part.likely
    return likely


def part_marks(phrases: Sequence[Phrase], likely: NDArray[np.float64]) -> Iterator[str]:
    """Yield how likely the likeliest phrase of one entity has each role, in steps."""
    best = np.max([likely[phrase.first : phrase.last].mean(0) for phrase in phrases], axis=0)
    for role, value in zip(PART_ROLES, best, strict=True):
        yield from (f"read {role}>{step}" for step in STEPS if value > step)
