"""Ids are hashes of content, so that doing anything twice changes nothing."""

import hashlib
import json

ID_HEX_DIGITS = 20  # 80 bits: a billion records of one kind collide with probability below 1e-6


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and a hash of `parts`, which must be JSON values.

    >>> content_id("d", "a", 1) == content_id("d", "a", 1)
    True
    >>> content_id("d", "a", 1) == content_id("d", "a1")
    False
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{prefix}-{hashlib.sha256(canonical.encode()).hexdigest()[:ID_HEX_DIGITS]}"


def bytes_id(body: bytes) -> str:
    """Return the SHA-256 of `body` in lower-case hexadecimal: the id of evidence."""
    return hashlib.sha256(body).hexdigest()
