"""The ledger's door to what was decided, what went wrong, and what was issued."""

from collections.abc import Iterable
from datetime import datetime

from dateline.model.documents import Document
from dateline.model.editions import Edition, Revision
from dateline.model.evidence import Evidence
from dateline.model.ledger import Decision, Issue, Stage
from dateline.store import decisions, editions
from dateline.store.connections import Connections


class DecisionsDoor(Connections):
    """Keeps and gives decisions, Issues and editions."""

    def append_decision(self, decision: Decision, *, now: datetime) -> None:
        """Append one decision."""
        self.append_decisions([decision], now=now)

    def append_decisions(self, made: Iterable[Decision], *, now: datetime) -> None:
        """Append decisions; one that is there already is not appended again."""
        with self._write() as connection:
            decisions.append_decisions(connection, made, now=now)

    def decisions(self, subject: str | None = None, *, as_of: datetime | None = None) -> list[Decision]:
        """Return the decisions, on one subject or on all, in the order in which they were appended."""
        with self._read() as connection:
            return decisions.decisions(connection, subject, as_of)

    def judgements(self, *, as_of: datetime | None = None) -> list[Decision]:
        """Return the decisions but those on what may be printed, in the order of appending."""
        with self._read() as connection:
            return decisions.judgements(connection, as_of)

    def save_issue(
        self,
        issue: Issue,
        *,
        now: datetime,
        about: Evidence | Document | None = None,
        made_by: str | None = None,
    ) -> None:
        """Keep an Issue. With `about` and `made_by` it is no longer pending for that component's version."""
        with self._write() as connection:
            decisions.save_issue(connection, issue, about=about, made_by=made_by, now=now)

    def issues(self, stage: Stage | None = None, *, as_of: datetime | None = None) -> list[Issue]:
        """Return the Issues in the order in which they arose."""
        with self._read() as connection:
            return decisions.issues(connection, stage, as_of)

    def save_edition(self, edition: Edition, *, now: datetime) -> None:
        """Keep an edition as it was issued."""
        with self._write() as connection:
            editions.save_edition(connection, edition, now=now)

    def editions(self, *, as_of: datetime | None = None) -> list[Edition]:
        """Return the editions in the order in which they were kept."""
        with self._read() as connection:
            return editions.editions(connection, as_of)

    def append_revision(self, revision: Revision, *, now: datetime) -> None:
        """Append one state of an edition."""
        with self._write() as connection:
            editions.append_revision(connection, revision, now=now)

    def revisions(self, draft: str, *, as_of: datetime | None = None) -> list[Revision]:
        """Return the states of one edition in the order in which they were appended."""
        with self._read() as connection:
            return editions.revisions(connection, draft, as_of)

    def latest_revisions(self, *, as_of: datetime | None = None) -> list[Revision]:
        """Return the last state of each edition that has states, in the order in which they were drafted."""
        with self._read() as connection:
            return editions.latest_revisions(connection, as_of)
