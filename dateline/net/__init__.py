"""Sockets, and nothing else has them."""
