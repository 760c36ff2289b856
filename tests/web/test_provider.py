"""Logging in with an OpenID Connect provider on loopback, which tells the truth or lies in one way."""

import base64
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from starlette.testclient import TestClient

from dateline.desk import Desk
from dateline.desk.tables import LoginSettings
from dateline.errors import DeskError
from dateline.model.people import Person, Role
from dateline.web.app import create_app
from dateline.web.login_provider import open_provider
from dateline.web.room import Room
from tests.web.desks import PASSWORD, Clock, token_of

jwt = pytest.importorskip("joserfc.jwt", reason="the extra oidc is not installed")
from joserfc.jwk import OctKey, RSAKey  # noqa: E402

CLIENT, SECRET, DESK = "dateline", "the client's own secret", "https://testserver"
Json = dict[str, Any]


KEY = {"kid": "k1", "alg": "RS256", "use": "sig"}


@dataclass
class Teller:
    """A provider: whom it logs in, and how its tokens differ from true ones."""

    clock: Clock
    key: Any = field(
        default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1", "alg": "RS256", "use": "sig"})
    )
    address: str = ""
    claims: Json = field(default_factory=lambda: {"sub": "17", "preferred_username": "edna"})
    changed: Callable[[Json], Json] = lambda claims: claims
    signed: Callable[[Json, Any], str] | None = None
    codes: dict[str, Json] = field(default_factory=dict)
    used: list[str] = field(default_factory=list)

    def authorise(self, asked: dict[str, str]) -> str:
        """Log somebody in at the provider's page and return where their browser is sent."""
        assert asked["response_type"] == "code" and asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = dict(asked)
        answer = {"code": code, "state": asked["state"], "iss": self.address}
        return f"{asked['redirect_uri']}?{urlencode(answer)}"

    def token(self, form: dict[str, str]) -> Json | None:
        """Give a token for a code, once, to the client that proves to be the one who began."""
        asked = self.codes.get(form["code"])
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or form["code"] in self.used or proof != asked["code_challenge"]:
            return None
        if form["client_secret"] != SECRET or form["redirect_uri"] != asked["redirect_uri"]:
            return None
        self.used.append(form["code"])
        now = int(self.clock.now.timestamp())
        true = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        claims = self.changed({**true, **self.claims})
        header = {"alg": "RS256", "kid": "k1"}
        return {
            "id_token": self.signed(claims, self.key) if self.signed else jwt.encode(header, claims, self.key)
        }

    def answer(self, path: str, form: dict[str, str] | None) -> Json | None:
        """Answer a request of the desk."""
        match path:
            case "/.well-known/openid-configuration":
                ends = {"authorization_endpoint": "/page", "token_endpoint": "/token", "jwks_uri": "/keys"}
                return {"issuer": self.address} | {name: self.address + end for name, end in ends.items()}
            case "/keys":
                return {"keys": [self.key.as_dict(private=False)]}
            case "/token" if form is not None:
                return self.token(form)
        return None


@pytest.fixture
def teller(clock: Clock) -> Iterator[Teller]:
    told = Teller(clock)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(told.answer(self.path, None))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            self._say(told.answer(self.path, {name: values[0] for name, values in parse_qs(body).items()}))

        def _say(self, found: Json | None) -> None:
            self.send_response(400 if found is None else 200)
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def enter(room: Room, teller: Teller, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., TestClient]]:
    """Open the desk with the provider in its settings and return browsers of it."""
    monkeypatch.setenv("DATELINE_OIDC_SECRET", SECRET)
    opened: list[TestClient] = []

    def browser(**settings: Any) -> TestClient:
        login = LoginSettings(issuer=teller.address, client=CLIENT, address=DESK, **settings)
        desk = Desk(room.desk.folder, room.desk.settings.model_copy(update={"login": login}))
        served = replace(room, resident=None, doors=replace(room.doors, desk=desk))
        opened.append(TestClient(create_app(served), base_url=DESK, follow_redirects=False))
        return opened[-1]

    room.ledger.book.add_person(Person("edna", Role.EDITOR), "-", now=room.clock())
    yield browser
    for client in opened:
        client.close()


