"""Alerts of kept searches, told to real servers on loopback: each document once, none without being asked."""

import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from dateline.cli.alerts import routes_from
from dateline.errors import InputError
from dateline.net.mail import read_server
from dateline.pipeline.alerting import Routes, send_alerts
from dateline.pipeline.searches import read_alert
from dateline.web.room import Room
from tests.loopback import Site
from tests.web.desks import NOW, token_of


class _Mailbox(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it is handed."""

    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.mails: list[str] = []


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self._say("220 ready")
        while line := self.rfile.readline():
            word = line.split()[0].upper() if line.split() else b""
            if word == b"DATA":
                self._say("354 go on")
                self.server.mails.append(self._read_mail())  # type: ignore[attr-defined]
            self._say("221 bye" if word == b"QUIT" else "250 fine")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())

    def _read_mail(self) -> str:
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(lines).decode()


@pytest.fixture
def mailbox() -> Iterator[_Mailbox]:
    with _Mailbox() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()


def _keep(client: TestClient, query: str, alert: str, status: int = 303) -> None:
    form = {"csrf": token_of(client), "name": "Fires", "query": query, "alert": alert}
    assert client.post("/search/saved", data=form).status_code == status


def _print_more(room: Room, hours: int, name: str) -> None:
    document = next(each for each in room.ledger.documents() if "soap factory" in each.text)
    fields = {field: getattr(document, field) for field in document.__slots__}
    later = type(document)(**{**fields, "id": f"doc-{name}", "url": f"http://herald.example/{name}"})
    room.ledger.save_document(later, now=NOW + timedelta(hours=hours))


def test_a_mail_tells_of_each_new_document_once(client: TestClient, room: Room, mailbox: _Mailbox) -> None:
    port = mailbox.server_address[1]
    routes = Routes(read_server(f"smtp://127.0.0.1:{port}", "desk@levant.example"))
    _keep(client, '"soap factory"', "mina@levant.example")
    at = NOW + timedelta(hours=9)
    assert send_alerts(room.ledger, routes, now=at) == []
    _print_more(room, 5, "later")
    (alert,) = send_alerts(room.ledger, routes, now=at)
    assert alert.problem == ""
    assert send_alerts(room.ledger, routes, now=at + timedelta(minutes=1)) == []
    (mail,) = mailbox.mails
    assert "To: mina@levant.example" in mail and "From: desk@levant.example" in mail
    assert "Subject: 1 new: Fires" in mail and "http://herald.example/later" in mail


def test_a_webhook_is_posted_to_until_it_takes_it(client: TestClient, room: Room, site: Site) -> None:
    routes = routes_from({"DATELINE_WEBHOOK_NEWSROOM": site.url("/secret-path")})
    _keep(client, '"soap factory"', "hook:newsroom")
    _print_more(room, 5, "later")
    at = NOW + timedelta(hours=9)
    site.page("/secret-path", status=500)
    (alert,) = send_alerts(room.ledger, routes, now=at)
    assert "status 500" in alert.problem and "secret-path" not in alert.problem
    site.page("/secret-path", b"ok")
    (alert,) = send_alerts(room.ledger, routes, now=at)
    assert alert.problem == ""
    assert site.requests == ["/secret-path", "/secret-path"]
    assert send_alerts(room.ledger, routes, now=at) == []


def test_nobody_is_told_who_did_not_ask(client: TestClient, room: Room) -> None:
    _keep(client, '"soap factory"', "")
    _print_more(room, 5, "later")
    assert send_alerts(room.ledger, Routes(), now=NOW + timedelta(hours=9)) == []


def test_where_nothing_is_set_the_alert_says_what_to_set(client: TestClient, room: Room) -> None:
    _print_more(room, 5, "later")
    for alert, name in (("mail:mina@levant.example", "DATELINE_SMTP"), ("hook:other", "WEBHOOK_OTHER")):
        _keep(client, '"soap factory"', alert)
        _print_more(room, 6, name.lower())
        (made,) = send_alerts(room.ledger, Routes(), now=NOW + timedelta(hours=9))
        assert name in made.problem


@pytest.mark.parametrize("text", ["https://inner.example/x", "mina", "hook:a b", "mail:a@b@c", "mail: @x"])
def test_what_is_no_route_is_refused(client: TestClient, text: str) -> None:
    with pytest.raises(InputError):
        read_alert(text)
    _keep(client, "fire", text, status=400)


@pytest.mark.parametrize("server", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://a:x"])
def test_a_mail_server_is_an_address(server: str) -> None:
    with pytest.raises(InputError, match="DATELINE_SMTP"):
        routes_from({"DATELINE_SMTP": server, "DATELINE_MAIL_FROM": "desk@levant.example"})
