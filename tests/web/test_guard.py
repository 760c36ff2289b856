"""Who may do what: every route is guarded, every role is held to, and forms come from our own pages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from starlette.testclient import TestClient

from dateline.desk import load_desk
from dateline.errors import DeskError
from dateline.model.people import Person, Role
from dateline.web.app import create_app
from dateline.web.room import Room
from dateline.web.security.sessions import TOKEN, begin_session
from dateline.web.server import Address, open_room
from tests.web.browser import served
from tests.web.desks import PASSWORD, PEOPLE, Clock, token_of
from tests.web.routes import Asked, routes_of

PUBLIC = {"/login", "/login/provider", "/login/provider/return", "/health", "/api/openapi.json"}
ANYTHING = {"id": "none", "other": "none", "draft": "none", "number": "1", "name": "none"}
# What ends the session of the one who asks.
ENDING = {"/logout", "/account/password", "/account/leave", "/api/account/password", "/api/account/leave"}
Enter = Callable[[str], TestClient]


def test_every_route_has_a_guard(room: Room) -> None:
    routes = routes_of(create_app(room))
    assert len(routes) > 60
    unguarded = {route.path for route in routes if route.role is None}
    assert unguarded <= PUBLIC, "these routes let anybody in"


def test_what_changes_something_wants_more_than_a_reader(room: Room) -> None:
    own = {"/preferences", "/logout", "/login", "/account/password", "/account/leave"}
    proofs = {"/bulletin/{number}/verify"}
    harmless = {f"{place}{path}" for path in own | proofs for place in ("", "/api")}
    changing = [route for route in routes_of(create_app(room)) if "POST" in route.methods]
    assert {route.path for route in changing if route.role in (None, Role.READER)} <= harmless


@pytest.mark.parametrize("name", ["", *PEOPLE])
def test_each_route_lets_in_exactly_those_it_names(log_in: Enter, room: Room, name: str) -> None:
    """Ask every route as everybody: 401 without a login, 403 below the role, anything else from it on."""
    browser = log_in(name)
    csrf = token_of(browser, "/triage" if name else "/login")
    for route in routes_of(browser.app):  # type: ignore[arg-type]
        role = route.role
        if role is None or route.path in ENDING:
            continue
        path = _address(route)
        for method in route.methods:
            answer = browser.request(method, path, headers={"x-csrf-token": csrf})
            refused = _is_refused(answer.status_code, answer.headers.get("location", ""))
            expected = not name or not PEOPLE[name].may(role)
            assert refused == expected, f"{method} {path} as {name or 'nobody'}: {answer.status_code}"
            assert answer.status_code < 500, f"{method} {path}: {answer.text[:300]}"


def _address(route: Asked) -> str:
    path = route.path
    for name, value in ANYTHING.items():
        path = path.replace(f"{{{name}}}", value).replace(f"{{{name}:path}}", value)
    return path


def _is_refused(status: int, location: str) -> bool:
    return status in (401, 403) or (status == 303 and location.startswith("/login"))


@pytest.mark.parametrize(
    "header", [{}, {"x-csrf-token": "0" * 64}, {"x-csrf-token": ""}, {"x-csrf-token": "é"}]
)
def test_a_form_from_elsewhere_is_refused(client: TestClient, header: dict[str, str]) -> None:
    client.get("/triage")
    encoded = {name: value.encode("latin-1") for name, value in header.items()}
    assert client.post("/undo", headers=encoded).status_code == 403  # type: ignore[arg-type]


def test_the_token_of_another_session_is_refused(log_in: Enter) -> None:
    arash, edna = log_in("arash"), log_in("edna")
    form = {"csrf": token_of(edna), "what": "skip", "story": "s-1"}
    assert arash.post("/triage", data=form).status_code == 403


def test_pages_say_what_may_be_loaded(client: TestClient) -> None:
    for path in ("/triage", "/nowhere", "/static/desk.css", "/api/me"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_pages_hold_no_inline_script_or_style(client: TestClient, room: Room) -> None:
    story = room.ledger.stories()[0].id
    for path in ("/triage", f"/stories/{story}", "/search?q=fire", "/entities", "/bulletin", "/desk", "/map"):
        page = client.get(path).text
        assert "<style" not in page and " style=" not in page and "javascript:" not in page
        assert page.count("<script") == page.count("<script src=")
        assert not [word for word in page.split() if word.startswith("on") and '="' in word and "(" in word]


def test_a_foreign_host_name_is_refused(client: TestClient) -> None:
    """A page elsewhere that makes its own name point here gets nothing: DNS rebinding."""
    assert client.get("/triage", headers={"host": "evil.example"}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/search?q=port", "/health", "/nowhere"])
def test_a_link_checker_is_answered_as_a_reader_is_but_without_the_body(room: Room, path: str) -> None:
    with served(room) as address, httpx.Client(base_url=address) as client:
        asked, head = client.get(path), client.head(path)
    assert head.status_code == asked.status_code
    assert head.headers.get("content-type") == asked.headers.get("content-type")
    assert head.content == b""


def test_long_requests_are_cut_off(client: TestClient) -> None:
    client.get("/triage")
    assert client.post("/undo", content=b"x" * 1_100_000).status_code == 413


def test_a_login_is_tried_a_few_times_only(log_in: Enter, clock: Clock) -> None:
    browser = log_in("")
    form = {"csrf": token_of(browser, "/login"), "name": "edna", "password": "wrong but long"}
    statuses = [browser.post("/login", data=form).status_code for _ in range(9)]
    assert statuses == [401] * 8 + [429]
    right = {**form, "password": PASSWORD}
    assert browser.post("/login", data=right).status_code == 429
    clock.now += timedelta(minutes=11)
    assert browser.post("/login", data=right).status_code == 303


@pytest.mark.parametrize(("name", "password"), [("nobody", PASSWORD), ("edna", ""), ("edna", PASSWORD + "x")])
def test_a_wrong_login_is_refused_alike(log_in: Enter, name: str, password: str) -> None:
    browser = log_in("")
    form = {"csrf": token_of(browser, "/login"), "name": name, "password": password}
    assert browser.post("/login", data=form).status_code == 401


def test_logging_out_ends_the_session_for_good(log_in: Enter) -> None:
    browser = log_in("edna")
    secret = browser.cookies["dateline_session"]
    browser.post("/logout", data={"csrf": token_of(browser)})
    browser.cookies.set("dateline_session", secret)
    assert browser.get("/triage").headers["location"].startswith("/login")


def test_a_session_has_an_end(log_in: Enter, clock: Clock) -> None:
    browser = log_in("edna")
    clock.now += timedelta(hours=15)
    assert browser.get("/triage").status_code == 303


def test_a_disabled_login_is_out_at_once(log_in: Enter, room: Room, clock: Clock) -> None:
    browser = log_in("edna")
    room.ledger.book.change_person(Person("edna", Role.EDITOR, disabled=True), now=clock())
    assert browser.get("/triage").status_code == 303


def test_a_token_acts_without_a_page(log_in: Enter, room: Room, clock: Clock) -> None:
    browser = log_in("")
    bearer = {"authorization": f"Bearer {begin_session(room.ledger, 'arash', now=clock(), kind=TOKEN)}"}
    assert browser.get("/api/me", headers=bearer).json()["name"] == "arash"
    story = room.ledger.stories()[0].id
    asked = {"what": "take", "stories": [story]}
    assert browser.post("/api/triage", json=asked, headers=bearer).status_code == 200
    assert browser.post("/api/triage", json=asked, headers={"authorization": "Bearer x"}).status_code == 401


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example/", "/\\evil.example", "/a\nb"])
def test_a_login_leads_nowhere_else(log_in: Enter, place: str) -> None:
    browser = log_in("")
    form = {"csrf": token_of(browser, "/login"), "name": "edna", "password": PASSWORD, "next": place}
    assert browser.post("/login", data=form).headers["location"] == "/"


def test_beyond_loopback_somebody_has_to_be_able_to_log_in(room: Room) -> None:
    with pytest.raises(DeskError, match="dateline users add"), open_room(room.desk, Address("0.0.0.0")):
        pass


def test_with_people_nobody_is_resident(room: Room, clock: Clock) -> None:
    room.ledger.book.add_person(Person("ada", Role.ADMIN), "hash", now=clock())
    with open_room(load_desk(room.desk.folder), Address(), clock) as opened:
        assert opened.resident is None


def test_the_last_admin_stays(log_in: Enter) -> None:
    browser = log_in("ada")
    form = {"csrf": token_of(browser), "name": "ada", "role": "reader"}
    answer = browser.post("/desk/people/change", data=form)
    assert (answer.status_code, "only admin" in answer.text) == (400, True)


def test_files_outside_an_edition_are_not_given(client: TestClient) -> None:
    for name in ("../../desk.toml", "%2e%2e/%2e%2e/desk.toml", "/etc/passwd", "..%2f..%2fledger.sqlite"):
        assert client.get(f"/bulletin/1/files/{name}").status_code in (404, 409, 422)


def test_a_room_can_be_opened_without_a_resident(room: Room) -> None:
    with TestClient(create_app(replace(room, resident=None)), follow_redirects=False) as browser:
        assert browser.get("/").headers["location"] == "/login?next=/"
        assert browser.get("/api/me").json() == {"error": "please log in"}
