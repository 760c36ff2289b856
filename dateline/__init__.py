"""Dateline: open news into a ledger of attributed claims, and a bulletin that proves itself."""

__version__ = "0.1.0"
