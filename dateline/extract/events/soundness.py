"""How sound an event is that was read: is it one at all, and are its type, actor and target right?

Linear weights over the marks of an event (`event_marks`), trained on events judged by hand
(`training/events/sentences.py`). They hold only where the reader has read a text: what it thinks of the
trigger is among the marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt

from dateline.extract.events.telling import Told
from dateline.extract.events.weights import load_weights

ANSWERS = ("event", "right")
"""What the weights answer: is it an event of this type; are its actor and target right, too."""
ENOUGH = 0.35
"""Least soundness of an event that is kept.

By cross-validation over 3,798 judged events .61 of those kept are right (.46 of all), and .88 of the
sentences with an event keep one; at .45 .66 and .81. On 370 sentences that taught nothing .53 are right, and
91 of 116 sentences that tell something keep an event; at .45 .57 and 86. How likely an event is right goes
into its confidence: who wants surer ones asks for more of that.
"""


def sound_ones(told: Sequence[Told]) -> Iterator[Told]:
    """Yield the events of a text that are sound enough, each with how likely it is right."""
    likely = load_weights("sentences").score_each([each.marks for each in told])
    for each, (is_event, is_right) in zip(told, likely, strict=True):
        if soundness(is_event, is_right) >= ENOUGH:
            yield replace(each, likely=is_right)


def soundness(is_event: float, is_right: float) -> float:
    """Return the geometric mean of both answers, 0 to 1: 1 is surely an event and read without a fault."""
    return sqrt(is_event * is_right)
