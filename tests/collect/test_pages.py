import pytest

from dateline.collect.pages import find_article_links
from dateline.errors import Unreadable

URL = "https://news.example/world"
PAGE = """<html><body><a href="/">Home</a><a href="/sport">Sport</a>
<a href="/2020/03/14/port-strike">Port workers walk out over pay</a>
<a href="/2020/03/14/port-strike#comments">12 comments</a>
<a href="/story.php?id=1">Ministers meet in the capital on Tuesday</a>
<a href="https://other.example/2020/03/14/elsewhere">Elsewhere in the world today</a>
<a href="/images/20200314.jpg">A picture of the port in the evening</a>
<a href="javascript:void(0)">A long menu entry that goes nowhere</a>
<a href="">The page itself, a long text</a><a>no link</a>
</body></html>"""


def test_articles_of_the_same_host_are_found_once_and_in_order() -> None:
    assert find_article_links(PAGE.encode(), url=URL) == (
        "https://news.example/2020/03/14/port-strike",
        "https://news.example/story.php?id=1",
    )


def test_the_number_of_links_is_bounded() -> None:
    page = "".join(f'<a href="/2020/03/{n}-a">x</a>' for n in range(500))
    assert len(find_article_links(page.encode(), url=URL, limit=7)) == 7


@pytest.mark.parametrize("body", [b"", b"   ", b"<!-- -->"])
def test_no_markup_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable, match=URL):
        find_article_links(body, url=URL)
