"""A polite HTTP client: conditional requests, robots.txt, one request at a time per host."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import TracebackType
from urllib.parse import urljoin

import httpx

from dateline.errors import FetchError, UnresolvedHost
from dateline.net.exchange import NOT_MODIFIED, REDIRECTS, USER_AGENT, Exchange, Fetched, FetchLimits
from dateline.net.guard import AddressGuard
from dateline.net.retry import LONGEST_WAIT, RETRIED_STATUSES, backoff, retry_after
from dateline.net.robots import MAX_ROBOTS_BYTES, Robots, robots_of_answer
from dateline.net.turns import REST_SECONDS, Host, Hosts

__all__ = ["USER_AGENT", "FetchLimits", "Fetched", "PoliteClient"]

DEFAULT_DELAY = 1.0


class PoliteClient:
    """Fetches addresses; threads may share it and then wait for each other at each host.

    `allow` names hosts ("wiki.local") or hosts with a port ("127.0.0.1:8000") that may be private. `delay`
    is the least time in seconds between two requests to one host; a longer Crawl-delay wins.
    """

    def __init__(
        self,
        *,
        allow: Iterable[str] = (),
        guard: AddressGuard | None = None,
        delay: float = DEFAULT_DELAY,
        limits: FetchLimits | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._guard = guard or AddressGuard(allow)
        self._limits = limits or FetchLimits()
        self._delay = delay
        self._sleep = sleep
        self._hosts = Hosts(clock, sleep)
        self._exchange = Exchange(self._guard, self._limits, clock)

    def __enter__(self) -> "PoliteClient":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._exchange.close()

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetch `url`, following redirects; each hop is checked like the first.

        Raises FetchError for every answer but 2xx and, where a condition was given, 304.
        """
        conditions = _conditions(etag, last_modified)
        answer = self._follow(url, lambda hop: self._fetch_allowed(hop, conditions))
        if 200 <= answer.status < 300 or (answer.status == NOT_MODIFIED and conditions):
            return answer
        via = f" by way of {' and '.join(answer.redirects)}" if answer.redirects else ""
        raise FetchError(f"{url}: the answer has status {answer.status}, expected 200{via}")

    def _follow(self, url: str, fetch_hop: Callable[[str], Fetched]) -> Fetched:
        passed: list[str] = []
        here = url
        while True:
            self._guard.check_url(here)
            answer = fetch_hop(here)
            target = _redirect_target(answer)
            if target is None:
                return replace(answer, url=url, redirects=tuple(passed))
            passed.append(here)
            if target in passed:
                raise FetchError(f"{url}: the redirects go in a circle, back to {target}")
            if len(passed) > self._limits.max_redirects:
                raise FetchError(
                    f"{url}: more than {self._limits.max_redirects} redirects, the last to {target}"
                )
            here = target

    def _fetch_allowed(self, url: str, conditions: Mapping[str, str]) -> Fetched:
        host = self._hosts.of(url)
        robots = self._robots(host, url)
        if not robots.allows(url):
            raise FetchError(f"{url}: robots.txt of the host disallows this address for {USER_AGENT}")
        return self._fetch_patiently(url, conditions, host, delay=max(self._delay, robots.delay))

    def _robots(self, host: Host, url: str) -> Robots:
        if host.robots is None:
            host.require_open(url)
            address = f"{host.origin}/robots.txt"
            answer = self._follow(address, self._fetch_robots_hop)
            host.robots = robots_of_answer(answer.status, answer.body, agent=USER_AGENT, url=address)
        return host.robots

    def _fetch_robots_hop(self, url: str) -> Fetched:
        return self._fetch_patiently(url, {}, self._hosts.of(url), delay=0.0, max_bytes=MAX_ROBOTS_BYTES * 4)

    def _fetch_patiently(
        self,
        url: str,
        conditions: Mapping[str, str],
        host: Host,
        *,
        delay: float,
        max_bytes: int | None = None,
    ) -> Fetched:
        answer = self._attempt(url, conditions, host, delay=delay, max_bytes=max_bytes)
        for attempt in range(self._limits.retries):
            if not _may_be_repeated(answer):
                break
            self._sleep(self._wait_after(attempt, answer, host, url))
            answer = self._attempt(url, conditions, host, delay=delay, max_bytes=max_bytes)
        if _may_be_repeated(answer):
            host.failed()
        else:
            host.succeeded()
        if isinstance(answer, Fetched):
            return answer
        raise FetchError(f"{url}: {answer} ({self._limits.retries + 1} attempts)") from answer

    def _attempt(
        self, url: str, conditions: Mapping[str, str], host: Host, *, delay: float, max_bytes: int | None
    ) -> Fetched | httpx.HTTPError:
        with host.turn(url, delay):
            try:
                return self._exchange.send(url, conditions, max_bytes=max_bytes)
            except (httpx.NetworkError, httpx.TimeoutException) as error:
                return error
            except UnresolvedHost:
                host.leave_alone(REST_SECONDS, "its name did not resolve")
                raise
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise FetchError(f"{url}: the answer is not HTTP as it should be ({error})") from error

    @staticmethod
    def _wait_after(attempt: int, answer: Fetched | httpx.HTTPError, host: Host, url: str) -> float:
        asked = retry_after(answer.response_headers) if isinstance(answer, Fetched) else None
        if asked is None:
            return backoff(attempt)
        if asked > LONGEST_WAIT:
            host.leave_alone(asked, f"the server asked to wait {asked:.0f} seconds")
            host.require_open(url)
        return asked


def _may_be_repeated(answer: Fetched | httpx.HTTPError) -> bool:
    return not isinstance(answer, Fetched) or answer.status in RETRIED_STATUSES


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: field for name, field in conditions.items() if field}


def _redirect_target(answer: Fetched) -> str | None:
    location = answer.header("location")
    if answer.status not in REDIRECTS or not location:
        return None
    try:
        return urljoin(answer.final_url, location.strip())
    except ValueError as error:
        raise FetchError(f"{answer.final_url}: redirects to {location!r}, which is no address") from error
