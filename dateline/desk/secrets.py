"""Secrets: from the environment, or from the keyring of the one who runs the desk; never from a file."""

import os
from importlib import import_module
from importlib.util import find_spec

KEYRING_SERVICE = "dateline"


def find_secret(name: str) -> str | None:
    """Return the secret called `name`: the environment's, else the keyring's where one is installed.

    `keyring set dateline NAME` puts one there; it wants the extra `keyring`.
    """
    if not name:
        return None
    stated = os.environ.get(name)
    return stated if stated else _from_keyring(name)


def _from_keyring(name: str) -> str | None:
    if find_spec("keyring") is None:
        return None
    keyring, errors = import_module("keyring"), import_module("keyring.errors")
    try:
        kept: str | None = keyring.get_password(KEYRING_SERVICE, name)
    except errors.KeyringError:
        return None  # a machine without a keyring to open: the caller says what is missing
    return kept
