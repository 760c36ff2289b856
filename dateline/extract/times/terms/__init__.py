"""First steps of the time grammar: full dates, clock times and amounts become single terms."""
