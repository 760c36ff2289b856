"""Which network addresses may be reached: public ones, and what the desk's allow list names."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from dateline.errors import ForbiddenAddress, UnresolvedHost

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], tuple[str, ...]]

SCHEMES = {"http": 80, "https": 443}
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """Return every address that the system gives for `host`. Raises UnresolvedHost when there is none."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnresolvedHost(
            f"{host}: the name does not resolve ({error}); check the spelling of the address"
        ) from error
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


def is_public(address: IPAddress) -> bool:
    """Say whether `address` is one that anybody on the internet could reach.

    >>> is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    False
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = embedded_ipv4(address)
        if inner is not None and not is_public(inner):
            return False
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def embedded_ipv4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 one carries: mapped, 6to4, Teredo or NAT64."""
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


class AddressGuard:
    """Turns a host into an address to connect to, or refuses.

    `allow` holds hosts ("intranet.example") and hosts with a port ("127.0.0.1:8000") that may be reached
    whatever they resolve to.
    """

    def __init__(self, allow: Iterable[str] = (), resolve: Resolve = resolve_host) -> None:
        self._allow = frozenset(name.strip().lower().strip("[]").replace("]:", ":") for name in allow)
        self._resolve = resolve

    def check_url(self, url: str) -> None:
        """Raise ForbiddenAddress unless `url` is http or https with a host."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname, parts.port
        except ValueError as error:
            raise ForbiddenAddress(f"{url}: not an address ({error})") from error
        if parts.scheme.lower() not in SCHEMES or not host:
            raise ForbiddenAddress(f"{url}: only http and https addresses with a host are fetched")

    def pinned_address(self, host: str, port: int) -> str:
        """Return the one address to connect to; resolving and checking are a single step, so that no
        second answer of a name server can slip in between.
        """
        addresses = self._resolve(host, port)
        if not addresses:
            raise UnresolvedHost(f"{host}: the name has no address; check the spelling")
        if not self.allows(host, port):
            for address in addresses:
                self._refuse_unless_public(host, port, address)
        return addresses[0]

    def allows(self, host: str, port: int) -> bool:
        """Say whether the allow list names `host`, with or without `port`."""
        name = host.lower().strip("[]")
        return name in self._allow or f"{name}:{port}" in self._allow

    @staticmethod
    def _refuse_unless_public(host: str, port: int, address: str) -> None:
        if not is_public(ipaddress.ip_address(address.partition("%")[0])):
            raise ForbiddenAddress(
                f"{host}:{port} leads to {address}, which is not a public address; "
                f"add {host}:{port} to the desk's allowed addresses if this is meant"
            )
