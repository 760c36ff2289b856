import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.collect.addresses import canonical_url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://News.Example/A?b=1#c", "http://news.example/A?b=1"),
        ("https://news.example:443", "https://news.example/"),
        ("http://news.example:443/", "http://news.example:443/"),
        ("https://news.example/a?utm_source=x&id=7&fbclid=y&UTM_Medium=z", "https://news.example/a?id=7"),
        ("https://news.example/a?utm_source=x", "https://news.example/a"),
        ("https://news.example./a", "https://news.example/a"),
        ("https://news.example/خبر/۱", "https://news.example/خبر/۱"),
        ("https://news.example/a?q=a%26b&page=", "https://news.example/a?q=a%26b&page="),
        ("  https://news.example/a\n b ", "https://news.example/a%20b"),
        ("https://[2606:4700::1111]:8443/a", "https://[2606:4700::1111]:8443/a"),
        ("mailto:a@news.example", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://[broken/", None),
        ("https://news.example:port/", None),
        ("a/b.html", None),
        ("", None),
    ],
)
def test_canonical_url(url: str, expected: str | None) -> None:
    assert canonical_url(url) == expected


def test_relative_addresses_are_joined() -> None:
    assert canonical_url("../b.html", "https://news.example/a/c/") == "https://news.example/a/b.html"


@given(st.text(max_size=60))
def test_canonical_is_canonical_again(path: str) -> None:
    once = canonical_url("https://news.example/" + path)
    assert once is None or canonical_url(once) == once
