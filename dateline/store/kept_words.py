"""What people are writing and have not saved yet: one row a person and subject, gone when it is saved."""

from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from dateline.store import schema


def keep_words(connection: Connection, person: str, subject: str, words: str, *, now: datetime) -> None:
    """Keep the words that a person is writing on a subject, in place of those kept before."""
    is_postgresql = connection.dialect.name == "postgresql"
    insert = postgresql.insert(schema.kept_words) if is_postgresql else sqlite.insert(schema.kept_words)
    again = insert.on_conflict_do_update(
        index_elements=["person", "subject"],
        set_={"words": insert.excluded.words, "learned_at": insert.excluded.learned_at},
    )
    row = {"person": person, "subject": subject, "words": words, "learned_at": now}
    connection.execute(again, row)


def drop_words(connection: Connection, person: str, subject: str) -> None:
    """Forget what a person was writing on a subject: it was saved, or is not wanted."""
    table = schema.kept_words
    connection.execute(table.delete().where(table.c.person == person, table.c.subject == subject))


def kept_words(connection: Connection, person: str, prefix: str) -> dict[str, str]:
    """Return what a person was writing on the subjects that begin with a prefix, by subject."""
    table = schema.kept_words
    begins = table.c.subject.startswith(prefix, autoescape=True)
    query = select(table.c.subject, table.c.words).where(table.c.person == person, begins)
    return dict(connection.execute(query).all())
