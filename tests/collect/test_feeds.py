import time
from datetime import UTC, datetime, timedelta
from itertools import islice

from dateline.collect.feeds import collect_outlet
from dateline.collect.known import Known
from dateline.model.evidence import Capture
from dateline.model.identity import bytes_id
from dateline.model.ledger import Issue, Stage
from dateline.model.outlets import Outlet

NOW = datetime(2020, 3, 15, 12, tzinfo=UTC)


class Memory:
    """A ledger of captures, in memory."""

    def __init__(self) -> None:
        self.latest: dict[str, Known] = {}

    def keep(self, capture: Capture) -> None:
        if capture.status == 304:
            return
        etag = dict(capture.response_headers).get("ETag")
        body = capture.body
        self.latest[capture.url] = Known(bytes_id(body), capture.captured_at, etag, body=lambda: body)

    def __call__(self, url: str) -> Known | None:
        return self.latest.get(url)


def rss(*paths: str) -> bytes:
    entries = "".join(f"<item><title>{path}</title><link>{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{entries}</channel></rss>'.encode()


def outlet_of(newsroom, feeds=("/feed",), pages=()) -> Outlet:
    return Outlet(
        "harbour",
        "Harbour Post",
        feeds=tuple(map(newsroom.url, feeds)),
        pages=tuple(map(newsroom.url, pages)),
    )


def poll(newsroom, client, memory: Memory, *, now: datetime = NOW, **options) -> list[Capture | Issue]:
    outlet = options.pop("outlet", None) or outlet_of(newsroom)
    outcomes = []
    for outcome in collect_outlet(outlet, client=client, known=memory, now=now, **options):
        outcomes.append(outcome)
        if isinstance(outcome, Capture):
            memory.keep(outcome)
    return outcomes


def summary(outcomes: list[Capture | Issue]) -> list[tuple[str, int]]:
    return [(one.collector, one.status) if isinstance(one, Capture) else ("issue", 0) for one in outcomes]


def test_a_feed_and_its_articles_are_captured(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss("/a", "/b"), "/a": b"<p>A", "/b": b"<p>B"}
    feed, first, second = poll(newsroom, client, Memory())
    assert (feed.collector, feed.url, feed.body) == ("feed/1", newsroom.url("/feed"), newsroom.pages["/feed"])
    assert (first.collector, first.url, first.body) == ("article/1", newsroom.url("/a"), b"<p>A")
    assert (first.outlet, first.captured_at, first.status) == ("harbour", NOW, 200)
    assert first.announced is not None and first.announced.title == "/a"
    assert second.url == newsroom.url("/b")


def test_polling_again_asks_only_whether_anything_changed(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss("/a"), "/a": b"<p>A"}
    memory = Memory()
    poll(newsroom, client, memory)
    assert summary(poll(newsroom, client, memory)) == [("feed/1", 304), ("article/1", 304)]


def test_a_silent_edit_is_a_new_capture_of_the_same_address(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss("/a"), "/a": b"<p>Three dead"}
    memory = Memory()
    poll(newsroom, client, memory)
    newsroom.pages["/a"] = b"<p>Two dead"
    _, edited = poll(newsroom, client, memory, now=NOW + timedelta(days=1))
    assert (edited.url, edited.status, edited.body) == (newsroom.url("/a"), 200, b"<p>Two dead")


def test_old_articles_are_left_in_peace(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss("/a"), "/a": b"<p>A"}
    memory = Memory()
    poll(newsroom, client, memory)
    assert summary(poll(newsroom, client, memory, now=NOW + timedelta(days=4))) == [("feed/1", 304)]


def test_a_poll_that_was_cut_off_is_finished_by_the_next(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss("/a", "/b"), "/a": b"<p>A", "/b": b"<p>B"}
    memory = Memory()
    started = collect_outlet(outlet_of(newsroom), client=client, known=memory, now=NOW)
    for capture in islice(started, 2):
        memory.keep(capture)
    assert summary(poll(newsroom, client, memory)) == [
        ("feed/1", 304),
        ("article/1", 304),
        ("article/1", 200),
    ]


def test_one_bad_article_harms_no_other(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss("/gone", "/inside", "/b", "mailto:x@y.example"), "/b": b"<p>B"}
    newsroom.redirects["/inside"] = "http://169.254.169.254/latest/meta-data/"
    _, gone, inside, capture, nowhere = poll(newsroom, client, Memory())
    assert (gone.stage, gone.subject, gone.outlet) == (Stage.COLLECT, newsroom.url("/gone"), "harbour")
    assert "status 404" in gone.reason
    assert "not a public address" in inside.reason
    assert capture.body == b"<p>B"
    assert "links to no http or https address" in nowhere.reason


def test_the_same_failure_has_the_same_id(newsroom, client) -> None:
    newsroom.pages["/feed"] = rss("/gone")
    first, second = (poll(newsroom, client, Memory())[1] for _ in range(2))
    assert first.id == second.id


def test_one_bad_feed_harms_no_other(newsroom, client) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><rss version="2.0"/>'
    newsroom.pages |= {"/bomb": bomb, "/html": b"<p>no feed", "/feed": rss("/a"), "/a": b"A"}
    outlet = outlet_of(newsroom, feeds=("/missing", "/bomb", "/html", "/feed"))
    outcomes = poll(newsroom, client, Memory(), outlet=outlet)
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Issue)]
    assert [word in reason for word, reason in zip(("404", "entities", "RSS"), reasons, strict=True)] == [
        True
    ] * 3
    assert summary(outcomes)[-2:] == [("feed/1", 200), ("article/1", 200)]


def test_an_article_in_two_feeds_is_fetched_once(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss("/a?utm_source=one"), "/other": rss("/a#top"), "/a": b"A"}
    poll(newsroom, client, Memory(), outlet=outlet_of(newsroom, feeds=("/feed", "/other")))
    assert [path for path, _ in newsroom.asked] == ["/feed", "/a", "/other"]


def test_a_feed_with_ten_thousand_entries_is_bounded_and_told(newsroom, client) -> None:
    newsroom.pages |= {"/feed": rss(*(f"/{number}" for number in range(10_000))), "/0": b"0", "/1": b"1"}
    began = time.monotonic()
    outcomes = poll(newsroom, client, Memory(), max_entries=2)
    assert summary(outcomes) == [("feed/1", 200), ("issue", 0), ("article/1", 200), ("article/1", 200)]
    assert "10000 entries, the 2 newest are taken, 9998 are left out" in outcomes[1].reason
    assert time.monotonic() - began < 30


def test_index_pages_lead_to_articles(newsroom, client) -> None:
    newsroom.pages |= {"/world": b'<a href="/2020/03/14/strike">Port strike</a>', "/2020/03/14/strike": b"S"}
    page, article = poll(newsroom, client, Memory(), outlet=outlet_of(newsroom, feeds=(), pages=("/world",)))
    assert (page.collector, article.url) == ("page/1", newsroom.url("/2020/03/14/strike"))
    assert article.announced is not None and article.announced.feed_url == newsroom.url("/world")


def test_a_feed_that_is_no_address_is_an_issue(newsroom, client) -> None:
    outlet = Outlet("harbour", "Harbour Post", feeds=("feed.xml",))
    (issue,) = poll(newsroom, client, Memory(), outlet=outlet)
    assert "expected an http or https address" in issue.reason
