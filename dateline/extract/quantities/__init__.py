"""Quantities: how many of what.

In: text, language. Out: `Quantity`s in text order, as docs/quantities.md says what low and high mean.
"""

from dateline.extract.quantities.finding import bare_numbers, find_quantities

__all__ = ["bare_numbers", "find_quantities"]
