import gzip
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from dateline.errors import FetchError, ForbiddenAddress
from dateline.net.guard import AddressGuard
from dateline.net.http import FetchLimits, PoliteClient

QUICK = FetchLimits(max_bytes=1_000_000, max_seconds=0.5, connect_seconds=1, read_seconds=1, retries=2)


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(site, clock: Clock) -> Iterator[PoliteClient]:  # type: ignore[no-untyped-def]
    with PoliteClient(
        allow=[site.address], delay=1.0, limits=QUICK, sleep=clock.sleep, clock=clock
    ) as opened:
        yield opened


@pytest.fixture
def hurried(site) -> Iterator[PoliteClient]:  # type: ignore[no-untyped-def]
    """A client on the real clock."""
    with PoliteClient(allow=[site.address], delay=0, limits=QUICK) as opened:
        yield opened


def test_an_answer_is_kept_whole(site, client) -> None:
    site.page("/a", "نامه".encode("cp1256"), Content_Type="text/html; charset=utf-8", ETag='"1"')
    answer = client.fetch(site.url("/a"))
    assert (answer.status, answer.body) == (200, "نامه".encode("cp1256"))
    assert answer.header("etag") == '"1"'
    assert ("User-Agent", "Dateline/0.1") in answer.request_headers
    assert (answer.url, answer.final_url, answer.redirects) == (site.url("/a"), site.url("/a"), ())


def test_private_addresses_are_refused_without_a_request(site) -> None:
    with PoliteClient() as client, pytest.raises(ForbiddenAddress, match="not a public address"):
        client.fetch(site.url("/a"))
    assert site.requests == []


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:9/x",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "http://[::1]/",
    ],
)
def test_redirects_to_forbidden_places_are_refused(site, client, target: str) -> None:
    site.page("/a", status=302, Location=target)
    with pytest.raises(ForbiddenAddress):
        client.fetch(site.url("/a"))


def test_redirects_are_followed_and_told(site, client) -> None:
    site.page("/a", status=301, Location="/b")
    site.page("/b", status=307, Location=site.url("/c"))
    site.page("/c", b"there")
    answer = client.fetch(site.url("/a"))
    assert (answer.url, answer.final_url, answer.body) == (site.url("/a"), site.url("/c"), b"there")
    assert answer.redirects == (site.url("/a"), site.url("/b"))


def test_redirects_in_a_circle_end(site, client) -> None:
    site.page("/a", status=302, Location="/b")
    site.page("/b", status=302, Location="/a")
    with pytest.raises(FetchError, match="circle"):
        client.fetch(site.url("/a"))


def test_a_long_row_of_redirects_ends(site, client) -> None:
    for number in range(9):
        site.page(f"/{number}", status=302, Location=f"/{number + 1}")
    with pytest.raises(FetchError, match="more than 5 redirects"):
        client.fetch(site.url("/0"))


def test_the_checked_address_is_the_one_connected_to(site) -> None:
    """A name server that gives another answer the second time gains nothing: there is no second time."""
    port = site.address.partition(":")[2]
    asked: list[str] = []

    def resolve(host: str, _port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    site.page("/a", b"a")
    guard = AddressGuard([f"news.example:{port}"], resolve)
    with PoliteClient(guard=guard, delay=0) as client:
        assert client.fetch(f"http://news.example:{port}/a").body == b"a"
    assert asked == ["news.example"]  # one connection, for robots.txt and the page
    assert site.headers[-1]["Host"] == f"news.example:{port}"


def test_a_body_without_end_is_cut(site, hurried) -> None:
    sent = 0

    def endless(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.send_header("Content-Length", str(2 * 1024**3))
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)
            sent += 65536

    site.answers["/big"] = endless
    with pytest.raises(FetchError, match=r"larger than the limit of 1,000,000 bytes"):
        hurried.fetch(site.url("/big"))
    assert sent < 50_000_000


def test_a_gzip_bomb_is_cut(site, client) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < 100_000
    site.page("/bomb", bomb, Content_Encoding="gzip")
    with pytest.raises(FetchError, match="larger than the limit"):
        client.fetch(site.url("/bomb"))


def test_gzip_is_decoded_and_the_wire_form_noted(site, client) -> None:
    site.page("/a", gzip.compress(b"words"), Content_Encoding="gzip")
    answer = client.fetch(site.url("/a"))
    assert answer.body == b"words"
    assert answer.header("content-encoding") is None
    assert answer.header("x-archive-orig-content-encoding") == "gzip"


@pytest.mark.parametrize("body", [gzip.compress(b"words" * 100, mtime=0)[:-9], b"no gzip at all"])
def test_broken_gzip_is_refused(site, client, body: bytes) -> None:
    site.page("/a", body, Content_Encoding="gzip")
    with pytest.raises(FetchError, match=r"ends before its end|not what its Content-Encoding says"):
        client.fetch(site.url("/a"))


def test_encodings_not_asked_for_are_refused(site, client) -> None:
    site.page("/a", b"??", Content_Encoding="br")
    with pytest.raises(FetchError, match="'br', which was not asked for"):
        client.fetch(site.url("/a"))


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b"x")
        time.sleep(0.02)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(1000):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        time.sleep(0.02)


@pytest.mark.parametrize("slow", [drip, drip_headers])
def test_a_slow_drip_is_cut_by_the_total_time(site, hurried, slow: Callable[..., None]) -> None:
    site.answers["/slow"] = slow
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"longer than 0\.5 seconds"):
        hurried.fetch(site.url("/slow"))
    assert time.monotonic() - began < 2
    assert site.requests.count("/slow") == 1


