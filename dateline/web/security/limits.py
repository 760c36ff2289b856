"""How often a door may be tried: a bucket of tries for each name and each address."""

import threading
from collections import OrderedDict
from datetime import datetime, timedelta

TRIES = 8
REFILL = timedelta(minutes=10)
MOST_KEYS = 10_000


class TryLimit:
    """Counts failed tries by key; after `TRIES` within `REFILL` a key has to wait."""

    def __init__(self) -> None:
        self._tries: OrderedDict[str, list[datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, *keys: str, now: datetime) -> timedelta:
        """Return how long any of the keys has still to wait; zero lets it try."""
        with self._lock:
            return max((self._wait(key, now) for key in keys), default=timedelta())

    def failed(self, *keys: str, now: datetime) -> None:
        """Count a failed try for each of the keys."""
        with self._lock:
            for key in keys:
                self._tries[key] = [*self._recent(key, now), now]
                self._tries.move_to_end(key)
            while len(self._tries) > MOST_KEYS:
                self._tries.popitem(last=False)

    def succeeded(self, *keys: str) -> None:
        """Forget the failed tries of the keys."""
        with self._lock:
            for key in keys:
                self._tries.pop(key, None)

    def _recent(self, key: str, now: datetime) -> list[datetime]:
        return [at for at in self._tries.get(key, ()) if now - at < REFILL]

    def _wait(self, key: str, now: datetime) -> timedelta:
        recent = self._recent(key, now)
        return recent[-TRIES] + REFILL - now if len(recent) >= TRIES else timedelta()
