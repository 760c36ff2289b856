"""Archived bytes into documents. In: Evidence, bytes, Outlet. Out: Document. Touches: nothing."""
