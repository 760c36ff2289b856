"""When to ask again: backoff, and what a server says in Retry-After."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from dateline.model.evidence import Headers

RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0  # a server that asks for more is left alone until then, it is not waited for


def backoff(attempt: int) -> float:
    """Return the seconds to wait after failed attempt number `attempt`, from 0.

    >>> [backoff(attempt) for attempt in range(4)]
    [1.0, 2.0, 4.0, 8.0]
    """
    return float(min(FIRST_WAIT * 2**attempt, LONGEST_WAIT))


def retry_after(headers: Headers) -> float | None:
    """Return the seconds a server asks to wait, `None` where it does not say.

    A date is counted from the server's own `Date`, so that no clock of ours matters.
    Reference: RFC 9110, section 10.2.3.
    """
    fields = {name.lower(): field.strip() for name, field in headers}
    stated = fields.get("retry-after", "")
    if stated.isascii() and stated.isdigit():
        return float(stated)
    until, since = _http_date(stated), _http_date(fields.get("date", ""))
    if until is None or since is None:
        return None
    return max(0.0, (until - since).total_seconds())


def _http_date(stated: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(stated)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None
