"""Captures, evidence and custody: what was received, what is kept of it, and what was done to it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, and_, exists, func, or_, select, union_all

from dateline.model.evidence import CustodyEntry, Evidence, Headers, WarcPointer
from dateline.model.identity import content_id
from dateline.model.ledger import Stage
from dateline.store import schema
from dateline.store.codec import dump_json, encode, load_json
from dateline.store.rows import add_new, learned


@dataclass(frozen=True, slots=True)
class LatestCapture:
    """The newest bytes of an address, with what its server wants to see in a conditional request."""

    evidence: Evidence
    captured_at: datetime
    etag: str | None
    last_modified: str | None


def save_capture(
    connection: Connection, evidence: Evidence | None, custody: CustodyEntry, *, to_read: bool, now: datetime
) -> None:
    """Keep one capture; without evidence it brought nothing new (304, unchanged, failed)."""
    save_custody(connection, custody, now=now)
    if evidence is not None:
        add_new(connection, schema.evidence, [_evidence_row(evidence, to_read, now)])
    outlet = evidence.outlet if evidence else _outlet_of(connection, custody.url)
    add_new(connection, schema.captures, [_capture_row(evidence, custody, outlet, now)])


def _outlet_of(connection: Connection, url: str) -> str | None:
    kept = schema.evidence
    query = select(kept.c.outlet).where(kept.c.url == url).order_by(kept.c.number.desc()).limit(1)
    outlet: str | None = connection.execute(query).scalar()
    return outlet


def save_custody(connection: Connection, entry: CustodyEntry, *, now: datetime) -> None:
    """Append one line to the custody log."""
    row = {
        "id": content_id("y", encode(entry)),
        "at": entry.at,
        "url": entry.url,
        "evidence": entry.evidence,
        **_where(entry.record),
        "learned_at": now,
        "record": dump_json(entry),
    }
    add_new(connection, schema.custody, [row])


def _where(record: WarcPointer | None) -> dict[str, object]:
    if record is None:
        return {"file": None, "until_offset": None}
    return {"file": record.file, "until_offset": record.offset + record.length}


def _evidence_row(evidence: Evidence, to_read: bool, now: datetime) -> dict[str, object]:
    return {
        "id": evidence.id,
        "url": evidence.url,
        "outlet": evidence.outlet,
        **_where(evidence.record),
        "to_read": to_read,
        "learned_at": now,
        "record": dump_json(evidence),
    }


def _capture_row(
    evidence: Evidence | None, custody: CustodyEntry, outlet: str | None, now: datetime
) -> dict[str, object]:
    return {
        "id": content_id("k", encode(custody)),
        "url": evidence.url if evidence else custody.url,
        "captured_at": evidence.captured_at if evidence else custody.at,
        "status": custody.status,
        "evidence": evidence.id if evidence else custody.evidence,
        "outlet": outlet,
        "learned_at": now,
    }


def _header(headers: Headers, name: str) -> str | None:
    return next((value for key, value in headers if key.lower() == name), None)


def latest_capture(connection: Connection, url: str) -> LatestCapture | None:
    """Return the newest kept bytes of `url`, `None` where nothing of it was kept."""
    captures = schema.captures
    of_url = select(captures.c.evidence, captures.c.captured_at).where(
        captures.c.url == url, captures.c.evidence.is_not(None)
    )
    newest = connection.execute(
        of_url.order_by(captures.c.captured_at.desc(), captures.c.number.desc()).limit(1)
    ).first()
    if newest is None:
        return None
    kept = schema.evidence
    record = connection.execute(
        select(kept.c.record).where(kept.c.id == newest.evidence, kept.c.url == url)
    ).scalar()
    if record is None:
        return None
    evidence = load_json(Evidence, record)
    headers = evidence.response_headers
    return LatestCapture(
        evidence, newest.captured_at, _header(headers, "etag"), _header(headers, "last-modified")
    )


def committed_offsets(connection: Connection) -> dict[str, int]:
    """Return for each WARC file the offset up to which the ledger knows its records."""
    ends = union_all(
        select(schema.evidence.c.file, schema.evidence.c.until_offset),
        select(schema.custody.c.file, schema.custody.c.until_offset).where(
            schema.custody.c.file.is_not(None)
        ),
    ).subquery()
    rows = connection.execute(select(ends.c.file, func.max(ends.c.until_offset)).group_by(ends.c.file))
    return {str(file): int(end) for file, end in sorted(rows)}


def evidence_to_read(connection: Connection, reader: str) -> list[Evidence]:
    """Return the evidence of which `reader` has made neither a document nor an Issue, in order of arrival."""
    kept, documents, attempts = schema.evidence, schema.documents, schema.attempts
    # The document of a file has the address that its page states, where it states one.
    same_address = or_(documents.c.url == kept.c.url, kept.c.url.startswith("file:"))
    is_read = exists().where(
        and_(documents.c.evidence == kept.c.id, same_address, documents.c.reader == reader)
    )
    is_given_up = exists().where(
        and_(
            attempts.c.stage == Stage.READ.value,
            attempts.c.about == kept.c.id + " " + kept.c.url,
            attempts.c.made_by == reader,
        )
    )
    pending = select(kept.c.record).where(kept.c.to_read.is_(True), ~is_read, ~is_given_up)
    return _load(connection, pending.order_by(kept.c.number))


def all_evidence(connection: Connection, as_of: datetime | None) -> list[Evidence]:
    """Return all evidence in order of arrival."""
    kept = schema.evidence
    return _load(connection, select(kept.c.record).where(learned(kept, as_of)).order_by(kept.c.number))


def find_evidence(connection: Connection, id: str, url: str | None) -> list[Evidence]:
    """Return the records of one body: one for each address at which it was found."""
    kept = schema.evidence
    query = select(kept.c.record).where(kept.c.id == id).order_by(kept.c.number)
    return _load(connection, query if url is None else query.where(kept.c.url == url))


def evidence_of_url(connection: Connection, url: str) -> list[Evidence]:
    """Return the evidence kept from one address in order of arrival."""
    kept = schema.evidence
    return _load(connection, select(kept.c.record).where(kept.c.url == url).order_by(kept.c.number))


def custody(connection: Connection, evidence: str | None, as_of: datetime | None) -> list[CustodyEntry]:
    """Return the custody log, of one body or of all, in the order in which it was written."""
    log = schema.custody
    query = select(log.c.record).where(learned(log, as_of)).order_by(log.c.number)
    if evidence is not None:
        query = query.where(log.c.evidence == evidence)
    return [load_json(CustodyEntry, record) for record in connection.execute(query).scalars()]


def _load(connection: Connection, query: Select[str]) -> list[Evidence]:
    return [load_json(Evidence, record) for record in connection.execute(query).scalars()]
