"""The pages of the desk, one file a page; each has a `router`."""
