"""What every answer says to the browser, and which requests are not let through at all."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.security.sessions import COOKIE

CONTENT_POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip
# An edition or archived text opened by itself: no script, no form, no origin of its own.
SANDBOX_POLICY = (
    "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
)
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
MOST_BYTES = 1_000_000  # of a request: forms and decisions are small
MOST_OF_BACKUP = 64_000_000_000  # of a backup that is restored; the disk has to have room for it too
BACKUPS = ("/desk/backup/restore", "/api/backups/restore")


class Guarded:
    """Adds the headers to every answer, and refuses foreign hosts and overlong requests."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] = ()) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "HEAD":  # answered as GET; the server keeps the body back
            scope = {**scope, "method": "GET"}
        most = MOST_OF_BACKUP if scope["path"] in BACKUPS else MOST_BYTES
        refusal = self._refusal(Headers(scope=scope), most)
        app = PlainTextResponse(refusal[1], refusal[0]) if refusal else self._app
        await app(scope, _bounded(receive, most), _with_headers(scope, send))

    def _refusal(self, headers: Headers, most: int) -> tuple[int, str] | None:
        if self._hosts and _host_name(headers.get("host", "")) not in self._hosts:
            return 421, "This desk is not served under that name; ask for it by its own.\n"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > most:
            return 413, f"A request has at most {most:,} bytes.\n"
        return None


def _host_name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _bounded(receive: Receive, most: int) -> Receive:
    """Cut off a request that says nothing of its length and goes on and on."""
    received = 0

    async def receive_some() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        return {"type": "http.disconnect"} if received > most else message

    return receive_some


def _with_headers(scope: Scope, send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            _keep_secret(scope, headers)
            headers.setdefault("content-security-policy", CONTENT_POLICY)
            headers.setdefault("cache-control", "no-store")
            for name, value in ALWAYS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers


def _keep_secret(scope: Scope, headers: MutableHeaders) -> None:
    """Give a browser that came without one the secret to which its forms are held."""
    secret = scope.get("state", {}).get("secret")
    had_one = f"{COOKIE}=" in Headers(scope=scope).get("cookie", "")
    if secret and not had_one and f"{COOKIE}=" not in headers.get("set-cookie", ""):
        secure = "; Secure" if scope.get("scheme") == "https" else ""
        headers.append("set-cookie", f"{COOKIE}={secret}; HttpOnly; Path=/; SameSite=lax{secure}")
