"""A query into hits. In: query, store. Out: hits with spans. Touches: store."""

from dateline.search.hits import Hit, Piece, search_ledger
from dateline.search.query import parse_query

__all__ = ["Hit", "Piece", "parse_query", "search_ledger"]
