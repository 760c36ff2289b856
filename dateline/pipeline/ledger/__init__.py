"""What single documents say, put together over the whole ledger, and what stands in it."""
