"""Alembic migrations, applied when a ledger is opened."""
