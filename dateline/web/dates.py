"""Days and instants as the pages print them."""

from datetime import datetime
from typing import Annotated

from fastapi import Query

from dateline.model.documents import Document
from dateline.web.strings import numeral
from dateline.write.prose.cite import full_date

Day = Annotated[str | None, Query(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$", description="A day, month or year")]
LEFT_TO_RIGHT = "\u200e"


def format_day(stated: str | None, language: str = "en") -> str:
    """Return a day as stated in words, at its precision; "" where none is.

    >>> format_day("2020-03-12T08:30+03:30"), format_day("2020-03"), format_day(None)
    ('March 12, 2020', 'March 2020', '')
    """
    return numeral(full_date(stated[:10], language), language) if stated else ""


def format_instant(at: datetime | None) -> str:
    """Return an instant of the ledger to the minute, in UTC, in one run from left to right on every page."""
    return f"{LEFT_TO_RIGHT}{at:%Y-%m-%d %H:%M} UTC" if at else ""


def printed_otherwise(document: Document) -> str | None:
    """Return the date of a document as printed, `None` where it says no more than the date in ISO 8601."""
    stated = document.published
    if stated is None or stated.raw.strip()[:10] == stated.value[:10]:
        return None
    return stated.raw
