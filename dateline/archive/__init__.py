"""Captures into kept evidence. In: Capture. Out: Evidence, CustodyEntry. Touches: disk (WARC).

Reference: ISO 28500:2017, WARC 1.1.
"""

from dateline.archive.preserve import Appended, Archive, committed_lengths
from dateline.archive.verify import Fault, verify_archive

__all__ = ["Appended", "Archive", "Fault", "committed_lengths", "verify_archive"]
