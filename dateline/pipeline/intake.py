"""Collect and archive: whatever comes is kept before anything is made of it."""

from collections.abc import Iterable, Iterator

from dateline.collect.feeds import ARTICLE_COLLECTOR, collect_outlet
from dateline.collect.inbox import INBOX_COLLECTOR, collect_inbox
from dateline.collect.known import Known
from dateline.model.evidence import Capture
from dateline.model.ledger import Issue, Stage
from dateline.net.http import FetchLimits, PoliteClient
from dateline.pipeline.doors import Doors

MEGABYTE = 1_000_000
READABLE = frozenset({ARTICLE_COLLECTOR, INBOX_COLLECTOR})


def collect_pending(doors: Doors) -> int:
    """Poll every outlet of the desk and its inbox; return how many new bodies were kept."""
    with open_client(doors) as client:
        return sum(preserve(doors, result) for result in _collect(doors, client))


def open_client(doors: Doors) -> PoliteClient:
    """Return the HTTP client with the desk's manners and bounds."""
    settings = doors.desk.settings.collect
    limits = FetchLimits(
        max_bytes=int(settings.max_megabytes * MEGABYTE), max_seconds=settings.timeout_seconds
    )
    return PoliteClient(allow=settings.allow_hosts, delay=settings.delay_seconds, limits=limits)


def preserve(doors: Doors, result: Capture | Issue) -> int:
    """Keep one capture in archive and ledger, or its Issue; return 1 if it brought a new body."""
    if isinstance(result, Issue):
        doors.ledger.save_issue(result, now=doors.now)
        return 0
    with doors.archive.lock():
        appended = doors.archive.append(result, earlier=doors.ledger.evidence_of_url(result.url))
        to_read = result.collector in READABLE
        doors.ledger.save_capture(appended.evidence, appended.custody, to_read=to_read, now=doors.now)
    doors.report(Stage.COLLECT, result.url)
    return int(appended.evidence is not None)


def _collect(doors: Doors, client: PoliteClient) -> Iterator[Capture | Issue]:
    settings = doors.desk.settings.collect
    for outlet in doors.desk.outlets:
        yield from collect_outlet(
            outlet,
            client=client,
            known=lambda url: _known(doors, url),
            now=doors.now,
            max_entries=settings.max_entries,
            recheck_days=settings.recheck_days,
        )
    yield from _collect_inbox(doors)


def _collect_inbox(doors: Doors) -> Iterable[Capture | Issue]:
    def known(url: str) -> str | None:
        latest = doors.ledger.latest_capture(url)
        return latest.evidence.id if latest else None

    def seen(url: str, evidence: str) -> bool:
        return bool(doors.ledger.find_evidence(evidence, url))

    folder = doors.desk.inbox_folder
    return collect_inbox(folder, known=known, outlets=doors.outlets, now=doors.now, seen=seen)


def _known(doors: Doors, url: str) -> Known | None:
    latest = doors.ledger.latest_capture(url)
    if latest is None:
        return None
    return Known(
        evidence=latest.evidence.id,
        captured_at=latest.captured_at,
        etag=latest.etag,
        last_modified=latest.last_modified,
        body=lambda: doors.archive.read_body(latest.evidence),
    )
