"""Backup and restore from the browser: made, taken away, taken in, checked, and put in place by a restart."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from starlette.testclient import TestClient

from dateline.model.people import Role
from dateline.web.room import Room
from tests.web.desks import token_of

PAGE = "/desk/backup"


def _make(browser: TestClient) -> str:
    assert browser.post(PAGE, data={"csrf": token_of(browser)}).headers["location"] == PAGE
    listed = browser.get("/api/backups").json()["backups"]
    return str(listed[0]["name"])


def _send(browser: TestClient, body: bytes, token: str) -> "httpx.Response":
    file = {"file": ("desk.tar", body, "application/x-tar")}
    return browser.post(f"{PAGE}/restore", data={"csrf": token}, files=file)


def test_a_backup_is_made_taken_away_and_taken_in(client: TestClient, room: Room) -> None:
    name = _make(client)
    body = client.get(f"{PAGE}/files/{name}").content
    assert len(body) > 100_000 and name in client.get(PAGE).text
    assert _send(client, body, token_of(client)).headers["location"] == PAGE
    assert client.get("/api/backups").json()["waits"] is True
    log = [act.kind.value for act in room.ledger.book.latest_acts(limit=3)]
    assert log == ["restore", "export", "backup"]
    client.post(f"{PAGE}/remove", data={"csrf": token_of(client), "name": name})
    assert client.get("/api/backups").json()["backups"] == []


def test_what_is_no_backup_is_refused_with_words(client: TestClient) -> None:
    answer = _send(client, b"not a tar", token_of(client))
    assert (answer.status_code, "not a backup" in answer.text) == (409, True)
    headers = {"x-csrf-token": token_of(client)}
    assert client.post("/api/backups/restore", content=b"\x00" * 2000, headers=headers).status_code == 409
    assert client.post("/api/backups/restart", headers=headers).status_code == 400


def test_a_backup_from_elsewhere_is_refused_and_nobody_below_an_admin_sends_one(
    log_in: Callable[[str], TestClient],
) -> None:
    ada, edna = log_in("ada"), log_in("edna")
    assert _send(ada, b"x" * 100, "0" * 64).status_code == 403
    assert ada.post("/api/backups/restore", content=b"x").status_code == 403
    assert _send(edna, b"x" * 2_000_000, token_of(edna)).status_code == 403
    assert Role.EDITOR.value in edna.get(PAGE).text


def test_names_of_backups_lead_nowhere_else(client: TestClient) -> None:
    for name in ("..%2fdesk.toml", "%2e%2e%2fledger.sqlite", "desk.toml"):
        assert client.get(f"{PAGE}/files/{name}").status_code == 404


def test_the_server_restarts_with_the_backup_in_place(desk: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", str(desk), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as browser:
                _restore_in(browser, desk)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)
    assert [path.name[:15] for path in desk.glob("before-restore-*")] == ["before-restore-"]


def _restore_in(browser: httpx.Client, desk: Path) -> None:
    """Back up, save a search, restore, and see that the search is gone."""
    _wait_for(browser)
    headers = {"x-csrf-token": browser.get("/api/me").json()["csrf"]}
    name = browser.post("/api/backups", headers=headers).json()["backups"][0]["name"]
    body = (desk / "backups" / name).read_bytes()
    kept = browser.post("/api/search/saved", json={"name": "port", "query": "harbour"}, headers=headers)
    assert list(kept.json()) == ["port"]
    assert browser.post("/api/backups/restore", content=body, headers=headers).json()["waits"] is True
    assert list(browser.get("/api/search/saved").json()) == ["port"]
    assert browser.post("/api/backups/restart", headers=headers).status_code == 200
    _wait_for(browser, until=lambda: browser.get("/api/search/saved").json() == {})
    assert browser.get("/api/backups").json()["waits"] is False


def _wait_for(browser: httpx.Client, until: Callable[[], bool] = lambda: True) -> None:
    ends = time.monotonic() + 120
    while time.monotonic() < ends:
        try:
            if browser.get("/health").status_code == 200 and until():
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("the server did not come")
