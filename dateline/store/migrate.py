"""Bringing a ledger to the tables that this version of Dateline knows."""

from importlib import resources

from sqlalchemy import Connection, Engine, inspect, text

from dateline.errors import LedgerError
from dateline.store.engine import errors_named, reading, writing

_PACKAGE = "dateline.store.migrations"


def newest_revision() -> str:
    """Return the newest migration: the file names in `versions/` begin with their numbers."""
    files = (resources.files(_PACKAGE) / "versions").iterdir()
    return max(file.name[:4] for file in files if file.name.endswith(".py") and file.name[0].isdigit())


def migrate(engine: Engine) -> None:
    """Apply the migrations that are missing. Raises LedgerError for a ledger of a newer version."""
    _use_write_ahead_log(engine)
    with reading(engine) as connection:
        if _revision(connection) == newest_revision():
            return
    with writing(engine) as connection:
        # Another process may have migrated while this one waited for the lock.
        if _revision(connection) != newest_revision():
            _upgrade(connection)


def _use_write_ahead_log(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        return
    with errors_named(engine), engine.connect() as connection:
        cursor = connection.connection.cursor()
        mode = cursor.execute("PRAGMA journal_mode").fetchone()
        if mode != ("wal",):
            cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
    if revision > newest_revision():
        raise LedgerError(
            f"the ledger is of revision {revision}, this version of Dateline knows {newest_revision()}; "
            "use the newer version that wrote it"
        )
    return str(revision)


def _upgrade(connection: Connection) -> None:
    # Alembic costs 0.4 s to import: only a ledger that has to change pays it.
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", "dateline:store/migrations")
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