def _begin(browser: TestClient, teller: Teller) -> str:
    """Go to the provider and back, and return the address to which the browser comes back."""
    page = urlsplit(browser.get("/login/provider?next=/bulletin").headers["location"])
    return teller.authorise({name: values[0] for name, values in parse_qs(page.query).items()})


def _is_in(browser: TestClient) -> bool:
    return browser.get("/api/me").status_code == 200


def test_who_was_added_comes_in_and_goes_where_they_wanted(enter: Any, teller: Teller) -> None:
    browser = enter()
    assert "127.0.0.1" in browser.get("/login").text
    before = browser.cookies["dateline_session"]
    answer = browser.get(_begin(browser, teller))
    assert answer.headers["location"] == "/bulletin"
    assert browser.get("/api/me").json()["role"] == "editor"
    assert browser.cookies["dateline_session"] != before, "the session of before the login is not taken over"


def test_who_was_not_added_stays_out(enter: Any, teller: Teller) -> None:
    teller.claims["preferred_username"] = "mallory"
    browser = enter()
    answer = browser.get(_begin(browser, teller), headers={"x-requested-with": "dateline"})
    assert (answer.status_code, "an admin adds people" in answer.text) == (401, True)
    assert not _is_in(browser)


def test_nobody_added_so_has_a_password(enter: Any, teller: Teller) -> None:
    browser = enter()
    for password in ("-", "", PASSWORD):
        form = {"csrf": token_of(browser, "/login"), "name": "edna", "password": password}
        assert browser.post("/login", data=form).status_code == 401


@pytest.mark.parametrize(
    ("groups", "role"),
    [(["staff", "desk-editors"], "editor"), ("desk-admins", "admin"), (["staff"], None), (None, None)],
)
def test_groups_give_the_role(enter: Any, teller: Teller, groups: object, role: str | None) -> None:
    teller.claims |= {"preferred_username": "nadia", "groups": groups}
    browser = enter(role_claim="groups", roles={"desk-editors": "editor", "desk-admins": "admin"})
    browser.get(_begin(browser, teller))
    assert browser.get("/api/me").json().get("role") == role


def test_a_lost_group_is_lost_at_the_next_login(enter: Any, teller: Teller, room: Room) -> None:
    teller.claims |= {"groups": ["desk-readers"]}
    browser = enter(role_claim="groups", roles={"desk-readers": "reader"})
    browser.get(_begin(browser, teller))
    assert browser.get("/api/me").json()["role"] == "reader"
    assert "provider" in {act.by for act in room.ledger.book.latest_acts()}


def test_an_address_that_was_not_verified_is_no_name(enter: Any, teller: Teller) -> None:
    teller.claims |= {"email": "edna", "email_verified": False}
    browser = enter(name_claim="email")
    browser.get(_begin(browser, teller))
    assert not _is_in(browser)
    teller.claims["email_verified"] = True
    browser.get(_begin(browser, teller))
    assert _is_in(browser)


def _with(**changed: object) -> Callable[[Json], Json]:
    return lambda claims: {name: value for name, value in (claims | changed).items() if value is not None}


def _later(name: str, seconds: int) -> Callable[[Json], Json]:
    return lambda claims: claims | {name: claims[name] + seconds}


@pytest.mark.parametrize(
    "changed",
    [
        _with(nonce="of another login"),
        _with(nonce=None),
        _with(aud="another client"),
        _with(aud=[CLIENT, "another client"], azp="another client"),
        _with(aud=[CLIENT, "another client"]),
        _with(iss="https://elsewhere.example"),
        _with(sub=None),
        _with(exp=None),
        _with(iat=None),
        _later("exp", -3600),
        _later("iat", 3600),
    ],
    ids=[
        *("nonce", "no nonce", "audience", "another's, for two", "nobody's, for two", "issuer"),
        *("no subject", "no end", "no begin", "expired", "of the future"),
    ],
)
def test_a_token_that_is_not_for_this_login_is_refused(
    enter: Any, teller: Teller, changed: Callable[[Json], Json]
) -> None:
    teller.changed = changed
    browser = enter()
    browser.get(_begin(browser, teller))
    assert not _is_in(browser)


