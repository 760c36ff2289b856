"""Dateline: open news into a ledger of attributed claims, and a bulletin that proves itself."""

import os

__version__ = "0.1.0"

# Threads of numpy that wait for the next of our few small products would take a processor from the reader.
# Read when numpy is first imported, so it stands here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
