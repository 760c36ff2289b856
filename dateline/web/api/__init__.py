"""The same calls as JSON; each file has a `router`."""
