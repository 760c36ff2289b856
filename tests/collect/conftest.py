"""An outlet served on loopback: pages in a dict, with entity tags as real servers send them."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dateline.net.http import FetchLimits, PoliteClient


@dataclass
class Newsroom:
    """Pages by path; `asked` holds (path, status) of every request but those for robots.txt."""

    address: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://{self.address}{path}"


def _handler(newsroom: Newsroom) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = newsroom.pages.get(self.path, b"")
            tag = f'"{hashlib.sha256(body).hexdigest()[:8]}"'
            status = 200 if self.path in newsroom.pages else 404
            if self.path in newsroom.redirects:
                status = 302
            elif status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            if self.path != "/robots.txt":
                newsroom.asked.append((self.path, status))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", newsroom.redirects[self.path])
            self.send_header("ETag", tag)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            return

    return Handler


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    opened = Newsroom()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(opened))
    server.daemon_threads = True
    server.block_on_close = False
    opened.address = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield opened
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def client(newsroom: Newsroom) -> Iterator[PoliteClient]:
    limits = FetchLimits(max_bytes=5_000_000, max_seconds=5, retries=0)
    with PoliteClient(allow=[newsroom.address], delay=0, limits=limits) as opened:
        yield opened
