"""A server on loopback whose answers a test scripts, one function a path."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Paths and their answers; `requests` holds the paths in the order they were asked for."""

    address: str
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://{self.address}{path}"

    def page(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> None:
        """Answer `path` with a fixed page; underscores of header names become hyphens."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer

    def script(self, path: str, *answers: Answer) -> None:
        """Answer `path` with each of `answers` in turn, then with the last."""
        left = list(answers)

        def answer(handler: BaseHTTPRequestHandler) -> None:
            (left.pop(0) if len(left) > 1 else left[0])(handler)

        self.answers[path] = answer


def status_page(status: int, body: bytes = b"", **headers: str) -> Answer:
    """Return an answer with `status`; underscores of header names become hyphens."""
    site = Site("")
    site.page("/", body, status, **headers)
    return site.answers["/"]


@pytest.fixture
def answer_with() -> Callable[..., Answer]:
    return status_page


@pytest.fixture
def site() -> Iterator[Site]:
    script = Site("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def do_GET(self) -> None:
            script.requests.append(self.path)
            script.headers.append(dict(self.headers.items()))
            answer = script.answers.get(self.path) or status_page(404)
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    script.address = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield script
    server.shutdown()
    server.server_close()
    thread.join()
