from pathlib import Path
from typing import Protocol

import pytest

from dateline.model.documents import Document
from dateline.model.evidence import Announcement, Evidence, WarcPointer
from dateline.model.identity import bytes_id
from dateline.model.outlets import Outlet
from dateline.read import read_document

PAGES = Path(__file__).parent / "pages"


class Read(Protocol):
    def __call__(
        self, body: bytes, *, url: str = ..., media_type: str = ..., announced: Announcement | None = ...,
        outlet: Outlet | None = ...,
    ) -> Document: ...  # fmt: skip


@pytest.fixture
def page() -> "PageBytes":
    return PageBytes()


class PageBytes:
    """The pages beside this file."""

    def __getitem__(self, name: str) -> bytes:
        return (PAGES / f"{name}.html").read_bytes()


@pytest.fixture
def read() -> Read:
    """Read a body captured on 20 March 2020."""
    from datetime import UTC, datetime

    def _read(
        body: bytes,
        *,
        url: str = "https://courier.example/news/540",
        media_type: str = "text/html",
        announced: Announcement | None = None,
        outlet: Outlet | None = None,
    ) -> Document:
        evidence = Evidence(
            id=bytes_id(body),
            url=url,
            final_url=url,
            captured_at=datetime(2020, 3, 20, 8, 0, tzinfo=UTC),
            media_type=media_type.partition(";")[0],
            length=len(body),
            outlet=outlet.id if outlet else None,
            response_headers=(("Content-Type", media_type),),
            record=WarcPointer("00001.warc.gz", 0, 1),
            announced=announced,
        )
        return read_document(evidence, body, outlet)

    return _read
