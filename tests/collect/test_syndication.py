import json
from pathlib import Path

import pytest

from dateline.collect.syndication import parse_feed
from dateline.errors import Unreadable

URL = "https://news.example/feed"

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title>
<item><title>Ferry &amp; tug collide</title><link>/2020/03/ferry.html?utm_source=rss</link>
<pubDate>Sat, 14 Mar 2020 09:30:00 +0200</pubDate><dc:creator>Lina Haddad</dc:creator>
<source url="https://wire.example/rss">Coastal Wire</source>
<description>
&lt;p&gt;Two &lt;b&gt;hurt&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description></item>
<item><title>Older</title>
<link>https://news.example/older</link><pubDate>Fri, 13 Mar 2020 09:30:00 GMT</pubDate></item>
<item><title>Newest</title>
<link>https://news.example/newest</link><pubDate>Sun, 15 Mar 2020 00:00:00 GMT</pubDate></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><title type="html">&lt;i&gt;Talks&lt;/i&gt; resume</title><link href="https://news.example/t"/>
<updated>2020-03-14T08:00:00+03:30</updated><author><name>R. Salehi</name></author>
<source><title>Valley Agency</title><link href="https://valley.example/"/></source></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://news.example/"><title>N</title></channel>
<item rdf:about="https://news.example/r"><title>RDF item</title><link>https://news.example/r</link></item></rdf:RDF>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Post",
    "items": [
        {"id": "https://news.example/j1", "date_published": "2020-03-13T10:00:00Z", "summary": "<p>One</p>"},
        {
            "id": "2",
            "url": "https://news.example/j2",
            "title": "Second",
            "date_published": "2020-03-14T10:00:00+03:30",
            "authors": [{"name": "A"}, {"name": "B"}],
            "external_url": "https://wire.example/j2",
        },
        {"id": "no address"},
        "not an item",
    ],
}


def test_rss_keeps_what_the_feed_says() -> None:
    newest, entry, older = parse_feed(RSS.encode(), url=URL)
    assert [newest.announced.title, older.announced.title] == ["Newest", "Older"]
    assert entry.url == "https://news.example/2020/03/ferry.html"
    announced = entry.announced
    assert announced.feed_url == URL
    assert announced.title == "Ferry & tug collide"
    assert announced.published == "Sat, 14 Mar 2020 09:30:00 +0200"
    assert announced.author == "Lina Haddad"
    assert (announced.source_name, announced.source_url) == ("Coastal Wire", "https://wire.example/rss")
    assert announced.summary == "Two hurt"


def test_atom_keeps_the_source() -> None:
    (entry,) = parse_feed(ATOM.encode(), url=URL)
    assert entry.url == "https://news.example/t"
    announced = entry.announced
    assert (announced.title, announced.author) == ("Talks resume", "R. Salehi")
    assert announced.published == "2020-03-14T08:00:00+03:30"
    assert (announced.source_name, announced.source_url) == ("Valley Agency", "https://valley.example/")


def test_rdf_is_read() -> None:
    (entry,) = parse_feed(RDF.encode(), url=URL)
    assert (entry.url, entry.announced.title) == ("https://news.example/r", "RDF item")


def test_json_feed_is_read() -> None:
    first, second, nowhere = parse_feed(json.dumps(JSON).encode(), url=URL)
    assert (first.url, first.announced.summary) == ("https://news.example/j1", "One")
    assert (second.url, second.announced.author) == ("https://news.example/j2", "A, B")
    assert second.announced.source_url == "https://wire.example/j2"
    assert nowhere.url is None


@pytest.mark.parametrize("stated", ["utf-8", "windows-1256"])
def test_a_feed_in_another_encoding_than_it_says_is_read(stated: str) -> None:
    feed = RSS.replace("utf-8", stated).replace("Newest", "تحركات في الميناء").encode("windows-1256")
    entries = parse_feed(feed, url=URL, content_type=f"application/rss+xml; charset={stated}")
    assert entries[0].url == "https://news.example/newest"
    assert len(entries) == 3


def test_a_broken_feed_still_gives_its_entries() -> None:
    entries = parse_feed(RSS.replace("Older", "Older </b> \x0b & more").encode(), url=URL)
    assert len(entries) == 3


BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><title>&b;</title><link>https://news.example/a</link></item></channel></rss>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
def test_entity_bombs_are_refused(encoding: str) -> None:
    with pytest.raises(Unreadable, match="declares XML entities"):
        parse_feed(BOMB.encode(encoding), url=URL)


def test_words_about_entities_are_no_bomb() -> None:
    feed = RSS.replace("Newest", "How <![CDATA[<!ENTITY]]> works")
    assert len(parse_feed(feed.encode(), url=URL)) == 3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Not found</body></html>",
        b"{",
        b'{"items": []}',
        b"[" * 5,
        b'{"a":' + b"[" * 100_000,
        b"\0\0",
    ],
)
def test_what_is_no_feed_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable, match=URL):
        parse_feed(body, url=URL)


@pytest.mark.parametrize(("tag", "expected"), [(b"<item/>", "1,000,000 entries"), (b"<a>", "1,000,002 tags")])
def test_a_feed_beyond_all_measure_is_not_parsed(tag: bytes, expected: str) -> None:
    with pytest.raises(Unreadable, match=expected):
        parse_feed(b"<rss version='2.0'><channel>" + tag * 1_000_000, url=URL)


def test_a_body_that_is_a_file_name_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(RSS)
    with pytest.raises(Unreadable):
        parse_feed(str(secret).encode(), url=URL)
