"""Canonical addresses: one article, one address, whoever linked to it."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

# Parameters that say how a reader came, never what the page is.
TRACKING_PREFIXES = ("utm_", "at_custom", "mc_", "pk_", "hsa_")
TRACKING_PARAMETERS = frozenset({
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "igshid", "mkt_tok", "ocid",
    "cmpid", "icid", "ncid", "s_cid", "cmp", "xtor", "_ga", "_gl", "__twitter_impression", "ref_src",
    "at_medium", "at_campaign", "feature_source", "guccounter", "smid", "taid",
})  # fmt: skip
DEFAULT_PORTS = {"http": 80, "https": 443}
_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x1f\x7f]")


def canonical_url(url: str, base: str = "") -> str | None:
    """Return the canonical form of an http or https address, `None` where `url` is no such address.

    Lower-cases scheme and host, drops fragment, default port and tracking parameters; keeps all else.

    >>> canonical_url("HTTPS://News.Example:443/a?id=7&utm_source=x#top")
    'https://news.example/a?id=7'
    """
    try:
        address = urljoin(base, _NOT_IN_AN_ADDRESS.sub("", url).strip())
        parts = urlsplit(_NOT_IN_AN_ADDRESS.sub("", address).replace(" ", "%20"))
        if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
            return None
        netloc = _canonical_netloc(parts)
    except ValueError:
        return None
    return urlunsplit((parts.scheme, netloc, parts.path or "/", _without_tracking(parts.query), ""))


def host_of(url: str) -> str:
    """Return the lower-case host of `url` without a leading "www.", empty where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _canonical_netloc(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    shown = f"[{host}]" if ":" in host else host
    port = "" if parts.port in (None, DEFAULT_PORTS[parts.scheme]) else f":{parts.port}"
    user, at, _ = parts.netloc.rpartition("@")
    return f"{user}{at}{shown}{port}"


def _without_tracking(query: str) -> str:
    return "&".join(pair for pair in query.split("&") if not _is_tracking(pair.partition("=")[0].lower()))


def _is_tracking(name: str) -> bool:
    return name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES)
