"""The registry of outlets: a packaged table of real ones, and an index by name, alias and address."""

from dateline.outlets.index import OutletIndex
from dateline.outlets.table import load_outlets, parse_outlets

__all__ = ["OutletIndex", "load_outlets", "parse_outlets"]
