"""Evidence: the bytes that were kept, whether they are still those, and what was done to them."""

from dataclasses import dataclass
from datetime import datetime

from dateline.errors import ArchiveError, NotFound
from dateline.model.evidence import Evidence
from dateline.web.room import Visit


@dataclass(frozen=True, slots=True)
class Custody:
    """One line of the custody log."""

    at: datetime
    action: str
    component: str
    url: str
    status: int
    note: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One body. `fault` says what is wrong with the bytes; `None` where their hash still holds."""

    id: str
    addresses: tuple[str, ...]
    captured_at: datetime
    media_type: str
    length: int
    file: str
    offset: int
    collector: str
    headers: tuple[tuple[str, str], ...]
    fault: str | None
    custody: tuple[Custody, ...]


def evidence_view(visit: Visit, id: str) -> EvidenceView:
    """Return one body with its custody log; its bytes are hashed anew. Raises NotFound."""
    records = visit.ledger.find_evidence(id)
    if not records:
        raise NotFound(f"nothing is kept under the hash {id!r}")
    first = records[0]
    return EvidenceView(
        id=first.id,
        addresses=tuple(record.url for record in records),
        captured_at=first.captured_at,
        media_type=first.media_type,
        length=first.length,
        file=first.record.file,
        offset=first.record.offset,
        collector=first.collector,
        headers=first.response_headers,
        fault=_fault(visit, first),
        custody=tuple(
            Custody(entry.at, entry.action, entry.component, entry.url, entry.status, entry.note)
            for entry in visit.ledger.custody(id, as_of=visit.as_of)
        ),
    )


def _fault(visit: Visit, evidence: Evidence) -> str | None:
    try:
        visit.room.archive.read_body(evidence)
    except ArchiveError as error:
        return str(error)
    return None
