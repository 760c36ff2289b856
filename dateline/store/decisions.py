"""What people and rules decided, and what went wrong: appended, never edited."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, or_, select

from dateline.model.documents import Document
from dateline.model.evidence import Evidence
from dateline.model.ledger import Decision, Issue, Stage, Verdict
from dateline.store import schema
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import add_new, chunks, learned

RULE_PREFIX = "rule:"


def append_decisions(connection: Connection, decisions: Iterable[Decision], *, now: datetime) -> None:
    """Append decisions; one that is there already is not appended again."""
    made = list(decisions)
    there = _there(connection, [decision.id for decision in made])
    rows = (
        {
            "id": decision.id,
            "verdict": decision.verdict.value,
            "subject": decision.subject,
            "other": decision.other,
            "by": decision.by,
            "at": decision.at,
            "learned_at": now,
            "record": dump_json(decision),
        }
        for decision in made
        if decision.id not in there
    )
    add_new(connection, schema.decisions, rows)


def _there(connection: Connection, ids: Sequence[str]) -> set[str]:
    table = schema.decisions
    found = (connection.execute(select(table.c.id).where(table.c.id.in_(chunk))) for chunk in chunks(ids))
    return {id for rows in found for id in rows.scalars()}


def decisions(connection: Connection, subject: str | None, as_of: datetime | None) -> list[Decision]:
    """Return the decisions, on one subject or on all, in the order in which they were appended."""
    table = schema.decisions
    query = select(table.c.record).where(learned(table, as_of)).order_by(table.c.number)
    if subject is not None:
        query = query.where(or_(table.c.subject == subject, table.c.other == subject))
    return [load_json(Decision, record) for record in connection.execute(query).scalars()]


def judgements(connection: Connection, as_of: datetime | None) -> list[Decision]:
    """Return the decisions but those on what may be printed, which are most, in the order of appending."""
    table = schema.decisions
    printing = (Verdict.ACCEPT.value, Verdict.REJECT.value)
    query = select(table.c.record).where(learned(table, as_of), table.c.verdict.not_in(printing))
    records = connection.execute(query.order_by(table.c.number)).scalars()
    return [load_json(Decision, record) for record in records]


def accepted_among(connection: Connection, subjects: Sequence[str], as_of: datetime | None) -> set[str]:
    """Return the subjects that stand accepted: a person's word outranks a rule's, and the last one counts."""
    table, known = schema.decisions, learned(schema.decisions, as_of)
    undone = set(
        connection.execute(
            select(table.c.subject).where(known, table.c.verdict == Verdict.UNDO.value)
        ).scalars()
    )
    judged = (
        Verdict.ACCEPT.value,
        Verdict.REJECT.value,
    )  # not asked for: nearly all are, and subjects are few
    columns = select(table.c.id, table.c.verdict, table.c.subject, table.c.by).order_by(table.c.number)
    by_rule: dict[str, str] = {}
    by_person: dict[str, str] = {}
    for chunk in chunks(subjects):
        for id, verdict, subject, by in connection.execute(columns.where(known, table.c.subject.in_(chunk))):
            if verdict in judged and id not in undone:
                (by_rule if by.startswith(RULE_PREFIX) else by_person)[subject] = verdict
    standing = {**by_rule, **by_person}
    return {subject for subject, verdict in standing.items() if verdict == Verdict.ACCEPT.value}


def save_issue(
    connection: Connection,
    issue: Issue,
    *,
    about: Evidence | Document | None,
    made_by: str | None,
    now: datetime,
) -> None:
    """Keep an Issue, and that `made_by` has given up what it is about until another version tries."""
    row = {
        "id": issue.id,
        "stage": issue.stage.value,
        "subject": issue.subject,
        "outlet": issue.outlet,
        "at": issue.at,
        "learned_at": now,
        "record": dump_json(issue),
    }
    add_new(connection, schema.issues, [row])
    if about is not None and made_by is not None:
        tried = f"{about.id} {about.url}" if isinstance(about, Evidence) else about.id
        attempt = {"stage": issue.stage.value, "about": tried, "made_by": made_by, "learned_at": now}
        add_new(connection, schema.attempts, [attempt])


def issues(connection: Connection, stage: Stage | None, as_of: datetime | None) -> list[Issue]:
    """Return the Issues in the order in which they arose."""
    table = schema.issues
    query = select(table.c.record).where(learned(table, as_of)).order_by(table.c.at, table.c.number)
    if stage is not None:
        query = query.where(table.c.stage == stage.value)
    return [load_json(Issue, record) for record in connection.execute(query).scalars()]
