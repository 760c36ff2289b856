"""People, sessions, acts and what was seen: the tables of those who work at the desk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from dateline.errors import InputError
from dateline.model.people import Act, ActKind, Person, Role, Session
from dateline.store import schema
from dateline.store.codec import dump_json, load_json
from dateline.store.rows import add_new, add_one, chunks


@dataclass(frozen=True, slots=True)
class Login:
    """A person with the hash of the password."""

    person: Person
    password: str


def add_person(connection: Connection, person: Person, password: str, *, now: datetime) -> None:
    """Add a person with the hash of a password. Raises InputError for a name that is taken."""
    row = {"name": person.name, "role": person.role.value, "password": password, "learned_at": now}
    if add_one(connection, schema.people, row) is None:
        raise InputError(f"there is somebody named {person.name!r} already; choose another name")


def change_person(
    connection: Connection, person: Person, *, password: str | None = None, now: datetime
) -> None:
    """Give a person another role or password, or disable the login. Raises InputError for an unknown name."""
    values: dict[str, object] = {"role": person.role.value, "disabled_at": now if person.disabled else None}
    if password is not None:
        values["password"] = password
    table = schema.people
    changed = connection.execute(table.update().where(table.c.name == person.name).values(values))
    if not changed.rowcount:
        raise InputError(f"nobody is named {person.name!r}")


def logins(connection: Connection) -> list[Login]:
    """Return everybody by name."""
    table = schema.people
    rows = connection.execute(select(table).order_by(table.c.name))
    return [
        Login(Person(row.name, Role(row.role), row.disabled_at is not None), row.password) for row in rows
    ]


def begin_session(connection: Connection, session: Session) -> None:
    """Keep a session."""
    row = {
        "id": session.id,
        "person": session.person,
        "kind": session.kind,
        "expires_at": session.expires_at,
        "learned_at": session.begun_at,
    }
    add_new(connection, schema.sessions, [row])


def find_session(connection: Connection, id: str, *, now: datetime) -> Session | None:
    """Return the session with this id that has neither ended nor expired."""
    table = schema.sessions
    going_on = select(table).where(table.c.id == id, table.c.ended_at.is_(None), table.c.expires_at > now)
    row = connection.execute(going_on).first()
    return Session(row.id, row.person, row.kind, row.learned_at, row.expires_at) if row else None


def end_sessions(
    connection: Connection, *, id: str | None = None, person: str | None = None, now: datetime
) -> None:
    """End one session, or all of a person."""
    table = schema.sessions
    which = table.c.id == id if id is not None else table.c.person == person
    connection.execute(table.update().where(which, table.c.ended_at.is_(None)).values(ended_at=now))


def append_acts(connection: Connection, made: Iterable[Act]) -> None:
    """Append acts."""
    rows = (
        {
            "id": act.id,
            "kind": act.kind.value,
            "subject": act.subject,
            "by": act.by,
            "at": act.at,
            "learned_at": act.at,
            "record": dump_json(act),
        }
        for act in made
    )
    add_new(connection, schema.acts, rows)


def acts_on(connection: Connection, subjects: Sequence[str]) -> list[Act]:
    """Return the acts on some subjects in order, and the undoings of those acts."""
    table = schema.acts
    found: list[tuple[int, Act]] = []
    for chunk in chunks(subjects):
        found += _numbered(connection, table.c.subject.in_(chunk))
    for chunk in chunks([act.id for _, act in found]):
        found += _numbered(connection, table.c.subject.in_(chunk))
    return [act for _, act in sorted(found, key=lambda pair: pair[0])]


def _numbered(connection: Connection, condition: ColumnElement[bool]) -> list[tuple[int, Act]]:
    table = schema.acts
    rows = connection.execute(select(table.c.number, table.c.record).where(condition))
    return [(number, load_json(Act, record)) for number, record in rows]


def latest_acts(
    connection: Connection,
    *,
    by: str | None = None,
    kinds: Sequence[ActKind] = (),
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int = 100,
) -> list[Act]:
    """Return the newest acts, the newest first, of one person or of all, from `since` and before `until`."""
    table = schema.acts
    query = select(table.c.record).order_by(table.c.number.desc()).limit(limit)
    if by is not None:
        query = query.where(table.c.by == by)
    if since is not None:
        query = query.where(table.c.at >= since)
    if until is not None:
        query = query.where(table.c.at < until)
    if kinds:
        query = query.where(table.c.kind.in_([kind.value for kind in kinds]))
    return [load_json(Act, record) for record in connection.execute(query).scalars()]


def find_act(connection: Connection, id: str) -> Act | None:
    """Return the act with this id."""
    table = schema.acts
    record = connection.execute(select(table.c.record).where(table.c.id == id)).scalar()
    return load_json(Act, record) if record is not None else None


def mark_seen(connection: Connection, person: str, subjects: Iterable[str], *, at: datetime) -> None:
    """Keep that a person has seen some subjects."""
    rows = [{"person": person, "subject": subject, "at": at, "learned_at": at} for subject in subjects]
    if not rows:
        return
    is_postgresql = connection.dialect.name == "postgresql"
    insert = postgresql.insert(schema.seen) if is_postgresql else sqlite.insert(schema.seen)
    again = insert.on_conflict_do_update(
        index_elements=["person", "subject"], set_={"at": insert.excluded.at}
    )
    connection.execute(again, rows)


def forget_seen(connection: Connection, person: str, subjects: Sequence[str]) -> None:
    """Make subjects new again for a person."""
    table = schema.seen
    for chunk in chunks(subjects):
        connection.execute(table.delete().where(table.c.person == person, table.c.subject.in_(chunk)))


def seen_at(connection: Connection, person: str, subjects: Sequence[str]) -> dict[str, datetime]:
    """Return when a person saw each of the subjects last; those never seen are left out."""
    table = schema.seen
    found: dict[str, datetime] = {}
    for chunk in chunks(subjects):
        query = select(table.c.subject, table.c.at).where(
            table.c.person == person, table.c.subject.in_(chunk)
        )
        found.update(dict(connection.execute(query).all()))
    return found


def busy_at(connection: Connection, person: str, *, limit: int) -> list[datetime]:
    """Return when a person did or saw something, the newest first."""
    acts, seen = schema.acts, schema.seen
    done = select(acts.c.at).where(acts.c.by == person).order_by(acts.c.number.desc()).limit(limit)
    looked = select(seen.c.at).where(seen.c.person == person).order_by(seen.c.at.desc()).limit(limit)
    moments = {*connection.execute(done).scalars(), *connection.execute(looked).scalars()}
    return sorted(moments, reverse=True)
