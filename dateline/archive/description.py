"""All of a capture but its body, as the JSON that lies beside it in the archive."""

from datetime import UTC, datetime
from typing import Any

from dateline.model.evidence import Announcement, Capture, Evidence, WarcPointer


def describe(capture: Capture, repeats: Evidence | None) -> dict[str, object]:
    """Return all of a capture but its body, as JSON values."""
    announced = capture.announced
    return {
        "url": capture.url,
        "final_url": capture.final_url,
        "captured_at": capture.captured_at.astimezone(UTC).isoformat(),
        "status": capture.status,
        "request_headers": capture.request_headers,
        "response_headers": capture.response_headers,
        "outlet": capture.outlet,
        "collector": capture.collector,
        "announced": {name: getattr(announced, name) for name in announced.__slots__} if announced else None,
        "payload_at": _pointer_fields(repeats.record) if repeats else None,
    }


def parse_capture(fields: dict[str, Any], body: bytes) -> Capture:
    """Return the capture that `describe` described."""
    return Capture(
        url=fields["url"],
        final_url=fields["final_url"],
        captured_at=datetime.fromisoformat(fields["captured_at"]),
        status=fields["status"],
        request_headers=tuple((name, value) for name, value in fields["request_headers"]),
        response_headers=tuple((name, value) for name, value in fields["response_headers"]),
        body=body,
        outlet=fields["outlet"],
        collector=fields["collector"],
        announced=Announcement(**fields["announced"]) if fields["announced"] else None,
    )


def _pointer_fields(pointer: WarcPointer) -> dict[str, object]:
    return {"file": pointer.file, "offset": pointer.offset, "length": pointer.length}
