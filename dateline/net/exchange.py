"""One request and its answer, bounded in size and time; no redirects, no retries, no manners."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from dateline.model.evidence import Headers
from dateline.net.decoding import ACCEPTED_ENCODINGS, kept_headers, read_body
from dateline.net.guard import AddressGuard
from dateline.net.transport import Clock, Deadline, GuardedTransport

USER_AGENT = "Dateline/0.1"
ACCEPTED_TYPES = "text/html, application/xhtml+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bounds of one request; `max_seconds` is in all, from connecting to the last byte, for each hop."""

    max_bytes: int = 20_000_000
    max_seconds: float = 60.0
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    max_redirects: int = 5
    retries: int = 3


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `body` is decoded, empty for redirects and 304; `redirects` were passed on the way."""

    url: str
    final_url: str
    status: int
    request_headers: Headers
    response_headers: Headers
    body: bytes
    redirects: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """Return the first response header called `name`, whatever its case."""
        return next((field for key, field in self.response_headers if key.lower() == name.lower()), None)


class Exchange:
    """Sends single requests over guarded connections."""

    def __init__(self, guard: AddressGuard, limits: FetchLimits, clock: Clock) -> None:
        self._limits = limits
        self._deadline = Deadline(clock)
        self._client = httpx.Client(
            transport=GuardedTransport(guard, self._deadline),
            headers={
                "User-Agent": USER_AGENT,
                "Accept": ACCEPTED_TYPES,
                "Accept-Encoding": ACCEPTED_ENCODINGS,
            },
            timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
            trust_env=False,
        )

    def send(self, url: str, conditions: Mapping[str, str], *, max_bytes: int | None = None) -> Fetched:
        """Request `url` once. Raises FetchError for what must not be repeated, httpx errors for the rest."""
        self._deadline.start(url, self._limits.max_seconds)
        with self._client.stream("GET", url, headers=dict(conditions), follow_redirects=False) as response:
            body = self._body(response, url, max_bytes or self._limits.max_bytes)
            sent, received = _pairs(response.request.headers), kept_headers(_pairs(response.headers))
            return Fetched(url, url, response.status_code, sent, received, body)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Fetched:
        """Post to `url` once, JSON unless the headers say otherwise. Raises what `send` does."""
        self._deadline.start(url, self._limits.max_seconds)
        stated = httpx.Headers({"content-type": "application/json", "accept": "application/json"})
        stated.update(headers)
        with self._client.stream(
            "POST", url, content=body, headers=stated, follow_redirects=False
        ) as response:
            answer = self._body(response, url, self._limits.max_bytes)
            return Fetched(url, url, response.status_code, (), (), answer)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    @staticmethod
    def _body(response: httpx.Response, url: str, max_bytes: int) -> bytes:
        if response.status_code in REDIRECTS or response.status_code == NOT_MODIFIED:
            return b""
        encoding = response.headers.get("content-encoding", "")
        return read_body(response.iter_raw(), encoding=encoding, max_bytes=max_bytes, url=url)


def _pairs(headers: httpx.Headers) -> Headers:
    return tuple((name.decode("latin-1"), field.decode("latin-1")) for name, field in headers.raw)
