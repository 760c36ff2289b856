import pytest

from dateline.model.outlets import Outlet, OutletKind
from dateline.outlets import OutletIndex, load_outlets


@pytest.fixture(scope="module")
def index() -> OutletIndex:
    return OutletIndex(load_outlets())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Fars", "fars"),
        ("FARS NEWS AGENCY", "fars"),
        ("خبرگزاری فارس", "fars"),
        ("خبرگزاري تسنيم", "tasnim"),  # Arabic yeh in a Persian name
        ("al-Modon", "al-modon"),
        ("Al Modon", "al-modon"),
        ("the Almodon website", "al-modon"),
        ("صحيفة المدن", "al-modon"),
        ("المَيادين", "al-mayadeen"),  # a vowel sign
        ("Sky News channel", "sky-news"),
        ("Syrian Observatory for Human Rights", "sohr"),
        ("the Syrian Observatory for Human Rights", "sohr"),
        ("הארץ", "haaretz"),
        ("Yeni Safak", "yeni-safak"),
        ("www.almodon.com", "al-modon"),
        ("Twitter", "twitter"),
        ("Iran", None),  # a country, though a newspaper has that name
        ("News Agency", None),
        ("Sky", None),
        ("", None),
        ("…", None),
    ],
)
def test_find_takes_what_texts_write(index: OutletIndex, name: str, expected: str | None) -> None:
    found = index.find(name)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.bbc.com/persian/articles/c1", "bbc-persian"),
        ("https://www.bbc.com/persiana", "bbc"),
        ("https://www.bbc.com/news/1", "bbc"),
        ("https://arabic.rt.com/1", "rt"),
        ("https://com/", None),
        ("http://[broken", None),
        ("file:fars/1.html", None),
    ],
)
def test_find_by_address_takes_the_longest_path(index: OutletIndex, url: str, expected: str | None) -> None:
    found = index.find_by_address(url)
    assert (found.id if found else None) == expected


def test_ports_tell_outlets_of_one_host_apart() -> None:
    first = Outlet("one", "One", url="http://127.0.0.1:8001/")
    second = Outlet("two", "Two", feeds=("http://127.0.0.1:8002/feed.xml",))
    index = OutletIndex([first, second])
    assert index.find_by_address("http://127.0.0.1:8002/a.html") == second
    assert index.find_by_address("http://127.0.0.1:8003/a.html") is None


def test_earlier_outlets_win() -> None:
    mine = Outlet("mine", "Fars", kind=OutletKind.AGENCY)
    assert OutletIndex([mine, *load_outlets()]).find("Fars") == mine


def test_get_is_by_id(index: OutletIndex) -> None:
    outlet = index.get("ilna")
    assert outlet is not None
    assert (outlet.country, outlet.timezone) == ("ir", "Asia/Tehran")
    assert index.get("nobody") is None
