"""The ledger's door to what was fetched: captures, evidence, custody."""

from datetime import datetime

from dateline.model.evidence import CustodyEntry, Evidence
from dateline.store import captures
from dateline.store.connections import Connections


class CapturesDoor(Connections):
    """Keeps and gives what was fetched."""

    def save_capture(
        self, evidence: Evidence | None, custody: CustodyEntry, *, now: datetime, to_read: bool = True
    ) -> None:
        """Keep a capture; `evidence` is `None` where it brought no new bytes. Feeds are not `to_read`."""
        with self._write() as connection:
            captures.save_capture(connection, evidence, custody, to_read=to_read, now=now)

    def save_custody(self, entry: CustodyEntry, *, now: datetime) -> None:
        """Append one line to the custody log."""
        with self._write() as connection:
            captures.save_custody(connection, entry, now=now)

    def latest_capture(self, url: str) -> captures.LatestCapture | None:
        """Return the newest kept bytes of `url` with their ETag and Last-Modified."""
        with self._read() as connection:
            return captures.latest_capture(connection, url)

    def committed_offsets(self) -> dict[str, int]:
        """Return for each WARC file the offset up to which the ledger knows its records."""
        with self._read() as connection:
            return captures.committed_offsets(connection)

    def evidence(self, *, as_of: datetime | None = None) -> list[Evidence]:
        """Return all evidence in order of arrival."""
        with self._read() as connection:
            return captures.all_evidence(connection, as_of)

    def find_evidence(self, id: str, url: str | None = None) -> list[Evidence]:
        """Return the records of one body, one for each address at which it was found."""
        with self._read() as connection:
            return captures.find_evidence(connection, id, url)

    def evidence_of_url(self, url: str) -> list[Evidence]:
        """Return the evidence kept from one address, the oldest first."""
        with self._read() as connection:
            return captures.evidence_of_url(connection, url)

    def custody(self, evidence: str | None = None, *, as_of: datetime | None = None) -> list[CustodyEntry]:
        """Return the custody log, of one body or of all."""
        with self._read() as connection:
            return captures.custody(connection, evidence, as_of)

    def evidence_to_read(self, reader: str) -> list[Evidence]:
        """Return the evidence of which `reader` has made neither a document nor an Issue."""
        with self._read() as connection:
            return captures.evidence_to_read(connection, reader)
