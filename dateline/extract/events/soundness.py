"""How sound an event is that was read: is it one at all, and are its type, actor and target right?

Linear weights over the marks of an event (`event_marks`), trained on events judged by hand
(`training/events/sentences.py`). They hold only where the reader has read a text: what it thinks of the
trigger is among the marks.
"""

from collections.abc import Iterator, Sequence
from math import sqrt

from dateline.extract.events.telling import Told
from dateline.extract.events.weights import load_weights

ANSWERS = ("event", "right")
"""What the weights answer: is it an event of this type; are its actor and target right, too."""
ENOUGH = 0.45
"""Least soundness of an event that is kept.

By cross-validation over 3,798 judged events .66 of those kept are right (.46 of all), and .81 of the
sentences with an event keep one; on 290 sentences that taught nothing .56 are right, and 65 of the 68 that
keep one at .3 still do.
"""


def sound_ones(told: Sequence[Told]) -> Iterator[Told]:
    """Yield the events of a text that are sound enough."""
    likely = load_weights("sentences").score_each([each.marks for each in told])
    for each, (is_event, is_right) in zip(told, likely, strict=True):
        if soundness(is_event, is_right) >= ENOUGH:
            yield each


def soundness(is_event: float, is_right: float) -> float:
    """Return the geometric mean of both answers, 0 to 1: 1 is surely an event and read without a fault."""
    return sqrt(is_event * is_right)
