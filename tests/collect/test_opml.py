import pytest

from dateline.collect.opml import parse_opml
from dateline.errors import InputError

OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Gulf">
  <outline type="rss" text="Harbour Post" xmlUrl="https://harbour.example/rss"
    htmlUrl="https://harbour.example/" language="en"/>
  <outline type="rss" text="Harbour Post: Sport" xmlUrl="https://harbour.example/sport.rss"
    htmlUrl="https://harbour.example"/>
  <outline title="صدای بندر" xmlurl="https://bandar.example/feed?utm_source=opml"/>
</outline>
<outline text="Harbour Post" xmlUrl="https://other.example/rss"/>
</body></opml>"""


def test_feeds_of_one_site_are_one_outlet() -> None:
    harbour, bandar, other = parse_opml(OPML.encode(), "mine.opml")
    assert (harbour.id, harbour.name, harbour.language) == ("harbour-post", "Harbour Post", "en")
    assert harbour.url == "https://harbour.example/"
    assert harbour.feeds == ("https://harbour.example/rss", "https://harbour.example/sport.rss")
    assert (bandar.id, bandar.name, bandar.url) == ("bandar-example", "صدای بندر", None)
    assert bandar.feeds == ("https://bandar.example/feed?utm_source=opml",)
    assert other.id == "harbour-post-2"


@pytest.mark.parametrize(
    ("body", "line", "expected"),
    [
        ("", 1, "broken XML"),
        ("<opml>\n<body>\n<outline</body></opml>", 3, "broken XML"),
        ("<rss/>", 1, "expected <opml>, found <rss>"),
        ("<opml><body/></opml>", 1, "no outline with an xmlUrl"),
        ('<opml>\n<body>\n<outline xmlUrl="file:///etc/passwd"/></body></opml>', 3, "http or https address"),
        ('<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>', 1, "XML entities"),
    ],
)
def test_bad_lists_name_file_and_line(body: str, line: int, expected: str) -> None:
    with pytest.raises(InputError, match=expected) as caught:
        parse_opml(body.encode(), "mine.opml")
    assert str(caught.value).startswith(f"mine.opml: line {line}: ")
