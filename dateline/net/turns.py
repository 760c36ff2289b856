"""Taking turns at a host: one request at a time, a delay between two, rest for a host that fails."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from dateline.errors import FetchError
from dateline.net.guard import SCHEMES
from dateline.net.robots import Robots

FAILURES_BEFORE_REST = 3
REST_SECONDS = 600.0


def origin_of(url: str) -> str:
    """Return scheme, host and port of `url`.

    >>> origin_of("https://News.example/a?b")
    'https://news.example:443'
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").lower()
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}:{parts.port or SCHEMES.get(scheme, 0)}"


class Host:
    """What is remembered of one origin while the client is open."""

    def __init__(self, origin: str, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self.origin = origin
        self.robots: Robots | None = None
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.RLock()
        self._last_request: float | None = None
        self._failures = 0
        self._closed_until: float | None = None
        self._closed_why = ""

    @contextmanager
    def turn(self, url: str, delay: float) -> Iterator[None]:
        """Wait until `delay` seconds have passed since the last request, then hold the host."""
        with self._lock:
            self.require_open(url)
            if self._last_request is not None:
                wait = self._last_request + delay - self._clock()
                if wait > 0:
                    self._sleep(wait)
            try:
                yield
            finally:
                self._last_request = self._clock()

    def require_open(self, url: str) -> None:
        """Raise FetchError while the host is left alone."""
        if self._closed_until is not None and self._clock() < self._closed_until:
            raise FetchError(f"{url}: {self._closed_why}; the host is left alone for now, run again later")

    def leave_alone(self, seconds: float, why: str) -> None:
        """Send nothing to the host for `seconds`."""
        self._closed_until = self._clock() + seconds
        self._closed_why = why

    def succeeded(self) -> None:
        """Forget earlier failures."""
        self._failures = 0

    def failed(self) -> None:
        """Count an address that failed after all retries; several in a row give the host a rest."""
        self._failures += 1
        if self._failures >= FAILURES_BEFORE_REST:
            self.leave_alone(REST_SECONDS, f"{self._failures} addresses in a row failed")
            self._failures = 0


class Hosts:
    """The hosts met so far."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._by_origin: dict[str, Host] = {}

    def of(self, url: str) -> Host:
        """Return the host of `url`."""
        origin = origin_of(url)
        with self._lock:
            if origin not in self._by_origin:
                self._by_origin[origin] = Host(origin, self._clock, self._sleep)
            return self._by_origin[origin]
