"""Polls one outlet: its feeds and index pages, then the articles that they announce."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dateline.collect.addresses import canonical_url
from dateline.collect.known import FindKnown, Known, collect_issue
from dateline.collect.pages import find_article_links
from dateline.collect.syndication import FeedEntry, parse_feed
from dateline.errors import FetchError, Unreadable
from dateline.model.evidence import Announcement, Capture
from dateline.model.ledger import Issue
from dateline.model.outlets import Outlet
from dateline.net.http import Fetched, PoliteClient

FEED_COLLECTOR = "feed/1"
PAGE_COLLECTOR = "page/1"
ARTICLE_COLLECTOR = "article/1"
MAX_ENTRIES = 500
RECHECK_DAYS = 3

Outcome = Iterator[Capture | Issue]
ListArticles = Callable[[bytes, str, str], tuple[FeedEntry, ...]]


@dataclass(slots=True)
class _Visit:
    """One poll of one outlet."""

    outlet: Outlet
    client: PoliteClient
    known: FindKnown
    now: datetime
    max_entries: int
    recheck_days: int
    visited: set[str] = field(default_factory=set)

    def issue(self, subject: str, reason: str) -> Issue:
        return collect_issue(subject, reason, at=self.now, outlet=self.outlet.id)


def collect_outlet(
    outlet: Outlet,
    *,
    client: PoliteClient,
    known: FindKnown,
    now: datetime,
    max_entries: int = MAX_ENTRIES,
    recheck_days: int = RECHECK_DAYS,
) -> Outcome:
    """Yield each feed and index page of `outlet`, then each article of it that is new or recent.

    Articles captured within `recheck_days` are asked for again, conditionally, so that silent edits
    are noticed. What fails is an Issue, and the rest goes on.
    """
    visit = _Visit(outlet, client, known, now, max_entries, recheck_days)
    for url in outlet.feeds:
        yield from _collect_list(url, FEED_COLLECTOR, _feed_entries, visit)
    for url in outlet.pages:
        yield from _collect_list(url, PAGE_COLLECTOR, _page_entries, visit)


def _collect_list(url: str, collector: str, list_articles: ListArticles, visit: _Visit) -> Outcome:
    address = canonical_url(url)
    if address is None:
        yield visit.issue(url, f"{url}: expected an http or https address of a feed or page")
        return
    earlier = visit.known(address)
    conditional = earlier if earlier and earlier.body else None
    try:
        answer = _fetch(address, conditional, visit)
        yield _capture(answer, address, collector, visit)
        body = (
            conditional.body() if answer.status == 304 and conditional and conditional.body else answer.body
        )
        entries = list_articles(body, answer.final_url, answer.header("content-type") or "")
    except (FetchError, Unreadable) as error:
        yield visit.issue(address, str(error))
        return
    yield from _collect_entries(address, entries, visit)


def _collect_entries(list_url: str, entries: tuple[FeedEntry, ...], visit: _Visit) -> Outcome:
    left_out = len(entries) - visit.max_entries
    if left_out > 0:
        reason = f"{list_url}: {len(entries)} entries, the {visit.max_entries} newest are taken"
        yield visit.issue(list_url, f"{reason}, {left_out} are left out; raise max_entries to take more")
    for entry in entries[: visit.max_entries]:
        if entry.url is None:
            title = entry.announced.title or "without a title"
            yield visit.issue(list_url, f"{list_url}: the entry {title!r} links to no http or https address")
        elif entry.url not in visit.visited:
            visit.visited.add(entry.url)
            yield from _collect_article(entry.url, entry.announced, visit)


def _collect_article(url: str, announced: Announcement | None, visit: _Visit) -> Outcome:
    earlier = visit.known(url)
    if earlier and earlier.captured_at < visit.now - timedelta(days=visit.recheck_days):
        return
    try:
        answer = _fetch(url, earlier, visit)
    except FetchError as error:
        yield visit.issue(url, str(error))
        return
    yield _capture(answer, url, ARTICLE_COLLECTOR, visit, announced)


def _fetch(url: str, earlier: Known | None, visit: _Visit) -> Fetched:
    if earlier is None:
        return visit.client.fetch(url)
    return visit.client.fetch(url, etag=earlier.etag, last_modified=earlier.last_modified)


def _capture(
    answer: Fetched, url: str, collector: str, visit: _Visit, announced: Announcement | None = None
) -> Capture:
    return Capture(
        url=url,
        final_url=answer.final_url,
        captured_at=visit.now,
        status=answer.status,
        request_headers=answer.request_headers,
        response_headers=answer.response_headers,
        body=answer.body,
        outlet=visit.outlet.id,
        collector=collector,
        announced=announced,
    )


def _feed_entries(body: bytes, url: str, content_type: str) -> tuple[FeedEntry, ...]:
    return parse_feed(body, url=url, content_type=content_type)


def _page_entries(body: bytes, url: str, content_type: str) -> tuple[FeedEntry, ...]:
    del content_type
    links = find_article_links(body, url=url)
    return tuple(FeedEntry(link, Announcement(feed_url=url), "") for link in links)
