"""What reading costs as a text grows: linear time takes four times as long for four times as much text."""

import gc
import time
from collections.abc import Callable

SMALL, TIMES_AS_LONG = 2_500, 4
MOST_GROWTH = 10.0  # linear is 4, quadratic is 16; between them lies what a busy machine adds
LEAST_SECONDS = 0.004  # below it a clock tells nothing


def growth(read: Callable[[str], object], piece: str) -> float:
    """Return how much longer reading takes for a text of pieces that is four times as long."""
    text = piece * (SMALL // len(piece))
    short = _seconds(read, text)
    return _seconds(read, text * TIMES_AS_LONG) / max(short, LEAST_SECONDS)


def _seconds(read: Callable[[str], object], text: str) -> float:
    """Return the least processor time of two readings."""
    gc.freeze()  # what other tests left behind is not gone through again
    seconds = []
    for number in range(2):
        began = time.process_time()
        read(f"{text} {number}")  # another text each time: the last ones are remembered
        seconds.append(time.process_time() - began)
    return min(seconds)
