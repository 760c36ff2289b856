"""Every error that Dateline raises on purpose, and work that may fail without ending the rest.

A message says where, what was expected, what was found, and what to do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Result = TypeVar("Result")


class DatelineError(Exception):
    """Root of the tree: the command line prints its message without a traceback."""


class DeskError(DatelineError):
    """A desk folder or its settings cannot be used."""


class InputError(DatelineError):
    """A file or line handed over by the user cannot be used."""


class FetchError(DatelineError):
    """An address could not be fetched, or must not be."""


class UnresolvedHost(FetchError):
    """The name of a host leads to no address."""


class ForbiddenAddress(FetchError):
    """An address is private, loopback or otherwise refused by the desk's rules."""


class Unreadable(DatelineError):
    """Bytes are kept but no document can be read from them."""


class ArchiveError(DatelineError):
    """Archived bytes are missing, truncated or altered."""


class LedgerError(DatelineError):
    """The ledger cannot be opened, or holds something it should not."""


class NotFound(LedgerError):
    """No record has the id that was asked for."""


class EditionError(DatelineError):
    """An edition cannot be written, read or issued."""


class ModelError(DatelineError):
    """A packaged model is missing or does not fit the code."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing came of a subject."""

    reason: str


def attempt(work: Callable[..., Result], *given: object) -> Result | Failed:
    """Return what `work` makes of what it is given, or why it failed.

    A ledger that cannot be read or written stops the run, for going on would lose work; so does a missing
    model.
    """
    try:
        return work(*given)
    except (LedgerError, ModelError):
        raise
    except Exception as error:  # the only one: one bad page must not stop the others
        return Failed(explain(error))


def explain(error: Exception) -> str:
    """Say what went wrong; an error nobody foresaw is named with its type, so that it can be reported."""
    if isinstance(error, DatelineError):
        return str(error)
    return f"unforeseen {type(error).__name__}: {error}; please report it with the page"
