"""Captures into kept evidence. In: Capture. Out: Evidence. Touches: disk (WARC), store."""
