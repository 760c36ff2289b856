"""Whether a desk has a provider of logins; its libraries are loaded only then."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from dateline.desk.secrets import find_secret
from dateline.desk.tables import LoginSettings
from dateline.errors import DeskError

if TYPE_CHECKING:
    from dateline.web.security.provider import Provider


def open_provider(settings: LoginSettings) -> "Provider | None":
    """Return the provider that the settings name, `None` where they name none. Raises DeskError."""
    if not settings.issuer:
        return None
    if find_spec("joserfc") is None:
        raise DeskError("[login]: a provider needs joserfc; install it with: pip install 'dateline[oidc]'")
    from dateline.web.security.provider import Provider, is_guarded

    if not settings.client or not all(map(is_guarded, (settings.issuer, settings.address))):
        raise DeskError(
            "[login]: expected `client`, and `issuer` and `address` that begin with https:// "
            f"(or stay on this computer); found {settings.issuer!r} and {settings.address!r}"
        )
    return Provider(settings, find_secret(settings.secret_variable) or "")
