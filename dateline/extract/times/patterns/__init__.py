"""Which pattern of class letters tells a time, and by which rule it is read."""
