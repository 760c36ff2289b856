"""Worker processes: how many a machine is good for, and how they end with the process that started them."""

import os
import signal
import threading
from multiprocessing import parent_process

MOST_WORKERS = 4
"""Workers that are started unless told otherwise: each takes some 250 MB to annotate, 400 MB at a desk."""


def default_workers() -> int:
    """Return how many workers this machine is good for."""
    return min(MOST_WORKERS, len(os.sched_getaffinity(0)))


def end_with_parent() -> None:
    """Let this process end when the one that started it does, however suddenly, and not before.

    Keys that stop a command reach all its processes: the first one says when there is no more to do.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