def _part(fields: Json) -> str:
    return base64.urlsafe_b64encode(json.dumps(fields).encode()).rstrip(b"=").decode()


def _unsigned(claims: Json, key: Any) -> str:
    return f"{_part({'alg': 'none'})}.{_part(claims)}."


def _by_another_key(claims: Json, key: Any) -> str:
    return str(jwt.encode({"alg": "RS256", "kid": "k1"}, claims, RSAKey.generate_key(2048, {"kid": "k1"})))


def _by_the_public_key_as_a_secret(claims: Json, key: Any) -> str:
    secret = OctKey.import_key(key.as_pem(private=False))
    return str(jwt.encode({"alg": "HS256", "kid": "k1"}, claims, secret, algorithms=["HS256"]))


def _by_the_clients_secret(claims: Json, key: Any) -> str:
    return str(jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET), algorithms=["HS256"]))


def _altered(claims: Json, key: Any) -> str:
    head, _, mark = str(jwt.encode({"alg": "RS256", "kid": "k1"}, claims, key)).split(".")
    return f"{head}.{_part(claims | {'preferred_username': 'ada'})}.{mark}"


@pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")
@pytest.mark.parametrize(
    "signed",
    [_unsigned, _by_another_key, _by_the_public_key_as_a_secret, _by_the_clients_secret, _altered],
)
def test_a_token_that_the_provider_did_not_sign_is_refused(
    enter: Any, teller: Teller, signed: Callable[[Json, Any], str]
) -> None:
    teller.signed = signed
    browser = enter()
    browser.get(_begin(browser, teller))
    assert not _is_in(browser) and teller.used, "the code was exchanged and the token refused"


def test_an_answer_is_taken_once(enter: Any, teller: Teller) -> None:
    browser = enter()
    back = _begin(browser, teller)
    assert browser.get(back).headers["location"] == "/bulletin"
    browser.cookies.delete("dateline_session")
    browser.get(back)
    assert not _is_in(browser)


def test_a_code_that_was_used_is_refused_by_the_provider(enter: Any, teller: Teller) -> None:
    browser = enter()
    browser.get(_begin(browser, teller))
    stolen, fresh = "code-0", urlsplit(_begin(other := enter(), teller))
    answer = parse_qs(fresh.query)
    other.get(f"{fresh.path}?{urlencode({'code': stolen, 'state': answer['state'][0]})}")
    assert not _is_in(other)


def test_an_answer_begun_in_another_browser_is_refused(enter: Any, teller: Teller) -> None:
    """Somebody is made to come back with the login of another: login CSRF."""
    attacker = enter()
    victim = TestClient(attacker.app, base_url=DESK, follow_redirects=False)
    victim.get("/login")
    victim.get(_begin(attacker, teller))
    assert not _is_in(victim)


@pytest.mark.parametrize("query", ["", "code=x", "state=x&code=x", "error=access_denied&state=x"])
def test_an_answer_to_nothing_is_refused(enter: Any, query: str) -> None:
    answer = enter().get(f"/login/provider/return?{query}")
    assert answer.status_code in (303, 401) and answer.headers.get("location", "/login").startswith("/login")


def test_a_login_takes_ten_minutes_at_most(enter: Any, teller: Teller, clock: Clock) -> None:
    browser = enter()
    back = _begin(browser, teller)
    clock.now = clock.now.replace(minute=(clock.now.minute + 11) % 60, hour=clock.now.hour + 1)
    browser.get(back)
    assert not _is_in(browser)


@pytest.mark.parametrize(
    "settings",
    [
        {"issuer": "http://id.example", "client": CLIENT, "address": "https://desk.example"},
        {"issuer": "https://id.example", "client": "", "address": "https://desk.example"},
        {"issuer": "https://id.example", "client": CLIENT, "address": "http://desk.example"},
    ],
)
def test_a_provider_wants_tls_and_a_client(settings: Json) -> None:
    with pytest.raises(DeskError, match="login"):
        open_provider(LoginSettings(**settings))


def test_without_a_provider_there_is_no_such_way_in(client: TestClient) -> None:
    assert client.get("/login/provider").status_code == 404
    assert "/login/provider" not in client.get("/login").text
