"""A query into hits. In: query, store. Out: hits with spans. Touches: store."""

from dateline.search.hits import Found, Hit, Piece, search_ledger
from dateline.search.names import KnownName
from dateline.search.query import parse_query

__all__ = ["Found", "Hit", "KnownName", "Piece", "parse_query", "search_ledger"]
