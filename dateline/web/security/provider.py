"""Logging in with an OpenID Connect provider: authorisation code with PKCE, state and nonce.

Reference: OpenID Connect Core 1.0; RFC 7636 (PKCE); RFC 9207 (issuer in the answer); RFC 9700.
"""

import base64
import hashlib
import hmac
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from dateline.desk.tables import LoginSettings
from dateline.errors import FetchError
from dateline.net.provider import get_json, post_form
from dateline.web.errors import NotLoggedIn
from dateline.web.security.sessions import new_secret

SIGNED_WITH = [
    "RS256",
    "PS256",
    "ES256",
    "EdDSA",
]  # with a key that only the provider has: never "none" or HS256
TRY_LASTS = timedelta(minutes=10)
SLACK = timedelta(minutes=2)  # between the clocks of two machines
MOST_TRIES = 1000
RETURN_PATH = "/login/provider/return"
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")

Claims = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Try:
    """A login that was begun in one browser: what its answer has to fit."""

    browser: str
    nonce: str
    verifier: str
    goes_to: str
    begun_at: datetime


class Provider:
    """The provider that a desk's settings name; `secret` is the client's, empty for a public one."""

    def __init__(self, settings: LoginSettings, secret: str) -> None:
        self._settings = settings
        self._secret = secret
        self._tries: OrderedDict[str, Try] = OrderedDict()
        self._lock = threading.Lock()
        self._known: dict[str, str] = {}

    @property
    def host(self) -> str:
        """The provider's host, as the login page names it."""
        return urlsplit(self._settings.issuer).hostname or ""

    def begin(self, browser: str, goes_to: str, *, now: datetime) -> str:
        """Begin a login in the browser with this secret and return the provider's page to send it to."""
        state, made = new_secret(), Try(_hash(browser), new_secret(), new_secret(), goes_to, now)
        with self._lock:
            self._tries[state] = made
            while len(self._tries) > MOST_TRIES:
                self._tries.popitem(last=False)
        asked = {
            "response_type": "code",
            "client_id": self._settings.client,
            "redirect_uri": self._return_address,
            "scope": "openid profile email",
            "state": state,
            "nonce": made.nonce,
            "code_challenge": _hash(made.verifier),
            "code_challenge_method": "S256",
        }
        page = self._endpoints()["authorization_endpoint"]
        return f"{page}{'&' if urlsplit(page).query else '?'}{urlencode(asked)}"

    def finish(self, browser: str, answer: Mapping[str, str], *, now: datetime) -> tuple[Claims, str]:
        """Return what the provider says of who logged in, and where they wanted to go.

        Each answer is taken once. Raises NotLoggedIn for one that does not fit what was begun in this
        browser, or whose token is not the provider's, for us, for this login and of now.
        """
        begun = self._take(answer.get("state", ""), browser, now)
        if answer.get("iss", self._settings.issuer) != self._settings.issuer:
            raise NotLoggedIn("the answer came from another provider")
        if answer.get("error") or not answer.get("code"):
            raise NotLoggedIn("the provider did not log you in")
        claims = self._claims(self._token(answer["code"], begun.verifier), now)
        if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), begun.nonce.encode()):
            raise NotLoggedIn("the token belongs to another login")
        return claims, begun.goes_to

    @property
    def _return_address(self) -> str:
        return self._settings.address.rstrip("/") + RETURN_PATH

    def _take(self, state: str, browser: str, now: datetime) -> Try:
        with self._lock:
            begun = self._tries.pop(state, None)
        if begun is None or now - begun.begun_at > TRY_LASTS:
            raise NotLoggedIn("this login was not begun here, was used already or took too long; begin again")
        if not hmac.compare_digest(begun.browser, _hash(browser)):
            raise NotLoggedIn("this login was begun in another browser")
        return begun

    def _token(self, code: str, verifier: str) -> str:
        """Exchange the code for an ID token. Raises NotLoggedIn."""
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._return_address,
            "client_id": self._settings.client,
            "code_verifier": verifier,
        }
        if self._secret:
            fields["client_secret"] = self._secret
        answer = _asking(lambda: post_form(self._endpoints()["token_endpoint"], fields))
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise NotLoggedIn("the provider gave no token")
        return token

    def _claims(self, token: str, now: datetime) -> Claims:
        """Return the claims of a token that is the provider's, for us and of now. Raises NotLoggedIn."""
        keys = _asking(lambda: get_json(self._endpoints()["jwks_uri"]))
        ours = self._settings.client
        wanted = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=int(SLACK.total_seconds()),
            iss={"essential": True, "value": self._settings.issuer},
            aud={"essential": True, "value": ours},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True},
        )
        try:
            key_set = KeySet.import_key_set(keys)  # type: ignore[arg-type]
            claims = jwt.decode(token, key_set, algorithms=SIGNED_WITH).claims
            wanted.validate(claims)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise NotLoggedIn(f"the provider's token is not valid ({type(error).__name__})") from error
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if claims.get("azp", None if several else ours) != ours:
            raise NotLoggedIn("the provider's token is for another client")
        return claims

    def _endpoints(self) -> dict[str, str]:
        """Return the provider's addresses, asked for once. Raises NotLoggedIn."""
        if not self._known:
            issuer = self._settings.issuer
            found = _asking(lambda: get_json(f"{issuer.rstrip('/')}/.well-known/openid-configuration"))
            stated = {name: str(found.get(name, "")) for name in ENDPOINTS}
            if found.get("issuer") != issuer or not all(map(is_guarded, stated.values())):
                raise NotLoggedIn(
                    f"{issuer}: its configuration names another issuer, or addresses without TLS"
                )
            self._known = stated
        return self._known


def is_guarded(address: str) -> bool:
    """Say whether an address is reached over TLS, or stays on this computer."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost")
    )


def _asking(ask: Callable[[], dict[str, object]]) -> dict[str, object]:
    try:
        return ask()
    except FetchError as error:
        raise NotLoggedIn(f"the provider cannot be asked: {error}") from error


def _hash(secret: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).rstrip(b"=").decode()
