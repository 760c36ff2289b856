"""What the API does, beside keeping what its OpenAPI document promises (`test_described.py`)."""

from starlette.testclient import TestClient

from dateline.web.app import create_app
from dateline.web.room import Room
from tests.web.routes import routes_of

# Pages whose part of the API has another address than "/api" and their own.
ELSEWHERE = {
    "/": "/triage",
    "/stories/{id}": "/triage",  # POST: acts on stories
    "/claims/{id}": "/claims/{id}/decisions",
    "/map": "/events",
    "/desk": "/outlets",
    "/desk/outlets/{id}": "/outlets/{id}",
    "/desk/outlets/{id}/grade": "/outlets/{id}/grade",
    "/account": "/me",
    "/desk/issues": "/issues",
    "/desk/log": "/log",
    "/desk/log/table": "/log/table",
    "/desk/people": "/people",
    "/desk/people/change": "/people/change",
    "/desk/backup": "/backups",
    "/desk/backup/files/{name}": "/backups/files/{name}",
    "/desk/backup/remove": "/backups/remove",
    "/desk/backup/restore": "/backups/restore",
    "/desk/backup/restart": "/backups/restart",
    "/bulletin/{number}/correct": "/bulletin/{number}/corrections",
    "/bulletin/{number}/withdraw": "/bulletin/{number}/withdrawal",
    "/search/saved": "/search/saved",
}
# What only a browser has: its own session, language and colours, what is being written in it, the page of a
# proof that the API answers with at once; and what says that the server is there.
BROWSER_ONLY = {
    "/login",
    "/login/provider",
    "/login/provider/return",
    "/logout",
    "/preferences",
    "/kept",
    "/bulletin/{number}/proof",
    "/health",
}


def test_every_page_is_also_in_the_api(room: Room) -> None:
    routes = {(method, route.path) for route in routes_of(create_app(room)) for method in route.methods}
    pages = {(method, path) for method, path in routes if not path.startswith("/api/")}
    missing = [
        (method, path)
        for method, path in pages
        if path not in BROWSER_ONLY
        and (method, f"/api{path}") not in routes
        and (method, f"/api{ELSEWHERE.get(path, '')}") not in routes
    ]
    assert missing == []


def test_bytes_that_are_no_text_are_refused(client: TestClient) -> None:
    csrf = client.get("/api/me").json()["csrf"]
    headers = {"x-csrf-token": csrf, "content-type": "application/json"}
    for body in (b"\xff\xfe", b"{", b'{"what": "skip", "stories": ["\\ud800"]}', b"[" * 5000):
        assert client.post("/api/triage", content=body, headers=headers).status_code in (400, 422)


def test_a_claim_is_decided_and_taken_back(client: TestClient, room: Room) -> None:
    csrf = {"x-csrf-token": client.get("/api/me").json()["csrf"]}
    claim = room.ledger.claims()[0].id
    asked = {"verdict": "edit", "words": "Other words"}
    act = client.post(f"/api/claims/{claim}/decisions", json=asked, headers=csrf).json()
    shown = client.get(f"/api/claims/{claim}").json()["claim"]
    assert (shown["edited"], shown["text"] != "Other words") == ("Other words", True)
    client.post("/api/undo", json={"act": act["id"]}, headers=csrf)
    assert client.get(f"/api/claims/{claim}").json()["claim"]["edited"] is None


def test_a_person_outranks_a_rule_and_undoing_gives_the_rule_back(client: TestClient, room: Room) -> None:
    csrf = {"x-csrf-token": client.get("/api/me").json()["csrf"]}
    claim = next(c.id for c in room.ledger.claims(accepted_only=True))
    asked = {"verdict": "reject", "why": "Said of another town"}
    act = client.post(f"/api/claims/{claim}/decisions", json=asked, headers=csrf).json()
    assert claim not in {c.id for c in room.ledger.claims(accepted_only=True)}
    client.post("/api/undo", json={"act": act["id"]}, headers=csrf)
    assert claim in {c.id for c in room.ledger.claims(accepted_only=True)}
