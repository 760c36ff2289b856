import ipaddress

import pytest

from dateline.errors import FetchError, ForbiddenAddress
from dateline.net.guard import AddressGuard, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1",
        "fc00::1", "::ffff:1.1.1.1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe",
    ],
)  # fmt: skip
def test_what_is_not_on_the_internet_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "gopher://a/",
        "//a/b",
        "http://",
        "http://[::1",
        "http://a:x/",
    ],
)
def test_only_http_with_a_host(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        AddressGuard().check_url(url)


def test_an_answer_that_mixes_public_and_private_is_refused() -> None:
    guard = AddressGuard(resolve=lambda host, port: ("1.1.1.1", "10.0.0.1"))
    with pytest.raises(ForbiddenAddress, match=r"news\.example:80 leads to 10\.0\.0\.1"):
        guard.pinned_address("news.example", 80)


def test_the_first_public_address_is_pinned() -> None:
    guard = AddressGuard(resolve=lambda host, port: ("1.1.1.1", "1.0.0.1"))
    assert guard.pinned_address("news.example", 80) == "1.1.1.1"


@pytest.mark.parametrize(
    ("allow", "host", "port", "allowed"),
    [
        ("127.0.0.1:8000", "127.0.0.1", 8000, True),
        ("127.0.0.1:8000", "127.0.0.1", 9000, False),
        ("Wiki.Local", "wiki.local", 443, True),
        ("[::1]:80", "::1", 80, True),
        ("::1", "::1", 81, True),
        ("local", "wiki.local", 80, False),
    ],
)
def test_the_allow_list_names_hosts_or_ports(allow: str, host: str, port: int, allowed: bool) -> None:
    assert AddressGuard([allow]).allows(host, port) is allowed


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost"])
def test_other_spellings_of_loopback_are_refused(host: str) -> None:
    with pytest.raises(FetchError):
        AddressGuard().pinned_address(host, 80)
