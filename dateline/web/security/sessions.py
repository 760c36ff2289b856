"""Sessions: a random secret that only the browser has, of which the ledger keeps the hash."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from dateline.model.people import Person, Session
from dateline.store import Ledger

COOKIE = "dateline_session"
BROWSER, TOKEN = "browser", "token"
LASTS = {BROWSER: timedelta(hours=14), TOKEN: timedelta(days=90)}


def new_secret() -> str:
    """Return a secret for a cookie or a token: 256 random bits."""
    return secrets.token_urlsafe(32)


def begin_session(ledger: Ledger, person: str, *, now: datetime, kind: str = BROWSER) -> str:
    """Begin a session and return its secret, which is nowhere kept."""
    secret = new_secret()
    ledger.book.begin_session(Session(session_id(secret), person, kind, now, now + LASTS[kind]))
    return secret


def session_id(secret: str) -> str:
    """Return the id under which the ledger keeps the session of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def person_of(ledger: Ledger, secret: str, *, now: datetime) -> Person | None:
    """Return who is logged in with a secret; `None` where nobody is, or the login was disabled since."""
    session = ledger.book.find_session(session_id(secret), now=now)
    if session is None:
        return None
    people = {login.person.name: login.person for login in ledger.book.logins()}
    person = people.get(session.person)
    return person if person and not person.disabled else None


def csrf_token(secret: str) -> str:
    """Return the token that the forms of a session carry."""
    return hmac.new(secret.encode(), b"dateline csrf", hashlib.sha256).hexdigest()


def is_csrf_token(secret: str, token: str) -> bool:
    """Say whether a form came from a page of this session."""
    return hmac.compare_digest(csrf_token(secret).encode(), token.encode())
