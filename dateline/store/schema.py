"""The tables of the ledger as they stand after the last migration.

Each row has `learned_at`, when the ledger learned it. A derived row that another replaces is closed by
`superseded_at` and stays. `record` is the whole noun as JSON; the other columns are there to ask by.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from dateline.store.columns import Instant

metadata = MetaData()

# An autoincrementing key has to be INTEGER on SQLite and may be more on PostgreSQL.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")


def _table(name: str, *columns: Column[object] | Index | UniqueConstraint) -> Table:
    number = Column("number", _NUMBER, primary_key=True, autoincrement=True)
    return Table(name, metadata, number, *columns, Column("learned_at", Instant, nullable=False))


def _replaceable(name: str, *columns: Column[object] | Index) -> Table:
    """Return a table whose rows are closed when they are replaced: one standing row for an id."""
    table = _table(
        name,
        Column("id", Text, nullable=False),
        *columns,
        Column("superseded_at", Instant),
        Column("record", Text, nullable=False),
    )
    only_standing = text("superseded_at IS NULL")
    Index(
        f"standing_{name}",
        table.c.id,
        unique=True,
        sqlite_where=only_standing,
        postgresql_where=only_standing,
    )
    Index(f"{name}_by_id", table.c.id, table.c.learned_at)
    return table


captures = _table(
    "captures",
    Column("id", Text, nullable=False, unique=True),
    Column("url", Text, nullable=False),
    Column("captured_at", Instant, nullable=False),
    Column("status", Integer, nullable=False),
    Column("evidence", Text),
    Column("outlet", Text),
    Index("captures_by_url", "url", "captured_at"),
)
evidence = _table(
    "evidence",
    Column("id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("outlet", Text),
    Column("file", Text, nullable=False),
    Column("until_offset", BigInteger, nullable=False),
    Column("to_read", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Index("evidence_by_id", "id", "url", unique=True),
    Index("evidence_by_url", "url"),
)
custody = _table(
    "custody",
    Column("id", Text, nullable=False, unique=True),
    Column("at", Instant, nullable=False),
    Column("url", Text, nullable=False),
    Column("evidence", Text, index=True),
    Column("file", Text),
    Column("until_offset", BigInteger),
    Column("record", Text, nullable=False),
)
documents = _table(
    "documents",
    Column("id", Text, nullable=False, unique=True),
    Column("evidence", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("outlet", Text),
    Column("lang", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("printed", Text),
    Column("day", Text, nullable=False, index=True),
    Column("captured_at", Instant, nullable=False),
    Column("record", Text, nullable=False),
    Index("documents_by_url", "url", "evidence"),
)
Index("ix_documents_learned_at", documents.c.learned_at)
annotations = _table(
    "annotations",
    Column("document", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("annotations_by_document", "document", "made_by", unique=True),
)
attempts = _table(
    "attempts",
    Column("stage", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Index("attempts_by_about", "stage", "about", "made_by", unique=True),
)
issues = _table(
    "issues",
    Column("id", Text, nullable=False, unique=True),
    Column("stage", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("outlet", Text),
    Column("at", Instant, nullable=False),
    Column("record", Text, nullable=False),
)
decisions = _table(
    "decisions",
    Column("id", Text, nullable=False, unique=True),
    Column("verdict", Text, nullable=False, index=True),
    Column("subject", Text, nullable=False, index=True),
    Column("other", Text, index=True),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("record", Text, nullable=False),
)
editions = _table(
    "editions",
    Column("id", Text, nullable=False, unique=True),
    Column("issue_number", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("begin", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("record", Text, nullable=False),
)
revisions = _table(
    "revisions",
    Column("id", Text, nullable=False, unique=True),
    Column("draft", Text, nullable=False, index=True),
    Column("action", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("record", Text, nullable=False),
)
claims = _replaceable(
    "claims",
    Column("document", Text, nullable=False, index=True),
    Column("printed", Text),
    Column("mode", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("confidence", Float, nullable=False),
)
entities = _replaceable(
    "entities", Column("type", Text, nullable=False), Column("name", Text, nullable=False, index=True)
)
spellings = _table(
    "spellings",
    Column("folded", Text, nullable=False),
    Column("entity", Text, nullable=False),
    UniqueConstraint("folded", "entity"),
)
known = _replaceable("known", Column("source", Text, nullable=False, index=True))
stories = _replaceable("stories")
memberships = _replaceable(
    "memberships",
    Column("story", Text, nullable=False, index=True),
    Column("document", Text, nullable=False, index=True),
)
assessments = _replaceable("assessments", Column("origins", Integer, nullable=False, server_default="0"))
people = _table(
    "people",
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("disabled_at", Instant),
)
sessions = _table(
    "sessions",
    Column("id", Text, nullable=False, unique=True),
    Column("person", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("ended_at", Instant),
)
acts = _table(
    "acts",
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("record", Text, nullable=False),
    Index("acts_by_person", "by", "number"),
)
seen = _table(
    "seen",
    Column("person", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("person", "subject"),
)
kept_words = _table(
    "kept_words",
    Column("person", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("person", "subject"),
)
events = _replaceable(
    "events",
    Column("type", Text, nullable=False),
    Column("begin", Text, index=True),
    Column("until", Text),
    Column("place", Text),
)
tellings = _replaceable(
    "tellings",
    Column("event", Text, nullable=False, index=True),
    Column("document", Text, nullable=False, index=True),
)
accounts = _replaceable("accounts", Column("disputed", Boolean, nullable=False, server_default=false()))
digits = _replaceable("digits", Column("digit", Integer, nullable=False))
questions = _table(
    "questions",
    Column("id", Text, nullable=False, unique=True),
    Column("record", Text, nullable=False),
)
derivations = _table(
    "derivations", Column("inputs", Text, nullable=False), Column("record", Text, nullable=False)
)
checkpoints = _table(
    "checkpoints",
    Column("name", Text, nullable=False, unique=True),
    Column("documents", Integer, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
