"""The ledger: SQL, and nothing else has it."""
