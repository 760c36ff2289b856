"""What a container of the inbox holds: captures to be, and places where it is bad."""

from dataclasses import dataclass
from datetime import datetime

from dateline.model.evidence import Headers

MAX_RECORD_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """One response or article. `captured_at` is `None` where the container does not say."""

    url: str
    body: bytes
    response_headers: Headers
    status: int = 200
    captured_at: datetime | None = None
    request_headers: Headers = ()


@dataclass(frozen=True, slots=True)
class Bad:
    """A part that cannot be used; `place` is a line or an offset, e.g. "line 7"."""

    place: str
    reason: str
