"""The first tables. Instants are ISO 8601 text in UTC."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make every table of the first ledger."""
    _captured()
    _derived()
    _told()
    _replaceable()
    _words()


def _captured() -> None:
    _table(
        "captures",
        *(_text("id"), _text("url"), _text("captured_at"), sa.Column("status", sa.Integer, nullable=False)),
        *(_maybe("evidence"), _maybe("outlet")),
        sa.UniqueConstraint("id"),
    )
    op.create_index("captures_by_url", "captures", ["url", "captured_at"])
    _table(
        "evidence",
        *(_text("id"), _text("url"), _maybe("outlet"), _text("file")),
        sa.Column("until_offset", sa.BigInteger, nullable=False),
        *(sa.Column("to_read", sa.Boolean, nullable=False), _text("record")),
    )
    op.create_index("evidence_by_id", "evidence", ["id", "url"], unique=True)
    op.create_index("evidence_by_url", "evidence", ["url"])
    _table(
        "custody",
        *(_text("id"), _text("at"), _text("url"), _maybe("evidence"), _maybe("file")),
        *(sa.Column("until_offset", sa.BigInteger), _text("record")),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_custody_evidence", "custody", ["evidence"])


def _derived() -> None:
    _table(
        "documents",
        *(_text("id"), _text("evidence"), _text("url"), _maybe("outlet"), _text("lang"), _text("reader")),
        *(_maybe("printed"), _text("day"), _text("captured_at"), _text("record")),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_documents_day", "documents", ["day"])
    op.create_index("documents_by_url", "documents", ["url", "evidence"])
    _table("annotations", _text("document"), _text("made_by"), _text("record"))
    op.create_index("annotations_by_document", "annotations", ["document", "made_by"], unique=True)
    _table("attempts", _text("stage"), _text("about"), _text("made_by"))
    op.create_index("attempts_by_about", "attempts", ["stage", "about", "made_by"], unique=True)


def _told() -> None:
    _table(
        "issues",
        *(_text("id"), _text("stage"), _text("subject"), _maybe("outlet"), _text("at"), _text("record")),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_issues_subject", "issues", ["subject"])
    _table(
        "decisions",
        *(_text("id"), _text("verdict"), _text("subject"), _maybe("other"), _text("by"), _text("at")),
        _text("record"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_decisions_subject", "decisions", ["subject"])
    op.create_index("ix_decisions_other", "decisions", ["other"])
    _table(
        "editions",
        *(_text("id"), sa.Column("issue_number", sa.Integer, nullable=False), _text("status")),
        *(_text("begin"), _text("until"), _text("record")),
        sa.UniqueConstraint("id"),
    )


def _replaceable() -> None:
    _replaceable_table(
        "claims",
        *(_text("document"), _maybe("printed"), _text("mode"), _text("certainty"), _text("polarity")),
        sa.Column("confidence", sa.Float, nullable=False),
    )
    op.create_index("ix_claims_document", "claims", ["document"])
    _replaceable_table("entities", _text("type"), _text("name"))
    _replaceable_table("stories")
    _replaceable_table("memberships", _text("story"), _text("document"))
    op.create_index("ix_memberships_story", "memberships", ["story"])
    op.create_index("ix_memberships_document", "memberships", ["document"])
    _replaceable_table("assessments")


def _words() -> None:
    """The full-text index; its text is folded before it comes here, so that both databases hit alike."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE document_words USING fts5("
            "title, body, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        return
    op.execute("CREATE TABLE document_words (document bigint PRIMARY KEY, words tsvector NOT NULL)")
    op.execute("CREATE INDEX document_words_by_word ON document_words USING gin (words)")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=True)


def _table(name: str, *columns: sa.Column[Any] | sa.Constraint) -> None:
    number = sa.Column("number", _NUMBER, primary_key=True, autoincrement=True)
    op.create_table(name, number, *columns, _text("learned_at"))


def _replaceable_table(name: str, *columns: sa.Column[Any]) -> None:
    _table(name, _text("id"), *columns, _maybe("superseded_at"), _text("record"))
    standing = sa.text("superseded_at IS NULL")
    op.create_index(
        f"standing_{name}", name, ["id"], unique=True, sqlite_where=standing, postgresql_where=standing
    )
    op.create_index(f"{name}_by_id", name, ["id", "learned_at"])
