"""The registry of outlets."""
