"""Passwords as argon2id hashes. Reference: RFC 9106; OWASP Password Storage Cheat Sheet."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dateline.errors import InputError

FEWEST_CHARACTERS = 10
MOST_CHARACTERS = 1024  # longer ones only cost the server time
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """Return the hash to keep. Raises InputError for a password that is too short or too long."""
    if not FEWEST_CHARACTERS <= len(password) <= MOST_CHARACTERS:
        raise InputError(
            f"a password has {FEWEST_CHARACTERS} to {MOST_CHARACTERS} characters, this one {len(password)}"
        )
    return _HASHER.hash(password)


def is_password(hashed: str | None, password: str) -> bool:
    """Say whether `password` made `hashed`; it takes as long where there is nobody (`None`)."""
    try:
        _HASHER.verify(hashed or _nobody(), password[: MOST_CHARACTERS + 1])
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None


@cache
def _nobody() -> str:
    return _HASHER.hash("the password of nobody")
