"""Pages from templates. What came from outside never becomes markup, and unseen characters are left out."""

from functools import cache, partial
from importlib import resources
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from dateline import __version__
from dateline.model.identity import bytes_id
from dateline.model.people import Role
from dateline.web.addresses import address, carried
from dateline.web.dates import format_day, format_instant
from dateline.web.room import Visit
from dateline.web.security.headers import SANDBOX_POLICY
from dateline.web.strings import numeral
from dateline.web.values import independence_words, version_words
from dateline.web.views.moments import moments
from dateline.write.prose.passages import safe_url, visible


@cache
def environment() -> Environment:
    """Return the templates."""
    made = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": format_day,
        "instant": format_instant,
        "safe_url": safe_url,
        "path": _path,
        "number": numeral,
        "version": version_words,
        "independence": independence_words,
    }
    made.globals |= {"static": static_address, "Role": Role, "version": __version__, "address": address}
    return made


def render(visit: Visit, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Render a page for a visit; `t` are its words and `visit` is known to every template."""
    page = environment().get_template(template)
    html = page.render(visit=visit, t=visit.words, moments=partial(moments, visit), **context)
    return HTMLResponse(carried(html, visit.as_of) if visit.as_of else html, status)


def sandboxed(html: str) -> Response:
    """Return a page that stands by itself: without script, form or origin."""
    return HTMLResponse(html, headers={"content-security-policy": SANDBOX_POLICY})


def framed(html: str) -> Response:
    """Return a page that came from outside, for a frame of ours: without script, form or origin."""
    policy = f"{SANDBOX_POLICY}; frame-ancestors 'self'"
    return HTMLResponse(html, headers={"content-security-policy": policy, "x-frame-options": "SAMEORIGIN"})


def _path(part: object) -> str:
    """Return a string as one segment of an address."""
    return quote(str(part), safe="")


@cache
def static_address(name: str) -> str:
    """Return the address of a static file; it changes with its bytes, so that browsers may keep it."""
    body = resources.files("dateline.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={bytes_id(body)[:10]}"