def test_conditions_are_sent_and_304_is_an_answer(site, client) -> None:
    site.page("/a", status=304)
    answer = client.fetch(site.url("/a"), etag='"1"', last_modified="Fri, 20 Mar 2020 10:00:00 GMT")
    assert (answer.status, answer.body) == (304, b"")
    assert site.headers[-1]["If-None-Match"] == '"1"'
    assert site.headers[-1]["If-Modified-Since"] == "Fri, 20 Mar 2020 10:00:00 GMT"


@pytest.mark.parametrize("status", [304, 400, 403, 404, 410])
def test_other_answers_are_errors_that_name_the_status(site, client, status: int) -> None:
    site.page("/a", status=status)
    with pytest.raises(FetchError, match=f"status {status}, expected 200"):
        client.fetch(site.url("/a"))


def test_robots_are_obeyed_and_asked_for_once(site, client) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n")
    site.page("/a", b"a")
    site.page("/b", b"b")
    with pytest.raises(FetchError, match=r"robots\.txt of the host disallows"):
        client.fetch(site.url("/private/a"))
    client.fetch(site.url("/a"))
    client.fetch(site.url("/b"))
    assert site.requests == ["/robots.txt", "/a", "/b"]


def test_a_redirect_into_what_robots_disallow_is_refused(site, client) -> None:
    site.page("/robots.txt", b"User-agent: dateline\nDisallow: /private\n")
    site.page("/a", status=302, Location="/private/a")
    with pytest.raises(FetchError, match="disallows"):
        client.fetch(site.url("/a"))
    assert "/private/a" not in site.requests


def test_a_host_whose_robots_fail_is_left_alone(site, client) -> None:
    site.page("/robots.txt", status=500)
    site.page("/a", b"a")
    with pytest.raises(FetchError, match=r"robots\.txt: answered 500"):
        client.fetch(site.url("/a"))
    assert "/a" not in site.requests


def test_requests_to_one_host_are_a_delay_apart(site, client, clock: Clock) -> None:
    for path in "abc":
        site.page(f"/{path}", b"x")
        client.fetch(site.url(f"/{path}"))
    assert clock.slept == [1.0, 1.0, 1.0]  # after robots.txt, a and b


def test_a_longer_crawl_delay_wins(site, client, clock: Clock) -> None:
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n")
    site.page("/a", b"a")
    client.fetch(site.url("/a"))
    assert clock.slept == [7.0]


def test_failures_are_repeated_with_growing_waits(site, client, clock: Clock, answer_with) -> None:
    site.script("/a", answer_with(500), answer_with(503), answer_with(200, b"late"))
    assert client.fetch(site.url("/a")).body == b"late"
    assert clock.slept == [1.0, 1.0, 2.0]


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry_After": "9"}, 9.0),
        ({"Retry_After": "Fri, 31 Dec 1999 23:59:59 GMT"}, 0.0),
        ({"Retry_After": "soon"}, 1.0),
    ],
)
def test_retry_after_is_respected(site, client, clock: Clock, answer_with, headers, wait: float) -> None:
    site.script("/a", answer_with(429, **headers), answer_with(200, b"ok"))
    client.fetch(site.url("/a"))
    assert clock.slept[1] == wait


def test_a_host_that_asks_for_an_hour_is_left_alone(site, client, clock: Clock) -> None:
    site.page("/a", status=503, Retry_After="3600")
    site.page("/b", b"b")
    for path in ("/a", "/b"):
        with pytest.raises(FetchError, match="asked to wait 3600 seconds"):
            client.fetch(site.url(path))
    assert "/b" not in site.requests
    clock.now += 3601
    assert client.fetch(site.url("/b")).body == b"b"


def test_broken_connections_are_tried_again_then_named(site, client, clock: Clock) -> None:
    def hang_up(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True

    site.page("/robots.txt", b"")
    site.answers["/a"] = hang_up
    with pytest.raises(FetchError):
        client.fetch(site.url("/a"))


def test_a_host_that_keeps_failing_gets_a_rest(site, client, clock: Clock) -> None:
    for path in ("/a", "/b", "/c"):
        site.page(path, status=503)
        with pytest.raises(FetchError, match="status 503"):
            client.fetch(site.url(path))
    with pytest.raises(FetchError, match="3 addresses in a row failed"):
        client.fetch(site.url("/d"))
    assert "/d" not in site.requests


def test_a_name_that_does_not_resolve_is_asked_for_once() -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> tuple[str, ...]:
        asked.append(host)
        return ()

    with PoliteClient(guard=AddressGuard(resolve=resolve), delay=0) as client:
        with pytest.raises(FetchError, match="has no address"):
            client.fetch("http://gone.example/a")
        with pytest.raises(FetchError, match="its name did not resolve; the host is left alone"):
            client.fetch("http://gone.example/b")
    assert asked == ["gone.example"]


def test_a_server_that_is_not_there_is_named(clock: Clock) -> None:
    client = PoliteClient(allow=["127.0.0.1"], limits=QUICK, sleep=clock.sleep, clock=clock)
    with client, pytest.raises(FetchError, match=r"http://127\.0\.0\.1:1/"):
        client.fetch("http://127.0.0.1:1/a")
    assert clock.slept[:2] == [1.0, 2.0]
