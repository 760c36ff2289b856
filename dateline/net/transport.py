"""An httpx transport that connects to checked addresses only and cuts every request at a deadline."""

import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from dateline.errors import FetchError
from dateline.net.guard import AddressGuard

Clock = Callable[[], float]
SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Deadline:
    """The moment at which the request of the current thread must have ended, on `clock`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._local = threading.local()

    def start(self, url: str, seconds: float) -> None:
        """Give the current thread's request for `url` `seconds` in all."""
        self._local.url, self._local.seconds = url, seconds
        self._local.moment = self._clock() + seconds

    def clamp(self, timeout: float | None) -> float:
        """Return `timeout` cut to what is left. Raises FetchError when nothing is."""
        left = float(self._local.moment) - self._clock()
        if left <= 0:
            raise FetchError(
                f"{self._local.url}: took longer than {self._local.seconds:g} seconds in all and was cut"
            )
        return left if timeout is None else min(timeout, left)


class DeadlineStream(httpcore.NetworkStream):
    """A stream whose every wait ends at the deadline, however often single bytes keep arriving."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read at most `max_bytes`."""
        try:
            return self._stream.read(max_bytes, self._deadline.clamp(timeout))
        except httpcore.ReadTimeout:
            self._deadline.clamp(None)  # the wait was cut by the deadline, not by silence: say so
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of `buffer`."""
        self._stream.write(buffer, self._deadline.clamp(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Shake hands; the certificate is checked against the host's name, not the pinned address."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.clamp(timeout))
        return DeadlineStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the socket knows, e.g. "server_addr"."""
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections to the address that the guard checked, never to a name."""

    def __init__(self, guard: AddressGuard, deadline: Deadline) -> None:
        self._guard = guard
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to `host`. Raises ForbiddenAddress when the guard refuses it."""
        address = self._guard.pinned_address(host, port)
        timeout = self._deadline.clamp(timeout)
        stream = self._sockets.connect_tcp(address, port, timeout, local_address, socket_options)
        return DeadlineStream(stream, self._deadline)


class _BodyStream(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes], close: Callable[[], None]) -> None:
        self._stream = stream
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx_errors():
            yield from self._stream

    def close(self) -> None:
        self._close()


class GuardedTransport(httpx.BaseTransport):
    """HTTP/1.1 over guarded connections; a proxy would undo the guard, so none is used."""

    def __init__(self, guard: AddressGuard, deadline: Deadline) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            network_backend=GuardedBackend(guard, deadline),
            max_keepalive_connections=20,
            keepalive_expiry=15.0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`. Raises httpx's own errors, and ForbiddenAddress from the guard."""
        with _as_httpx_errors():
            response = self._pool.handle_request(_core_request(request))
        stream = response.stream
        if not isinstance(stream, Iterable):
            raise httpx.ProtocolError("the connection gave no body stream")
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_BodyStream(stream, response.close),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


def _core_request(request: httpx.Request) -> httpcore.Request:
    url = httpcore.URL(
        scheme=request.url.raw_scheme,
        host=request.url.raw_host,
        port=request.url.port,
        target=request.url.raw_path,
    )
    return httpcore.Request(
        method=request.method,
        url=url,
        headers=request.headers.raw,
        content=request.read(),
        extensions=request.extensions,
    )


@contextmanager
def _as_httpx_errors() -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error) or "no answer in time") from error
    except httpcore.NetworkError as error:
        raise httpx.NetworkError(str(error) or "the connection broke") from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.ProtocolError(str(error)) from error
