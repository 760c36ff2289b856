"""Archived bytes into documents. In: Evidence, bytes, Outlet. Out: Document. Touches: nothing."""

from dateline.read.document import READER, read_document, read_parts
from dateline.read.parts import Parts

__all__ = ["READER", "Parts", "read_document", "read_parts"]
