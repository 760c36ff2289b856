"""When a document was printed, as far as it says."""

from datetime import UTC, datetime, timedelta

from dateline.model.documents import Document


def printed_at(document: Document) -> datetime:
    """Return the latest instant at which the document can have been printed.

    A day stands for its end, a month for its end: who gives an exact time is taken to be the earlier.
    No document is printed after it was captured; one without date stands where it was captured.
    """
    if document.published is None:
        return document.captured_at
    return min(_latest_instant(document.published.value, document.captured_at), document.captured_at)


def _latest_instant(value: str, captured_at: datetime) -> datetime:
    try:
        if "T" in value:
            stated = datetime.fromisoformat(value)
            return (stated if stated.tzinfo else stated.replace(tzinfo=UTC)).astimezone(UTC)
        day = datetime.fromisoformat(value).replace(tzinfo=UTC)
    except ValueError:  # "2020-03" and "2020" are too vague to order by
        return captured_at
    return day + timedelta(days=1)


def reading_order(document: Document) -> tuple[datetime, datetime, str]:
    """Return the key that sorts documents by when they were printed, then captured, then by id."""
    return printed_at(document), document.captured_at, document.id
