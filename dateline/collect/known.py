"""What the ledger tells collectors, and what collectors tell the ledger when something fails."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dateline.model.identity import content_id
from dateline.model.ledger import Issue, Stage


@dataclass(frozen=True, slots=True)
class Known:
    """The latest capture of one address. `body` reads its kept bytes.

    A feed is asked for conditionally only where `body` is given: when it has not changed, its articles
    are still taken from the kept one, so that what failed or was cut off last time is tried again.
    """

    evidence: str
    captured_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    body: Callable[[], bytes] | None = None


FindKnown = Callable[[str], Known | None]


def collect_issue(subject: str, reason: str, *, at: datetime, outlet: str | None = None) -> Issue:
    """Return an Issue of this stage; the same failure of the same address has the same id."""
    stage = Stage.COLLECT
    return Issue(content_id("i", stage.value, subject, reason), stage, subject, reason, at, outlet)
