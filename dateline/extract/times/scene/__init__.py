"""What an expression is relative to, what stands around it, and what it is understood as."""
