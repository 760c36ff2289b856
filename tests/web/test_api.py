"""The API answers whatever it is sent with a status and words, never with a fault."""

from typing import Any
from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dateline.web.room import Room

ODD = ["", "\x00", "\u202e", "' OR 1=1 --", "9" * 30, "%", "../", "é\u0301"]
TEXTS = st.text(max_size=40) | st.sampled_from(ODD)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def _operations(client: TestClient) -> list[tuple[str, str, dict[str, Any]]]:
    described = client.get("/api/openapi.json").json()
    return [
        (method.upper(), path, operation)
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
        if "draft" not in path or method == "get"  # drafting takes seconds: its own tests do it
    ]


@given(data=st.data())
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_sent_is_answered(client: TestClient, data: st.DataObject) -> None:
    """Send any values where the OpenAPI document names a parameter or a body."""
    csrf = client.get("/api/me").json()["csrf"]
    method, path, operation = data.draw(st.sampled_from(_operations(client)))
    query = {}
    for parameter in operation.get("parameters", ()):
        value = data.draw(TEXTS, label=parameter["name"])
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", _segment(value))
        elif data.draw(st.booleans()):
            query[parameter["name"]] = value
    body = data.draw(_body(client, operation)) if "requestBody" in operation else None
    answer = client.request(method, path, params=query, json=body, headers={"x-csrf-token": csrf})
    assert answer.status_code in {int(status) for status in operation["responses"]} | {405}, answer.text[:300]
    if answer.status_code >= 400:
        assert answer.json()["error"]


def _segment(value: str) -> str:
    """Return a value as one segment; dots alone never reach the server, every client takes them away."""
    return quote(value.encode("utf-8", "replace"), safe="") if value.strip(".") else "x"


def _body(client: TestClient, operation: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return bodies of the right shape with any words in them, and bodies of no shape."""
    schemas = client.get("/api/openapi.json").json()["components"]["schemas"]
    reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    properties = schemas[reference.rpartition("/")[2]]["properties"]
    shaped = st.fixed_dictionaries({
        name: st.lists(TEXTS, max_size=2)
        if kind.get("type") == "array"
        else st.sampled_from(kind.get("enum", ["skip", "tag", "take"])) | TEXTS
        for name, kind in properties.items()
    })  # fmt: skip
    return shaped | JSON


def test_every_operation_is_described(client: TestClient) -> None:
    for method, path, operation in _operations(client):
        assert operation.get("description"), f"{method} {path}"
        assert {"401", "403", "422"} <= operation["responses"].keys(), f"{method} {path}"


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
