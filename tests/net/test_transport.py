import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import FetchError
from dateline.net.guard import AddressGuard
from dateline.net.http import FetchLimits, PoliteClient

CERTIFICATE = Path(__file__).with_name("loopback.pem")  # for news.example, made for this test alone


@pytest.fixture
def tls_port() -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"" if self.path == "/robots.txt" else b"sealed")

        def log_message(self, format: str, *args: Any) -> None:
            return

    class Server(HTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            return  # the refused handshake

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def fetch(host: str, port: int) -> bytes:
    guard = AddressGuard([host], resolve=lambda name, number: ("127.0.0.1",))
    limits = FetchLimits(max_seconds=5, retries=0)
    with PoliteClient(guard=guard, delay=0, limits=limits) as client:
        return client.fetch(f"https://{host}:{port}/a").body


def test_certificates_are_checked_against_the_name_though_the_address_is_pinned(
    tls_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert fetch("news.example", tls_port) == b"sealed"
    with pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"):
        fetch("other.example", tls_port)


def test_unknown_certificates_are_refused(tls_port: int) -> None:
    with pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"):
        fetch("news.example", tls_port)
