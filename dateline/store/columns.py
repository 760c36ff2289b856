"""Column types of the ledger."""

from datetime import datetime

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from dateline.store.codec import format_instant, parse_instant


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as ISO 8601 text in UTC that sorts by time on every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Refuse an instant without zone: it would be guessed at later."""
        return None if value is None else format_instant(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        return None if value is None else parse_instant(value)
